"""People who come without having registered get a seat by the same rules as everybody (decision 0019)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID, uuid5

from samverk.parts.day.models import Edition, Registration, RegistrationState, TicketKind


@dataclass(frozen=True)
class Newcomer:
    """Whoever came without having registered. `without_seat` when the door knows that there is none left."""

    name: str
    organisation: str
    kind_id: int
    language: str = "sv"
    without_seat: bool = False


class Told(Protocol):
    """A passage that may tell of a newcomer."""

    @property
    def key(self) -> UUID: ...

    @property
    def newcomer(self) -> Newcomer | None: ...


@dataclass
class Seated:
    """Who the newcomers of a batch became, and those who were not let in because there was no seat."""

    who: dict[UUID, int] = field(default_factory=dict)
    registrations: dict[int, Registration] = field(default_factory=dict)
    refused: set[UUID] = field(default_factory=set)


def seat(edition: Edition, passages: Iterable[Told], *, asks: bool, now: datetime) -> Seated:
    """Register the newcomers of a batch: on a seat while there is one, else in the waiting list.

    When somebody waits for the answer (`asks`), whoever gets no seat is not registered unless the door says
    that the person is to come in without one. The kinds are held first, in order, as everybody holds them.
    """
    new = {told.key: told.newcomer for told in passages if told.newcomer}
    done = Seated()
    if not new:
        return done
    kinds = _kinds(edition, new.values())
    keys = {uuid5(key, "walk-in"): key for key in new}
    for row in Registration.objects.filter(edition=edition, key__in=keys):
        done.who[keys[row.key or row.reference]] = row.pk
        done.registrations[row.pk] = row
    for key, newcomer in new.items():
        kind = kinds.get(newcomer.kind_id)
        if key in done.who or kind is None:
            continue
        if asks and kind.quota <= kind.taken and not newcomer.without_seat:
            done.refused.add(key)
            continue
        row = _register(kind, key, newcomer, now)
        done.who[key], done.registrations[row.pk] = row.pk, row
    return done


def _kinds(edition: Edition, newcomers: Iterable[Newcomer]) -> dict[int, TicketKind]:
    """The kinds of tickets that are asked for, held. One that is gone meanwhile is the edition's first."""
    wanted = {one.kind_id for one in newcomers}
    own = TicketKind.objects.filter(edition=edition)
    there = wanted & set(own.filter(pk__in=wanted).values_list("pk", flat=True))
    rows = own if there != wanted else own.filter(pk__in=there)
    held = {kind.pk: kind for kind in rows.select_for_update(of=("self",)).order_by("pk")}
    first = next(iter(held.values()), None)
    return held | {key: first for key in wanted - there if first}


def _register(kind: TicketKind, key: UUID, newcomer: Newcomer, now: datetime) -> Registration:
    given, last_before = TicketKind.objects.arrive(kind_id=kind.pk, count=1)
    kind.taken += given
    facts: dict[str, Any] = {"name": newcomer.name, "organisation": newcomer.organisation}
    return Registration.objects.create(
        region_id=kind.region_id,
        edition_id=kind.edition_id,
        ticket_kind=kind,
        key=uuid5(key, "walk-in"),
        language=newcomer.language,
        state=RegistrationState.CONFIRMED if given else RegistrationState.WAITING,
        arrival=last_before + 1,
        created_at=now,
        changed_at=now,
        **facts,
    )
