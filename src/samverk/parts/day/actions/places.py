"""Rooms and streams of an edition."""

from typing import Any

from django.db import transaction
from django.db.models import Max

from samverk.base.audit import actions as audit
from samverk.base.organisations.permissions import demand
from samverk.base.region.queries import current_region_id
from samverk.parts.day.actions import live
from samverk.parts.day.models import Room, Stream
from samverk.parts.day.permissions import may_arrange


@transaction.atomic
def keep_room(*, edition_id: int, room_id: int | None, name: str, seats: int | None, by: Any) -> int:
    """Add a room, or change the one with this key. Returns its key.

    :raises PermissionDenied: when `by` may not arrange days.
    :raises ValidationError: when another room of the edition has the name.
    """
    demand(may_arrange, by)
    row = Room.objects.get(pk=room_id, edition=edition_id) if room_id else _new(Room, edition_id)
    row.name, row.seats = name, seats
    row.validate_constraints()
    row.save()
    audit.record(actor=by, action="day.keep_room", target=row, edition=edition_id)
    live.announce(edition_id)
    return row.pk


@transaction.atomic
def keep_stream(*, edition_id: int, stream_id: int | None, name: str, by: Any) -> int:
    """Add a stream, or change the one with this key. Returns its key.

    :raises PermissionDenied: when `by` may not arrange days.
    :raises ValidationError: when another stream of the edition has the name.
    """
    demand(may_arrange, by)
    row = Stream.objects.get(pk=stream_id, edition=edition_id) if stream_id else _new(Stream, edition_id)
    row.name = name
    row.validate_constraints()
    row.save()
    audit.record(actor=by, action="day.keep_stream", target=row, edition=edition_id)
    return row.pk


@transaction.atomic
def remove_room(*, edition_id: int, room_id: int, by: Any) -> None:
    """Take away a room. Its sessions stay, without a room.

    :raises PermissionDenied: when `by` may not arrange days.
    """
    _remove(Room, edition_id, room_id, by)


@transaction.atomic
def remove_stream(*, edition_id: int, stream_id: int, by: Any) -> None:
    """Take away a stream. Its sessions stay, without a stream.

    :raises PermissionDenied: when `by` may not arrange days.
    """
    _remove(Stream, edition_id, stream_id, by)


def _new(kind: type[Any], edition_id: int) -> Any:
    """A row that stands last among its like."""
    last = kind.objects.filter(edition=edition_id).aggregate(last=Max("position"))["last"]
    position = 0 if last is None else last + 1
    return kind(region_id=current_region_id(), edition_id=edition_id, position=position)


def _remove(kind: type[Any], edition_id: int, key: int, by: Any) -> None:
    demand(may_arrange, by)
    row = kind.objects.get(pk=key, edition=edition_id)
    audit.record(actor=by, action=f"day.remove_{kind._meta.model_name}", target=row, edition=edition_id)
    row.delete()
