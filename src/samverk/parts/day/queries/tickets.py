"""The kinds of tickets to a day."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Q

from samverk.parts.day.models import HOLD_A_SEAT, RegistrationState, TicketKind


@dataclass(frozen=True)
class KindLine:
    """A kind of ticket, with how many seats it has and how many of them are taken."""

    id: int
    edition_id: int
    name: str
    note: str
    audience: str
    audience_label: str
    quota: int
    taken: int
    price: int
    vat_percent: int
    opens_at: datetime | None
    closes_at: datetime | None
    access_code: str
    order: int

    @property
    def left(self) -> int:
        """How many seats are free."""
        return self.quota - self.taken


@dataclass(frozen=True)
class KindCounts:
    """A kind of ticket, with how many have registered for it, by what became of them."""

    kind: KindLine
    confirmed: int
    offered: int
    waiting: int


@dataclass(frozen=True)
class Miscount:
    """A kind of ticket whose counter and rows disagree."""

    kind_id: int
    taken: int
    held: int


def kinds(edition_id: int) -> tuple[KindLine, ...]:
    """The kinds of tickets of an edition, in order."""
    return lines(TicketKind.objects.filter(edition_id=edition_id))


def kind(kind_id: int) -> KindLine | None:
    """One kind of ticket."""
    return next(iter(lines(TicketKind.objects.filter(pk=kind_id))), None)


def counts(edition_id: int) -> tuple[KindCounts, ...]:
    """The kinds of tickets of an edition with how many have registered. One query."""

    def of(state: str) -> Count:
        return Count("registrations", filter=Q(registrations__state=state))

    rows: Any = TicketKind.objects.filter(edition_id=edition_id).annotate(
        confirmed=of(RegistrationState.CONFIRMED),
        offered=of(RegistrationState.OFFERED),
        waiting=of(RegistrationState.WAITING),
    )
    return tuple(KindCounts(_line(row), row.confirmed, row.offered, row.waiting) for row in rows)


def registered(editions: Collection[int]) -> dict[int, float]:
    """How many have a seat at each of several editions. One query."""
    confirmed = Q(registrations__state=RegistrationState.CONFIRMED)
    rows = TicketKind.objects.filter(confirmed, edition_id__in=editions)
    return dict(rows.values_list("edition_id").annotate(count=Count("registrations")).order_by())


def miscounted() -> tuple[Miscount, ...]:
    """The kinds of tickets whose counter is not the number of seats that are held: always none."""
    held = Count("registrations", filter=Q(registrations__state__in=HOLD_A_SEAT))
    wrong = TicketKind.objects.annotate(held=held).exclude(held=F("taken"))
    return tuple(Miscount(row.pk, row.taken, row.held) for row in wrong.order_by("pk"))


def lines(rows: Iterable[TicketKind]) -> tuple[KindLine, ...]:
    """Rows as plain values."""
    return tuple(_line(row) for row in rows)


def _line(row: TicketKind) -> KindLine:
    return KindLine(
        id=row.pk,
        edition_id=row.edition_id,
        name=row.name,
        note=row.note,
        audience=row.audience,
        audience_label=str(row.get_audience_display()),
        quota=row.quota,
        taken=row.taken,
        price=row.price,
        vat_percent=row.vat_percent,
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        access_code=row.access_code,
        order=row.order,
    )
