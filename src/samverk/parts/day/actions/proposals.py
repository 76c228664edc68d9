"""Proposing a session: sending, changing and withdrawing it, without an account."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction

from samverk.base.audit import actions as audit
from samverk.base.files.rules import pictures
from samverk.base.queue import actions as queue
from samverk.engine.language import mask
from samverk.parts.day.actions import speakers
from samverk.parts.day.models import (
    Decision,
    Edition,
    Proposal,
    ProposalState,
    ProposedSpeaker,
    Review,
    Session,
    Speaker,
)
from samverk.parts.day.queries.proposals import call
from samverk.parts.day.rules import proposals as rules
from samverk.parts.day.rules.proposals import Deed

RECEIVED, WITHDRAWN = "received", "withdrawn"


class NotOpen(Exception):
    """No proposals are taken now."""


class NotPossible(Exception):
    """The proposal is no longer as it was when this was asked for."""


@dataclass(frozen=True)
class PersonDraft:
    """Somebody who would take part. Only the one who writes can say yes to being shown."""

    name: str
    organisation: str = ""
    email: str = ""
    biography: str = ""
    says_yes: bool = False
    portrait: bytes | None = None
    without_portrait: bool = False


@dataclass(frozen=True)
class ProposalDraft:
    """What somebody proposes. The first of the people is the one who writes."""

    title: str
    kind: str
    description: str
    people: tuple[PersonDraft, ...]
    minutes: int | None = None
    needs: str = ""
    is_online: bool = False


@dataclass(frozen=True)
class Receipt:
    """Which proposal it became."""

    reference: UUID
    again: bool = False


def propose(*, edition_id: int, draft: ProposalDraft, key: UUID, language: str, now: datetime) -> Receipt:
    """Keep a proposal. Personal numbers in it are hidden first. A form that is sent twice is kept once.

    :raises NotOpen: when no proposals are taken now.
    """
    _demand_open(edition_id, now)
    draft = _safe(draft)
    once = uuid5(key, draft.people[0].email.casefold())
    try:
        with transaction.atomic():
            row = Proposal(
                region_id=Edition.objects.values_list("region_id", flat=True).get(pk=edition_id),
                edition_id=edition_id,
                key=once,
                language=language,
                created_at=now,
                changed_at=now,
            )
            _write(row, draft, today=now.date())
            queue.enqueue("day.write_proposal", reference=str(row.reference), about=RECEIVED)
    except IntegrityError:
        before = Proposal.objects.filter(key=once).first()
        if before is None:
            raise
        return Receipt(before.reference, again=True)
    return Receipt(row.reference)


@transaction.atomic
def change(*, proposal_id: int, draft: ProposalDraft, now: datetime) -> None:
    """Change a proposal, as long as the call is open and nothing is decided.

    :raises NotOpen: when the call has closed.
    :raises NotPossible: when it has been decided or withdrawn.
    """
    row = hold(proposal_id, Deed.CHANGE)
    _demand_open(row.edition_id, now)
    row.changed_at = now
    _write(row, _safe(draft), today=now.date())


@transaction.atomic
def withdraw(*, proposal_id: int, now: datetime) -> None:
    """Take a proposal back, also an accepted one: then its speakers are no longer shown.

    A session that visitors do not see yet is removed; one that they see stays, for the organisers to change.

    :raises NotPossible: when it has been declined or withdrawn before.
    """
    row = hold(proposal_id, Deed.WITHDRAW)
    Speaker.objects.filter(proposed__proposal=row).update(consented_on=None)
    remove_draft_session(row)
    row.state, row.changed_at = ProposalState.WITHDRAWN, now
    row.save(update_fields=["state", "changed_at", "session"])
    queue.enqueue("day.write_proposal", reference=str(row.reference), about=WITHDRAWN)
    queue.enqueue("day.index_edition", edition_id=row.edition_id)


@transaction.atomic
def forget(*, today: date, days: int) -> int:
    """Delete what did not come with, and what was said of the rest, `days` days after the edition.

    A session keeps what it grew out of: its proposal, without anybody's name. Returns how many were deleted.
    """
    old = Proposal.objects.filter(edition__ends_on__lt=today - timedelta(days=days))
    deleted = old.filter(session__isnull=True).delete()[1].get("day.Proposal", 0)
    for kept in (ProposedSpeaker, Review, Decision):
        kept.objects.filter(proposal__in=old).delete()
    if deleted:
        audit.record(actor=None, action="day.forget_proposals", proposals=deleted)
    return deleted


def hold(proposal_id: int, deed: Deed) -> Proposal:
    """A proposal, held until the caller's transaction ends.

    :raises NotPossible: when there is none, or its state does not allow the deed.
    """
    row = Proposal.objects.select_for_update(of=("self",)).filter(pk=proposal_id).first()
    if row is None or not rules.allows(deed, row.state):
        raise NotPossible
    return row


def remove_draft_session(row: Proposal) -> bool:
    """Remove the session of a held proposal while visitors do not see it; whether nothing is left of it."""
    if row.session_id is None:
        return True
    if not Session.objects.filter(pk=row.session_id, is_draft=True).exists():
        return False
    people = Speaker.objects.filter(proposed__proposal=row)
    alone = [one.pk for one in people if not one.sessions.exclude(pk=row.session_id).exists()]
    Session.objects.filter(pk=row.session_id).delete()
    for speaker in Speaker.objects.filter(pk__in=alone).select_related("picture"):
        speakers.delete(speaker)
    row.session = None
    return True


def _demand_open(edition_id: int, now: datetime) -> None:
    asked = call(edition_id)
    if asked is None or rules.shut(asked.invitation, now=now):
        raise NotOpen


def _safe(draft: ProposalDraft) -> ProposalDraft:
    """The same without personal identity numbers."""

    def hidden(text: str) -> str:
        return mask(text).text

    people = tuple(
        replace(
            one,
            name=hidden(one.name)[:150],
            organisation=hidden(one.organisation)[:150],
            biography=hidden(one.biography),
        )
        for one in draft.people
    )
    return replace(
        draft,
        title=hidden(draft.title)[:200],
        description=hidden(draft.description),
        needs=hidden(draft.needs),
        people=people,
    )


def _write(row: Proposal, draft: ProposalDraft, *, today: date) -> None:
    for name in ("title", "kind", "description", "minutes", "needs", "is_online"):
        setattr(row, name, getattr(draft, name))
    row.save()
    before = {one.position: one for one in ProposedSpeaker.objects.filter(proposal=row)}
    for position, person in enumerate(draft.people):
        known = before.pop(position, None) or ProposedSpeaker(
            region_id=row.region_id, proposal=row, position=position
        )
        _write_person(known, person, today)
    for left_out in before.values():
        left_out.delete()


def _write_person(known: ProposedSpeaker, person: PersonDraft, today: date) -> None:
    known.name, known.organisation = person.name, person.organisation
    known.email, known.biography = person.email, person.biography
    known.consented_on = (known.consented_on or today) if person.says_yes else None
    if person.portrait:
        clean = pictures.cleaned(person.portrait)
        known.portrait, known.portrait_type = clean.content, clean.extension
    elif person.without_portrait:
        known.portrait, known.portrait_type = None, ""
    known.save()
