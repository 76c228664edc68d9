"""Which lists can be taken out as files, and which are so long that they are made in the background."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

MADE_AT_ONCE = 1_000
STEP = 250
LISTS = ("xlsx", "csv", "pdf")
NEEDS = ("behov-xlsx", "behov-csv")
BADGES = "namnskyltar-"


def is_sensitive(what: str) -> bool:
    """Whether a list tells what people need."""
    return what in NEEDS


def counted(rows: Iterable[T], tell: Callable[[int], None]) -> Iterator[T]:
    """The rows, while somebody is told now and then how many have gone by."""
    number = 0
    for number, row in enumerate(rows, start=1):
        if number % STEP == 0:
            tell(number)
        yield row
    tell(number)
