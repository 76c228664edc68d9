"""Proposing a session for a day: the public form, and the page that its secret link leads to."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samverk.base.people.adapters import client_address
from samverk.base.web.answers.onward import SeeOther
from samverk.parts.day.actions import proposals as actions
from samverk.parts.day.forms.proposals import ProposalForm
from samverk.parts.day.presenters import proposals as presenters
from samverk.parts.day.queries import proposals as queries
from samverk.parts.day.queries.proposals import Invited, Proposed
from samverk.parts.day.rules import proposals as rules
from samverk.parts.day.rules.pace import Pace
from samverk.parts.day.views.doorstep import DeadLink, personal
from samverk.ui.languages import spoken

PACE = Pace()


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest, series: str, edition: str) -> HttpResponse:
    """The call, with the form; or what becomes of it when it is sent.

    :raises Http404: when visitors may not see such an edition, or it takes no proposals.
    """
    now = timezone.now()
    invited = queries.invited(series=series, edition=edition)
    if invited is None:
        raise Http404
    if why := rules.shut(invited.call.invitation, now=now):
        return _shut(request, invited, why)
    if request.method != "POST":
        return _show(request, invited, ProposalForm())
    if _is_too_fast(request, now):
        return _show(request, invited, _hurried(ProposalForm(request.POST)), status=429)
    form = ProposalForm(request.POST, request.FILES)
    if not form.is_valid():
        return _show(request, invited, form, status=422)
    return _received(request, invited, form, now)


@personal
@require_safe
def proposed(request: HttpRequest, code: str) -> HttpResponse:
    """One's own proposal, and what one can do with it."""
    found = _found(code)
    context = {
        "found": found,
        "page": presenters.own_page(found, now=timezone.now()),
        "code": code,
        "is_new": "skickat" in request.GET,
        "too_late": "hann-inte" in request.GET,
    }
    return render(request, "day/proposals/page.html", context)


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, code: str) -> HttpResponse:
    """Change one's proposal, as long as the call is open."""
    found, now = _found(code), timezone.now()
    if not presenters.own_page(found, now=now).may_change:
        return SeeOther(f"{_address(code)}?hann-inte=1")
    if request.method != "POST":
        return _edit(request, found, ProposalForm(proposal=found.proposal), code)
    if _is_too_fast(request, now):
        hurried = _hurried(ProposalForm(request.POST, proposal=found.proposal))
        return _edit(request, found, hurried, code, status=429)
    form = ProposalForm(request.POST, request.FILES, proposal=found.proposal)
    if not form.is_valid():
        return _edit(request, found, form, code, status=422)
    try:
        actions.change(proposal_id=found.proposal.id, draft=form.draft(), now=now)
    except (actions.NotOpen, actions.NotPossible):
        return SeeOther(f"{_address(code)}?hann-inte=1")
    return SeeOther(_address(code))


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, code: str) -> HttpResponse:
    """Take one's proposal back, after a question."""
    found = _found(code)
    if request.method != "POST":
        context = {"found": found, "code": code}
        return render(request, "day/proposals/withdraw.html", context)
    try:
        actions.withdraw(proposal_id=found.proposal.id, now=timezone.now())
    except actions.NotPossible:
        return SeeOther(f"{_address(code)}?hann-inte=1")
    return SeeOther(_address(code))


def _received(request: HttpRequest, invited: Invited, form: ProposalForm, now: Any) -> HttpResponse:
    key = form.cleaned_data["key"] or form.initial["key"]
    try:
        receipt = actions.propose(
            edition_id=invited.day.id, draft=form.draft(), key=key, language=spoken(), now=now
        )
    except actions.NotOpen:
        form.add_error(None, _("Tiden för att föreslå något gick just ut."))
        return _show(request, invited, form, status=422)
    return SeeOther(f"{_address(queries.link(receipt.reference))}?skickat=1")


def _is_too_fast(request: HttpRequest, now: Any) -> bool:
    return PACE.is_too_fast(
        client_address(request) or "", seconds=now.timestamp(), most=settings.PROPOSALS_IN_TEN_MINUTES
    )


def _shut(request: HttpRequest, invited: Invited, why: rules.Shut) -> HttpResponse:
    """Why it is shut. What was written is not lost: the form comes back with it."""
    told = presenters.why_shut(why, invited.call)
    if request.method != "POST":
        return render(request, "day/proposals/shut.html", {"invited": invited, "told": told})
    form = ProposalForm(request.POST)
    form.full_clean()
    form.errors.clear()
    form.add_error(None, told)
    return _show(request, invited, form, status=422)


def _show(request: HttpRequest, invited: Invited, form: ProposalForm, *, status: int = 200) -> HttpResponse:
    told, until = presenters.invitation(invited)
    context = {"invited": invited, "form": form, "told": told, "until": until}
    return render(request, "day/proposals/form.html", context, status=status)


def _hurried(form: ProposalForm) -> ProposalForm:
    """The form with what was written, and why it was not taken now."""
    form.add_error(None, _("Det kommer många förslag härifrån just nu. Vänta tio minuter."))
    return form


def _edit(
    request: HttpRequest, found: Proposed, form: ProposalForm, code: str, *, status: int = 200
) -> HttpResponse:
    context = {"found": found, "form": form, "code": code}
    return render(request, "day/proposals/edit.html", context, status=status)


def _found(code: str) -> Proposed:
    """The proposal that the link leads to.

    :raises DeadLink: when it leads nowhere.
    """
    found = queries.by_link(code)
    if found is None:
        raise DeadLink
    return found


def _address(code: str) -> str:
    return reverse("day:proposed", args=[code])
