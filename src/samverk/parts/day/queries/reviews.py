"""Judging proposals: what each reviewer sees of them, and what has been decided."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from samverk.parts.day.models import Call, Decision, Proposal, ProposalState, Review
from samverk.parts.day.queries.proposals import ProposalFacts, facts_of
from samverk.parts.day.rules import proposals as rules
from samverk.parts.day.rules.proposals import Opinion

UNDER_REVIEW = "review"


@dataclass(frozen=True)
class ReviewFacts:
    """What one reviewer thinks."""

    reviewer: str
    grades: tuple[int, ...]
    note: str
    has_conflict: bool
    changed_at: datetime


@dataclass(frozen=True)
class DecisionFacts:
    """What was decided, by whom, and whether its letter has been written."""

    number: int
    verdict: str
    by: str
    decided_at: datetime
    sent_at: datetime | None


@dataclass(frozen=True)
class Judged:
    """A proposal as one reviewer sees it. The others' reviews are there only once one's own is given."""

    proposal: ProposalFacts
    own: ReviewFacts | None
    others: tuple[ReviewFacts, ...]
    count: int
    conflicts: int
    opinion: Opinion | None
    by_criterion: tuple[Opinion | None, ...]
    sees_others: bool

    @property
    def stage(self) -> str:
        """The state, with those that somebody has graded apart from the quite new."""
        is_begun = self.proposal.state == ProposalState.NEW and self.count
        return UNDER_REVIEW if is_begun else self.proposal.state


def judged(edition_id: int, *, reader: int) -> tuple[Judged, ...]:
    """All proposals of an edition as one reviewer sees them, the oldest first. Four queries."""
    return _judged(Proposal.objects.filter(edition=edition_id), reader)


def judged_one(*, edition_id: int, proposal_id: int, reader: int) -> Judged | None:
    """One of them."""
    rows = Proposal.objects.filter(edition=edition_id, pk=proposal_id)
    return next(iter(_judged(rows, reader)), None)


def decisions(proposal_id: int) -> tuple[DecisionFacts, ...]:
    """What has been decided about a proposal, the latest last. One query."""
    rows = Decision.objects.filter(proposal=proposal_id).select_related("by").order_by("number")
    return tuple(
        DecisionFacts(row.number, row.verdict, row.by.name if row.by else "", row.decided_at, row.sent_at)
        for row in rows
    )


@dataclass(frozen=True)
class DecisionLetter:
    """A letter that tells a decision, and the proposal it is about."""

    reference: UUID
    subject: str
    text: str


def decision_letter(decision_id: int) -> DecisionLetter | None:
    """The letter of a decision."""
    found = Decision.objects.filter(pk=decision_id).values_list("proposal__reference", "subject", "text")
    return next((DecisionLetter(*row) for row in found), None)


def _judged(rows: QuerySet[Proposal], reader: int) -> tuple[Judged, ...]:
    facts = facts_of(list(rows.order_by("created_at", "pk")))
    reviews = _reviews([one.id for one in facts])
    number = {
        one.edition_id: len(one.criteria) for one in Call.objects.filter(edition__in=rows.values("edition"))
    }
    most = max(number.values(), default=0)
    return tuple(_judge(one, reviews[one.id], reader, most) for one in facts)


def _judge(
    facts: ProposalFacts, reviews: list[tuple[int | None, ReviewFacts]], reader: int, criteria: int
) -> Judged:
    own = next((one for key, one in reviews if key == reader), None)
    others = tuple(one for key, one in reviews if key != reader)
    graded = [one.grades for _key, one in reviews if one.grades]
    sees = rules.sees_others(has_graded=bool(own and own.grades), has_conflict=bool(own and own.has_conflict))
    return Judged(
        proposal=facts,
        own=own,
        others=others if sees else (),
        count=len(graded),
        conflicts=sum(1 for _key, one in reviews if one.has_conflict),
        opinion=rules.opinion(graded) if sees else None,
        by_criterion=rules.by_criterion(graded, criteria) if sees else (),
        sees_others=sees,
    )


def _reviews(keys: list[int]) -> defaultdict[int, list[tuple[int | None, ReviewFacts]]]:
    found: defaultdict[int, list[tuple[int | None, ReviewFacts]]] = defaultdict(list)
    rows = Review.objects.filter(proposal__in=keys).select_related("reviewer").order_by("created_at", "pk")
    for row in rows:
        name = row.reviewer.name if row.reviewer else ""
        facts = ReviewFacts(name, tuple(row.grades), row.note, row.has_conflict, row.changed_at)
        found[row.proposal_id].append((row.reviewer_id, facts))
    return found
