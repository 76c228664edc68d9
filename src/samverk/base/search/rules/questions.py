"""What a reader has typed in the search field, taken apart. Any text is allowed; none is an error."""

import re
from dataclasses import dataclass

from samverk.base.search.rules.words import tidy, words

LONGEST = 200
MOST_WORDS = 16
PIECE = re.compile(r'(?P<minus>(?<!\S)[-−])?(?:["”“](?P<phrase>[^"”“]*)["”“]?|(?P<plain>[^\s"”“]+))')


@dataclass(frozen=True)
class Question:
    """Words that should be there, phrases that must, and words that must not. Words are in lower case."""

    text: str
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.phrases)


def parse(text: str) -> Question:
    """Read a question: plain words, "phrases in quotes", and -words that a page must not have."""
    line = tidy(text[: LONGEST * 4])[:LONGEST]
    plain: list[str] = []
    phrases: list[str] = []
    without: list[str] = []
    for piece in PIECE.finditer(line):
        content = list(words(piece["plain"] or piece["phrase"] or ""))
        if piece["minus"]:
            without += content
        elif piece["phrase"] is not None and len(content) > 1:
            phrases.append(" ".join(content))
        else:
            plain += content
    return Question(
        text=line,
        words=tuple(dict.fromkeys(plain))[:MOST_WORDS],
        phrases=tuple(dict.fromkeys(phrases))[:MOST_WORDS],
        without=tuple(dict.fromkeys(without))[:MOST_WORDS],
    )
