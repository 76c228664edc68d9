"""Lists of Days, in the words of the screen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from samverk.parts.day.models import State
from samverk.parts.day.presenters import wording
from samverk.parts.day.queries.editions import EditionLine, SeriesLine


@dataclass(frozen=True)
class Card:
    """An edition in a list."""

    title: str
    url: str
    meta: str
    lead: str
    is_cancelled: bool


@dataclass(frozen=True)
class DaysView:
    """All Days: those to come, the next first, and those that have been, the latest first."""

    coming: tuple[Card, ...]
    earlier: tuple[Card, ...]


@dataclass(frozen=True)
class SeriesView:
    """A Day that comes back."""

    name: str
    purpose: str
    organiser: str
    days: DaysView


def days(editions: Sequence[EditionLine], *, today: date) -> DaysView:
    """The editions, divided by whether they have been."""
    coming = sorted((one for one in editions if not one.is_over(today)), key=lambda one: one.starts_on)
    earlier = (one for one in editions if one.is_over(today))
    return DaysView(coming=tuple(_cards(coming)), earlier=tuple(_cards(earlier)))


def series(found: SeriesLine, *, today: date) -> SeriesView:
    """A series with its editions."""
    return SeriesView(
        name=found.name,
        purpose=found.purpose,
        organiser=_("Arrangör: {name}").format(name=found.organiser),
        days=days(found.editions, today=today),
    )


def _cards(editions: Iterable[EditionLine]) -> Iterable[Card]:
    for one in editions:
        when = wording.days(one.starts_on, one.ends_on)
        yield Card(
            title=one.title,
            url=reverse("day:edition", args=[one.series_slug, one.slug]),
            meta=", ".join(part for part in (when, one.place) if part),
            lead=one.lead,
            is_cancelled=one.state == State.CANCELLED,
        )
