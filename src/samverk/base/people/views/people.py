"""People, for administrators."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samverk.base.organisations import actions as organisations
from samverk.base.organisations import queries as known
from samverk.base.organisations.models import Affiliation, Invitation, Organisation
from samverk.base.people import actions, forms, queries
from samverk.base.people.models import User
from samverk.base.people.views.administration import administrators_only, screen


@administrators_only
def everybody(request: HttpRequest) -> HttpResponse:
    """Everybody who has an account, and the invitations that wait for an answer."""
    form = forms.FindPeople(request.GET)
    form.is_valid()
    found = queries.people(**form.cleaned_data, page=request.GET.get("p", 1))
    return screen(
        request,
        "people",
        title=_("Personer"),
        form=form,
        people=found,
        pages=found.paginator.get_elided_page_range(found.number),
        invitations=known.open_invitations(),
    )


@administrators_only
def invite(request: HttpRequest) -> HttpResponse:
    """Invite somebody to a role."""
    form = forms.Invite(request.POST or None, organisations=known.organisation_choices())
    if request.method == "POST" and form.is_valid():
        promise = organisations.invite(
            actor=request.user,
            email=form.cleaned_data["email"],
            name=form.cleaned_data["name"],
            organisation=get_object_or_404(Organisation, pk=form.cleaned_data["organisation"]),
            role=form.cleaned_data["role"],
            now=timezone.now(),
        )
        messages.success(request, _told(promise))
        return redirect("wagtailusers_users:index")
    return screen(request, "form", title=_("Bjud in"), under=_way(), form=form, submit=_("Skicka inbjudan"))


@administrators_only
@require_POST
def withdraw(request: HttpRequest, invitation_id: int) -> HttpResponse:
    """Take an invitation back."""
    organisations.withdraw(actor=request.user, invitation=get_object_or_404(Invitation, pk=invitation_id))
    messages.success(request, _("Inbjudan är tillbakadragen. Länken i brevet fungerar inte längre."))
    return redirect("wagtailusers_users:index")


@administrators_only
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: roles, sign-in, and what an administrator can do about them."""
    facts = queries.person(user_id=pk, now=timezone.now())
    if facts is None:
        raise Http404
    form = forms.GiveRole(request.POST or None, organisations=known.organisation_choices())
    if request.method == "POST" and form.is_valid():
        organisations.affiliate(
            actor=request.user,
            user=get_object_or_404(User, pk=pk, is_active=True),
            organisation=get_object_or_404(Organisation, pk=form.cleaned_data["organisation"]),
            role=form.cleaned_data["role"],
        )
        messages.success(request, _("Rollen är given."))
        return redirect("wagtailusers_users:edit", pk)
    return screen(request, "person", title=facts.name, under=_way(), person=facts, form=form)


@administrators_only
@require_POST
def end_role(request: HttpRequest, pk: int, affiliation_id: int) -> HttpResponse:
    """Take a role from a person."""
    try:
        organisations.end_affiliation(
            actor=request.user, affiliation=get_object_or_404(Affiliation, pk=affiliation_id, user_id=pk)
        )
    except organisations.LastAdministrator as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("Rollen är avslutad."))
    return redirect("wagtailusers_users:edit", pk)


@administrators_only
@require_POST
def unlock(request: HttpRequest, pk: int) -> HttpResponse:
    """Let somebody who is locked out try again."""
    actions.unlock(actor=request.user, user=get_object_or_404(User, pk=pk))
    messages.success(request, _("Kontot är upplåst."))
    return redirect("wagtailusers_users:edit", pk)


@administrators_only
@require_POST
def remove_second_factors(request: HttpRequest, pk: int) -> HttpResponse:
    """Help somebody who has lost the telephone."""
    actions.remove_second_factors(actor=request.user, user=get_object_or_404(User, pk=pk))
    messages.success(
        request, _("Andra steget är borttaget. Personen ställer in ett nytt vid nästa inloggning.")
    )
    return redirect("wagtailusers_users:edit", pk)


@administrators_only
def erase(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget a person, after a question."""
    facts = queries.person(user_id=pk, now=timezone.now())
    if facts is None:
        raise Http404
    if request.method != "POST":
        return screen(request, "erase", title=_("Ta bort personen"), under=_way(), person=facts)
    try:
        actions.erase(actor=request.user, user=get_object_or_404(User, pk=pk))
    except organisations.LastAdministrator as refusal:
        messages.error(request, refusal.message)
        return redirect("wagtailusers_users:edit", pk)
    messages.success(request, _("Personen är borttagen."))
    return redirect("wagtailusers_users:index")


def _way() -> tuple[tuple[str, str], ...]:
    return ((reverse("wagtailusers_users:index"), _("Personer")),)


def _told(promise: Invitation | Affiliation) -> str:
    if isinstance(promise, Affiliation):
        return _("Personen hade redan ett konto och har fått rollen. Ett brev är skickat.")
    return _("Inbjudan är skickad.")
