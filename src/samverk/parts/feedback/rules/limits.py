"""How much may come from one place, and what a place is."""

import hashlib
import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta

MINUTES_OF_A_PERIOD = 10
WHOLE_DAY = 0
BITS_OF_A_HOUSEHOLD = 64  # of an IPv6 address: a subscriber gets at least so many to choose from (RFC 6177)


@dataclass(frozen=True)
class Limits:
    """The most that one sender may send."""

    in_a_period: int
    in_a_day: int


def sender(address: str, *, salt: bytes) -> str:
    """The salted name of the network that an address belongs to; all unreadable addresses are one sender."""
    return hashlib.blake2b(_network(address), key=salt, digest_size=16).hexdigest()


def _network(address: str) -> bytes:
    try:
        read = ipaddress.ip_address(address)
    except ValueError:
        return b""
    if isinstance(read, ipaddress.IPv6Address):
        if read.ipv4_mapped:
            return read.ipv4_mapped.packed
        return read.packed[: BITS_OF_A_HOUSEHOLD // 8]
    return read.packed


def period(moment: datetime) -> int:
    """Which part of its day a moment is in; the whole day is 0."""
    return 1 + (moment.hour * 60 + moment.minute) // MINUTES_OF_A_PERIOD


def wait_until(counts: dict[int, int], *, moment: datetime, limits: Limits) -> datetime | None:
    """When a sender may send again, or None when nothing is too much. `moment` is in local time."""
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    if counts.get(WHOLE_DAY, 0) > limits.in_a_day:
        return midnight + timedelta(days=1)
    now = period(moment)
    if counts.get(now, 0) > limits.in_a_period:
        return midnight + timedelta(minutes=now * MINUTES_OF_A_PERIOD)
    return None
