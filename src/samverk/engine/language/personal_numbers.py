"""Swedish personal identity numbers and coordination numbers, however they are written.

Folkbokföringslagen (1991:481) 18 §: date of birth, three digits, a check digit. Lag (2022:1697) om
samordningsnummer: the same with 60 added to the day. The number of an organisation has at least 20 where the
month stands, so it is no such number; that of a sole trader is its owner's own. Universities give interim
numbers with a letter, which is checked as a 1 (Ladok).
"""

import re
from calendar import isleap
from collections.abc import Iterator

from samverk.engine.language.checksums import is_luhn
from samverk.engine.language.findings import Kind, Place
from samverk.engine.language.likeness import belongs_together, is_date_or_time, is_telephone

_GAP = "[ \n+./_:-]{0,6}+"
_NEXT = f"{_GAP}[0-9]"
_REST = (
    f"{_GAP}(?:0{_GAP}[1-9]|1{_GAP}[0-2]){_GAP}(?:[012789]{_NEXT}|3{_GAP}[01]|6{_GAP}[1-9])"
    f"((?:[ )]?,)?{_GAP})([0-9](?:{_NEXT}){{3}})(?![0-9])"
)
_TWELVE = re.compile(f"[12](?<![0-9]{{2}})(?=(?:(?<=1){_GAP}[89]|(?<=2){_GAP}0)(?:{_NEXT}){{2}}{_REST})")
_TEN = re.compile(f"[0-9](?<![0-9]{{2}})(?={_NEXT}{_REST})")
_BETWEEN = str.maketrans("", "", " \n+./_:-,)")

_IN_WORDS = re.compile(
    r"([0-9](?<![0-9]{2})[0-9](?:[0-9]{2})?[./ -]?[0-9]{2}[./ -]?[0-9]{2})"
    r"(?:[^0-9]{0,20}?\bsista\b[^0-9]{0,24}+([0-9]{4})(?![0-9])|[-+ ]?[trsuwxjklmn]([0-9]{3})(?![0-9a-z]))"
)
_VALUE_ADDED_TAX = re.compile("se(?<![a-z0-9]se)[ -]?([0-9]{6}-?[0-9]{4})-?01(?![0-9])")
_TAKEN_FOR_DIGITS = re.compile("[0-9][oil]{1,2}(?=[0-9])")
_MEANT = str.maketrans("oil", "011")

_USUAL = re.compile(
    f"[0-9]{{6}}(?:{_GAP}|[ )]?, ?)[0-9]{{4}}|(?:[0-9]{{2}}{_GAP}){{3}}[0-9]{{4}}|"
    f"(?:1[89]|20){_GAP}[0-9]{{2}}(?:{_GAP}[0-9]{{2}}){{2}}{_GAP}[0-9]{{4}}"
)
_PLAIN = re.compile("(?:[1-9][0-9]{5}|[12][0-9]{7})[+-]?[0-9]{4}")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_KINDS = {
    f"{month:02}{day + added:02}": kind
    for month, days in enumerate(_DAYS, start=1)
    for day in range(1, days + 1)
    for added, kind in ((0, Kind.PERSONAL_NUMBER), (60, Kind.COORDINATION_NUMBER))
}


def personal_numbers(reading: str) -> Iterator[Place]:
    """Every personal identity number and coordination number. Those written in a usual way come first."""
    reading = _TAKEN_FOR_DIGITS.sub(lambda letters: letters[0].translate(_MEANT), reading)
    unusual = []
    for match, kind, is_plain in _checked(reading):
        place = (match.start(), match.end(2), kind)
        if is_plain:
            yield place
        elif not is_telephone(reading, *place) and not is_date_or_time(reading, match):
            if _USUAL.fullmatch(reading, *place[:2]):
                yield place
            elif belongs_together(reading, match):
                unusual.append(place)
    yield from unusual
    yield from _written_apart(reading)


def _checked(reading: str) -> Iterator[tuple[re.Match[str], Kind, bool]]:
    """Digits with a date and the right check digit, and whether they are written in the plainest way."""
    kinds = _Kinds()
    for shape in (_TWELVE, _TEN):
        past = 0
        for match in shape.finditer(reading):
            start = match.start()
            if start >= past and (kind := kinds[reading[start : match.end(2)]]):
                is_plain = bool(_PLAIN.fullmatch(reading, start, match.end(2)))
                past = match.end(2) if is_plain else past
                yield match, kind, is_plain


class _Kinds(dict[str, Kind | None]):
    """What each piece is: one that comes again and again is judged once. Lives for one search only."""

    def __missing__(self, written: str) -> Kind | None:
        self[written] = kind = kind_of(written.translate(_BETWEEN))
        return kind


def kind_of(digits: str) -> Kind | None:
    """Tell what ten or twelve digits are, when the date exists and the check digit agrees."""
    day = digits[-8:-4]
    kind = _KINDS.get(day)
    if kind is None or not is_luhn(digits[-10:]):
        return None
    if day in {"0229", "0289"} and not isleap(
        int(digits[:-8]) if len(digits) == 12 else 2000 + int(digits[:2])
    ):
        return None
    return kind


def _written_apart(reading: str) -> Iterator[Place]:
    """The numbers in which words or letters stand, and those that stand in a number for value added tax."""
    for found in _IN_WORDS.finditer(reading):
        date, four, three = found.groups()
        digits = date.translate(_BETWEEN) + (four or "1" + three)
        kind = kind_of(digits) if len(digits) == 10 or digits[:2] in {"18", "19", "20"} else None
        if kind is not None:
            yield found.start(), found.end(), kind
    for found in _VALUE_ADDED_TAX.finditer(reading):
        kind = kind_of(found[1].translate(_BETWEEN))
        if kind is not None:
            yield *found.span(1), kind
