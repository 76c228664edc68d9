"""What looks like a personal identity number and is something else: a telephone number, a time, dates."""

import re

from samverk.engine.language.findings import Kind

_FAR = 40
_TELEPHONE = r"\b(?:tel|tfn|tlf|fax|mob|ring|sms|swish|whatsapp|växel|anknytning)"
_PERSON = r"(?<!\[dolt )\b(?:pnr|p-?nummer|person-?n|personal|samordning|född|identity|coordination)"
_SAID = re.compile(f"({_TELEPHONE})|{_PERSON}")
_GROUPED_AS_PERSON = re.compile("[0-9]{6}[^0-9]+[0-9]{4}|(?:[0-9]{2}[^0-9]+){3}[0-9]{4}")
_GROUPED_AS_TELEPHONE = re.compile("[0-9]{3,4}[^0-9]|[0-9]{2}[^0-9]+[0-9]{3}[^0-9]")
_MOBILE = ("070", "072", "073", "076", "079")

_PAIRS = re.compile("([0-9]{2})([^0-9]+)([0-9]{2})")
_GOES_ON = re.compile("[ \n]?[-./][ \n]?([0-9]{2}(?:[0-9]{2})?)(?![0-9])")
_HOUR = re.compile("(?:[01]?[0-9]|2[0-4])[0-5][0-9]$")
_JOINTS = frozenset("-/:.+_")
_GAPS = " \n+./_:-"


def is_telephone(reading: str, start: int, end: int, kind: Kind) -> bool:
    """Whether a valid personal number is rather a telephone number: "0701740605".

    The grouping decides where it can: 070174-0605 is a person. Otherwise the word before it does; without it
    070-174 06 05 is a telephone number; so is a mobile number that could be a coordination number of 2007.
    The rest are persons, whose numbers may not be kept.
    """
    if reading[start] != "0" or _GROUPED_AS_PERSON.fullmatch(reading, start, end):
        return reading.startswith("+", start - 1)
    said = list(_SAID.finditer(reading, max(0, start - _FAR), start))
    if said:
        return said[-1][1] is not None
    if _GROUPED_AS_TELEPHONE.match(reading, start, end):
        return True
    return kind is Kind.COORDINATION_NUMBER and reading.startswith(_MOBILE, start)


def is_date_or_time(reading: str, match: re.Match[str]) -> bool:
    """Whether the last four digits are an hour or a year: "2018-04-17 14:30", "2018-04-17 - 2019-04-16".

    The match's first group is what stands before the last four digits, its second group is these.
    """
    before, last = match.groups()
    pairs = _PAIRS.fullmatch(last)
    if pairs:
        hour, between, minute = pairs.groups()
        return between != before and not between.isspace() and bool(_HOUR.match(hour + minute))
    goes_on = _GOES_ON.match(reading, match.end(2))
    if not goes_on:
        return False
    if len(goes_on[1]) == 2:
        return last.startswith(("19", "20"))
    return bool(_HOUR.match(last) and _HOUR.match(goes_on[1]))


def belongs_together(reading: str, match: re.Match[str]) -> bool:
    """Whether digits that are grouped in an odd way still belong together, and to nothing else."""
    start, end = match.start(), match.end(2)
    before, after = reading[max(0, start - 2) : start], reading[end : end + 2]
    if (before[-1:] in _JOINTS and before[:-1].isdigit()) or (after[:1] in _JOINTS and after[1:].isdigit()):
        return False
    if match[1]:
        return True
    before, after = reading[max(0, start - 7) : start].rstrip(_GAPS), reading[end : end + 7].lstrip(_GAPS)
    return not before[-1:].isdigit() and not after[:1].isdigit()
