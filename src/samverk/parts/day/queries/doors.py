"""What the phones at the doors know, and what organisers see of the doors."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from django.conf import settings
from django.db.models import Count, F, OuterRef, Q, QuerySet

from samverk.parts.day.models import Deed, Door, Edition, Passage, Registration, Session
from samverk.parts.day.queries.clashes import teller
from samverk.parts.day.queries.registration import ticket_code
from samverk.parts.day.rules import checkin as rules
from samverk.parts.day.rules import links

OVERLAP = timedelta(seconds=60)  # what was being written while the last answer was made
FOUND_AT_MOST = 30


@dataclass(frozen=True)
class DoorLine:
    """A door of an edition."""

    id: int
    edition_id: int
    name: str
    made_at: datetime
    closed_at: datetime | None
    until: datetime
    passages: int = 0

    def is_open(self, now: datetime) -> bool:
        """Whether phones may check people in by its link."""
        return self.closed_at is None and now < self.until


@dataclass(frozen=True)
class Guest:
    """Somebody on the list that a phone keeps: no address, no answers, and no code but a fingerprint."""

    id: int
    name: str
    leader: str
    organisation: str
    kind_id: int
    state: str
    fingerprint: str
    family: str


@dataclass(frozen=True)
class Coming:
    """Somebody who came in, and where and when."""

    key: UUID
    registration_id: int
    session_id: int | None
    door: str
    at: datetime


class Known(StrEnum):
    """What a code that somebody shows is to a door."""

    FOUND = "found"
    REPLACED = "handed_over"
    OTHER_DAY = "other_day"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Recognised:
    """Whose ticket a code is, or why it is nobody's here."""

    known: Known
    guest: Guest | None = None
    other_day: str = ""


@dataclass(frozen=True)
class Place:
    """A session to check people in to."""

    id: int
    title: str
    starts_at: datetime
    capacity: int | None
    inside: int


def by_secret(secret: str) -> DoorLine | None:
    """The door that a link is of, whether it is open or not."""
    return next(iter(_doors(Door.objects.filter(secret_hash=rules.hidden(secret)))), None)


def doors(edition_id: int) -> tuple[DoorLine, ...]:
    """The doors of an edition, with how many passages each has told. One query."""
    return _doors(Door.objects.filter(edition_id=edition_id))


def guests(edition_id: int, *, since: datetime | None = None) -> tuple[Guest, ...]:
    """Everybody on the list, or those who have changed since then. One query."""
    rows = Registration.objects.filter(edition_id=edition_id)
    rows = rows.filter(changed_at__gte=since - OVERLAP) if since else rows
    rows = rows.select_related("leader").only(
        *("name", "organisation", "ticket_kind_id", "state", "reference", "link_version", "leader__name")
    )
    return tuple(_guest(row) for row in rows.order_by("name", "pk"))


def arrivals(
    edition_id: int, *, since: datetime | None = None
) -> tuple[tuple[Coming, ...], tuple[UUID, ...]]:
    """Who has come in, and the passages that were undone; all of them, or those told since then."""
    rows = Passage.objects.filter(edition_id=edition_id, registration__isnull=False, deed=Deed.IN)
    undone = Passage.objects.filter(edition_id=edition_id, deed=Deed.UNDO).exclude(remark="not_own")
    if since:
        rows = rows.filter(received_at__gte=since - OVERLAP)
        undone = undone.filter(received_at__gte=since - OVERLAP)
    came = rows.order_by("at", "pk").values_list(
        "key", "registration_id", "session_id", "door__name", "by__name", "at"
    )
    told = tuple(
        Coming(key, who or 0, session, door or by or "", at) for key, who, session, door, by, at in came
    )
    return told, tuple(key for key in undone.values_list("undoes", flat=True) if key)


def places(edition_id: int) -> tuple[Place, ...]:
    """The sessions of an edition with how many have been checked in to each. One query."""
    inside = Passage.objects.live().filter(session=OuterRef("pk")).order_by()
    number = inside.values("session").annotate(number=Count("registration", distinct=True)).values("number")
    rows = Session.objects.filter(edition_id=edition_id, is_cancelled=False, is_draft=False)
    rows = rows.annotate(inside=number)
    facts = rows.order_by("starts_at", "pk").values_list("id", "title", "starts_at", "capacity", "inside")
    return tuple(
        Place(key, title, starts_at, capacity, inside=inside or 0)
        for key, title, starts_at, capacity, inside in facts
    )


def find(edition_id: int, words: str) -> tuple[Guest, ...]:
    """Those on the list whose name or organisation holds every word, for a door without JavaScript."""
    rows = Registration.objects.filter(edition_id=edition_id)
    for word in words.split()[:6]:
        rows = rows.filter(
            Q(name__icontains=word) | Q(organisation__icontains=word) | Q(leader__name__icontains=word)
        )
    return tuple(_guest(row) for row in rows.select_related("leader").order_by("name", "pk")[:FOUND_AT_MOST])


def recognise(edition_id: int, code: str) -> Recognised:
    """Whose ticket a code is: the long one of a QR code, or the short one that stands below it."""
    if written := rules.as_written(code):
        rows = Registration.objects.filter(edition_id=edition_id).select_related("leader")
        found = (row for row in rows if rules.short(ticket_code(row.reference, row.link_version)) == written)
        row = next(found, None)
        return Recognised(Known.FOUND, _guest(row)) if row else Recognised(Known.UNKNOWN)
    said = links.read(settings.SECRET_KEY, links.Purpose.TICKET, code.strip())
    rows = Registration.objects.filter(reference=said.reference) if said else Registration.objects.none()
    row = rows.select_related("leader", "edition").first()
    if said is None or row is None:
        return Recognised(Known.UNKNOWN)
    if row.edition_id != edition_id:
        return Recognised(Known.OTHER_DAY, other_day=row.edition.title)
    if row.link_version != said.version:
        return Recognised(Known.REPLACED, _guest(row))
    return Recognised(Known.FOUND, _guest(row))


def guest(edition_id: int, registration_id: int) -> Guest | None:
    """One of those on the list."""
    rows = Registration.objects.filter(edition_id=edition_id, pk=registration_id).select_related("leader")
    return next(map(_guest, rows), None)


def inside(registration_ids: list[int], session_id: int | None) -> Mapping[int, Coming]:
    """How those among some who are in at a place came in: the first passage of each. One query."""
    rows = Passage.objects.live().filter(registration__in=registration_ids, session=session_id)
    came = rows.order_by("-at", "-pk").select_related("door", "by")
    return {
        row.registration_id: Coming(row.key, row.registration_id, session_id, teller(row), row.at)
        for row in came
        if row.registration_id
    }


def ends(edition_id: int) -> datetime | None:
    """When the doors of an edition close by themselves."""
    last = Edition.objects.filter(pk=edition_id).values_list("ends_on", flat=True).first()
    return rules.open_until(last) if last else None


def _doors(rows: QuerySet[Door]) -> tuple[DoorLine, ...]:
    number = (
        Passage.objects.filter(door=OuterRef("pk"), deed=Deed.IN)
        .order_by()
        .values("door")
        .annotate(n=Count("pk"))
        .values("n")
    )
    facts = rows.annotate(passages=number, last_day=F("edition__ends_on")).order_by("name")
    return tuple(
        DoorLine(
            id=row.pk,
            edition_id=row.edition_id,
            name=row.name,
            made_at=row.made_at,
            closed_at=row.withdrawn_at,
            until=rules.open_until(row.last_day),
            passages=row.passages or 0,
        )
        for row in facts
    )


def _guest(row: Registration) -> Guest:
    return Guest(
        id=row.pk,
        name=row.name,
        leader=row.leader.name if row.leader else "",
        organisation=row.organisation,
        kind_id=row.ticket_kind_id,
        state=row.state,
        fingerprint=rules.fingerprint(ticket_code(row.reference, row.link_version)),
        family=rules.family(row.reference),
    )
