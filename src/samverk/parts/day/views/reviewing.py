"""The organisers' pages for proposals: the call, the list, judging and deciding."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samverk.base.files.views.downloads import download
from samverk.parts.day.actions import reviewing as actions
from samverk.parts.day.actions.programme import Clashing
from samverk.parts.day.actions.proposals import NotPossible
from samverk.parts.day.actions.reviewing import VERDICTS, Verdict
from samverk.parts.day.forms import reviewing as forms
from samverk.parts.day.forms.programme import refused
from samverk.parts.day.models import ProposalState
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.presenters import proposal_letters
from samverk.parts.day.presenters import proposals as presenters
from samverk.parts.day.queries import proposals as queries
from samverk.parts.day.queries import reviews
from samverk.parts.day.queries.programme import programme
from samverk.parts.day.queries.reviews import Judged
from samverk.parts.day.rules import proposals as rules
from samverk.parts.day.rules.proposals import Deed
from samverk.parts.day.views.screens import edition_or_404, only, screen, sent

PORTRAITS = {"jpg": "image/jpeg", "png": "image/png"}


@only(may_arrange)
@require_safe
def proposals(request: HttpRequest, edition_id: int) -> HttpResponse:
    """All proposals, or some of them."""
    found, call = edition_or_404(edition_id), queries.call(edition_id)
    every = reviews.judged(edition_id, reader=_reader(request))
    form = forms.FilterForm(request.GET)
    wanted = form.cleaned_data
    shown = [
        one
        for one in every
        if wanted.get("lage", "") in ("", one.stage) and not (wanted.get("egna") and one.own)
    ]
    return screen(
        request,
        "proposals",
        title=_("Förslag"),
        edition=found,
        call=call,
        form=form,
        has_any=bool(every),
        total=len(shown),
        table=presenters.table(shown, edition_id=edition_id) if shown else None,
    )


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def call(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Open or close the call."""
    found = edition_or_404(edition_id)
    form = forms.CallForm(sent(request), known=queries.call(edition_id))
    if request.method == "POST" and form.is_valid():
        try:
            actions.keep_call(edition_id=edition_id, facts=form.facts(), by=request.user)
        except actions.CriteriaInUse:
            form.add_error("criteria", _("Någon har redan bedömt efter de här. Låt dem stå kvar."))
        else:
            messages.success(request, _("Inbjudan är sparad."))
            return redirect("day_desk:proposals", edition_id)
    status = 422 if form.errors else 200
    return screen(request, "call", title=_("Inbjudan att föreslå"), edition=found, form=form, status=status)


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def proposal(request: HttpRequest, edition_id: int, proposal_id: int) -> HttpResponse:
    """One proposal: what it says, what one thinks of it, and what the others think."""
    found, one = edition_or_404(edition_id), _judged_or_404(request, edition_id, proposal_id)
    call = queries.call(edition_id)
    criteria = call.criteria if call else ()
    form = forms.ReviewForm(sent(request), criteria=criteria, own=one.own)
    if request.method == "POST" and form.is_valid():
        try:
            actions.review(
                proposal_id=proposal_id, judgement=form.judgement(), by=request.user, now=timezone.now()
            )
            messages.success(request, _("Din bedömning är sparad."))
        except NotPossible:
            messages.error(request, _("Förslaget är redan avgjort, så bedömningen sparades inte."))
        return redirect("day_desk:proposal", edition_id, proposal_id)
    state = one.proposal.state
    return screen(
        request,
        "proposal",
        title=one.proposal.title,
        edition=found,
        one=one,
        tag=presenters.tag(one.stage),
        facts=presenters.facts(one.proposal),
        summary=presenters.criteria(one, criteria),
        others=presenters.others(one, criteria),
        history=reviews.decisions(proposal_id),
        form=form if rules.allows(Deed.REVIEW, state) else None,
        may_decide=rules.allows(Deed.DECIDE, state) and not (one.own and one.own.has_conflict),
        status=422 if form.errors else 200,
    )


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, edition_id: int, proposal_id: int, verdict: str) -> HttpResponse:
    """Accept, decline or let wait, with a letter that can be changed before it goes."""
    one = _judged_or_404(request, edition_id, proposal_id)
    told = queries.proposed(one.proposal.reference)
    if verdict not in VERDICTS or told is None:
        raise Http404
    words = proposal_letters.standard(told, verdict)
    first = {"subject": words.subject, "text": words.text, "seen": one.proposal.decisions}
    letter = forms.LetterForm(sent(request), initial=first)
    place = _place_form(request, edition_id, one) if verdict == ProposalState.ACCEPTED else None
    is_whole = letter.is_valid() and (place is None or place.is_valid())
    if request.method == "POST" and is_whole and _decided(request, one, verdict, letter, place):
        return redirect("day_desk:proposal", edition_id, proposal_id)
    title = {
        ProposalState.ACCEPTED: _("Anta förslaget"),
        ProposalState.REJECTED: _("Avböj förslaget"),
        ProposalState.WAITING: _("Låt förslaget vänta"),
    }[ProposalState(verdict)]
    faults = letter.errors or (place.errors if place else None)
    return screen(
        request,
        "decide",
        title=title,
        edition=edition_or_404(edition_id),
        one=one,
        letter=letter,
        place=place,
        to=one.proposal.writer.email,
        status=422 if faults else 200,
    )


@only(may_arrange)
@require_POST
def send_link(request: HttpRequest, edition_id: int, proposal_id: int) -> HttpResponse:
    """Send the link again to whoever has lost it."""
    _judged_or_404(request, edition_id, proposal_id)
    actions.send_link(proposal_id=proposal_id, by=request.user)
    messages.success(request, _("Länken är på väg."))
    return redirect("day_desk:proposal", edition_id, proposal_id)


@only(may_arrange)
@require_safe
def portrait(request: HttpRequest, edition_id: int, person_id: int) -> HttpResponse:
    """The portrait of somebody who would take part: for organisers only."""
    found = queries.portrait(edition_id=edition_id, person_id=person_id)
    if found is None:
        raise Http404
    content, extension = found
    response = download(content, PORTRAITS[extension], name=f"portratt.{extension}")
    response["Content-Disposition"] = "inline"
    response["Cache-Control"] = "no-store"
    return response


def _decided(request: HttpRequest, one: Judged, verdict: str, letter: forms.LetterForm, place: Any) -> bool:
    """Decide, or say why it cannot be done."""
    given = letter.cleaned_data
    wanted = Verdict(
        state=verdict,
        subject=given["subject"],
        text=given["text"],
        seen=given["seen"],
        place=place.place(one.proposal) if place else None,
    )
    try:
        actions.decide(proposal_id=one.proposal.id, verdict=wanted, by=request.user, now=timezone.now())
    except Clashing as problem:
        place.refuse(problem.clashes)
        return False
    except ValidationError as problem:
        refused(place or letter, problem)
        return False
    except actions.InProgramme:
        letter.add_error(
            None, _("Punkten visas för besökare. Ställ in den eller ta bort den i programmet först.")
        )
        return False
    except (actions.Overtaken, actions.Conflicted, NotPossible) as problem:
        messages.error(request, _why(problem))
        return True
    messages.success(request, _("Beslutet är sparat och brevet är på väg."))
    return True


def _why(problem: Exception) -> str:
    if isinstance(problem, actions.Overtaken):
        label = ProposalState(problem.verdict).label
        told = _("{name} hann före: förslaget är {state}. Inget nytt brev skickades.")
        return told.format(name=problem.by or _("Någon"), state=label)
    if isinstance(problem, actions.Conflicted):
        return _("Du har sagt att du är jävig, så någon annan beslutar.")
    return _("Förslaget är tillbakadraget, så inget brev skickades.")


def _place_form(request: HttpRequest, edition_id: int, one: Judged) -> forms.PlaceForm | None:
    """Where the session begins; nothing is asked when it is in the programme already."""
    if one.proposal.session_id:
        return None
    initial = {"starts": "09:00", "minutes": one.proposal.minutes or forms.DEFAULT_MINUTES}
    return forms.PlaceForm(
        sent(request),
        edition=edition_or_404(edition_id),
        programme=programme(edition_id),
        initial=initial,
    )


def _judged_or_404(request: HttpRequest, edition_id: int, proposal_id: int) -> Judged:
    found = reviews.judged_one(edition_id=edition_id, proposal_id=proposal_id, reader=_reader(request))
    if found is None or not found.proposal.people:
        raise Http404
    return found


def _reader(request: HttpRequest) -> int:
    return int(request.user.pk or 0)
