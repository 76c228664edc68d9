"""The pieces that a page falls into before anybody knows what they are."""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from itertools import pairwise

from samverk.engine.article.model import LeftOut, Reason, Run, Text

_SPACES = re.compile(r"[^\S\n]+")
_TRAILING = re.compile(r"[^\S\n]*\n[^\S\n]*")


class Kind(Enum):
    TEXT = auto()
    HEADING = auto()
    ITEM = auto()
    CELL = auto()
    PICTURE = auto()
    CAPTION = auto()
    SPEECH = auto()
    CITE = auto()


@dataclass(slots=True)
class Piece:
    """One line of text or one picture. Lines with one `group` stood in one paragraph, list or row."""

    text: Text
    kind: Kind = Kind.TEXT
    group: int = 0
    box: int = 0
    level: int = 2
    ordered: bool = False
    is_lead: bool = False
    is_link: bool = False
    source: str = ""
    reason: Reason | None = None
    may_hold_facts: bool = True
    words: str = field(init=False)

    def __post_init__(self) -> None:
        self.words = str(self.text)


Strip = list[Piece | LeftOut]


@dataclass(slots=True)
class Page:
    """All pieces of a page in reading order, and what its head says about it."""

    pieces: list[Piece]
    title: str = ""
    published: date | None = None
    has_film: bool = False


def lines_of(runs: list[Run]) -> list[Text]:
    """Tidy the blanks in a row of runs and split it into lines. An empty line gives an empty text."""
    lines: list[list[Run]] = [[]]
    blank = True
    for run in runs:
        tidy = _TRAILING.sub("\n", _SPACES.sub(" ", run.text))
        for number, part in enumerate(tidy.split("\n")):
            if number:
                lines.append([])
                blank = True
            words = part.lstrip(" ") if blank else part
            if words:
                lines[-1].append(Run(words, run.strong, run.emphasis, run.href))
                blank = words.endswith(" ")
    texts = [Text(tuple(_joined(line))) for line in lines]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _joined(line: list[Run]) -> list[Run]:
    """Join neighbours in the same dress, and drop blanks at the end."""
    joined: list[Run] = []
    for run in line:
        last = joined[-1] if joined else None
        if last and (last.strong, last.emphasis, last.href) == (run.strong, run.emphasis, run.href):
            joined[-1] = Run(last.text + run.text, run.strong, run.emphasis, run.href)
        else:
            joined.append(run)
    while joined and not joined[-1].text.rstrip():
        joined.pop()
    if joined:
        last = joined[-1]
        joined[-1] = Run(last.text.rstrip(), last.strong, last.emphasis, last.href)
    return joined


def left_out(piece: Piece, reason: Reason) -> LeftOut:
    return LeftOut(piece.words, reason)


def is_sentence(words: str) -> bool:
    """Tell running text from a label, a name or a heading."""
    return len(words) > 100 or (words.endswith((".", "!", "?", ":", "”", '"')) and words.count(" ") >= 4)


def looks_like_heading(words: str) -> bool:
    """Tell whether a line that stands by itself could be a heading."""
    return (
        len(words) <= 90
        and words.count(" ") <= 12
        and words[:1].isalnum()
        and not words[:1].islower()
        and not words.endswith((".", ",", ";", ":", "!"))
        and "@" not in words
    )


def is_wrapped(lines: list[str]) -> bool:
    """Tell whether lines were broken by a narrow window, as in an e-mail, and are one paragraph."""
    if len(lines) < 2:
        return False
    longest = max(map(len, lines))
    full = all(len(line) + len(following.split(" ")[0]) >= longest - 2 for line, following in pairwise(lines))
    return full and 45 <= longest <= 110
