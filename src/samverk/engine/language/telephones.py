"""Telephone numbers: Swedish ones in every spelling, others with their country.

Which numbers there are is known from the numbering plans in the library phonenumbers. Its own search of a
text takes a hundred times as long as this one may, so only its plans are used: each becomes a pattern in
which people may put spaces, dashes and brackets.
"""

import re
from collections.abc import Iterator

import phonenumbers

from samverk.engine.language.findings import Kind, Place
from samverk.engine.language.mentions import mentions

_GAP = r"[ \n./()-]{0,3}+"
_PLANNED = (
    "fixed_line",
    "mobile",
    "toll_free",
    "shared_cost",
    "personal_number",
    "voip",
    "pager",
    "uan",
    "premium_rate",
)
_NORDIC = ("SE", "NO", "DK", "FI")
_DIGIT_IN_PLAN = re.compile(r"(\\d|\[[^\]]*\]|[0-9])(\{[0-9,]+\})?")


def _plan(region: str) -> str:
    """The numbering plan of a country as a pattern, without the first zero."""
    code = phonenumbers.country_code_for_region(region)
    metadata = phonenumbers.PhoneMetadata.metadata_for_region_or_calling_code(code, region)
    described = (getattr(metadata, kind) for kind in _PLANNED)
    numbers = "|".join(
        one.national_number_pattern for one in described if one and one.national_number_pattern
    )
    return "(?:" + _DIGIT_IN_PLAN.sub(rf"(?:{_GAP}\1)\2", numbers).replace(r"\d", "[0-9]") + ")(?![0-9])"


def _from_abroad(region: str) -> str:
    code = str(phonenumbers.country_code_for_region(region))
    return rf"{_GAP}{_GAP.join(code)}(?:{_GAP}0(?={_GAP}[1-9]))?{_plan(region)}"


_NATIONAL = _plan("SE")
_NUMBER = re.compile(
    r"[+0(](?<![\w@+][+0(])(?<![0-9][-./:,][+0(])"
    rf"(?:(?:(?<=0)|(?<=\()0){_NATIONAL}|(?:(?<=\+)|(?<=0)0)(?:{'|'.join(map(_from_abroad, _NORDIC))}))"
)
_WORDS = ("tel", "tfn", "tlf", "mob", "fax", "ring", "nås", "sms", "whatsapp", "hemnummer", "anknytning")
_AFTER_WORD = re.compile(
    r"(?<![a-zåäö])(?:tele?fon\w{0,8}|tel|tfn|tlf|mob|mobil\w{0,8}|fax|ringa?|nås|smsa?|whatsapp|hemnummer|anknytning)\b"
    r"[^0-9\n+(]{0,14}+([1-9][0-9]{0,3}(?:[ -]?[0-9]{2,4}){1,4}+)(?![0-9])"
)
_AT_HOME = re.compile(_NATIONAL)
_FAR_ABROAD = re.compile(r"[+0](?<![\w+][+0])(?:(?<=\+)|0)([1-9](?:[ ./()-]{0,3}+[0-9]){7,14}+)(?![0-9])")

_NOT_A_DIGIT = str.maketrans("", "", " \n./()-+")
_DATE_OR_TIME = re.compile(r"\(?0[0-9](?:[-/. ]{1,3}[0-9]{2}[-/. ]{1,3}[0-9]{4}\b|\.[0-9]{2}\b)|0[0-9]{3}\.")
_YEARS = re.compile(r"(?:19|20)[0-9]{2}(?:[ -]|[01][0-9][0-3][0-9]$|$)")
_OTHER_NUMBERS = (
    "nr", "nummer", "diarie", "ärende", "ref", "faktura", "ocr", "isbn", "issn", "protokoll", "beslut",
    "konto", "clearing", "giro", "kod", "version", "koordinat",
)  # fmt: skip
_OTHER_NUMBER = re.compile(
    r"(?<![a-zåäö])(?:dnr|diarie\w*|"
    r"(?:ärende|ref|referens|faktura|order|kund|artikel|serie|org|organisations|besluts|projekt|medlems)"
    r"[. -]?(?:nr|nummer)|ärendet?|faktura|ocr|isbn|issn|beslut|protokoll|ref|kod|version|koordinat\w{0,4}|"
    r"konto\w{0,8}|clearing\w{0,8}|\w{0,6}giro\w{0,8})[ .:#]{0,3}(?:[a-z]{1,4}[ -])?$"
)
_AMOUNT = re.compile(r" ?(?:kr\b|kronor|:-|%|st\b|mkr|tkr|[mck]m\b|kg\b)")
_SHORT_NUMBER = re.compile("11[2-9]")


def telephones(reading: str) -> Iterator[Place]:
    """Every telephone number."""
    others = any(word in reading for word in _OTHER_NUMBERS)
    for found in _NUMBER.finditer(reading):
        start, end = found.span()
        if not (
            _DATE_OR_TIME.match(reading, start)
            or _AMOUNT.match(reading, end)
            or (others and _OTHER_NUMBER.search(reading, max(0, start - 32), start))
        ):
            yield start, end, Kind.TELEPHONE
    for found in _FAR_ABROAD.finditer(reading):
        if _has_country(found[1].translate(_NOT_A_DIGIT)):
            yield *found.span(), Kind.TELEPHONE
    yield from _after_words(reading)


def _has_country(digits: str) -> bool:
    countries = phonenumbers.COUNTRY_CODE_TO_REGION_CODE
    return any(int(digits[:length]) in countries for length in (1, 2, 3))


def _after_words(reading: str) -> Iterator[Place]:
    """Numbers without a first zero, which only a word tells: "tel 711 75"."""
    for found in filter(None, (_AFTER_WORD.match(reading, at) for at in mentions(reading, _WORDS))):
        digits = found[1].translate(_NOT_A_DIGIT)
        if _SHORT_NUMBER.match(digits) or _YEARS.match(found[1]) or _AMOUNT.match(reading, found.end()):
            continue
        if 5 <= len(digits) <= 8 or _AT_HOME.fullmatch(digits):
            yield *found.span(1), Kind.TELEPHONE
