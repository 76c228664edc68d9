"""A Day to try things on: a series, an edition, rooms, speakers and sessions."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from samverk.base.organisations import actions as organisations
from samverk.base.organisations.models import OrganisationKind
from samverk.base.organisations.permissions import OPERATOR
from samverk.parts.day.actions import editions, places, programme, speakers
from samverk.parts.day.actions.editions import Outline
from samverk.parts.day.actions.programme import SessionDraft
from samverk.parts.day.actions.speakers import SpeakerDraft

ZONE = ZoneInfo("Europe/Stockholm")
THE_DAY = date(2027, 4, 14)


def at(clock: str, day: date = THE_DAY) -> datetime:
    hour, minute = map(int, clock.split("."))
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


def a_series(name: str = "Provdagen") -> int:
    home = organisations.found(actor=OPERATOR, name="Provföreningen", kind=OrganisationKind.ASSOCIATION)
    return editions.create_series(name=name, purpose="", organiser_id=home.pk, by=OPERATOR)


def an_edition(series_id: int | None = None, *, published: bool = False, **facts: Any) -> int:
    outline = Outline(title="Provdagen 2027", starts_on=THE_DAY, ends_on=THE_DAY)
    key = editions.create_edition(series_id=series_id or a_series(), outline=outline, by=OPERATOR)
    if facts:
        editions.change_edition(edition_id=key, facts=facts, by=OPERATOR)
    if published:
        editions.publish(edition_id=key, by=OPERATOR)
    return key


def a_room(edition_id: int, name: str = "Stora salen", seats: int | None = None) -> int:
    return places.keep_room(edition_id=edition_id, room_id=None, name=name, seats=seats, by=OPERATOR)


def a_stream(edition_id: int, name: str = "Affärer") -> int:
    return places.keep_stream(edition_id=edition_id, stream_id=None, name=name, by=OPERATOR)


def a_speaker(edition_id: int, name: str = "Vera Provare", *, says_yes: bool = True, **facts: Any) -> int:
    draft = SpeakerDraft(name=name, consented_on=date(2027, 1, 8) if says_yes else None, **facts)
    return speakers.keep_speaker(edition_id=edition_id, speaker_id=None, draft=draft, by=OPERATOR)


def a_draft(title: str = "Inledning", start: str = "9.00", end: str = "10.00", **facts: Any) -> SessionDraft:
    facts.setdefault("kind", "lecture")
    return SessionDraft(title=title, starts_at=at(start), ends_at=at(end), **facts)


def a_session(
    edition_id: int, title: str = "Inledning", start: str = "9.00", end: str = "10.00", **facts: Any
) -> int:
    draft = a_draft(title, start, end, **facts)
    return programme.add_session(edition_id=edition_id, draft=draft, by=OPERATOR)
