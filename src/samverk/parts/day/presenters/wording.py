"""Days and times in words."""

from datetime import date, datetime, time, timedelta

from django.utils import formats
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samverk.parts.day.rules.shifting import STOCKHOLM

A_MOMENT = timedelta(seconds=1)


def clock(moment: datetime) -> str:
    """A time of day, as it is written in Swedish: 9.00."""
    local = moment.astimezone(STOCKHOLM)
    return f"{local.hour}.{local:%M}"


def is_whole_day(starts_at: datetime, ends_at: datetime) -> bool:
    """Whether it is told as a day: from midnight to midnight, because its hours are not known."""
    first, last = starts_at.astimezone(STOCKHOLM), ends_at.astimezone(STOCKHOLM)
    return first.time() == last.time() == time() and last.date() == first.date() + timedelta(days=1)


def span(starts_at: datetime, ends_at: datetime) -> str:
    """From one time to another, or that it was some time during the day."""
    if is_whole_day(starts_at, ends_at):
        return _("Under dagen")
    return f"{clock(starts_at)}–{clock(ends_at)}"


def day(value: date) -> str:
    """A day with its weekday and year, as it stands first on a line."""
    return capfirst(formats.date_format(value, "l j F Y"))


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
    rounded = round(value, decimals)  # Django cuts off instead
    return formats.number_format(rounded, decimal_pos=decimals, use_l10n=True, force_grouping=True)


def local_day(moment: datetime) -> date:
    """The day that a moment belongs to here."""
    return moment.astimezone(STOCKHOLM).date()


def input_time(moment: datetime) -> str:
    """A time of day, as form fields write it."""
    return f"{moment.astimezone(STOCKHOLM):%H:%M}"
