"""Swedish personal identity numbers and coordination numbers, however they are written.

Folkbokföringslagen (1991:481) 18 §: date of birth, three digits, a check digit. Lag (2022:1697) om
samordningsnummer: the same with 60 added to the day. The number of an organisation has at least 20 where the
month stands, so it is no such number; that of a sole trader is its owner's own. Universities give interim
numbers with a letter, which is checked as a 1 (Ladok).
"""

import re
from calendar import isleap
from collections.abc import Iterator
from enum import Enum, auto

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

_DATE = r"[0-9](?<![0-9]{2})[0-9](?:[0-9]{2})?[./ -]?[0-9]{2}[./ -]?[0-9]{2}"
_LAST_FOUR_IN_WORDS = re.compile(rf"({_DATE})[^0-9]{{0,20}}?\bsista\b[^0-9]{{0,24}}+([0-9]{{4}})(?![0-9])")
_INTERIM = re.compile("[0-9](?<=[0-9 +-][trsuwxjklmn][0-9])[0-9]{2}(?![0-9a-z])")
_DATE_BEFORE = re.compile(rf"{_DATE}(?=[-+ ]?$)")
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
    for match, kind, way in _checked(reading):
        place = (match.start(), match.end(2), kind)
        if way is _Way.PLAIN:
            yield place
        elif not is_telephone(reading, *place) and not is_date_or_time(reading, match):
            if way is _Way.USUAL:
                yield place
            elif belongs_together(reading, match):
                unusual.append(place)
    yield from unusual
    yield from _written_apart(reading)


class _Way(Enum):
    """How a number is grouped."""

    PLAIN = auto()
    USUAL = auto()
    UNUSUAL = auto()


class _Judgements(dict[str, tuple[Kind, _Way] | None]):
    """What each piece is: one that comes again and again is judged once. Lives for one search only."""

    def __missing__(self, written: str) -> tuple[Kind, _Way] | None:
        kind = kind_of(written.translate(_BETWEEN))
        way = _Way.USUAL if _USUAL.fullmatch(written) else _Way.UNUSUAL
        way = _Way.PLAIN if _PLAIN.fullmatch(written) else way
        self[written] = judged = (kind, way) if kind else None
        return judged


def _checked(reading: str) -> Iterator[tuple[re.Match[str], Kind, _Way]]:
    """Digits with a date and the right check digit."""
    judgements = _Judgements()
    for shape in (_TWELVE, _TEN):
        past = 0
        for match in shape.finditer(reading):
            start = match.start()
            if start >= past and (judged := judgements[reading[start : match.end(2)]]):
                past = match.end(2) if judged[1] is _Way.PLAIN else past
                yield match, *judged


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
    if "sista" in reading:
        for found in _LAST_FOUR_IN_WORDS.finditer(reading):
            yield from _if_valid(found[1] + found[2], *found.span())
    for found in _INTERIM.finditer(reading):
        start, letter = max(0, found.start() - 15), found.start() - 1
        date = _DATE_BEFORE.search(reading[start:letter])
        if date:
            yield from _if_valid(f"{date[0]}1{found[0]}", start + date.start(), found.end())
    for found in _VALUE_ADDED_TAX.finditer(reading):
        yield from _if_valid(found[1], *found.span(1))


def _if_valid(written: str, start: int, end: int) -> Iterator[Place]:
    digits = written.translate(_BETWEEN)
    kind = kind_of(digits) if len(digits) == 10 or digits[:2] in {"18", "19", "20"} else None
    if kind is not None:
        yield start, end, kind
