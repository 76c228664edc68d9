"""A text as a person reads it: one alphabet, one kind of digit, dash and space, nothing invisible.

What the eye does not see must not hide a number: zero-width letters, soft hyphens, marks that turn the
writing direction, digits of other scripts. Every character of the reading knows its place in the text.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_SAME = {
    **dict.fromkeys(map(ord, "·•∙⋅․‧・"), ord(".")),
    **dict.fromkeys(map(ord, "⁄∕⧸"), ord("/")),
    **dict.fromkeys(map(ord, "−⁃➖"), ord("-")),
    **dict.fromkeys(map(ord, "\t\r\N{BRAILLE PATTERN BLANK}"), ord(" ")),
    **dict.fromkeys(map(ord, "\n\v\f\N{NEXT LINE}\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"), ord("\n")),
}
_BLANK_LETTERS = dict.fromkeys(
    map(
        ord,
        "\N{HANGUL CHOSEONG FILLER}\N{HANGUL JUNGSEONG FILLER}\N{HANGUL FILLER}\N{HALFWIDTH HANGUL FILLER}",
    )
)
_UNUSUAL = re.compile("[^\\x20-\\x7e\\r\\nåäöÅÄÖéÉ–—”“’…§°]")
_LETTER_AND_MARK = re.compile("[A-Za-z][\u0300-\u030c]")


@dataclass(frozen=True, slots=True)
class Reading:
    """The reading of a text, and the places of its characters there when some are left out."""

    text: str
    places: list[int] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text it stands, what stands from `start` to `end` in the reading."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1


def read(text: str) -> Reading:
    """Read a text, in a time in proportion to its length."""
    if not _UNUSUAL.search(text):
        return Reading(text.lower().replace("\r", " ").replace("–", "-").replace("—", "-"), None)
    if _LETTER_AND_MARK.search(text):
        text = _LETTER_AND_MARK.sub(lambda pair: _composed(pair[0]), text)
    seen = text.translate(_ALPHABET)
    if len(seen) == len(text):
        return Reading(seen, None)
    return Reading(seen, [place for place, letter in enumerate(text) if _ALPHABET[ord(letter)] is not None])


class _Alphabet(dict[int, int | None]):
    """How each character is read, worked out when it is first met. None is not read at all."""

    def __missing__(self, code: int) -> int | None:
        if 0x3400 <= code < 0xE000 or (code > 0x1FFFF and not 0xE0000 <= code <= 0xE01EF):
            return code  # scripts of thousands of letters are read as they are, and not kept in memory
        self[code] = read_as = _read_as(chr(code))
        return read_as


def _read_as(character: str) -> int | None:
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return ord(str(digit))
    match unicodedata.category(character):
        case "Cf" | "Mn" | "Me" | "Cc":
            return None
        case "Zs":
            return ord(" ")
        case "Pd":
            return ord("-")
    plain = unicodedata.normalize("NFKC", character)
    return next((ord(form) for form in (plain.lower(), plain) if len(form) == 1), ord(character))


@lru_cache(maxsize=1024)
def _composed(pair: str) -> str:
    """Read an a and a ring as one å, and keep the length."""
    letter = unicodedata.normalize("NFC", pair)
    return letter + "\N{ZERO WIDTH SPACE}" if len(letter) == 1 else pair


_ALPHABET = _Alphabet(_SAME | _BLANK_LETTERS)
