"""How easy a text is to read, by the length of its words and sentences.

LIX is the mean number of words in a sentence plus the percentage of words with more than six letters
(C. H. Björnsson, Läsbarhet, Liber 1968). It measures length and nothing else: a text may be short and
strange, so the figure is a help for whoever writes, never a verdict.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

LONG = 6
WORD = re.compile(r"[^\W_]+(?:[-'’:.][^\W_]+)*")
# A full stop after these, or after a single letter, ends no sentence. "m.m." and "osv." often do end one.
SHORTENED = re.compile(
    r"(?:\b(?:bl\.?a|d\.?v\.?s|ev|f\.?d|fr\.?o\.?m|inkl|kl|nr|resp|s\.?k|t\.?ex|t\.?o\.?m|tel|ung|e\.?g|i\.?e|"
    r"dr|mr|mrs|ms)|(?<![\w.])[^\W\d_])\.$",
    re.IGNORECASE,
)
PAUSE = re.compile(r"([.!?…]+)[\"”’»)\]]*\s+")


class Level(StrEnum):
    """Björnsson's scale in five steps, by which his readers judged texts."""

    VERY_EASY = "very_easy"
    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"
    VERY_HARD = "very_hard"


LIMITS = ((30, Level.VERY_EASY), (40, Level.EASY), (50, Level.MEDIUM), (60, Level.HARD))


@dataclass(frozen=True)
class Measure:
    """What was counted in a text. An empty text has the figures 0."""

    words: int
    sentences: int
    long_words: int
    longest: str

    @property
    def words_per_sentence(self) -> float:
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def lix(self) -> int:
        """Björnsson's figure, rounded as he gives it."""
        return round(self.words_per_sentence + 100 * self.long_words / self.words) if self.words else 0

    @property
    def level(self) -> Level:
        return next((level for limit, level in LIMITS if self.lix < limit), Level.VERY_HARD)


def measure(text: str) -> Measure:
    """Count a text. Headings and points of a list stand on lines of their own, and are sentences."""
    found = sentences(text)
    spoken = [words(sentence) for sentence in found]
    return Measure(
        words=sum(map(len, spoken)),
        sentences=len(found),
        long_words=sum(len(word) > LONG for sentence in spoken for word in sentence),
        longest=max(found, key=lambda sentence: len(words(sentence)), default=""),
    )


def sentences(text: str) -> tuple[str, ...]:
    """Split a text where a sentence ends, and where a line does."""
    return tuple(part for line in text.splitlines() for part in _of_line(line.strip()) if words(part))


def words(text: str) -> tuple[str, ...]:
    """The words of a text; numbers are words too, and a compound with a hyphen is one."""
    return tuple(WORD.findall(text))


def _of_line(line: str) -> list[str]:
    parts, begin = [], 0
    for pause in PAUSE.finditer(line):
        before, after = line[begin : pause.end(1)], line[pause.end() : pause.end() + 1]
        if pause[1] == "." and (after.islower() or SHORTENED.search(before)):
            continue
        parts.append(line[begin : pause.end()].strip())
        begin = pause.end()
    return [*parts, line[begin:]]
