"""A text cut where something was found, so that it can be shown with marks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol


class Span(Protocol):
    """A stretch of a text, of some kind."""

    @property
    def kind(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True)
class Piece:
    """A part of a text; of no kind when nothing was found in it."""

    text: str
    kind: str = ""


def pieces(text: str, spans: Iterable[Span]) -> Iterator[Piece]:
    """The whole text, in order, with what was found as pieces of their own."""
    at = 0
    for span in spans:
        if span.start > at:
            yield Piece(text[at : span.start])
        yield Piece(text[span.start : span.end], str(span.kind))
        at = span.end
    if at < len(text):
        yield Piece(text[at:])
