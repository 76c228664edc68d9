"""A call for proposals to try things on, with plainly invented people."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from samverk.base.organisations.models import Role
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.people.models import User
from samverk.base.people.tests.people import person
from samverk.parts.day.actions import proposals, reviewing
from samverk.parts.day.actions.proposals import PersonDraft, ProposalDraft
from samverk.parts.day.actions.reviewing import CallFacts, Judgement, Verdict
from samverk.parts.day.models import Proposal
from samverk.parts.day.tests.building import a_draft, an_edition, at

NOW = at("12.00").replace(month=2, day=1)
CRITERIA = ("Nytta", "Nytt")


def a_call(edition_id: int | None = None, **facts: Any) -> int:
    """A published edition that takes proposals; returns its key."""
    key = edition_id or an_edition(published=True)
    given = {"is_on": True, "opens_at": None, "closes_at": None, "text": "Välkommen!", "criteria": CRITERIA}
    reviewing.keep_call(edition_id=key, facts=CallFacts(**{**given, **facts}), by=OPERATOR)
    return key


def a_writer(**facts: Any) -> PersonDraft:
    given = {"name": "Frida Förslag", "organisation": "Kafé Prov", "email": "frida@example.org"}
    return PersonDraft(**{**given, "biography": "Driver ett kafé.", "says_yes": True, **facts})


def an_idea(**facts: Any) -> ProposalDraft:
    given = {"title": "Att börja i liten skala", "kind": "workshop", "description": "Vi räknar tillsammans."}
    return ProposalDraft(**{**given, "minutes": 45, "people": (a_writer(),), **facts})


def a_proposal(edition_id: int | None = None, *, now: datetime = NOW, **facts: Any) -> Proposal:
    receipt = proposals.propose(
        edition_id=edition_id or a_call(), draft=an_idea(**facts), key=uuid4(), language="sv", now=now
    )
    return Proposal.objects.get(reference=receipt.reference)


def an_organiser(name: str) -> User:
    return person(name, Role.ORGANISER)


def judges(who: User, proposal: Proposal, *grades: int, **facts: Any) -> None:
    judgement = Judgement(grades=grades, **facts)
    reviewing.review(proposal_id=proposal.pk, judgement=judgement, by=who, now=NOW)


def decides(who: Any, proposal: Proposal, state: str, *, seen: int = 0, **facts: Any) -> None:
    told = {"subject": "Om ditt förslag", "text": "Hej!", "place": a_draft(proposal.title), **facts}
    verdict = Verdict(state=state, seen=seen, **told)
    reviewing.decide(proposal_id=proposal.pk, verdict=verdict, by=who, now=NOW)
