"""How many have come, while they come and afterwards, and the list of who did."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from django.core.paginator import Page, Paginator
from django.db.models import Count, Max, Min, OuterRef, Q, QuerySet, Subquery

from samverk.parts.day.models import Passage, Registration, RegistrationState, TicketKind

LATELY = timedelta(minutes=10)
FETCHED_AT_ONCE = 1_000
ON_A_PAGE = 50


@dataclass(frozen=True)
class KindAttendance:
    """A kind of ticket: how many of those who have a seat have come, of how many."""

    id: int
    name: str
    came: int
    expected: int


@dataclass(frozen=True)
class Counter:
    """How many have come. `without_seat` came without a seat, and are none of the others."""

    kinds: tuple[KindAttendance, ...]
    without_seat: int
    lately: int
    last_at: datetime | None

    @property
    def came(self) -> int:
        """Everybody who has come, with a seat or without."""
        return sum(kind.came for kind in self.kinds) + self.without_seat

    @property
    def expected(self) -> int:
        """Everybody who has a seat."""
        return sum(kind.expected for kind in self.kinds)


@dataclass(frozen=True)
class Visit:
    """Somebody who was expected or came."""

    id: int
    name: str
    leader: str
    organisation: str
    kind: str
    has_seat: bool
    came_at: datetime | None
    sessions: int


def counter(edition_id: int, *, now: datetime) -> Counter:
    """How many have come to an edition until now. Four queries."""
    has_seat = Q(registration__state=RegistrationState.CONFIRMED)
    live = Passage.objects.live().filter(edition_id=edition_id, registration__isnull=False).order_by()
    people = Count("registration", distinct=True)
    came = dict(
        live.filter(has_seat).values_list("registration__ticket_kind_id").annotate(number=people).order_by()
    )
    first = live.values("registration").annotate(first=Min("at"))
    told = first.aggregate(
        last_at=Max("first"), lately=Count("registration", filter=Q(first__gt=now - LATELY))
    )
    without = live.exclude(has_seat).aggregate(number=people)["number"]
    kinds = TicketKind.objects.filter(edition_id=edition_id).annotate(
        expected=Count("registrations", filter=Q(registrations__state=RegistrationState.CONFIRMED))
    )
    return Counter(
        kinds=tuple(
            KindAttendance(pk, name, came=came.get(pk, 0), expected=expected)
            for pk, name, expected in kinds.values_list("pk", "name", "expected").order_by("order", "pk")
        ),
        without_seat=without,
        lately=told["lately"],
        last_at=told["last_at"],
    )


def visits(edition_id: int, *, only: str = "") -> Iterator[Visit]:
    """The list of who came, or (`only`: came, absent) some of it. One query, fetched bit by bit."""
    rows = _visits(edition_id, only).select_related("ticket_kind", "leader")
    return map(_visit, rows.iterator(chunk_size=FETCHED_AT_ONCE))


def visits_page(edition_id: int, *, only: str, page: int | str) -> Page:
    """A page of the same list."""
    rows = _visits(edition_id, only).select_related("ticket_kind", "leader")
    found: Any = Paginator(rows, ON_A_PAGE).get_page(page)
    found.object_list = [_visit(row) for row in found.object_list]
    return cast(Page, found)


def _visits(edition_id: int, only: str) -> QuerySet[Registration]:
    live = Passage.objects.live().filter(registration=OuterRef("pk")).order_by().values("registration")
    of_sessions = Count("session", distinct=True)
    rows = Registration.objects.filter(edition_id=edition_id).annotate(
        came_at=Subquery(live.annotate(first=Min("at")).values("first")),
        sessions=Subquery(live.annotate(number=of_sessions).values("number")),
    )
    came, expected = Q(came_at__isnull=False), Q(state=RegistrationState.CONFIRMED)
    chosen = {"came": came, "absent": expected & ~came}.get(only, came | expected)
    return rows.filter(chosen).order_by("name", "pk")


def _visit(row: Any) -> Visit:
    return Visit(
        id=row.pk,
        name=row.name,
        leader=row.leader.name if row.leader else "",
        organisation=row.organisation,
        kind=row.ticket_kind.name,
        has_seat=row.state == RegistrationState.CONFIRMED,
        came_at=row.came_at,
        sessions=row.sessions or 0,
    )
