"""Organisations, for administrators."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samverk.base.organisations import actions, queries
from samverk.base.organisations.models import Organisation
from samverk.base.people import forms
from samverk.base.people.views.administration import administrators_only, screen


@administrators_only
def everyone(request: HttpRequest) -> HttpResponse:
    """Every organisation, with how many people have a role in it."""
    return screen(request, "organisations", title=_("Organisationer"), organisations=queries.organisations())


@administrators_only
def found(request: HttpRequest) -> HttpResponse:
    """Take a new organisation in."""
    form = forms.DescribeOrganisation(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.found(actor=request.user, **form.cleaned_data)
        messages.success(request, _("Organisationen finns nu här."))
        return redirect("organisationer:index")
    return screen(request, "form", title=_("Ny organisation"), under=_way(), form=form, submit=_("Spara"))


@administrators_only
def describe(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an organisation's name or kind."""
    organisation = get_object_or_404(Organisation, pk=pk)
    form = forms.DescribeOrganisation(request.POST or None, instance=organisation)
    if request.method == "POST" and form.is_valid():
        actions.describe(actor=request.user, organisation=organisation, **form.cleaned_data)
        messages.success(request, _("Organisationen är ändrad."))
        return redirect("organisationer:index")
    return screen(request, "form", title=organisation.name, under=_way(), form=form, submit=_("Spara"))


def _way() -> tuple[tuple[str, str], ...]:
    return ((reverse("organisationer:index"), _("Organisationer")),)
