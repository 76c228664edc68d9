"""What somebody meant who mistyped a word."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log

from samverk.base.search.rules.words import fold

SHORTEST = 4


@dataclass(frozen=True)
class Known:
    """A word that stands on the site, on how many pages, and its lexemes: forms that need not stand there."""

    word: str
    pages: int
    lexemes: frozenset[str] = frozenset()


def distance(one: str, other: str) -> int:
    """How many letters to add, drop, change or swap with their neighbour make one word of the other.

    The restricted Damerau-Levenshtein distance: Boytsov, "Indexing methods for approximate dictionary
    searching", 2011, section 2.
    """
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, sign in enumerate(one, 1):
        row = [i]
        for j, letter in enumerate(other, 1):
            change = last[j - 1] + (sign != letter)
            row.append(min(change, last[j] + 1, row[j - 1] + 1))
            if i > 1 and j > 1 and sign == other[j - 2] and one[i - 2] == letter:
                row[j] = min(row[j], before[j - 2] + 1)
        before, last = last, row
    return last[-1]


def allowed(length: int) -> int:
    """How many slips a word of this length may hold and still be told from other words."""
    if length < SHORTEST:
        return 0
    return 1 if length < 6 else 2 if length < 12 else 3


def meant(word: str, known: Iterable[Known], *, most: float | None = None) -> str | None:
    """The word that was probably meant: the nearest, and of those as near the one on most pages."""
    typed = fold(word)
    most = allowed(len(typed)) if most is None else min(most, allowed(len(typed)))
    forms = ((form, one) for one in known for form in (one.word, *one.lexemes))
    near = [
        (cost, form != one.word, -log(1 + one.pages), form)
        for form, one in forms
        if (cost := _cost(typed, fold(form))) <= most
    ]
    return min(near)[3] if near else None


def _cost(typed: str, other: str) -> float:
    """The distance; a slip in the first letter is rarer."""
    return distance(typed, other) + (0.5 if typed[:1] != other[:1] else 0)
