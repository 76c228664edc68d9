"""What a visitor is asked when registering, and what somebody who has registered sees."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from samverk.parts.day.models import Edition, Registration, RegistrationState, SensitiveAnswers
from samverk.parts.day.queries.questions import QuestionLine, questions
from samverk.parts.day.queries.tickets import KindLine, kinds, lines
from samverk.parts.day.rules import links
from samverk.parts.day.rules.seats import Opening
from samverk.parts.day.rules.shifting import midnight

KEPT = timedelta(seconds=1)
MOST_KEPT = 50
_lately: dict[tuple[str, str], tuple[datetime, "Asked | None"]] = {}


@dataclass(frozen=True)
class Day:
    """The edition that somebody registers for."""

    id: int
    title: str
    series_slug: str
    slug: str
    state: str
    starts_on: date
    ends_on: date
    place: str
    address: str
    contact_email: str
    sequence: int = 0

    def opening(self, kind: KindLine) -> Opening:
        """When one can register for a kind of ticket."""
        return Opening(self.state, kind.opens_at, kind.closes_at, self.ends)

    @property
    def ends(self) -> datetime:
        """Midnight after the last day."""
        return midnight(self.ends_on + timedelta(days=1))


@dataclass(frozen=True)
class Asked:
    """The day, its kinds of tickets and its questions."""

    day: Day
    kinds: tuple[KindLine, ...]
    questions: tuple[QuestionLine, ...]


@dataclass(frozen=True)
class Companion:
    """Somebody of the same group."""

    id: int
    name: str
    email: str
    state: str
    state_label: str
    reference: UUID
    link_version: int


@dataclass(frozen=True)
class Registered:
    """A registration as the one who holds its link sees it."""

    id: int
    reference: UUID
    link_version: int
    name: str
    email: str
    organisation: str
    language: str
    state: str
    place_in_line: int
    offered_until: datetime | None
    answers: Mapping[str, Any]
    sensitive: Mapping[str, Any]
    day: Day
    kind: KindLine
    leader_email: str
    colleagues: tuple[Companion, ...]

    @property
    def reaches(self) -> str:
        """The address that letters about it go to: its own, or whoever registered it."""
        return self.email or self.leader_email

    @property
    def link(self) -> str:
        """The secret part of the address of its page."""
        return link(self.reference, self.link_version)


def asked(*, series: str, edition: str) -> Asked | None:
    """What is asked of whoever registers; None when visitors may not see the edition. Three queries."""
    found = Edition.objects.filter(series__slug=series, slug=edition).exclude(state="draft")
    row = found.select_related("series").first()
    return Asked(day_of(row), kinds(row.pk), questions(row.pk)) if row else None


def asked_lately(*, series: str, edition: str, now: datetime) -> Asked | None:
    """The same, at most a second old, for the many who send the form at once. Seats are never given by it."""
    moment, kept = _lately.get((series, edition), (now, None))
    if kept is None or not timedelta(0) <= now - moment < KEPT:
        kept = asked(series=series, edition=edition)
        if len(_lately) > MOST_KEPT:
            _lately.clear()
        _lately[series, edition] = now, kept
    return kept


def by_link(code: str) -> Registered | None:
    """The registration that a link leads to; None when the link is forged or has been replaced."""
    said = links.read(settings.SECRET_KEY, links.Purpose.LINK, code)
    return _one(Q(reference=said.reference, link_version=said.version)) if said else None


def registered(reference: UUID | str) -> Registered | None:
    """One registration, whole. At most four queries."""
    return _one(Q(reference=reference))


def link(reference: UUID, version: int) -> str:
    """The secret part of the address of somebody's page."""
    return links.make(settings.SECRET_KEY, links.Purpose.LINK, reference, version)


def ticket_code(reference: UUID, version: int) -> str:
    """What stands in the QR code of a ticket."""
    return links.make(settings.SECRET_KEY, links.Purpose.TICKET, reference, version)


def _one(wanted: Q) -> Registered | None:
    rows = Registration.objects.select_related("ticket_kind", "edition__series", "leader")
    row = rows.filter(wanted).first()
    if row is None:
        return None
    sensitive = SensitiveAnswers.objects.filter(registration=row).values_list("answers", flat=True).first()
    companions = Registration.objects.filter(leader=row).order_by("arrival") if row.leader_id is None else ()
    return Registered(
        id=row.pk,
        reference=row.reference,
        link_version=row.link_version,
        name=row.name,
        email=row.email,
        organisation=row.organisation,
        language=row.language,
        state=row.state,
        place_in_line=_place(row),
        offered_until=row.offered_until,
        answers=row.answers,
        sensitive=sensitive or {},
        day=day_of(row.edition),
        kind=lines([row.ticket_kind])[0],
        leader_email=row.leader.email if row.leader else "",
        colleagues=tuple(_companion(other) for other in companions),
    )


def _place(row: Registration) -> int:
    """How many are before, and oneself; 0 when one does not wait."""
    if row.state != RegistrationState.WAITING:
        return 0
    return Registration.objects.in_line(row.ticket_kind_id).filter(arrival__lte=row.arrival).count()


def _companion(row: Registration) -> Companion:
    return Companion(
        id=row.pk,
        name=row.name,
        email=row.email,
        state=row.state,
        state_label=str(row.get_state_display()),
        reference=row.reference,
        link_version=row.link_version,
    )


def day_of(row: Edition) -> Day:
    """A row as plain values."""
    return Day(
        id=row.pk,
        title=row.title,
        series_slug=row.series.slug,
        slug=row.slug,
        state=row.state,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        place=row.venue_name,
        address=row.venue_address,
        contact_email=row.contact_email,
        sequence=row.sequence,
    )
