"""Proposals: what is asked of whoever writes one, and what they see of it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings

from samverk.parts.day.models import Call, Edition, Proposal, ProposedSpeaker
from samverk.parts.day.queries.registration import Day, day_of
from samverk.parts.day.rules import links
from samverk.parts.day.rules.proposals import Invitation
from samverk.parts.day.rules.shifting import midnight

VERSION = 1


@dataclass(frozen=True)
class CallFacts:
    """What an edition's call says."""

    is_on: bool
    opens_at: datetime | None
    closes_at: datetime | None
    text: str
    criteria: tuple[str, ...]
    invitation: Invitation


@dataclass(frozen=True)
class Invited:
    """The day, and its call."""

    day: Day
    call: CallFacts


@dataclass(frozen=True)
class PersonFacts:
    """Somebody who would take part."""

    id: int
    name: str
    organisation: str
    email: str
    biography: str
    has_portrait: bool
    consented_on: date | None


@dataclass(frozen=True)
class ProposalFacts:
    """A proposal."""

    id: int
    reference: UUID
    language: str
    title: str
    kind: str
    description: str
    minutes: int | None
    needs: str
    is_online: bool
    state: str
    decisions: int
    session_id: int | None
    created_at: datetime
    changed_at: datetime
    people: tuple[PersonFacts, ...]

    @property
    def link(self) -> str:
        """The secret part of the address of its page."""
        return links.make(settings.SECRET_KEY, links.Purpose.PROPOSAL, self.reference, VERSION)

    @property
    def writer(self) -> PersonFacts:
        """Whoever wrote it."""
        return self.people[0]


@dataclass(frozen=True)
class Proposed:
    """A proposal as its writer sees it."""

    day: Day
    call: CallFacts
    proposal: ProposalFacts


def call(edition_id: int) -> CallFacts | None:
    """The call of an edition."""
    row = Call.objects.select_related("edition").filter(edition=edition_id).first()
    return _call(row) if row else None


def invited(*, series: str, edition: str) -> Invited | None:
    """The call of an edition that visitors may see; None when there is none, or it is off."""
    rows = Call.objects.select_related("edition__series").exclude(edition__state="draft")
    row = rows.filter(edition__series__slug=series, edition__slug=edition, is_on=True).first()
    return Invited(day_of(row.edition), _call(row)) if row else None


def by_link(code: str) -> Proposed | None:
    """The proposal that a link leads to; None when the link is forged, or the proposal deleted."""
    said = links.read(settings.SECRET_KEY, links.Purpose.PROPOSAL, code)
    return proposed(said.reference) if said and said.version == VERSION else None


def proposed(reference: UUID | str) -> Proposed | None:
    """A proposal, as its writer sees it. Three queries."""
    row = Proposal.objects.select_related("edition__series", "edition__call").filter(reference=reference)
    found = row.first()
    if found is None:
        return None
    facts = facts_of([found])[0]
    return Proposed(day_of(found.edition), _call(found.edition.call), facts) if facts.people else None


def link(reference: UUID) -> str:
    """The secret part of the address of a proposal's page."""
    return links.make(settings.SECRET_KEY, links.Purpose.PROPOSAL, reference, VERSION)


def portrait(*, edition_id: int, person_id: int) -> tuple[bytes, str] | None:
    """The portrait of somebody who would take part, and its kind of file."""
    rows = ProposedSpeaker.objects.filter(proposal__edition=edition_id, pk=person_id, portrait__isnull=False)
    found = rows.values_list("portrait", "portrait_type").first()
    return (bytes(found[0]), found[1]) if found and found[0] else None


def facts_of(rows: list[Proposal]) -> list[ProposalFacts]:
    """Rows as plain values. One query."""
    people = _people([row.pk for row in rows])
    return [
        ProposalFacts(
            id=row.pk,
            reference=row.reference,
            language=row.language,
            title=row.title,
            kind=row.kind,
            description=row.description,
            minutes=row.minutes,
            needs=row.needs,
            is_online=row.is_online,
            state=row.state,
            decisions=row.decisions,
            session_id=row.session_id,
            created_at=row.created_at,
            changed_at=row.changed_at,
            people=tuple(people[row.pk]),
        )
        for row in rows
    ]


def _people(keys: list[int]) -> defaultdict[int, list[PersonFacts]]:
    """Without their portraits, which are large."""
    names = (
        "proposal_id", "pk", "name", "organisation", "email", "biography", "portrait_type", "consented_on"
    )  # fmt: skip
    found: defaultdict[int, list[PersonFacts]] = defaultdict(list)
    rows: Iterable[tuple[int, int, str, str, str, str, str, date | None]] = (
        ProposedSpeaker.objects.filter(proposal__in=keys).order_by("position", "pk").values_list(*names)
    )
    for proposal_id, key, name, organisation, email, biography, portrait_type, consented_on in rows:
        person = PersonFacts(key, name, organisation, email, biography, bool(portrait_type), consented_on)
        found[proposal_id].append(person)
    return found


def _call(row: Call) -> CallFacts:
    edition: Edition = row.edition
    return CallFacts(
        is_on=row.is_on,
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        text=row.text,
        criteria=tuple(row.criteria),
        invitation=Invitation(
            row.is_on, edition.state, row.opens_at, row.closes_at, midnight(edition.starts_on)
        ),
    )
