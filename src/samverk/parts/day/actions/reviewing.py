"""Judging proposals: the call, the reviewers' grades, the decisions and the letters that tell them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import transaction

from samverk.base.audit import actions as audit
from samverk.base.organisations.permissions import demand
from samverk.base.queue import actions as queue
from samverk.parts.day.actions import programme, speakers
from samverk.parts.day.actions.letters import Letter, post
from samverk.parts.day.actions.programme import SessionDraft
from samverk.parts.day.actions.proposals import hold, remove_draft_session
from samverk.parts.day.actions.speakers import Portrait, SpeakerDraft
from samverk.parts.day.models import (
    GRADES,
    Call,
    Decision,
    Edition,
    Proposal,
    ProposalState,
    ProposedSpeaker,
    Review,
)
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.rules.proposals import Deed
from samverk.parts.day.rules.shifting import shifted

VERDICTS = (ProposalState.ACCEPTED, ProposalState.WAITING, ProposalState.REJECTED)


class CriteriaInUse(Exception):
    """Somebody has graded by the criteria, so they stay."""


class Overtaken(Exception):
    """Somebody else has decided since. `verdict` and `by` say what and who."""

    def __init__(self, verdict: str, by: str) -> None:
        super().__init__(verdict, by)
        self.verdict, self.by = verdict, by


class Conflicted(Exception):
    """Whoever has declared a conflict of interest neither judges nor decides."""


class InProgramme(Exception):
    """The session is shown to visitors, and must be cancelled or removed in the programme first."""


@dataclass(frozen=True)
class CallFacts:
    """What organisers say of the call."""

    is_on: bool
    opens_at: datetime | None
    closes_at: datetime | None
    text: str
    criteria: tuple[str, ...]


@dataclass(frozen=True)
class Judgement:
    """What a reviewer thinks: a grade for each criterion, in their order; or that there is a conflict."""

    grades: tuple[int, ...] = ()
    note: str = ""
    has_conflict: bool = False


@dataclass(frozen=True)
class Verdict:
    """A decision with its letter; `seen` is how many decisions there were when it was made.

    `place` is where an accepted proposal is put in the programme to begin with.
    """

    state: str
    subject: str
    text: str
    seen: int
    place: SessionDraft | None = None


@transaction.atomic
def keep_call(*, edition_id: int, facts: CallFacts, by: Any) -> None:
    """Open or close the call, and say what is looked for.

    :raises PermissionDenied: when `by` arranges nothing.
    :raises CriteriaInUse: when others are wanted than those that somebody has graded by.
    """
    demand(may_arrange, by)
    edition = Edition.objects.select_for_update(no_key=True).get(pk=edition_id)
    row = Call.objects.filter(edition=edition).first() or Call(region_id=edition.region_id, edition=edition)
    graded = Review.objects.filter(proposal__edition=edition, has_conflict=False)
    if tuple(row.criteria) != facts.criteria and graded.exists():
        raise CriteriaInUse
    for name, value in vars(facts).items():
        setattr(row, name, list(value) if name == "criteria" else value)
    row.save()
    audit.record(actor=by, action="day.keep_call", target=edition, is_on=facts.is_on)


@transaction.atomic
def review(*, proposal_id: int, judgement: Judgement, by: Any, now: datetime) -> None:
    """Say what one thinks of a proposal, or that one should not: once each, changed as long as one likes.

    :raises PermissionDenied: when `by` arranges nothing.
    :raises NotPossible: when it has been decided or withdrawn.
    :raises ValueError: when the grades are not one for each criterion.
    """
    demand(may_arrange, by)
    row = hold(proposal_id, Deed.REVIEW)
    criteria = Call.objects.values_list("criteria", flat=True).get(edition=row.edition_id)
    grades = () if judgement.has_conflict else judgement.grades
    if not judgement.has_conflict and (len(grades) != len(criteria) or not set(grades) <= set(GRADES)):
        raise ValueError("one grade is wanted for each criterion")
    told = {"grades": list(grades), "note": judgement.note, "has_conflict": judgement.has_conflict}
    known = Review.objects.filter(proposal=row, reviewer_id=by.pk).first() or Review(
        region_id=row.region_id, proposal=row, reviewer_id=by.pk, created_at=now
    )
    for name, value in told.items():
        setattr(known, name, value)
    known.changed_at = now
    known.save()
    action = "day.declare_conflict" if judgement.has_conflict else "day.review_proposal"
    audit.record(actor=by, action=action, target=row)


@transaction.atomic
def decide(*, proposal_id: int, verdict: Verdict, by: Any, now: datetime) -> None:
    """Accept a proposal, decline it or let it wait, and have the letter sent. Sent twice, it is done once.

    Accepting puts a draft in the programme with those who take part; a later no takes it away again.

    :raises PermissionDenied: when `by` arranges nothing.
    :raises NotPossible: when it has been withdrawn.
    :raises Conflicted: when `by` has declared a conflict of interest.
    :raises Overtaken: when somebody has decided since.
    :raises InProgramme: when it is declined while visitors see its session.
    :raises Clashing: when the room is taken.
    :raises ValidationError: when the place lies outside the edition's days.
    """
    demand(may_arrange, by)
    row = hold(proposal_id, Deed.DECIDE)
    if Review.objects.filter(proposal=row, reviewer_id=by.pk, has_conflict=True).exists():
        raise Conflicted
    if row.decisions != verdict.seen:
        if _is_the_same(row, verdict, by):
            return
        raise _overtaken(row)
    row.decisions += 1
    if verdict.state == ProposalState.ACCEPTED:
        _take_in(row, verdict.place, by)
    elif not remove_draft_session(row):
        raise InProgramme
    row.state = ProposalState(verdict.state)
    row.save()
    decision = Decision.objects.create(
        region_id=row.region_id,
        proposal=row,
        number=row.decisions,
        verdict=verdict.state,
        subject=verdict.subject,
        text=verdict.text,
        by_id=by.pk,
        decided_at=now,
    )
    audit.record(actor=by, action="day.decide_proposal", target=row, verdict=verdict.state)
    queue.enqueue("day.tell_decision", decision_id=decision.pk)


@transaction.atomic
def send_link(*, proposal_id: int, by: Any) -> None:
    """Send the link again to whoever has lost it.

    :raises PermissionDenied: when `by` arranges nothing.
    """
    demand(may_arrange, by)
    row = Proposal.objects.get(pk=proposal_id)
    queue.enqueue("day.write_proposal", reference=str(row.reference), about="link")
    audit.record(actor=by, action="day.send_link", target=row)


def copy_call(source_id: int, edition_id: int, *, days: int) -> None:
    """Give a new edition the call of another, with its dates moved. It is off until somebody opens it."""
    row = Call.objects.filter(edition=source_id).first()
    if row is None:
        return
    row.pk, row.edition_id, row.is_on = None, edition_id, False
    row.opens_at = shifted(row.opens_at, days=days) if row.opens_at else None
    row.closes_at = shifted(row.closes_at, days=days) if row.closes_at else None
    row.save(force_insert=True)


def _is_the_same(row: Proposal, verdict: Verdict, by: Any) -> bool:
    """Whether a decision is the last one, sent again: by the back button or a double click."""
    return Decision.objects.filter(
        proposal=row,
        number=row.decisions,
        verdict=verdict.state,
        by_id=by.pk,
        subject=verdict.subject,
        text=verdict.text,
    ).exists()


def _overtaken(row: Proposal) -> Overtaken:
    last = Decision.objects.filter(proposal=row).last()
    return Overtaken(last.verdict if last else row.state, last.by.name if last and last.by else "")


def _take_in(row: Proposal, place: SessionDraft | None, by: Any) -> None:
    """Put a proposal in the programme as a draft, unless it is there. Portraits last: the rest may clash."""
    if row.session_id is not None or place is None:
        return
    people = list(row.speakers.all())
    for one in people:
        one.speaker_id = one.speaker_id or _keep_speaker(one, row.edition_id, by)
        one.save(update_fields=["speaker"])
    keys = tuple(one.speaker_id for one in people if one.speaker_id)
    draft = replace(place, is_draft=True, speaker_ids=keys)
    row.session_id = programme.add_session(edition_id=row.edition_id, draft=draft, by=by)
    for one in people:
        if one.portrait:
            portrait = Portrait(f"portratt.{one.portrait_type}", bytes(one.portrait))
            _keep_speaker(one, row.edition_id, by, portrait=portrait)


def _keep_speaker(one: ProposedSpeaker, edition_id: int, by: Any, portrait: Portrait | None = None) -> int:
    draft = SpeakerDraft(
        name=one.name,
        organisation=one.organisation,
        email=one.email,
        biography=one.biography,
        consented_on=one.consented_on,
        portrait=portrait,
    )
    return speakers.keep_speaker(edition_id=edition_id, speaker_id=one.speaker_id, draft=draft, by=by)


@transaction.atomic
def tell(*, decision_id: int, compose: Callable[[int], Letter | None], now: datetime) -> bool:
    """Write the letter of a decision, unless it has been written; whether it was written now."""
    unsent = Decision.objects.filter(pk=decision_id, sent_at__isnull=True)
    row = unsent.select_for_update(of=("self",)).first()
    letter = compose(decision_id) if row else None
    if row is None or letter is None:
        return False
    post(letter, now=now)
    row.sent_at = now
    row.save(update_fields=["sent_at"])
    return True
