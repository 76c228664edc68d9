"""Whoever pays for a group: their data for the invoice, and the invoices they have been sent."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samverk.base.files.views.downloads import download
from samverk.base.web.answers.onward import SeeOther
from samverk.parts.day.actions import invoices as actions
from samverk.parts.day.forms.payers import PayerForm
from samverk.parts.day.presenters.invoice_paper import paper
from samverk.parts.day.queries import invoices as queries
from samverk.parts.day.queries.registration import Registered, by_link
from samverk.parts.day.views.doorstep import DeadLink, personal


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def details(request: HttpRequest, code: str) -> HttpResponse:
    """Change who gets the next invoice.

    :raises Http404: when nothing was to be paid.
    """
    registered = _registered(code)
    now = queries.payer(registered.id)
    if now is None:
        raise Http404
    form = PayerForm(request.POST or None, details=now)
    if request.method == "POST" and form.is_valid():
        actions.change_payer(registration_id=registered.id, details=form.details())
        return SeeOther(reverse("day:registered", args=[code]))
    context = {
        "registered": registered,
        "form": form,
        "what": "payer",
        "heading": _("Fakturauppgifter"),
        "submit": _("Spara"),
    }
    return render(request, "day/registration/edit.html", context, status=422 if form.errors else 200)


@personal
@require_safe
def invoice(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """One of the invoices that the group has been sent.

    :raises Http404: when it is somebody else's.
    """
    registered = _registered(code)
    key = next((row.id for row in queries.of_group(registered.id) if row.number == number), None)
    found = queries.invoice(key) if key else None
    if found is None:
        raise Http404
    file = paper(found)
    return download(file.content, "application/pdf", name=file.name)


def _registered(code: str) -> Registered:
    registered = by_link(code)
    if registered is None:
        raise DeadLink
    return registered
