"""Dates as Swedes and Britons write them under an article."""

import re
from datetime import date

_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "maj": 5, "may": 5, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_MONTH = (
    r"(?P<month>jan(?:uari|uary)?|feb(?:ruari|ruary)?|mars|march|mar|apr(?:il)?|maj|may|jun[ie]?|jul[iy]?|"
    r"aug(?:usti|ust)?|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|:e)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_ORDERS = (
    re.compile(rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
    re.compile(rf"\b{_DAY}\s+{_MONTH}\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b(?P<day>\d{{1,2}})[/.](?P<month>\d{{1,2}})[/.-]\s?{_YEAR}\b"),
)
_PUBLISHED = re.compile(
    r"\b(publicera(d|t|ds|des)?|publicerings?datum|published|posted|skapad|datum|date)\b", re.I
)
_CHANGED = re.compile(
    r"\b(uppdatera(d|t|des)?|ändra(d|t|des)?|granska(d|t)|updated|modified|changed|reviewed)\b", re.I
)
_AROUND = re.compile(
    r"\b(senast|last|sidan|page|den|the|on|kl|klockan|at|tid|(mån|tis|ons|tors|fre|lör|sön)dag(en)?|"
    r"(mon|tues|wednes|thurs|fri|satur|sun)day|t)\b|\b\d{1,2}[.:]\d{2}([.:]\d{2})?\b|[\W_]",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"\b(av|by)\s+(\w+[ -]?){1,4}$", re.IGNORECASE)


def iso_date(words: str) -> date | None:
    """Read the date that a machine wrote: 2018-04-17T10:15."""
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)", words)
    return _day(int(found[1]), int(found[2]), int(found[3])) if found else None


def date_line(words: str) -> tuple[str, date] | None:
    """Read a line that says nothing but a date: what happened then ("published", "changed", ""), and when.

    A line with two dates, "Publicerad ... Uppdaterad ...", tells the first.
    """
    if len(words) > 140:
        return None
    rest, days = words, []
    for order in _ORDERS:
        for found in order.finditer(rest):
            if day := _date_in(found):
                days.append((found.start(), day))
        rest = order.sub(lambda found: " " * len(found[0]), rest)
    if not days:
        return None
    published, changed = _PUBLISHED.search(rest), _CHANGED.search(rest)
    remains = _BYLINE.sub("", rest.strip(" .")) if published or changed else rest
    for label in (_PUBLISHED, _CHANGED, _AROUND):
        remains = label.sub(" ", remains)
    if remains.strip():
        return None
    kind = "published" if published and not (changed and changed.start() < published.start()) else ""
    return kind or ("changed" if changed else ""), _nearest(days, published.start() if published else 0)


def _nearest(days: list[tuple[int, date]], start: int) -> date:
    after = [found for found in sorted(days) if found[0] >= start]
    return (after or sorted(days))[0][1]


def _date_in(found: re.Match[str]) -> date | None:
    month = found["month"].lower()
    number = int(month) if month.isdigit() else _MONTHS[month[:3]]
    return _day(int(found["year"]), number, int(found["day"]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
