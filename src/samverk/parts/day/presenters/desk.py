"""What organisers see of an edition: its rooms in the workspace, its state, what it has in figures."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samverk.parts.day.models import Kind, State
from samverk.parts.day.presenters import timetable, wording
from samverk.parts.day.queries.editions import EditionFacts, EditionLine
from samverk.parts.day.queries.programme import Named, Programme, SessionFacts
from samverk.parts.day.registry import desk
from samverk.ui.frame import Link

STEP = timedelta(minutes=15)
TONES = {State.DRAFT: "neutral", State.PUBLISHED: "success", State.CANCELLED: "danger"}


@dataclass(frozen=True)
class Tag:
    """A state, with its colour."""

    label: str
    tone: str


@dataclass(frozen=True)
class Block:
    """A session in the organisers' table."""

    id: int
    title: str
    time: str
    kind: str
    stream: str
    speakers: str
    room_id: int | None
    is_cancelled: bool
    is_draft: bool
    is_crowded: bool
    starts: str
    earlier: str
    later: str
    day: str


def state(value: str) -> Tag:
    """A state in words."""
    return Tag(str(State(value).label), TONES[State(value)])


def rooms_of(edition: EditionLine, *, path: str) -> tuple[Link, ...]:
    """The pages about an edition, for the links above it. The one nearest above `path` is the current one."""
    urls = {reverse(room.view, args=[edition.id]): str(room.label) for room in desk.registered()}
    here = max((url for url in urls if path.startswith(url)), key=len, default="")
    return tuple(Link(label, url, current=url == here) for url, label in urls.items())


def days(edition: EditionLine, *, chosen: date) -> tuple[Link, ...]:
    """The days of an edition, to be planned one at a time; none when there is only one."""
    length = (edition.ends_on - edition.starts_on).days
    if not length:
        return ()
    each = (edition.starts_on + timedelta(days=number) for number in range(length + 1))
    return tuple(Link(wording.day(day), f"?dag={day.isoformat()}", current=day == chosen) for day in each)


def on(day: date, programme: Programme) -> Programme:
    """The programme of one day."""
    held = (session for session in programme.sessions if wording.local_day(session.starts_at) == day)
    return replace(programme, sessions=tuple(held))


def tables(programme: Programme) -> tuple[timetable.DayTable[Block], ...]:
    """The programme as a table with a row for each quarter of an hour."""
    return timetable.tables(programme.sessions, programme.rooms, show=_block, step=STEP)


def blocks(programme: Programme) -> tuple[Block, ...]:
    """The programme as a list."""
    return tuple(_block(session) for session in programme.sessions)


def summary(facts: EditionFacts, programme: Programme) -> list[tuple[str, str]]:
    """The edition at a glance."""
    count, silent = len(programme.sessions), _silent(programme)
    return [
        (_("När"), wording.days(facts.line.starts_on, facts.line.ends_on)),
        (_("Var"), facts.venue_name or _("Inte bestämt än")),
        (_("Arrangör"), facts.organiser),
        (
            _("Program"),
            ngettext("%(count)d programpunkt", "%(count)d programpunkter", count) % {"count": count},
        ),
        (
            _("Väntar på ja"),
            ngettext(
                "%(count)d föreläsare har inte sagt ja till att visas",
                "%(count)d föreläsare har inte sagt ja till att visas",
                silent,
            )
            % {"count": silent}
            if silent
            else "",
        ),
    ]


def _silent(programme: Programme) -> int:
    taking_part = {speaker for session in programme.sessions for speaker in session.speakers}
    return sum(1 for speaker in taking_part if not speaker.consented_on)


def _block(session: SessionFacts) -> Block:
    return Block(
        id=session.id,
        title=session.title,
        time=wording.span(session.starts_at, session.ends_at),
        kind=str(Kind(session.kind).label),
        stream=session.stream.name if session.stream else "",
        speakers=", ".join(speaker.name for speaker in session.speakers),
        room_id=session.room.id if session.room else None,
        is_cancelled=session.is_cancelled,
        is_draft=session.is_draft,
        is_crowded=_is_crowded(session.room, session.capacity),
        starts=wording.input_time(session.starts_at),
        earlier=wording.input_time(session.starts_at - STEP),
        later=wording.input_time(session.starts_at + STEP),
        day=wording.local_day(session.starts_at).isoformat(),
    )


def _is_crowded(room: Named | None, capacity: int | None) -> bool:
    """Whether more seats are promised than the room has."""
    return bool(room and room.seats and capacity and capacity > room.seats)
