"""The series of the demonstration: its edition of 2018 and the one that is coming. Made once."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from types import ModuleType

from wagtail.models import Page

from samverk.base.organisations import actions as organisations
from samverk.base.organisations.models import OrganisationKind
from samverk.base.organisations.permissions import OPERATOR
from samverk.demo.accounts import REGION
from samverk.demo.contents import days as contents
from samverk.parts.day.actions import editions, followup, places, programme, speakers
from samverk.parts.day.actions.editions import Outline
from samverk.parts.day.actions.programme import SessionDraft
from samverk.parts.day.actions.speakers import SpeakerDraft
from samverk.parts.day.models import Series
from samverk.parts.day.rules.shifting import STOCKHOLM

ARTICLE = "sociala-foretagsdagen-i-norr"
WEDNESDAY = 2
AHEAD = timedelta(days=60)
BEHIND = timedelta(days=30)

Say = Callable[[str], None]


def build(*, today: date, say: Say) -> None:
    """Make the series with its two editions, unless it is there."""
    if Series.objects.filter(name=contents.SERIES).exists():
        return
    home = organisations.found(actor=OPERATOR, name=REGION, kind=OrganisationKind.REGION)
    series_id = editions.create_series(
        name=contents.SERIES, purpose=contents.PURPOSE, organiser_id=home.pk, by=OPERATOR
    )
    _then(series_id)
    _coming(series_id, today)
    say("a day that comes back: as it was in 2018, and the next")


def next_day(today: date) -> date:
    """The second Wednesday of an April that is well ahead."""
    years = (today.year + number for number in range(3))
    days = (_second_wednesday_of_april(year) for year in years)
    return next(day for day in days if day >= today + AHEAD)


def _second_wednesday_of_april(year: int) -> date:
    first = date(year, 4, 1)
    return first + timedelta(days=(WEDNESDAY - first.weekday()) % 7 + 7)


def _then(series_id: int) -> None:
    """What the source page tells of 2018. It names no hours, so each lecture is told as being that day."""
    key = edition(series_id, contents.THEN_TITLE, contents.THEN)
    texts = {
        "lead": contents.THEN_LEAD,
        "about": contents.THEN_ABOUT,
        "organiser": contents.THEN_ORGANISER,
    }
    editions.change_edition(edition_id=key, facts=texts, by=OPERATOR)
    for told in contents.THEN_SESSIONS:
        _session(key, contents.THEN, told)
    editions.publish(edition_id=key, by=OPERATOR)
    article = Page.objects.filter(slug=ARTICLE, live=True).first()
    if article:
        followup.tell_of(edition_id=key, page_id=article.pk, by=OPERATOR)


def _coming(series_id: int, today: date) -> None:
    day = next_day(today)
    key = edition(series_id, f"{contents.SERIES} {day.year}", day)
    facts = {"lead": contents.LEAD, "about": contents.ABOUT, **contents.VENUE}
    editions.change_edition(edition_id=key, facts=facts, by=OPERATOR)
    programme_of(key, day, contents, said_yes_on=today)
    editions.publish(edition_id=key, by=OPERATOR)


def programme_of(edition_id: int, day: date, told: ModuleType, *, said_yes_on: date) -> None:
    """The rooms, streams, speakers and sessions that a module of contents tells of."""
    rooms = {
        name: places.keep_room(edition_id=edition_id, room_id=None, name=name, seats=seats, by=OPERATOR)
        for name, seats in told.ROOMS
    }
    streams = {
        name: places.keep_stream(edition_id=edition_id, stream_id=None, name=name, by=OPERATOR)
        for name in told.STREAMS
    }
    people = {one.name: _speaker(edition_id, one, said_yes_on) for one in told.SPEAKERS}
    for one in told.SESSIONS:
        _session(edition_id, day, one, rooms=rooms, streams=streams, people=people)


def last_day(today: date) -> date:
    """The second Wednesday of the latest April that is well over."""
    years = (today.year - number for number in range(3))
    days = (_second_wednesday_of_april(year) for year in years)
    return next(day for day in days if day <= today - BEHIND)


def edition(series_id: int, title: str, day: date) -> int:
    """An edition of one day, with nothing in it yet."""
    return editions.create_edition(series_id=series_id, outline=Outline(title, day, day), by=OPERATOR)


def _speaker(edition_id: int, told: contents.Speaker, today: date) -> int:
    draft = SpeakerDraft(
        name=told.name,
        title=told.title,
        organisation=told.organisation,
        biography=told.biography,
        consented_on=today if told.says_yes else None,
    )
    return speakers.keep_speaker(edition_id=edition_id, speaker_id=None, draft=draft, by=OPERATOR)


def _session(
    edition_id: int,
    day: date,
    told: contents.Session,
    *,
    rooms: dict[str, int] | None = None,
    streams: dict[str, int] | None = None,
    people: dict[str, int] | None = None,
) -> None:
    draft = SessionDraft(
        title=told.title,
        kind=told.kind,
        starts_at=_at(day, told.start),
        ends_at=_at(day, told.end),
        description=told.description,
        room_id=(rooms or {}).get(told.room),
        stream_id=(streams or {}).get(told.stream),
        speaker_ids=tuple((people or {})[name] for name in told.speakers),
        capacity=told.capacity,
        online_url=told.online,
    )
    programme.add_session(edition_id=edition_id, draft=draft, by=OPERATOR)


def _at(day: date, clock: str) -> datetime:
    hour, minute = map(int, clock.split("."))
    midnight = datetime(day.year, day.month, day.day, tzinfo=STOCKHOLM)
    return midnight + timedelta(hours=hour, minutes=minute)
