"""The words of the article about how a day was. Each sentence comes from a figure or a text given here.

They are the article's own language, Swedish, not words of the screen; an editor finishes them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class TookPart:
    """Somebody who took part, and has said yes to being named."""

    name: str
    title: str = ""
    organisation: str = ""
    biography: str = ""

    @property
    def presented(self) -> str:
        """The name with what the person does and where."""
        return ", ".join(part for part in (self.name, self.title, self.organisation) if part)


@dataclass(frozen=True)
class Held:
    """A session that was held."""

    title: str
    kind: str
    description: str = ""
    people: tuple[TookPart, ...] = ()


@dataclass(frozen=True)
class Happened:
    """What the system knows of a day that is over. `figures` are whole sentences, each made of a figure.

    `quotations` are what visitors wrote, and said yes to being quoted with, and an organiser released.
    """

    title: str
    when: str
    place: str
    organiser: str
    purpose: str
    held: tuple[Held, ...]
    figures: tuple[str, ...] = ()
    quotations: tuple[str, ...] = ()


VISITOR = "Besökare"


class Piece(StrEnum):
    """What a part of the article is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    QUOTES = "quotes"


@dataclass(frozen=True)
class Part:
    """A part of the article: a heading, a paragraph of sentences, a list of them, or quotations."""

    kind: Piece
    texts: tuple[str, ...]


def lead(day: Happened) -> str:
    """What opens the article."""
    place = f" på {day.place}" if day.place else ""
    return f"{day.title} hölls {day.when}{place}. Arrangör var {day.organiser}."


def body(day: Happened) -> tuple[Part, ...]:
    """The article. What is not known has no sentence."""
    return tuple(part for part in _parts(day) if part.texts)


def _parts(day: Happened) -> Sequence[Part]:
    people = {person: None for held in day.held for person in held.people}
    presented = tuple(f"{person.presented}. {person.biography}".strip() for person in people)
    return (
        Part(Piece.PARAGRAPH, (day.purpose,) if day.purpose else ()),
        Part(Piece.PARAGRAPH, day.figures),
        Part(Piece.HEADING, ("Det här hände",) if day.held else ()),
        Part(Piece.LIST, tuple(_told(held) for held in day.held)),
        Part(Piece.HEADING, ("Så tyckte besökarna",) if day.quotations else ()),
        Part(Piece.QUOTES, day.quotations),
        Part(Piece.HEADING, ("De medverkade",) if people else ()),
        Part(Piece.LIST, presented),
    )


def _told(held: Held) -> str:
    names = _listed([person.name for person in held.people])
    first = f"{held.kind.capitalize()}: {held.title}"
    first += f", med {names}." if names else "."
    return f"{first} {held.description}".strip()


def _listed(names: Sequence[str]) -> str:
    """Names as one says them: Anna, Bo och Cilla."""
    return " och ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
