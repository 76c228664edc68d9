"""Who came: what the doors know, as figures and as one person's day. Others use these functions."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, Q
from django.db.models.functions import Lower, Trim

from samverk.parts.day.models import Passage, Session, Turnout


@dataclass(frozen=True)
class AttendedSession:
    """A session that somebody was checked in to."""

    id: int
    title: str
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class Attended:
    """What the doors know of one person: whether and when the person came, and to which sessions."""

    came: bool
    first_at: datetime | None
    sessions: tuple[AttendedSession, ...]


def came(edition_ids: Collection[int]) -> dict[int, int]:
    """How many people came to each of several editions. Two queries; editions without a door are left out."""
    return _figure(edition_ids, "came", Count("registration", distinct=True))


def organisations_that_came(edition_ids: Collection[int]) -> dict[int, int]:
    """How many organisations people came from, whatever capitals they were written with. Two queries."""
    named = ~Q(registration__organisation="")
    written = Lower(Trim("registration__organisation"))
    return _figure(edition_ids, "organisations", Count(written, distinct=True, filter=named))


def attended(registration_id: int) -> Attended:
    """What one person attended. Two queries."""
    live = Passage.objects.live().filter(registration_id=registration_id)
    places = dict(live.values_list("session").annotate(first=Min("at")).order_by())
    sessions = Session.objects.filter(pk__in=[key for key in places if key]).order_by("starts_at", "pk")
    return Attended(
        came=bool(places),
        first_at=min(places.values(), default=None),
        sessions=tuple(
            AttendedSession(one.pk, one.title, one.starts_at, one.ends_at)
            for one in sessions.only("title", "starts_at", "ends_at")
        ),
    )


def who_came(edition_id: int) -> frozenset[int]:
    """The registrations of those who came to an edition, to the day or to a session of it. One query."""
    live = Passage.objects.live().filter(edition_id=edition_id, registration__isnull=False)
    return frozenset(live.values_list("registration_id", flat=True))


def _figure(edition_ids: Collection[int], kept: str, counted: Count) -> dict[int, int]:
    """What was kept of editions that are forgotten, and what is counted of the others."""
    wanted: Iterable[int] = list(edition_ids)
    rows = Passage.objects.live().filter(edition_id__in=wanted)
    now = dict(rows.values_list("edition_id").annotate(number=counted).order_by())
    return now | dict(Turnout.objects.filter(edition_id__in=wanted).values_list("edition_id", kept))
