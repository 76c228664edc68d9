"""Proposals, in the words of the screen: to whoever writes one, and to those who judge them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samverk.parts.day.models import Kind, ProposalState
from samverk.parts.day.presenters import wording
from samverk.parts.day.queries.proposals import CallFacts, Invited, ProposalFacts, Proposed, call
from samverk.parts.day.queries.reviews import UNDER_REVIEW, Judged
from samverk.parts.day.registry.panels import Shown
from samverk.parts.day.rules import proposals as rules
from samverk.parts.day.rules.proposals import Deed, Opinion, Shut
from samverk.parts.day.rules.texts import paragraphs
from samverk.ui.table import Column, Table

TONES = {
    ProposalState.NEW: "info",
    UNDER_REVIEW: "info",
    ProposalState.WAITING: "warning",
    ProposalState.ACCEPTED: "success",
    ProposalState.REJECTED: "neutral",
    ProposalState.WITHDRAWN: "neutral",
}


@dataclass(frozen=True)
class Tag:
    """A state, with its colour."""

    label: str
    tone: str


@dataclass(frozen=True)
class OwnPage:
    """The page of whoever has proposed something."""

    title: str
    lead: str
    state: str
    tone: str
    told: str
    facts: tuple[tuple[str, str], ...]
    people: tuple[str, ...]
    may_change: bool
    may_withdraw: bool


@dataclass(frozen=True)
class Others:
    """What another reviewer thinks."""

    name: str
    grades: tuple[tuple[str, str], ...]
    note: str
    has_conflict: bool


def tag(stage: str) -> Tag:
    """How far a proposal has come."""
    label = _("under bedömning") if stage == UNDER_REVIEW else str(ProposalState(stage).label)
    return Tag(label, TONES[stage])


def own_page(found: Proposed, *, now: datetime) -> OwnPage:
    """The page of a proposal, to whoever wrote it. What reviewers think is not on it."""
    proposal = found.proposal
    is_open = rules.shut(found.call.invitation, now=now) is None
    return OwnPage(
        title=proposal.title,
        lead=found.day.title,
        state=capfirst(tag(proposal.state).label),
        tone=TONES[proposal.state],
        told=_told(proposal.state),
        facts=facts(proposal),
        people=tuple(_person(proposal)),
        may_change=is_open and rules.allows(Deed.CHANGE, proposal.state),
        may_withdraw=rules.allows(Deed.WITHDRAW, proposal.state),
    )


def facts(proposal: ProposalFacts) -> tuple[tuple[str, str], ...]:
    """What a proposal says, beside its description."""
    minutes = proposal.minutes
    length = ngettext("%(number)d minut", "%(number)d minuter", minutes or 0) % {"number": minutes or 0}
    return (
        (_("Slag"), str(Kind(proposal.kind).label).capitalize()),
        (_("Önskad längd"), length if minutes else ""),
        (_("Behov i lokalen"), proposal.needs),
        (_("På distans"), _("Ja") if proposal.is_online else ""),
        (_("Skickat"), wording.day(wording.local_day(proposal.created_at))),
    )


def _person(proposal: ProposalFacts) -> Iterable[str]:
    for person in proposal.people:
        yield ", ".join(part for part in (person.name, person.organisation, person.email) if part)


def _told(state: str) -> str:
    return {
        ProposalState.NEW: _("Vi har fått ditt förslag. Du får besked med e-post."),
        ProposalState.WAITING: _("Vi vet inte än om förslaget ryms. Du får besked med e-post."),
        ProposalState.ACCEPTED: _("Förslaget är antaget. Vi hör av oss om tid och lokal."),
        ProposalState.REJECTED: _("Förslaget kom inte med den här gången. Tack för att du delade det."),
        ProposalState.WITHDRAWN: _("Du har dragit tillbaka förslaget. Vi raderar det en tid efter dagen."),
    }[ProposalState(state)]


def invitation(invited: Invited) -> tuple[tuple[str, ...], str]:
    """What the call says, in paragraphs, and until when."""
    return paragraphs(invited.call.text), until(invited.call)


def until(facts: CallFacts) -> str:
    """Until when one can propose something."""
    if facts.closes_at is None:
        return ""
    last = wording.day(wording.local_day(facts.closes_at - wording.A_MOMENT)).lower()
    return _("Senast {day}.").format(day=last)


def why_shut(why: Shut, facts: CallFacts) -> str:
    """Why one cannot propose anything now."""
    if why is Shut.NOT_YET and facts.opens_at:
        day = wording.day(wording.local_day(facts.opens_at)).lower()
        return _("Vi tar emot förslag från och med {day}.").format(day=day)
    if why is Shut.NO_LONGER:
        return _("Tiden för att föreslå något har gått ut.")
    return _("Vi tar inte emot förslag just nu.")


def panel(shown: Shown) -> SafeString:
    """The way to propose something, when there is one. One query; the same for every reader."""
    asked = call(shown.edition_id)
    if asked is None or not asked.is_on:
        return SafeString()
    url = reverse("day:propose", args=[shown.series, shown.edition])
    return render_to_string("day/proposals/panel.html", {"until": until(asked), "url": url})


def table(found: Iterable[Judged], *, edition_id: int) -> Table:
    """The proposals in a list. What others think is not there until one has judged oneself."""
    columns = [
        Column(_("Förslag")),
        Column(_("Vem")),
        Column(_("Slag")),
        Column(_("Läge")),
        Column(_("Bedömningar"), numeric=True),
        Column(_("Medel")),
    ]
    rows = []
    for one in found:
        url = reverse("day_desk:proposal", args=[edition_id, one.proposal.id])
        kind = str(Kind(one.proposal.kind).label)
        rows.append(
            [
                (one.proposal.title, url),
                one.proposal.writer.name if one.proposal.people else _("raderad"),
                kind,
                tag(one.stage).label,
                str(one.count),
                _mean(one),
            ]
        )
    return Table(columns=columns, rows=rows)


def _mean(one: Judged) -> str:
    if one.own and one.own.has_conflict:
        return _("du är jävig")
    if not one.sees_others:
        return _("efter din bedömning") if one.count else "–"
    return spread(one.opinion)


def spread(opinion: Opinion | None) -> str:
    """A mean, and how far apart the reviewers are."""
    if opinion is None:
        return "–"
    mean = wording.number(opinion.mean, decimals=1)
    if opinion.count == 1:
        return mean
    low, high = (wording.number(value, decimals=1) for value in (opinion.low, opinion.high))
    return _("{mean} (från {low} till {high})").format(mean=mean, low=low, high=high)


def criteria(one: Judged, names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """What the reviewers think by each criterion, and all in all; nothing until one may see it."""
    if not one.sees_others:
        return ()
    parts = zip(names, one.by_criterion, strict=False)
    return (*((name, spread(opinion)) for name, opinion in parts), (_("Sammantaget"), spread(one.opinion)))


def others(one: Judged, names: tuple[str, ...]) -> tuple[Others, ...]:
    """What the others think, as far as one may see it."""
    return tuple(
        Others(
            name=review.reviewer or _("någon som inte längre är med"),
            grades=tuple((name, str(grade)) for name, grade in zip(names, review.grades, strict=False)),
            note=review.note,
            has_conflict=review.has_conflict,
        )
        for review in one.others
    )
