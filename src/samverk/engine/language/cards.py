"""Numbers of payment cards: ISO/IEC 7812-1."""

import re
from collections.abc import Iterator

from samverk.engine.language.checksums import is_luhn
from samverk.engine.language.findings import Kind, Place
from samverk.engine.language.mentions import is_any_between, mentions

_CARD = re.compile(
    r"[2-6](?<![0-9]{2})(?<![0-9][-./:][0-9])(?:"
    r"[0-9]{3}([ \n-]{0,2})[0-9]{4}\1[0-9]{4}\1[0-9]{4}(?![0-9])|"
    r"[0-9]{3}([ \n-]{0,2})[0-9]{6}\2[0-9]{4,5}(?![0-9])|"
    r"(?<![0-9][ \n][0-9])(?:[ \n./-]{0,3}+[0-9]){12,18}+)"
)
_LENGTHS_OF_BRANDS = (
    (re.compile("5[1-5]|2[2-7]|35"), (16,)),
    (re.compile("3[47]"), (15,)),
    (re.compile("30[0-5]|3[689]"), (14,)),
    (re.compile("4"), (16, 19, 13)),
    (re.compile("50|5[6-8]|6"), (16, 19, 18)),
)
_BETWEEN = str.maketrans("", "", " \n./-")
_OTHER_NUMBERS = (
    "ocr", "faktura", "referens", "ref.", "serie", "imei", "isbn", "order", "kolli", "kund", "streckkod",
)  # fmt: skip
_BEFORE = 28


def cards(reading: str) -> Iterator[Place]:
    """Every card number whose length and check digit agree with its brand."""
    others = sorted(mentions(reading, _OTHER_NUMBERS))
    for found in _CARD.finditer(reading):
        start = found.start()
        end = _end(reading, start, found[0])
        if end and not is_any_between(others, start - _BEFORE, start):
            yield start, end, Kind.CARD


def _end(reading: str, start: int, written: str) -> int | None:
    """Where a card number ends that begins here: "4111 1111 1111 1111 12/27" goes on with a month."""
    digits = written.translate(_BETWEEN)
    lengths = next((lengths for brand, lengths in _LENGTHS_OF_BRANDS if brand.match(digits)), ())
    for length in lengths:
        if length <= len(digits) and is_luhn(digits[:length]):
            end = start + (len(written) if length == len(digits) else _reach(written, length))
            if not reading[end : end + 1].isdigit():
                return end
    return None


def _reach(written: str, length: int) -> int:
    """How far so many digits reach."""
    return [place for place, letter in enumerate(written) if letter in "0123456789"][length - 1] + 1
