"""Words of a text, and how they are compared."""

import re
import unicodedata
from collections.abc import Iterator

LONGEST = 40
WORD = re.compile(r"[^\W_]+", re.UNICODE)
# Letters that stay whole when accents are taken away by decomposition.
LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ß": "ss", "đ": "d", "ł": "l", "þ": "th", "ð": "d"})
# Line feeds and tabs part words; other control signs, and those that turn the direction of text, are nothing.
SPACES = re.compile(r"\s+")


def tidy(text: str) -> str:
    """The text in one line and in composed form, without signs that cannot be seen."""
    seen = "".join(
        " " if sign.isspace() else sign
        for sign in unicodedata.normalize("NFC", text)
        if sign.isspace() or unicodedata.category(sign)[0] != "C"
    )
    return SPACES.sub(" ", seen).strip()


def fold(word: str) -> str:
    """The word as somebody types it whose keyboard lacks å, ä, ö: `företag` and `FÖRETAG` are `foretag`."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).translate(LETTERS)


def words(text: str) -> Iterator[str]:
    """The words of a text, in lower case; those that are too long to be words are left out."""
    return (word for word in WORD.findall(text.lower()) if len(word) <= LONGEST)


def worth_keeping(word: str) -> bool:
    """Whether a word may be suggested or be what somebody meant: numbers and single letters are not."""
    return len(word) > 1 and not any(sign.isdigit() for sign in word)
