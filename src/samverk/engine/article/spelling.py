"""Finds words that were probably two: "utvecklaarbetsintegrerande"."""

import re

from samverk.engine.article.model import Note
from samverk.engine.article.problems import missing_space

_WORD = re.compile(r"[^\W\d_]+")
_RUN_ON = re.compile(r"(?<![\w@/.])([a-zåäöé]{2,}[.!?])([A-ZÅÄÖ][a-zåäö]+)(?![\w]*[@/.]\w)")
_HUMP = re.compile(r"\b([a-zåäö]{4,})([A-ZÅÄÖ][a-zåäö]{3,})\b")
_SHORTEST_WHOLE, _SHORTEST_FIRST, _SHORTEST_SECOND = 14, 5, 6
_MOST = 20


def missing_spaces(texts: list[str]) -> list[Note]:
    """Suggest where a space is missing.

    A Swedish compound may hold two words of the text, but its first part never ends in -a, as a verb does:
    "flickskola", not "flickaskola". So a long word whose two halves both stand alone elsewhere in the text,
    the first ending in -a, has most likely lost its space.
    """
    known = {word.lower() for text in texts for word in _WORD.findall(text)}
    found: dict[str, str] = {}
    for text in texts:
        for pattern in (_RUN_ON, _HUMP):
            for match in pattern.finditer(text):
                found.setdefault(match[0], f"{match[1]} {match[2]}")
        for word in _WORD.findall(text):
            if halves := _halves(word, known):
                found.setdefault(word, halves)
    return [missing_space(word, suggestion) for word, suggestion in list(found.items())[:_MOST]]


def _halves(word: str, known: set[str]) -> str:
    if not _SHORTEST_WHOLE <= len(word) <= 60:
        return ""
    for cut in range(_SHORTEST_FIRST, len(word) - _SHORTEST_SECOND + 1):
        first, second = word[:cut].lower(), word[cut:].lower()
        if first.endswith("a") and first in known and second in known:
            return f"{word[:cut]} {word[cut:]}"
    return ""
