"""What a Swedish text gives away: numbers that point at a person, and care matters.

`find` tells where, `mask` hides personal identity numbers, `without` takes away what was found.
"""

from samverk.engine.language.findings import Finding, Kind, Masked
from samverk.engine.language.searching import find, mask, without

__all__ = ["Finding", "Kind", "Masked", "find", "mask", "without"]
