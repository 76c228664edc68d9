"""Bank accounts: IBAN, bankgiro, plusgiro, Swish, and accounts with their clearing number.

An IBAN is known by its checksum (ISO 13616). The others are known by the words beside them: check digits
differ from bank to bank, and some have none.
"""

import re
from collections.abc import Iterator

from samverk.engine.language.checksums import is_mod_97
from samverk.engine.language.findings import Kind, Place
from samverk.engine.language.mentions import is_any_between, mentions

_IBAN = re.compile(
    r"[0-9](?:(?<=[a-z][0-9])(?<=\b[a-z]{2}[0-9])|(?<=[a-z] [0-9])(?<=\b[a-z]{2} [0-9]))"
    r"[0-9][ -]?(?:[a-z]{4}|[a-z]?[0-9]{2})"
)
_IBAN_LENGTHS = {
    **dict.fromkeys(("no",), 15),
    **dict.fromkeys(("be",), 16),
    **dict.fromkeys(("dk", "fo", "fi", "gl", "nl"), 18),
    **dict.fromkeys(("si", "mk"), 19),
    **dict.fromkeys(("at", "ba", "ee", "lt", "lu", "xk"), 20),
    **dict.fromkeys(("ch", "hr", "li", "lv"), 21),
    **dict.fromkeys(("bg", "de", "gb", "ie", "me", "rs", "ge"), 22),
    **dict.fromkeys(("ae", "gi", "il", "iq"), 23),
    **dict.fromkeys(("ad", "cz", "es", "md", "pk", "ro", "sa", "se", "sk", "tn"), 24),
    **dict.fromkeys(("pt",), 25),
    **dict.fromkeys(("is", "tr"), 26),
    **dict.fromkeys(("fr", "gr", "it", "mc", "sm"), 27),
    **dict.fromkeys(("al", "az", "cy", "hu", "lb", "pl"), 28),
    **dict.fromkeys(("ua",), 29),
    **dict.fromkeys(("mt",), 31),
}
_IBAN_SHAPES = {
    country: re.compile(
        rf"{country[0]}{country[1]}(?: ?[0-9]){{2}}(?:[ -]?[a-z0-9]){{{length - 4}}}(?![a-z0-9])"
    )
    for country, length in _IBAN_LENGTHS.items()
}
_BETWEEN = str.maketrans("", "", " -")
_GIRO_WORDS = ("bankgiro", "plusgiro", "postgiro", "bg", "pg", "swish")
_GIRO = re.compile(
    r"(?:(?:bank|plus|post)giro|(?<![a-zåäö])[bp]g(?![a-zåäö])|swish)[^0-9\n]{0,24}+"
    r"([0-9]{3,4}[ -]?[0-9]{4}|[0-9]{1,4}(?: ?[0-9]{2}){0,3}-[0-9]|123 ?[0-9]{3}(?: ?[0-9]{2}){2})(?![0-9-])"
)
_ACCOUNT = re.compile(
    r"[0-9](?<![0-9]{2})(?<![0-9][-/.:][0-9])"
    r"(?:(?:,? ?(?:konto|account)[a-z]{0,8}(?: ?nr| ?nummer)?[.:]? ?| ?[-,] ?| {1,2})?[0-9]){6,15}+(?![0-9-])"
)
_ACCOUNT_WORDS = ("konto", "clearing", "account", "iban")
_BANKS = (
    "swedbank", "sparbank", "handelsbank", "nordea", "seb", "danske bank", "skandia", "länsförsäkringar",
    "ica bank", "icabank", "ica-bank", "avanza", "sbab", "ikano", "marginalen", "resurs bank", "forex",
    "bankkonto", "min bank",
)  # fmt: skip
_BEFORE, _AFTER = 44, 16
_SUM = re.compile(r"[.,]?[0-9]* ?(?:kr\b|kronor|:-|%|mkr|tkr|miljon)")
_DATES = re.compile(r"(?:19|20)[0-9]{2}(?:[- ]?[01][0-9][- ]?[0-3][0-9]\b|[ -]+(?:19|20)[0-9]{2}\b)")


def accounts(reading: str) -> Iterator[Place]:
    """Every bank account."""
    yield from _ibans(reading)
    for giro in filter(None, (_GIRO.match(reading, at) for at in mentions(reading, _GIRO_WORDS))):
        yield *giro.span(1), Kind.BANK_ACCOUNT
    banks = sorted(mentions(reading, _BANKS))
    words = sorted([*banks, *mentions(reading, _ACCOUNT_WORDS)])
    if words:
        for found in _ACCOUNT.finditer(reading):
            start, end = found.span()
            told = is_any_between(words, start - _BEFORE, start) or is_any_between(banks, end, end + _AFTER)
            if told and not _SUM.match(reading, end) and not _DATES.match(found[0]):
                yield start, end, Kind.BANK_ACCOUNT


def _ibans(reading: str) -> Iterator[Place]:
    for found in _IBAN.finditer(reading):
        start = found.start() - (3 if reading[found.start() - 1] == " " else 2)
        shape = _IBAN_SHAPES.get(reading[start : start + 2])
        whole = shape.match(reading, start) if shape else None
        if whole and is_mod_97(whole[0].translate(_BETWEEN)):
            yield *whole.span(), Kind.BANK_ACCOUNT
