"""Lists of those who have registered, for organisers. Each in a fixed number of queries."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Func, JSONField, Q, QuerySet, Value

from samverk.parts.day.models import Registration, RegistrationState, SensitiveAnswers

ON_A_PAGE = 50
FETCHED_AT_ONCE = 1_000
IN_LINE = (RegistrationState.OFFERED, RegistrationState.WAITING)


@dataclass(frozen=True)
class Wanted:
    """Which registrations to show."""

    words: str = ""
    kind: int | None = None
    state: str = ""
    in_line: bool = False


@dataclass(frozen=True)
class Line:
    """A registration in a list."""

    id: int
    name: str
    email: str
    organisation: str
    kind: str
    state: str
    state_label: str
    arrival: int
    offered_until: datetime | None
    created_at: datetime
    leader: str
    leader_email: str
    answers: Mapping[str, Any]


@dataclass(frozen=True)
class Need:
    """What somebody who is coming needs."""

    name: str
    organisation: str
    reaches: str
    answers: Mapping[str, Any]


def lines(*, edition_id: int, wanted: Wanted, page: int | str = 1) -> Page:
    """A page of the list. Two queries."""
    found: Any = Paginator(_rows(edition_id, wanted), ON_A_PAGE).get_page(page)
    found.object_list = [_line(row) for row in found.object_list]
    return cast(Page, found)


def count(*, edition_id: int, wanted: Wanted) -> int:
    """How long the whole list is."""
    return _rows(edition_id, wanted).count()


def count_needs(edition_id: int) -> int:
    """How many of those who are coming have told of what they need."""
    return _needs(edition_id).count()


def every_line(*, edition_id: int, wanted: Wanted) -> Iterator[Line]:
    """The whole list, for a file. One query, fetched bit by bit."""
    return map(_line, _rows(edition_id, wanted).iterator(chunk_size=FETCHED_AT_ONCE))


def line(*, edition_id: int, registration_id: int) -> Line | None:
    """One registration of an edition."""
    rows = _rows(edition_id, Wanted()).filter(pk=registration_id)
    return next(map(_line, rows), None)


def needs(edition_id: int) -> Iterator[Need]:
    """What those who are coming need, for a file. One query; the caller notes who has looked."""
    return map(_need, _named(edition_id).iterator(chunk_size=FETCHED_AT_ONCE))


def needs_page(edition_id: int, *, page: int | str = 1) -> Page:
    """A page of what those who are coming need. Two queries; the caller notes who has looked."""
    found: Any = Paginator(_named(edition_id), ON_A_PAGE).get_page(page)
    found.object_list = [_need(row) for row in found.object_list]
    return cast(Page, found)


def counted_needs(edition_id: int, *, question_id: int) -> tuple[tuple[Any, int], ...]:
    """The answers to one question and how many gave each, without who it was. Counted by the database."""
    key = Value(str(question_id))
    answer = Func(F("answers"), key, function="jsonb_extract_path", output_field=JSONField())
    told = _needs(edition_id).annotate(told=answer)
    rows = told.filter(told__isnull=False).values_list("told").annotate(count=Count("pk")).order_by()
    return tuple((answer, count) for answer, count in rows)


def _needs(edition_id: int) -> QuerySet[SensitiveAnswers]:
    return SensitiveAnswers.objects.filter(
        registration__edition_id=edition_id, registration__state=RegistrationState.CONFIRMED
    )


def _named(edition_id: int) -> QuerySet[SensitiveAnswers]:
    rows = _needs(edition_id).select_related("registration__leader")
    return rows.order_by("registration__name", "registration_id")


def _need(row: SensitiveAnswers) -> Need:
    who = row.registration
    return Need(
        name=who.name,
        organisation=who.organisation,
        reaches=who.email or (who.leader.email if who.leader else ""),
        answers=row.answers,
    )


def _rows(edition_id: int, wanted: Wanted) -> QuerySet[Registration]:
    rows = Registration.objects.filter(edition_id=edition_id).select_related("ticket_kind", "leader")
    if wanted.words:
        fields = ("name", "email", "organisation")
        word = Q()
        for name in fields:
            word |= Q(**{f"{name}__icontains": wanted.words})
        rows = rows.filter(word)
    if wanted.kind:
        rows = rows.filter(ticket_kind_id=wanted.kind)
    if wanted.in_line:
        return rows.filter(state__in=IN_LINE).order_by("ticket_kind__order", "ticket_kind_id", "arrival")
    if wanted.state:
        rows = rows.filter(state=wanted.state)
    return rows.order_by("name", "id")


def _line(row: Registration) -> Line:
    return Line(
        id=row.pk,
        name=row.name,
        email=row.email,
        organisation=row.organisation,
        kind=row.ticket_kind.name,
        state=row.state,
        state_label=str(RegistrationState(row.state).label),
        arrival=row.arrival,
        offered_until=row.offered_until,
        created_at=row.created_at,
        leader=row.leader.name if row.leader else "",
        leader_email=row.leader.email if row.leader else "",
        answers=row.answers,
    )
