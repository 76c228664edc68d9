"""How much may come from one network, kept in memory only: what an address has sent is written nowhere."""

import ipaddress
from collections import Counter
from dataclasses import dataclass, field
from threading import Lock

SECONDS = 600
BYTES_OF_A_HOUSEHOLD = 8  # of an IPv6 address: a subscriber gets at least so many to choose from (RFC 6177)


@dataclass
class Pace:
    """Counts what comes from each network in ten minutes at a time."""

    period: int = -1
    counts: Counter[bytes] = field(default_factory=Counter)
    lock: Lock = field(default_factory=Lock)

    def is_too_fast(self, address: str, *, seconds: float, most: int) -> bool:
        """Count one more from an address; whether it was too many. All unreadable ones are one network."""
        with self.lock:
            if (period := int(seconds // SECONDS)) != self.period:
                self.period = period
                self.counts.clear()
            network = _network(address)
            self.counts[network] += 1
            return self.counts[network] > most


def _network(address: str) -> bytes:
    try:
        read = ipaddress.ip_address(address)
    except ValueError:
        return b""
    if isinstance(read, ipaddress.IPv6Address):
        mapped = read.ipv4_mapped
        return mapped.packed if mapped else read.packed[:BYTES_OF_A_HOUSEHOLD]
    return read.packed
