"""The part of a text that shows why it was found, with the words that were asked for marked.

Pieces are plain text: whoever shows them escapes them, so that nothing in a page can run in a list.
"""

import re
from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass

from samverk.base.search.rules.words import WORD

Place = tuple[int, str]

LENGTH = 240
SENTENCE = re.compile(r"(?<=[.!?:])\s+")


@dataclass(frozen=True)
class Piece:
    """A run of text, marked or not."""

    text: str
    is_marked: bool = False


def marked(text: str, wanted: Collection[str]) -> tuple[Piece, ...]:
    """The whole text in pieces, those that are `wanted` words (in lower case) marked."""
    pieces: list[Piece] = []
    end = 0
    for word in WORD.finditer(text):
        if word[0].lower() in wanted:
            pieces += [Piece(text[end : word.start()]), Piece(word[0], is_marked=True)]
            end = word.end()
    return tuple(piece for piece in (*pieces, Piece(text[end:])) if piece.text)


def excerpt(text: str, wanted: Collection[str], length: int = LENGTH) -> tuple[Piece, ...]:
    """At most about `length` signs, from the sentence on where most different wanted words stand together."""
    text = " ".join(text.split())
    places = [(word.start(), word[0].lower()) for word in WORD.finditer(text) if word[0].lower() in wanted]
    start = _best(text, places, length)
    if places and not _within(places, start, length):
        start = text.rfind(" ", 0, max(0, places[0][0] - length // 3)) + 1
    return marked(_cut(text, start, length), wanted)


def _best(text: str, places: list[Place], length: int) -> int:
    """The start with most different wanted words after it, then most of them; the first of those as good."""
    starts = [0, *(found.end() for found in SENTENCE.finditer(text))]

    def worth(start: int) -> tuple[int, int, int]:
        found = _within(places, start, length)
        return len(set(found)), len(found), -start

    return max(starts, key=worth)


def _within(places: list[Place], start: int, length: int) -> list[str]:
    first, last = (bisect_left(places, (edge, "")) for edge in (start, start + length))
    return [word for _, word in places[first:last]]


def _cut(text: str, start: int, length: int) -> str:
    before = "… " if start else ""
    if len(text) - start <= length:
        return before + text[start:]
    window = text[start : start + length]
    return before + (window.rpartition(" ")[0] or window).rstrip(" ,;:–-") + " …"
