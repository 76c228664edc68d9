"""Series and their editions: beginning them, copying them with their dates moved, publishing, cancelling."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import F, Sum
from django.utils.text import slugify
from django.utils.translation import gettext as _

from samverk.base.audit import actions as audit
from samverk.base.organisations.permissions import demand
from samverk.base.queue.actions import enqueue
from samverk.base.region.queries import current_region_id
from samverk.parts.day.actions import live
from samverk.parts.day.models import (
    Edition,
    Registration,
    RegistrationState,
    Room,
    Series,
    Session,
    State,
    Stream,
    TicketKind,
)
from samverk.parts.day.models.speakers import SPEAKER_IS_FREE
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.registry import copying
from samverk.parts.day.rules import shifting

COPIED = (
    "organiser", "capacity", "lead", "about", "venue_name", "venue_address", "directions", "map_url",
    "step_free", "hearing_loop", "interpreting", "quiet_room", "access_notes", "contact_name",
    "contact_email", "contact_telephone",
)  # fmt: skip


IN_CALENDARS = ("starts_on", "ends_on")


@dataclass(frozen=True)
class Outline:
    """What a new edition is called, and when it is."""

    title: str
    starts_on: date
    ends_on: date


@transaction.atomic
def create_series(*, name: str, purpose: str, organiser_id: int, by: Any) -> int:
    """Begin a day that comes back. Returns its key.

    :raises PermissionDenied: when `by` may not arrange days.
    :raises ValidationError: when there is one with the same address already.
    """
    demand(may_arrange, by)
    row = Series(
        region_id=current_region_id(),
        name=name,
        slug=slugify(name)[:80] or "dag",
        purpose=purpose,
        organiser_id=organiser_id,
    )
    row.validate_constraints()
    row.save()
    audit.record(actor=by, action="day.create_series", target=row)
    return row.pk


@transaction.atomic
def change_series(*, series_id: int, name: str, purpose: str, organiser_id: int, by: Any) -> None:
    """Change the words about a series. Its address stays, since others may have linked to it.

    :raises PermissionDenied: when `by` may not arrange days.
    """
    demand(may_arrange, by)
    row = Series.objects.select_for_update(no_key=True).get(pk=series_id)
    row.name, row.purpose, row.organiser_id = name, purpose, organiser_id
    row.save()
    audit.record(actor=by, action="day.change_series", target=row)


@transaction.atomic
def create_edition(*, series_id: int, outline: Outline, by: Any) -> int:
    """Begin an edition from nothing, as a draft. Returns its key.

    :raises PermissionDenied: when `by` may not arrange days.
    """
    demand(may_arrange, by)
    row = _begin(series_id, outline)
    audit.record(actor=by, action="day.create_edition", target=row)
    return row.pk


@transaction.atomic
def copy_edition(*, source_id: int, outline: Outline, by: Any) -> int:
    """Begin an edition as a copy of another: its texts, rooms, streams and sessions, with their dates moved.

    Speakers are not copied: they have said yes to one time, not to the next. Returns the new edition's key.

    :raises PermissionDenied: when `by` may not arrange days.
    """
    demand(may_arrange, by)
    source = Edition.objects.get(pk=source_id)
    texts = {name: getattr(source, name) for name in COPIED}
    row = _begin(source.series_id, outline, copied_from=source, **texts)
    days = (outline.starts_on - source.starts_on).days
    rooms, streams = _copy_places(Room, source, row), _copy_places(Stream, source, row)
    sessions = {
        session.pk: _copy_session(session, row, days, rooms=rooms, streams=streams)
        for session in source.sessions.filter(is_cancelled=False)
    }
    copying.copy(
        copying.Copying(
            source_id=source.pk, target_id=row.pk, days=days, starts_on=row.starts_on, sessions=sessions
        )
    )
    audit.record(actor=by, action="day.copy_edition", target=row, source=source.pk, days=days)
    return row.pk


@transaction.atomic
def change_edition(*, edition_id: int, facts: Mapping[str, Any], by: Any) -> None:
    """Change what an edition says of itself. When its first day moves, the whole programme moves along.

    :raises PermissionDenied: when `by` may not arrange days.
    :raises ValidationError: when sessions would be left outside its days, or tickets without a seat.
    """
    demand(may_arrange, by)
    row = Edition.objects.select_for_update(no_key=True).get(pk=edition_id)
    days = (facts.get("starts_on", row.starts_on) - row.starts_on).days
    is_told_anew = any(getattr(row, name) != facts.get(name, getattr(row, name)) for name in IN_CALENDARS)
    for name, value in facts.items():
        setattr(row, name, value)
    _demand_seats(row)
    row.save()
    if is_told_anew:
        _count_change(row)
    if days:
        _shift(row, days)
    _demand_within_days(row)
    audit.record(actor=by, action="day.change_edition", target=row, days_moved=days)
    enqueue("day.index_edition", edition_id=row.pk)


def publish(*, edition_id: int, by: Any) -> None:
    """Show an edition to visitors, or show it again after it was cancelled.

    :raises PermissionDenied: when `by` may not arrange days.
    """
    _turn(edition_id, State.PUBLISHED, by)


def cancel(*, edition_id: int, by: Any) -> None:
    """Tell visitors that an edition will not take place. Its page stays, and says so.

    :raises PermissionDenied: when `by` may not arrange days.
    """
    _turn(edition_id, State.CANCELLED, by)


def hide(*, edition_id: int, by: Any) -> None:
    """Make an edition a draft again, which visitors do not see.

    :raises PermissionDenied: when `by` may not arrange days.
    """
    _turn(edition_id, State.DRAFT, by)


@transaction.atomic
def _turn(edition_id: int, state: State, by: Any) -> None:
    demand(may_arrange, by)
    row = Edition.objects.select_for_update(no_key=True).get(pk=edition_id)
    if State.CANCELLED in (row.state, state) and row.state != state:
        _count_change(row)
    row.state = state
    row.save(update_fields=["state"])
    audit.record(actor=by, action="day.turn_edition", target=row, state=state.value)
    enqueue("day.index_edition", edition_id=row.pk)
    live.announce(row.pk)


def _begin(series_id: int, outline: Outline, **facts: Any) -> Edition:
    Series.objects.select_for_update(no_key=True).get(pk=series_id)  # nobody else takes the address
    taken = set(Edition.objects.filter(series=series_id).values_list("slug", flat=True))
    row = Edition(
        region_id=current_region_id(),
        series_id=series_id,
        title=outline.title,
        slug=_address(outline.starts_on, taken),
        starts_on=outline.starts_on,
        ends_on=outline.ends_on,
        **facts,
    )
    row.validate_constraints()
    row.save()
    return row


def _address(day: date, taken: set[str]) -> str:
    """The year; the whole date when the year is taken, then with a number."""
    wishes = [f"{day:%Y}", f"{day:%Y-%m-%d}", *(f"{day:%Y-%m-%d}-{number}" for number in range(2, 1000))]
    return next(wish for wish in wishes if wish not in taken)


def _copy_places(kind: type[Room] | type[Stream], source: Edition, target: Edition) -> dict[int, int]:
    """Copy rooms or streams; returns which became which."""
    became = {}
    for row in kind.objects.filter(edition=source):
        before, row.pk = row.pk, None
        row.edition = target
        row.save(force_insert=True)
        became[before] = row.pk
    return became


def _copy_session(
    session: Session, target: Edition, days: int, *, rooms: dict[int, int], streams: dict[int, int]
) -> int:
    starts_at, ends_at = shifting.shifted_span(session.starts_at, session.ends_at, days=days)
    copy = Session.objects.create(
        region_id=session.region_id,
        edition=target,
        kind=session.kind,
        title=session.title,
        description=session.description,
        room_id=rooms.get(session.room_id or 0),
        stream_id=streams.get(session.stream_id or 0),
        starts_at=starts_at,
        ends_at=ends_at,
        capacity=session.capacity,
    )
    return copy.pk


def _demand_seats(edition: Edition) -> None:
    """Not fewer seats than the tickets have together. The edition is held: no ticket is added meanwhile."""
    promised = TicketKind.objects.filter(edition=edition).aggregate(seats=Sum("quota"))["seats"] or 0
    if edition.capacity is not None and edition.capacity < promised:
        told = _("Biljetterna har tillsammans {number} platser. Sänk dem först, under Biljetter.")
        raise ValidationError({"capacity": told.format(number=promised)})


def _count_change(edition: Edition) -> None:
    """Note that what people have in their calendars is no longer so (RFC 5545, SEQUENCE)."""
    coming = Registration.objects.filter(edition=edition).exclude(
        state__in=[RegistrationState.CANCELLED, RegistrationState.LAPSED]
    )
    if coming.exists():
        Edition.objects.filter(pk=edition.pk).update(sequence=F("sequence") + 1)


def _shift(edition: Edition, days: int) -> None:
    """Move every session. That nothing clashes is asked when all have moved."""
    sessions = list(edition.sessions.all())
    for session in sessions:
        session.starts_at, session.ends_at = shifting.shifted_span(
            session.starts_at, session.ends_at, days=days
        )
    with connection.cursor() as cursor:
        cursor.execute(f'SET CONSTRAINTS "{SPEAKER_IS_FREE}" DEFERRED')
        Session.objects.bulk_update(sessions, ["starts_at", "ends_at"])
        cursor.execute(f'SET CONSTRAINTS "{SPEAKER_IS_FREE}" IMMEDIATE')


def _demand_within_days(edition: Edition) -> None:
    days = [session.starts_at.astimezone(shifting.STOCKHOLM).date() for session in edition.sessions.all()]
    if any(not edition.starts_on <= day <= edition.ends_on for day in days):
        raise ValidationError(
            {"ends_on": _("Det finns programpunkter utanför dagarna. Flytta eller ta bort dem först.")}
        )
