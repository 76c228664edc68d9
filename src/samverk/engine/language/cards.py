"""Numbers of payment cards: ISO/IEC 7812-1."""

import re
from collections.abc import Iterator

from samverk.engine.language.checksums import is_luhn
from samverk.engine.language.findings import Kind, Place
from samverk.engine.language.mentions import is_any_between, mentions

_CARD = re.compile(
    r"[2-6](?<![0-9]{2})(?<![0-9][-./:][0-9])(?:"
    r"[0-9]{3}([ \n-]{0,2})[0-9]{4}\1[0-9]{4}\1[0-9]{4}(?:\1[0-9]{1,3})?(?![0-9])|"
    r"[0-9]{3}([ \n-]{0,2})[0-9]{6}\2[0-9]{4,5}(?![0-9])|"
    r"(?:[ \n./-]{0,3}+[0-9]){12,18}+(?![0-9]))"
)
_BRAND = re.compile(
    r"4[0-9]{12}(?:[0-9]{3}){0,2}|(?:5[1-5]|2[2-7])[0-9]{14}|3[47][0-9]{13}|3(?:0[0-5]|[689][0-9])[0-9]{11}|"
    r"35[0-9]{14}|(?:50|5[6-8]|6[0-9])[0-9]{11,17}"
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
        start, end = found.span()
        digits = found[0].translate(_BETWEEN)
        if (
            _BRAND.fullmatch(digits)
            and is_luhn(digits)
            and not is_any_between(others, start - _BEFORE, start)
        ):
            yield start, end, Kind.CARD
