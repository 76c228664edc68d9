"""Tickets that were let in twice, or that were out of force: what an organiser has to look at."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from samverk.parts.day.models import Passage


@dataclass(frozen=True)
class Trace:
    """One of the passages that clash: who told it, when, and what was amiss."""

    id: int
    key: UUID
    door: str
    door_id: int | None
    at: datetime
    received_at: datetime
    way: str
    remark: str
    is_settled: bool


@dataclass(frozen=True)
class Clash:
    """A ticket that was let in twice at one place, or that was out of force: for an organiser to look at."""

    registration_id: int
    name: str
    leader: str
    organisation: str
    session: str
    traces: tuple[Trace, ...]


def clashes(edition_id: int) -> tuple[Clash, ...]:
    """The passages that an organiser has to look at, the latest ticket first. Two queries."""
    settled = Q(settlement__isnull=False)
    suspects = (
        Passage.objects.live()
        .filter(edition_id=edition_id, registration__isnull=False)
        .values("registration_id", "session_id")
        .annotate(number=Count("pk"), told=Count("pk", filter=~Q(remark="")))
        .annotate(open=Count("pk", filter=~settled))
        .filter(Q(number__gt=1) | Q(told__gt=0), open__gt=0)
        .order_by()
    )
    places = [(row["registration_id"], row["session_id"]) for row in suspects]
    if not places:
        return ()
    rows = Passage.objects.live().filter(
        edition_id=edition_id, registration__in=[who for who, _session in places]
    )
    found: dict[tuple[int | None, int | None], list[Passage]] = {place: [] for place in places}
    for row in rows.select_related("registration__leader", "session", "door", "by", "settlement").order_by(
        "at", "pk"
    ):
        if (place := (row.registration_id, row.session_id)) in found:
            found[place].append(row)
    return tuple(
        sorted((_clash(own) for own in found.values()), key=lambda one: one.traces[-1].at, reverse=True)
    )


def _clash(rows: list[Passage]) -> Clash:
    first = rows[0].registration
    return Clash(
        registration_id=rows[0].registration_id or 0,
        name=first.name if first else "",
        leader=first.leader.name if first and first.leader else "",
        organisation=first.organisation if first else "",
        session=rows[0].session.title if rows[0].session else "",
        traces=tuple(
            Trace(
                id=row.pk,
                key=row.key,
                door=teller(row),
                door_id=row.door_id,
                at=row.at,
                received_at=row.received_at,
                way=row.way,
                remark=row.remark,
                is_settled=hasattr(row, "settlement"),
            )
            for row in rows
        ),
    )


def teller(row: Passage) -> str:
    """Who told it: the door, or the organiser."""
    return row.door.name if row.door else row.by.name if row.by else ""
