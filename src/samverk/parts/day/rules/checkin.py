"""Decisions at the door, over plain values: codes that a phone can know, clocks, and what is amiss."""

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from samverk.parts.day.rules.shifting import midnight

OPEN_AFTER = timedelta(days=2)  # from the midnight when the last day begins: through the day after
SENT_AFTER = timedelta(days=7)  # a phone that was long without net may still send what it knows
MOST_AT_ONCE = 500
BYTES_OF_A_PRINT = 16
BYTES_OF_A_FAMILY = 9
BYTES_OF_A_SHORT_CODE = 5
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: none that is mistaken for another


def hidden(secret: str) -> str:
    """What is stored of a door's secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def fingerprint(code: str) -> str:
    """What a phone keeps of a ticket's code, to know it again without being able to make it."""
    return _short(hashlib.sha256(code.encode()).digest()[:BYTES_OF_A_PRINT])


def family(reference: UUID) -> str:
    """What the codes of one registration have in common: one that was replaced is not just unknown."""
    return _short(hashlib.sha256(reference.bytes).digest()[:BYTES_OF_A_FAMILY])


def short(code: str) -> str:
    """Eight letters and digits that stand on the ticket, for a door whose camera does not work."""
    number = int.from_bytes(hashlib.sha256(code.encode()).digest()[:BYTES_OF_A_SHORT_CODE], "big")
    letters = "".join(LETTERS[number >> shift & 31] for shift in range(35, -1, -5))
    return f"{letters[:4]}-{letters[4:]}"


def as_written(typed: str) -> str:
    """A short code as we write it, however somebody typed it; an empty text when it is none."""
    letters = typed.upper().translate(str.maketrans("OIL", "011", "- "))
    is_one = len(letters) == 8 and all(letter in LETTERS for letter in letters)
    return f"{letters[:4]}-{letters[4:]}" if is_one else ""


def open_until(last_day: date) -> datetime:
    """When the doors of an edition close by themselves: when the day after is over."""
    return midnight(last_day + OPEN_AFTER)


def corrected(device_at: datetime, *, sent_at: datetime, now: datetime) -> datetime:
    """When something happened, by our clock, told by a phone whose clock says that it is `sent_at` now."""
    return min(now, device_at + (now - sent_at))


def amiss(*, state: str, expected: str, shown: str, is_closed: bool) -> str:
    """What is wrong with letting in whoever holds this registration; nothing when all is well.

    `expected` is the fingerprint of the ticket in force, `shown` of the one that the door knew it by.
    """
    if is_closed:
        return "door_closed"
    if state == "cancelled":
        return "cancelled"
    if shown and shown != expected:
        return "handed_over"
    return "" if state == "confirmed" else "no_seat"


def is_full(*, inside: int, capacity: int | None) -> bool:
    """Whether a session has as many in it as it has seats."""
    return capacity is not None and inside >= capacity


def is_to_be_seen(remarks: Iterable[str], *, settled: Iterable[bool]) -> bool:
    """Whether an organiser has to look at the passages of one ticket at one place."""
    told = list(remarks)
    return (len(told) > 1 or any(told)) and not all(settled)


def _short(raw: bytes) -> str:
    return urlsafe_b64encode(raw).decode().rstrip("=")
