"""The programme of an edition: its sessions with their rooms, streams and speakers, in a few queries."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db.models import Model, QuerySet

from samverk.base.database.queries import Given, Prepared
from samverk.parts.day.models import Room, Session, SessionSpeaker, Speaker, Stream
from samverk.parts.day.rules.clashes import Placed


@dataclass(frozen=True)
class Named:
    """A stream, or a room with its seats."""

    id: int
    name: str
    seats: int | None = None


@dataclass(frozen=True)
class SpeakerFacts:
    """Somebody who takes part; visitors see only those who have said yes to it."""

    id: int
    name: str
    title: str
    organisation: str
    biography: str
    picture_id: int | None
    consented_on: date | None
    email: str = ""


@dataclass(frozen=True)
class Online:
    """Where a session can be followed from a distance."""

    title: str
    starts_at: datetime
    url: str


@dataclass(frozen=True)
class SessionFacts:
    """A point in the programme. `unnamed` speakers take part, but have not said yes to being named."""

    id: int
    kind: str
    title: str
    description: str
    starts_at: datetime
    ends_at: datetime
    capacity: int | None
    online_url: str
    is_cancelled: bool
    is_draft: bool
    room: Named | None
    stream: Named | None
    speakers: tuple[SpeakerFacts, ...]
    unnamed: int = 0

    @property
    def is_online(self) -> bool:
        """Whether it can be followed from a distance."""
        return bool(self.online_url)

    @property
    def placed(self) -> Placed:
        """The session as the rules about clashes see it."""
        return Placed(
            id=self.id,
            title=self.title,
            starts_at=self.starts_at,
            ends_at=self.ends_at,
            room_id=self.room.id if self.room else None,
            room=self.room.name if self.room else "",
            speakers={speaker.id: speaker.name for speaker in self.speakers},
        )


@dataclass(frozen=True)
class Programme:
    """All of an edition's programme, in the order of the clock."""

    sessions: tuple[SessionFacts, ...]
    rooms: tuple[Named, ...]
    streams: tuple[Named, ...]


HIDDEN = "-"
"""What stands in place of an address that visitors may not see."""


def programme(edition_id: int) -> Programme:
    """The programme as organisers see it. Four queries."""
    rooms, streams = rooms_of(edition_id), streams_of(edition_id)
    by_room, by_stream = ({thing.id: thing for thing in things} for things in (rooms, streams))
    taking_part = _taking_part(edition_id)
    facts = (
        [*known, by_room.get(room), by_stream.get(stream), tuple(taking_part[known[0]])]
        for room, stream, *known in _SESSIONS.rows(edition=edition_id)
    )
    sessions = tuple(SessionFacts(*one) for one in facts)
    return Programme(sessions=sessions, rooms=rooms, streams=streams)


def public_programme(edition_id: int) -> Programme:
    """The programme as visitors see it: without drafts, those who have not said yes, links to take part."""
    whole = programme(edition_id)
    shown = (session for session in whole.sessions if not session.is_draft)
    return replace(whole, sessions=tuple(_public(session) for session in shown))


def session(session_id: int, *, edition_id: int) -> SessionFacts | None:
    """A session of an edition, as organisers see it."""
    found = (session for session in programme(edition_id).sessions if session.id == session_id)
    return next(found, None)


def rooms_of(edition_id: int) -> tuple[Named, ...]:
    """The rooms of an edition, in their order."""
    return tuple(Named(*row) for row in _ROOMS.rows(edition=edition_id))


def streams_of(edition_id: int) -> tuple[Named, ...]:
    """The streams of an edition, in their order."""
    return tuple(Named(*row) for row in _STREAMS.rows(edition=edition_id))


def speakers_of(edition_id: int) -> tuple[SpeakerFacts, ...]:
    """Everybody who takes part in an edition, whether they have said yes to being named or not."""
    return tuple(_speaker(row) for row in Speaker.objects.filter(edition=edition_id))


def online(edition_id: int) -> tuple[Online, ...]:
    """What can be followed from a distance, and where. For those who have a seat, nobody else."""
    rows = Session.objects.filter(edition=edition_id, is_cancelled=False, is_draft=False).exclude(
        online_url=""
    )
    found = rows.order_by("starts_at", "pk").values_list("title", "starts_at", "online_url")
    return tuple(Online(*row) for row in found)


def _taking_part(edition_id: int) -> defaultdict[int, list[SpeakerFacts]]:
    speakers: defaultdict[int, list[SpeakerFacts]] = defaultdict(list)
    for session, *facts in _TAKING_PART.rows(edition=edition_id):
        speakers[session].append(SpeakerFacts(*facts))
    return speakers


def _of_edition(model: type[Model], *columns: str) -> Prepared:
    return Prepared(lambda: model._default_manager.filter(edition_id=Given("edition")).values_list(*columns))


_ROOMS = _of_edition(Room, "id", "name", "seats")
_STREAMS = _of_edition(Stream, "id", "name")
_SPEAKER = ("id", "name", "title", "organisation", "biography", "picture_id", "consented_on", "email")


def _sessions() -> QuerySet[Any, Any]:
    """Where and in which stream a session is, then its facts in the order of `SessionFacts`."""
    rows = Session.objects.filter(edition_id=Given("edition")).order_by("starts_at", "room__position", "pk")
    facts = ("id", "kind", "title", "description", "starts_at", "ends_at", "capacity", "online_url")
    return rows.values_list("room_id", "stream_id", *facts, "is_cancelled", "is_draft")


def _speakers() -> QuerySet[Any, Any]:
    """The session, then the facts of somebody who takes part in it in the order of `SpeakerFacts`."""
    rows = SessionSpeaker.objects.filter(session__edition_id=Given("edition"))
    return rows.values_list("session_id", *(f"speaker__{name}" for name in _SPEAKER))


_SESSIONS, _TAKING_PART = Prepared(_sessions), Prepared(_speakers)


def _public(session: SessionFacts) -> SessionFacts:
    named = tuple(replace(speaker, email="") for speaker in session.speakers if speaker.consented_on)
    return replace(
        session,
        speakers=named,
        unnamed=len(session.speakers) - len(named),
        online_url=HIDDEN if session.online_url else "",
    )


def _speaker(row: Speaker) -> SpeakerFacts:
    return SpeakerFacts(
        id=row.pk,
        name=row.name,
        title=row.title,
        organisation=row.organisation,
        biography=row.biography,
        picture_id=row.picture_id,
        consented_on=row.consented_on,
        email=row.email,
    )
