"""The programme of an edition: its sessions, rooms and streams. The database lets nothing clash."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from psycopg.errors import ExclusionViolation

from samverk.base.audit import actions as audit
from samverk.base.organisations.permissions import demand
from samverk.base.queue.actions import enqueue
from samverk.base.region.queries import current_region_id
from samverk.parts.day.actions import live
from samverk.parts.day.models import Edition, Passage, Room, Session, SessionSpeaker, Speaker, Stream
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.queries.programme import programme
from samverk.parts.day.rules.clashes import Clash, Placed, clashes_with
from samverk.parts.day.rules.shifting import STOCKHOLM


@dataclass(frozen=True)
class SessionDraft:
    """What an organiser says about a session."""

    title: str
    kind: str
    starts_at: datetime
    ends_at: datetime
    description: str = ""
    room_id: int | None = None
    stream_id: int | None = None
    speaker_ids: tuple[int, ...] = ()
    capacity: int | None = None
    online_url: str = ""
    is_cancelled: bool = False
    is_draft: bool = False


class SomebodyCame(Exception):
    """People have been checked in to the session, so it stays; it can still be cancelled."""


class Clashing(Exception):
    """A room or a speaker would be in two places at once. `clashes` name both sessions."""

    def __init__(self, clashes: tuple[Clash, ...]) -> None:
        super().__init__("a room or a speaker would be in two places at once")
        self.clashes = clashes


def add_session(*, edition_id: int, draft: SessionDraft, by: Any) -> int:
    """Put a new session in the programme. Returns its key.

    :raises PermissionDenied: when `by` may not arrange days.
    :raises Clashing: when the room or a speaker is taken.
    :raises ValidationError: when it lies outside the edition's days.
    """
    demand(may_arrange, by)
    row = Session(region_id=current_region_id(), edition_id=edition_id)
    return _keep(row, draft, by=by, action="day.add_session")


def change_session(*, session_id: int, draft: SessionDraft, by: Any, now: datetime) -> None:
    """Change a session. On its day the open pages say in what it differs from what was announced.

    :raises PermissionDenied: when `by` may not arrange days.
    :raises Clashing: when the room or a speaker is taken.
    :raises ValidationError: when it lies outside the edition's days.
    """
    demand(may_arrange, by)
    row = Session.objects.get(pk=session_id)
    _keep(row, draft, by=by, action="day.change_session", now=now)


@transaction.atomic
def move_session(
    *, session_id: int, starts_at: datetime, room_id: int | None, by: Any, now: datetime
) -> None:
    """Move a session to another time or room. It stays as long as it was.

    :raises PermissionDenied: when `by` may not arrange days.
    :raises Clashing: when the room or a speaker is taken then.
    :raises ValidationError: when it would lie outside the edition's days.
    """
    demand(may_arrange, by)
    row = Session.objects.get(pk=session_id)
    _hold(row.edition_id)
    row.refresh_from_db()
    moved = moved_draft(draft_of(session_id=session_id), starts_at=starts_at, room_id=room_id)
    _keep(row, moved, by=by, action="day.move_session", now=now)


@transaction.atomic
def remove_session(*, session_id: int, by: Any) -> None:
    """Take a session out of the programme.

    :raises PermissionDenied: when `by` may not arrange days.
    :raises SomebodyCame: when people have been checked in to it.
    """
    demand(may_arrange, by)
    row = Session.objects.get(pk=session_id)
    if Passage.objects.filter(session=row).exists():
        raise SomebodyCame
    audit.record(actor=by, action="day.remove_session", target=row, edition=row.edition_id)
    row.delete()
    enqueue("day.index_edition", edition_id=row.edition_id)
    live.announce(row.edition_id)


def draft_of(*, session_id: int) -> SessionDraft:
    """What is said about a session now, to change a part of it."""
    row = Session.objects.get(pk=session_id)
    speakers = SessionSpeaker.objects.filter(session=row).values_list("speaker_id", flat=True)
    return SessionDraft(
        title=row.title,
        kind=row.kind,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        description=row.description,
        room_id=row.room_id,
        stream_id=row.stream_id,
        speaker_ids=tuple(speakers),
        capacity=row.capacity,
        online_url=row.online_url,
        is_cancelled=row.is_cancelled,
        is_draft=row.is_draft,
    )


def moved_draft(draft: SessionDraft, *, starts_at: datetime, room_id: int | None) -> SessionDraft:
    """The same session, as long as it was, at another time or in another room."""
    return replace(
        draft, starts_at=starts_at, ends_at=starts_at + (draft.ends_at - draft.starts_at), room_id=room_id
    )


def _keep(row: Session, draft: SessionDraft, *, by: Any, action: str, now: datetime | None = None) -> int:
    """Let the database say whether it can be so; when it cannot, find out which sessions are in the way."""
    try:
        with transaction.atomic():
            _demand_within_days(_hold(row.edition_id), draft)
            if now:
                live.note(row.pk, now=now)
            _write(row, draft)
            audit.record(actor=by, action=action, target=row, edition=row.edition_id)
            enqueue("day.index_edition", edition_id=row.edition_id)
            live.announce(row.edition_id)
    except IntegrityError as refused:
        if not isinstance(refused.__cause__, ExclusionViolation):
            raise
        raise Clashing(_in_the_way(row, draft)) from refused
    return row.pk


def _hold(edition_id: int) -> Edition:
    """The edition, held until the transaction ends: whoever changes its programme waits for the others."""
    return Edition.objects.select_for_update(no_key=True).get(pk=edition_id)


def _write(row: Session, draft: SessionDraft) -> None:
    """Write the session, then who takes part in it."""
    _demand_own(row.edition_id, draft)
    for name in ("title", "kind", "starts_at", "ends_at", "description", "room_id", "stream_id", "capacity"):
        setattr(row, name, getattr(draft, name))
    row.online_url, row.is_cancelled, row.is_draft = draft.online_url, draft.is_cancelled, draft.is_draft
    kept = SessionSpeaker.objects.filter(session=row, speaker__in=draft.speaker_ids) if row.pk else None
    if kept is not None:
        SessionSpeaker.objects.filter(session=row).exclude(pk__in=kept).delete()
    row.save()
    row.refresh_from_db(fields=["occupies"])
    there = set(kept.values_list("speaker_id", flat=True)) if kept is not None else set()
    SessionSpeaker.objects.bulk_create(
        SessionSpeaker(
            region_id=row.region_id,
            session=row,
            speaker_id=speaker_id,
            position=position,
            occupies=row.occupies,
        )
        for position, speaker_id in enumerate(draft.speaker_ids)
        if speaker_id not in there
    )


def _demand_own(edition_id: int, draft: SessionDraft) -> None:
    """Rooms, streams and speakers of another edition are not to be had."""
    wanted = ((Room, [draft.room_id]), (Stream, [draft.stream_id]), (Speaker, list(draft.speaker_ids)))
    for kind, keys in wanted:
        asked = {key for key in keys if key is not None}
        if kind.objects.filter(edition=edition_id, pk__in=asked).count() != len(asked):
            raise ValidationError(_("Lokalen, spåret eller föreläsaren finns inte längre. Välj på nytt."))


def _demand_within_days(edition: Edition, draft: SessionDraft) -> None:
    days: list[date] = [moment.astimezone(STOCKHOLM).date() for moment in (draft.starts_at, draft.ends_at)]
    if days[0] < edition.starts_on or days[0] > edition.ends_on:
        raise ValidationError({"day": _("Den dagen hör inte till upplagan. Välj en av dess dagar.")})
    if draft.ends_at <= draft.starts_at:
        raise ValidationError({"ends": _("Punkten måste sluta efter att den har börjat.")})


def _in_the_way(row: Session, draft: SessionDraft) -> tuple[Clash, ...]:
    """The clashes, as the programme stands now."""
    now_there = programme(row.edition_id)
    rooms = {room.id: room.name for room in now_there.rooms}
    names = Speaker.objects.filter(pk__in=draft.speaker_ids).values_list("pk", "name")
    wanted = Placed(
        id=row.pk,
        title=draft.title,
        starts_at=draft.starts_at,
        ends_at=draft.ends_at,
        room_id=draft.room_id,
        room=rooms.get(draft.room_id or 0, ""),
        speakers=dict(names),
    )
    others = (session.placed for session in now_there.sessions if not session.is_cancelled)
    return clashes_with(wanted, others)
