"""What a search gives back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a piece of text gives away."""

    PERSONAL_NUMBER = "personal_number"
    COORDINATION_NUMBER = "coordination_number"
    EMAIL = "email"
    BANK_ACCOUNT = "bank_account"
    CARD = "card"
    TELEPHONE = "telephone"
    CARE = "care"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something found, and where: `text[start:end]`."""

    kind: Kind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Masked:
    """A text whose personal identity numbers are hidden, and how many they were."""

    text: str
    count: int


Place = tuple[int, int, Kind]
"""Where something stands in a reading. The lighter form of a finding, while searching."""

Search = Callable[[str], Iterable[Place]]
"""One kind of search: gives the places in a reading, those that win over others first."""
