"""Days and times in words."""

from datetime import date, datetime

from django.utils import formats
from django.utils.translation import gettext as _

from samverk.parts.day.rules.shifting import STOCKHOLM


def clock(moment: datetime) -> str:
    """A time of day, as it is written in Swedish: 9.00."""
    local = moment.astimezone(STOCKHOLM)
    return f"{local.hour}.{local:%M}"


def span(starts_at: datetime, ends_at: datetime) -> str:
    """From one time to another."""
    return f"{clock(starts_at)}–{clock(ends_at)}"


def day(value: date) -> str:
    """A day with its weekday and year."""
    return formats.date_format(value, "l j F Y")


def days(starts_on: date, ends_on: date) -> str:
    """One day, or from one to another."""
    if starts_on == ends_on:
        return day(starts_on)
    first = "j" if (starts_on.year, starts_on.month) == (ends_on.year, ends_on.month) else "j F"
    if starts_on.year != ends_on.year:
        first = "j F Y"
    return _("{first}–{last}").format(
        first=formats.date_format(starts_on, first), last=formats.date_format(ends_on, "j F Y")
    )


def number(value: float, *, decimals: int = 0) -> str:
    """A figure with the thousands apart."""
    return formats.number_format(value, decimal_pos=decimals, use_l10n=True, force_grouping=True)


def local_day(moment: datetime) -> date:
    """The day that a moment belongs to here."""
    return moment.astimezone(STOCKHOLM).date()


def input_time(moment: datetime) -> str:
    """A time of day, as form fields write it."""
    return f"{moment.astimezone(STOCKHOLM):%H:%M}"
