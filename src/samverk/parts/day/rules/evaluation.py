"""What may be asked, shown and quoted of an evaluation."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

from samverk.parts.day.rules.urn import FEWEST

SCALE = ("1", "2", "3", "4", "5")


class Ready(StrEnum):
    """Questions that stand ready, and that figures are made of."""

    GRADE = "grade"
    MET = "met"
    RECOMMEND = "recommend"
    CONTENT = "content"
    TAKE_HOME = "take_home"
    IMPROVE = "improve"
    SESSION_WORDS = "session_words"


YES = "Ja"


class Door(StrEnum):
    """Whether one can answer, or why not."""

    OPEN = "open"
    OFF = "off"
    EARLY = "early"
    CLOSED = "closed"


def closes_on(*, ends_on: date, days_open: int) -> date:
    """The last day on which one can answer."""
    return ends_on + timedelta(days=days_open)


def door(*, is_on: bool, is_closed: bool, ends_on: date, days_open: int, today: date) -> Door:
    """Whether one can answer: from the last day of the edition until the evaluation closes."""
    if is_closed or today > closes_on(ends_on=ends_on, days_open=days_open):
        return Door.CLOSED
    if not is_on:
        return Door.OFF
    return Door.EARLY if today < ends_on else Door.OPEN


def may_be_shown(answered: int) -> bool:
    """Whether so many have answered that nobody can be pointed out among them."""
    return answered >= FEWEST


def average(counts: Mapping[str, int]) -> float | None:
    """The mean grade; None when there are too few for it to be shown."""
    total = sum(counts.get(grade, 0) for grade in SCALE)
    if not may_be_shown(total):
        return None
    return sum(int(grade) * counts.get(grade, 0) for grade in SCALE) / total


def shares(counts: Mapping[str, int], total: int) -> dict[str, float]:
    """How many per cent gave each answer."""
    return {option: 100 * count / total for option, count in counts.items()} if total else {}


def is_taken_from(quoted: str, text: str) -> bool:
    """Whether a quotation says only what was said: the whole, or one stretch of it."""
    wanted, whole = " ".join(quoted.split()), " ".join(text.split())
    return bool(wanted) and wanted in whole
