"""The kinds of tickets to a day: what organisers set, and the copies that a new edition gets."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Sum

from samverk.base.audit import actions as audit
from samverk.base.organisations.permissions import demand
from samverk.parts.day.actions.sellers import demand_seller
from samverk.parts.day.actions.waiting import offer_next
from samverk.parts.day.models import Audience, Edition, Registration, TicketKind
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.rules.shifting import shifted


class BelowTaken(Exception):
    """So few seats that those already given would not fit; `taken` says how many they are."""

    def __init__(self, taken: int) -> None:
        super().__init__(taken)
        self.taken = taken


class AboveCapacity(Exception):
    """More seats than the edition has; `left` says how many this kind may have at most."""

    def __init__(self, left: int) -> None:
        super().__init__(left)
        self.left = left


class InUse(Exception):
    """Somebody has registered for it, so it stays."""


@dataclass(frozen=True)
class Facts:
    """What an organiser says of a kind of ticket. The price is in öre, without VAT."""

    name: str
    quota: int
    note: str = ""
    audience: str = Audience.EVERYBODY
    price: int = 0
    vat_percent: int = 25
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    access_code: str = ""
    order: int = 0


@transaction.atomic
def add(*, edition_id: int, facts: Facts, by: Any) -> int:
    """Add a kind of ticket to an edition; returns its key.

    :raises PermissionDenied: when `by` arranges nothing.
    :raises AboveCapacity: when the edition has not so many seats.
    :raises NoSeller: when it costs something, and nobody has said who sends the invoices.
    :raises NoExemptNote: when it costs something without VAT, and nothing says why.
    """
    demand(may_arrange, by)
    demand_seller(edition_id=edition_id, price=facts.price, vat_percent=facts.vat_percent)
    edition = _held_edition(pk=edition_id)
    _fit(edition, facts.quota)
    kind = TicketKind.objects.create(edition=edition, region_id=edition.region_id, **vars(facts))
    audit.record(actor=by, action="day.add_ticket_kind", target=kind, quota=facts.quota)
    return kind.pk


@transaction.atomic
def change(*, kind_id: int, facts: Facts, by: Any, now: datetime) -> None:
    """Change a kind of ticket. Seats that are added go to those who wait, in order.

    :raises PermissionDenied: when `by` arranges nothing.
    :raises BelowTaken: when more seats than so many are given already.
    :raises AboveCapacity: when the edition has not so many seats.
    :raises NoSeller: when it costs something, and nobody has said who sends the invoices.
    :raises NoExemptNote: when it costs something without VAT, and nothing says why.
    """
    demand(may_arrange, by)
    edition = _held_edition(ticket_kinds=kind_id)
    demand_seller(edition_id=edition.pk, price=facts.price, vat_percent=facts.vat_percent)
    kind = TicketKind.objects.held(kind_id)
    if facts.quota < kind.taken:
        raise BelowTaken(kind.taken)
    _fit(edition, facts.quota, besides=kind_id)
    was = kind.quota
    for name, value in vars(facts).items():
        setattr(kind, name, value)
    _share_out(kind, now)
    kind.save()
    audit.record(actor=by, action="day.change_ticket_kind", target=kind, quota=facts.quota, was=was)


@transaction.atomic
def remove(*, kind_id: int, by: Any) -> None:
    """Remove a kind of ticket that nobody has asked for.

    :raises PermissionDenied: when `by` arranges nothing.
    :raises InUse: when somebody has registered for it.
    """
    demand(may_arrange, by)
    kind = TicketKind.objects.held(kind_id)
    if Registration.objects.filter(ticket_kind=kind).exists():
        raise InUse
    audit.record(actor=by, action="day.remove_ticket_kind", target=kind, name=kind.name)
    kind.delete()


def copy(source_id: int, edition_id: int, *, days: int) -> None:
    """Give a new edition the kinds of tickets of another, with their times moved and all seats free."""
    copies = []
    for kind in TicketKind.objects.filter(edition_id=source_id):
        kind.pk, kind.edition_id, kind.taken, kind.arrivals = None, edition_id, 0, 0
        kind.opens_at, kind.closes_at = _moved(kind.opens_at, days), _moved(kind.closes_at, days)
        copies.append(kind)
    TicketKind.objects.bulk_create(copies)


def _moved(at: datetime | None, days: int) -> datetime | None:
    return shifted(at, days=days) if at else None


def _share_out(kind: TicketKind, now: datetime) -> None:
    """Offer the seats that were added, as long as somebody waits."""
    while kind.taken < kind.quota and offer_next(kind, now=now):
        kind.taken += 1


def _held_edition(**which: int) -> Edition:
    """The edition, held against other changes of its seats. Registrations go on meanwhile."""
    return Edition.objects.select_for_update(of=("self",), no_key=True).get(**which)


def _fit(edition: Edition, quota: int, *, besides: int | None = None) -> None:
    if edition.capacity is None:
        return
    others = TicketKind.objects.filter(edition=edition)
    others = others.exclude(pk=besides) if besides else others
    left = edition.capacity - (others.aggregate(seats=Sum("quota"))["seats"] or 0)
    if quota > left:
        raise AboveCapacity(max(0, left))
