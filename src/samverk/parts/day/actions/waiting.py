"""The waiting list: a seat that becomes free is offered in order, with a time to answer, then to the next."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, OuterRef

from samverk.base.queue import actions as queue
from samverk.parts.day.models import Registration, RegistrationState, State, TicketKind
from samverk.parts.day.rules import seats
from samverk.parts.day.rules.letters import About
from samverk.parts.day.rules.seats import Deed
from samverk.parts.day.rules.shifting import midnight

EXPIRED_AT_ONCE = 500


class NotPossible(Exception):
    """The registration is no longer as it was when this was asked for."""


@transaction.atomic
def accept(*, registration_id: int, now: datetime) -> None:
    """Take the seat that was offered.

    :raises NotPossible: when no offer stands, or its time is over.
    """
    _, registration = hold(registration_id, Deed.ACCEPT)
    if registration.offered_until and registration.offered_until < now:
        raise NotPossible
    become(registration, RegistrationState.CONFIRMED, now=now)
    write(registration, About.SEAT)


@transaction.atomic
def expire(*, now: datetime) -> int:
    """Let the offers whose time is over go to the next in line; return how many they were."""
    over = Registration.objects.filter(state=RegistrationState.OFFERED, offered_until__lt=now)
    over = over.exclude(edition__state=State.CANCELLED)
    chosen = list(over.order_by("ticket_kind_id", "arrival").values_list("pk", flat=True)[:EXPIRED_AT_ONCE])
    return sum(_expire_one(registration_id, now=now) for registration_id in chosen)


@transaction.atomic
def rejoin(*, registration_id: int, now: datetime) -> None:
    """Come back after a cancellation or an offer that ran out: last in line, or on a seat that is free.

    :raises NotPossible: when the registration stands, or the registration for the day is closed.
    """
    kind, registration = hold(registration_id, Deed.REJOIN)
    if seats.closed(opening(kind), now=now):
        raise NotPossible
    given, last_before = TicketKind.objects.arrive(kind_id=kind.pk, count=1)
    registration.arrival = last_before + 1
    state = RegistrationState.CONFIRMED if given else RegistrationState.WAITING
    become(registration, state, now=now, also=["arrival"])
    write(registration, About.SEAT if given else About.WAITING)


@transaction.atomic
def catch_up(*, now: datetime) -> int:
    """Offer the seats that became free while nothing was offered, as when a cancelled day is on again."""
    waits = Registration.objects.filter(ticket_kind=OuterRef("pk"), state=RegistrationState.WAITING)
    free = TicketKind.objects.filter(taken__lt=F("quota"), edition__state=State.PUBLISHED)
    coming = free.filter(Exists(waits), edition__starts_on__gte=now.date()).order_by("pk")
    return sum(_share_out(key, now=now) for key in coming.values_list("pk", flat=True))


def give_back(kind: TicketKind, *, now: datetime) -> None:
    """Offer a seat that has become free to the first in line, or keep it free. `kind` is held."""
    if not offer_next(kind, now=now):
        kind.taken -= 1
        kind.save(update_fields=["taken"])


def offer_next(kind: TicketKind, *, now: datetime) -> bool:
    """Offer a seat of a held kind to the first in line; False when nobody waits or it is too late."""
    if kind.edition.state == State.CANCELLED:
        return False
    begins = midnight(kind.edition.starts_on)
    until = seats.answer_until(now=now, begins=begins, time_to_answer=_time_to_answer())
    first = Registration.objects.in_line(kind.pk).select_for_update(of=("self",)).first() if until else None
    if first is None:
        return False
    first.offered_until = until
    become(first, RegistrationState.OFFERED, now=now)
    write(first, About.OFFER)
    return True


def hold(registration_id: int, deed: Deed) -> tuple[TicketKind, Registration]:
    """The registration and its kind of ticket, both held until the caller's transaction ends: the kind first.

    :raises NotPossible: when its state does not allow the deed.
    """
    kind_id = Registration.objects.values_list("ticket_kind_id", flat=True).filter(pk=registration_id).first()
    if kind_id is None:
        raise NotPossible
    kind = TicketKind.objects.held(kind_id)
    registration = Registration.objects.select_for_update(of=("self",)).get(pk=registration_id)
    if not seats.allows(deed, registration.state):
        raise NotPossible
    return kind, registration


def become(
    registration: Registration, state: RegistrationState, *, now: datetime, also: list[str] | None = None
) -> None:
    """Give a held registration another state."""
    registration.state, registration.changed_at = state, now
    if state != RegistrationState.OFFERED:
        registration.offered_until = None
    registration.save(update_fields=["state", "changed_at", "offered_until", *(also or [])])


def write(registration: Registration, about: About) -> None:
    """Have a letter written when the transaction has committed."""
    queue.enqueue("day.write", reference=str(registration.reference), about=about)


def opening(kind: TicketKind) -> seats.Opening:
    """When, and whether, one can register for a kind of ticket."""
    ends = midnight(kind.edition.ends_on + timedelta(days=1))
    return seats.Opening(kind.edition.state, kind.opens_at, kind.closes_at, ends)


def _expire_one(registration_id: int, *, now: datetime) -> bool:
    try:
        kind, registration = hold(registration_id, Deed.LAPSE)
    except NotPossible:
        return False
    if not registration.offered_until or registration.offered_until >= now:
        return False
    become(registration, RegistrationState.LAPSED, now=now)
    write(registration, About.LAPSED)
    give_back(kind, now=now)
    return True


def _share_out(kind_id: int, *, now: datetime) -> int:
    kind, offered = TicketKind.objects.held(kind_id), 0
    while kind.taken < kind.quota and offer_next(kind, now=now):
        kind.taken, offered = kind.taken + 1, offered + 1
    kind.save(update_fields=["taken"])
    return offered


def _time_to_answer() -> timedelta:
    return timedelta(hours=settings.OFFER_HOURS)
