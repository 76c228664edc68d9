"""Where words are mentioned. Looking for each word by itself is faster than one pattern of many words."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator


def mentions(reading: str, words: Iterable[str]) -> Iterator[int]:
    """Every place where one of the words begins, also inside a longer word."""
    for word in words:
        at = reading.find(word)
        while at >= 0:
            yield at
            at = reading.find(word, at + 1)


def is_any_between(places: list[int], start: int, end: int) -> bool:
    """Whether one of the places, which are in order, lies between the two."""
    first = bisect_left(places, start)
    return first < len(places) and places[first] < end
