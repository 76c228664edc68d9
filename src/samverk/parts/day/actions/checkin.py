"""What doors tell: who came. Every passage is kept once, and none is overwritten (decision 0019)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from samverk.base.audit import actions as audit
from samverk.base.organisations.permissions import demand
from samverk.parts.day.actions import walkins
from samverk.parts.day.actions.walkins import Newcomer
from samverk.parts.day.models import Deed, Door, Edition, Passage, Registration, Session, Settlement, Way
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.queries.registration import ticket_code
from samverk.parts.day.rules import checkin as rules

Place = tuple[int | None, int | None]


@dataclass(frozen=True)
class Sender:
    """Whoever stands at the door: a volunteer with a door's link, or an organiser who is signed in."""

    door_id: int | None = None
    user: Any = None


@dataclass(frozen=True)
class Sent:
    """One passage as a phone tells it. `shown` is the fingerprint of the ticket that the phone knew it by."""

    key: UUID
    device_at: datetime
    deed: str = Deed.IN
    registration_id: int | None = None
    session_id: int | None = None
    way: str = Way.NAME
    shown: str = ""
    undoes: UUID | None = None
    newcomer: Newcomer | None = None


@dataclass(frozen=True)
class Batch:
    """What a phone sends at once. `sent_at` is what its clock says now.

    Of a passage that somebody waits for (`asks`) nothing is kept when it cannot be let through as it is.
    """

    device: UUID | None
    sent_at: datetime
    passages: Sequence[Sent]
    asks: bool = False


@dataclass(frozen=True)
class Outcome:
    """What became of a passage. `amiss` is empty when all is well; `again` when the ticket was in already."""

    key: UUID
    kept: bool
    amiss: str = ""
    registration_id: int | None = None


@transaction.atomic
def receive(*, edition_id: int, batch: Batch, sender: Sender, now: datetime) -> tuple[Outcome, ...]:
    """Keep what a phone tells, once, and answer what became of each passage, in the order they were sent.

    Whoever is told of is held meanwhile, so that two doors at once learn of each other.

    :raises PermissionDenied: when the sender has nothing to do at this edition's doors.
    """
    is_closed = _is_closed(edition_id, sender, now)
    edition = Edition.objects.only("region_id").get(pk=edition_id)
    new = walkins.seat(edition, batch.passages, asks=batch.asks, now=now)
    held = _held(edition_id, batch.passages) | new.registrations
    known = set(_known(batch.passages))
    book = _Book(held, is_closed=is_closed, inside=_inside(held), own=_own_keys(batch.passages, sender))
    sessions = _sessions(edition_id, batch.passages)
    rows, outcomes = [], []
    for sent in batch.passages:
        who = new.who.get(sent.key, sent.registration_id)
        place = (who, sent.session_id if sent.session_id in sessions else None)
        outcome = book.told(sent, place, is_known=sent.key in known, asks=batch.asks)
        if sent.key in new.refused:
            outcome = Outcome(sent.key, kept=False, amiss="full")
        elif outcome.kept and sent.key not in known:
            rows.append(_row(edition, sent, batch, sender, place, outcome, now))
            known.add(sent.key)
        outcomes.append(outcome)
    Passage.objects.bulk_create(rows, ignore_conflicts=True)
    return tuple(outcomes)


@transaction.atomic
def settle(*, edition_id: int, passage_id: int, note: str, by: Any, now: datetime) -> None:
    """Note what was decided about a passage that clashed, and about the others of the same ticket there.

    :raises PermissionDenied: when `by` arranges nothing.
    :raises Passage.DoesNotExist: when the edition has no such passage.
    """
    demand(may_arrange, by)
    passage = Passage.objects.get(pk=passage_id, edition_id=edition_id)
    same = Passage.objects.live().filter(
        edition_id=edition_id, registration=passage.registration_id, session=passage.session_id
    )
    Settlement.objects.bulk_create(
        [
            Settlement(region_id=one.region_id, passage=one, note=note, by=_person(by), at=now)
            for one in same.filter(settlement__isnull=True)
        ],
        ignore_conflicts=True,
    )
    audit.record(actor=by, action="day.settle_passage", target=passage, edition=edition_id)


class _Book:
    """What is known of the tickets in a batch while it is gone through."""

    def __init__(
        self,
        held: dict[int, Registration],
        *,
        is_closed: bool,
        inside: dict[Place, set[UUID]],
        own: Collection[UUID],
    ) -> None:
        self.held, self.is_closed, self.inside, self.own = held, is_closed, inside, own

    def told(self, sent: Sent, place: Place, *, is_known: bool, asks: bool) -> Outcome:
        """What is to be answered about a passage, which counts from now on."""
        if sent.deed == Deed.UNDO:
            return self._undone(sent)
        registration = self.held.get(place[0] or 0)
        if registration is None:
            return Outcome(sent.key, kept=False, amiss="unknown")
        there = self.inside.setdefault(place, set())
        amiss = rules.amiss(
            state=registration.state,
            expected=rules.fingerprint(ticket_code(registration.reference, registration.link_version)),
            shown=sent.shown,
            is_closed=self.is_closed,
        )
        amiss = amiss or ("again" if there - {sent.key} else "")
        keeps = is_known or not (asks and amiss and sent.newcomer is None)
        if keeps and not is_known:
            there.add(sent.key)
        return Outcome(sent.key, kept=keeps, amiss=amiss, registration_id=registration.pk)

    def _undone(self, sent: Sent) -> Outcome:
        is_own = sent.undoes in self.own
        for there in self.inside.values():
            if is_own:
                there.discard(sent.undoes or sent.key)
        return Outcome(sent.key, kept=True, amiss="" if is_own else "not_own")


def _is_closed(edition_id: int, sender: Sender, now: datetime) -> bool:
    """Whether the sender's door has closed: what it tells is kept, and looked at by an organiser."""
    if sender.door_id is None:
        demand(may_arrange, sender.user)
        return False
    door = Door.objects.select_related("edition").filter(pk=sender.door_id, edition_id=edition_id).first()
    if door is None:
        raise PermissionDenied
    until = rules.open_until(door.edition.ends_on)
    if now >= until + rules.SENT_AFTER:
        raise PermissionDenied
    return door.withdrawn_at is not None or now >= until


def _held(edition_id: int, passages: Iterable[Sent]) -> dict[int, Registration]:
    """The registrations that are told of, each held until the transaction ends."""
    keys = {sent.registration_id for sent in passages if sent.registration_id}
    undone = [sent.undoes for sent in passages if sent.undoes]
    if undone:
        keys |= set(Passage.objects.filter(key__in=undone).values_list("registration_id", flat=True))
    rows = Registration.objects.filter(edition_id=edition_id, pk__in=[key for key in keys if key])
    return {row.pk: row for row in rows.select_for_update(of=("self",), no_key=True).order_by("pk")}


def _known(passages: Iterable[Sent]) -> Iterable[UUID]:
    return Passage.objects.filter(key__in=[one.key for one in passages]).values_list("key", flat=True)


def _inside(held: Iterable[int]) -> dict[Place, set[UUID]]:
    """The passages by which those who are told of are in already."""
    inside: dict[Place, set[UUID]] = {}
    rows = Passage.objects.live().filter(registration__in=list(held))
    for who, session, key in rows.values_list("registration_id", "session_id", "key"):
        inside.setdefault((who, session), set()).add(key)
    return inside


def _own_keys(passages: Sequence[Sent], sender: Sender) -> Collection[UUID]:
    """The passages that the sender may undo: a door its own, an organiser every one."""
    undone = [sent.undoes for sent in passages if sent.undoes]
    if sender.door_id is None:
        return undone
    own = Passage.objects.filter(key__in=undone, door_id=sender.door_id).values_list("key", flat=True)
    return {*own, *(sent.key for sent in passages)}


def _sessions(edition_id: int, passages: Iterable[Sent]) -> set[int]:
    wanted = {sent.session_id for sent in passages if sent.session_id}
    if not wanted:
        return set()
    return set(Session.objects.filter(edition_id=edition_id, pk__in=wanted).values_list("pk", flat=True))


def _row(
    edition: Edition,
    sent: Sent,
    batch: Batch,
    sender: Sender,
    place: Place,
    outcome: Outcome,
    now: datetime,
) -> Passage:
    return Passage(
        region_id=edition.region_id,
        edition_id=edition.pk,
        key=sent.key,
        deed=sent.deed,
        registration_id=None if sent.deed == Deed.UNDO else place[0],
        session_id=None if sent.deed == Deed.UNDO else place[1],
        undoes=sent.undoes,
        way=Way.WALK_IN if sent.newcomer else sent.way,
        remark="" if outcome.amiss == "again" else outcome.amiss,
        door_id=sender.door_id,
        by=None if sender.door_id else _person(sender.user),
        device=batch.device,
        device_at=sent.device_at,
        received_at=now,
        at=rules.corrected(sent.device_at, sent_at=batch.sent_at, now=now),
    )


def _person(user: Any) -> Any:
    return user if getattr(user, "is_authenticated", False) else None
