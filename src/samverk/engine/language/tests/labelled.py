"""The labelled comments, and how well the search does on them.

A number counts as found when its kind and both its ends are right; a care matter when what was found and what
is marked overlap, since nobody can say where such a phrase ends.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from samverk.engine.language import Finding, Kind, find

FOLDER = Path(__file__).parent / "comments"
HALVES = ("development", "held_out")
NUMBERS = tuple(kind for kind in Kind if kind is not Kind.CARE)
_MARK = re.compile(r"\{(\w+):([^}]*)\}")
_ESCAPE = re.compile(r"\\(n|u[0-9a-f]{4})")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, and what should be found in it."""

    text: str
    expected: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How many there are, how many were pointed out, and how many of these rightly."""

    expected: int
    met: int
    found: int
    right: int

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.met / self.expected if self.expected else 1.0

    @property
    def precision(self) -> float:
        """The share of what was found that is there."""
        return self.right / self.found if self.found else 1.0


def comments(half: str) -> list[Comment]:
    """Read one half of the labelled comments."""
    lines = (FOLDER / f"{half}.txt").read_text().splitlines()
    return [_comment(line) for line in lines if line and not line.startswith("#")]


def _comment(line: str) -> Comment:
    line = _ESCAPE.sub(lambda code: "\n" if code[1] == "n" else chr(int(code[1][1:], 16)), line)
    text = ""
    expected = []
    past = 0
    for mark in _MARK.finditer(line):
        text += line[past : mark.start()]
        expected.append(Finding(Kind(mark[1]), len(text), len(text) + len(mark[2])))
        text += mark[2]
        past = mark.end()
    return Comment(text + line[past:], tuple(expected))


def score(half: Iterable[Comment], kinds: Iterable[Kind]) -> Score:
    """Search each comment and count, for these kinds."""
    kinds = frozenset(kinds)
    expected = met = found = right = 0
    for comment in half:
        marked = [one for one in comment.expected if one.kind in kinds]
        pointed = [one for one in find(comment.text) if one.kind in kinds]
        expected += len(marked)
        found += len(pointed)
        met += sum(any(agree(one, other) for other in pointed) for one in marked)
        right += sum(any(agree(one, other) for other in marked) for one in pointed)
    return Score(expected, met, found, right)


def agree(one: Finding, other: Finding) -> bool:
    """Whether two findings are the same."""
    if one.kind is other.kind is Kind.CARE:
        return one.start < other.end and other.start < one.end
    return one == other
