"""Calendar files (RFC 5545), so that programmes end up in people's own calendars."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from samverk.parts.day.models import State
from samverk.parts.day.presenters import wording
from samverk.parts.day.presenters.page import paragraphs
from samverk.parts.day.queries.editions import EditionFacts
from samverk.parts.day.queries.programme import SessionFacts

MAKER = "-//Samverk//Dagen//SV"
ASK_AGAIN = timedelta(hours=1)
TYPE = "text/calendar; charset=utf-8"


def calendar(
    facts: EditionFacts, sessions: Iterable[SessionFacts], *, page_url: str, host: str, now: datetime
) -> bytes:
    """The sessions as a calendar to subscribe to or to take in."""
    made = Calendar()
    made.add("prodid", MAKER)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("name", facts.line.title)
    made.add("x-wr-calname", facts.line.title)
    made.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    made.add("url", page_url)
    for session in sessions:
        made.add_component(_event(facts, session, page_url=page_url, host=host, now=now))
    return bytes(made.to_ical())


def _event(facts: EditionFacts, session: SessionFacts, *, page_url: str, host: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"session-{session.id}@{host}")
    event.add("dtstamp", now.astimezone(UTC))
    whole = wording.is_whole_day(session.starts_at, session.ends_at)
    for name, moment in (("dtstart", session.starts_at), ("dtend", session.ends_at)):
        event.add(name, wording.local_day(moment) if whole else moment.astimezone(UTC))
    event.add("summary", session.title)
    event.add("url", f"{page_url}#p{session.id}")
    is_off = session.is_cancelled or facts.line.state == State.CANCELLED
    event.add("status", "CANCELLED" if is_off else "CONFIRMED")
    event.add("sequence", facts.sequence)
    place = ", ".join(part for part in (_room(session), facts.venue_name, facts.venue_address) if part)
    told = "\n\n".join((*_names(session), *paragraphs(session.description)))
    for name, value in (("location", place), ("description", told)):
        if value:
            event.add(name, value)
    return event


def _room(session: SessionFacts) -> str:
    return session.room.name if session.room else ""


def _names(session: SessionFacts) -> tuple[str, ...]:
    names = ", ".join(speaker.name for speaker in session.speakers)
    return (names,) if names else ()
