"""What the demonstration region tells. People and enterprises are invented, except those of the seed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from samverk.demo.contents.easy import Easy
from samverk.demo.writing import Block


@dataclass(frozen=True)
class Words:
    """A page in one language."""

    title: str
    slug: str
    lead: str
    body: Sequence[Block] = ()
    easy: Easy = Easy()


@dataclass(frozen=True)
class Shown:
    """A picture file of the demonstration, and what it shows."""

    file: str
    title: str
    alt: str
    caption: str = ""
    credit: str = "Illustration: Samverk"


@dataclass(frozen=True)
class Telling:
    """A page: in Swedish, and in English when it is translated."""

    swedish: Words
    english: Words | None = None
    picture: Shown | None = None
    published_on: date | None = None
    contacts: Sequence[str] = ()
    in_menu: bool = False
    beneath: Sequence["Telling"] = ()
