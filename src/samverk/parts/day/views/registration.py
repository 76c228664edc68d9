"""Registering for a day."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samverk.base.people.adapters import client_address
from samverk.base.web.answers.onward import SeeOther
from samverk.parts.day.actions import registration as actions
from samverk.parts.day.actions import uploads
from samverk.parts.day.forms.questions import WithQuestions
from samverk.parts.day.forms.registration import LostLinkForm, RegistrationForm
from samverk.parts.day.models import TicketKind
from samverk.parts.day.presenters import tickets as presenters
from samverk.parts.day.presenters.invoices import terms
from samverk.parts.day.presenters.personal import where
from samverk.parts.day.queries import ledger
from samverk.parts.day.queries import registration as queries
from samverk.parts.day.queries.registration import Asked
from samverk.parts.day.queries.tickets import KindLine
from samverk.parts.day.rules import seats
from samverk.parts.day.rules.pace import Pace
from samverk.parts.day.views.doorstep import personal
from samverk.ui.languages import spoken

PACE = Pace()


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest, series: str, edition: str) -> HttpResponse:
    """The form, or what becomes of it when it is sent.

    :raises Http404: when visitors may not see such an edition.
    """
    now = timezone.now()
    asked = _asked_lately(series, edition, now) if request.method == "POST" else _asked(series, edition)
    opened = tuple(kind for kind in asked.kinds if not seats.closed(asked.day.opening(kind), now=now))
    if not opened:
        return _closed(request, asked, now)
    if request.method != "POST":
        return _show(request, asked, RegistrationForm(asked=asked, open_kinds=opened), status=200)
    if request.FILES and _is_too_fast(request, now):
        return _show(request, asked, _calmed(request, asked, opened), status=429)
    form = RegistrationForm(request.POST, request.FILES, asked=asked, open_kinds=opened)
    is_right = form.is_valid()
    keep_files(form, now)
    if not is_right:
        return _show(request, asked, form, status=422)
    if not request.FILES and _is_too_fast(request, now):
        return _show(request, asked, _calmed(request, asked, opened), status=429)
    return _received(request, asked, form, now)


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def lost_link(request: HttpRequest, series: str, edition: str) -> HttpResponse:
    """Send the links again to whoever has lost them; the answer is the same whether there are any.

    :raises Http404: when visitors may not see such an edition.
    """
    asked = _asked(series, edition)
    form = LostLinkForm(request.POST or None)
    sent = False
    if request.method == "POST" and form.is_valid():
        sent = True
        address = client_address(request) or ""
        if not PACE.is_too_fast(
            address, seconds=timezone.now().timestamp(), most=settings.REGISTRATIONS_IN_TEN_MINUTES
        ):
            actions.send_links(edition_id=asked.day.id, email=form.cleaned_data["email"])
    context = {"asked": asked, "form": form, "sent": sent}
    return render(request, "day/registration/lost_link.html", context, status=422 if form.errors else 200)


def _received(request: HttpRequest, asked: Asked, form: RegistrationForm, now: Any) -> HttpResponse:
    try:
        receipt = actions.register(entry=form.entry(language=spoken()), now=now)
    except actions.WrongCode:
        form.add_error("access_code", _("Koden stämmer inte. Kontrollera den, eller välj en annan biljett."))
    except actions.NoPayer:
        form.add_error("kind", _("Biljetten har just fått ett pris. Ladda om sidan för att se det."))
    except (actions.NotOpen, TicketKind.DoesNotExist):
        form.add_error("kind", _("Anmälan för den biljetten stängde just. Välj en annan."))
    else:
        return SeeOther(
            reverse("day:registered", args=[queries.link(receipt.reference, receipt.link_version)])
        )
    return _show(request, asked, form, status=422)


def keep_files(form: WithQuestions, now: Any) -> None:
    """Let accepted files wait, so that they need not be chosen again if something else is wrong."""
    for question_id, answer in [*form.file_answers.items()]:
        if answer.file:
            form.keep(question_id, uploads.keep_waiting(question_id=question_id, file=answer.file, now=now))


def _is_too_fast(request: HttpRequest, now: Any) -> bool:
    address = client_address(request) or ""
    return PACE.is_too_fast(address, seconds=now.timestamp(), most=settings.REGISTRATIONS_IN_TEN_MINUTES)


def _calmed(request: HttpRequest, asked: Asked, opened: tuple[KindLine, ...]) -> RegistrationForm:
    form = RegistrationForm(request.POST, asked=asked, open_kinds=opened)
    form.add_error(
        None, _("Det kommer många anmälningar härifrån just nu. Vänta tio minuter och försök igen.")
    )
    return form


def _closed(request: HttpRequest, asked: Asked, now: Any) -> HttpResponse:
    reasons = [(seats.closed(asked.day.opening(kind), now=now), kind) for kind in asked.kinds]
    soon = min(
        (kind.opens_at for why, kind in reasons if why == seats.Closed.NOT_YET and kind.opens_at),
        default=None,
    )
    why = seats.Closed.NOT_YET if soon else next((why for why, _kind in reasons if why), seats.Closed.NOT_YET)
    told = presenters.closed(why, opens_at=soon)
    if request.method != "POST" or not asked.kinds:
        return render(request, "day/registration/closed.html", {"asked": asked, "told": told})
    form = RegistrationForm(request.POST, asked=asked, open_kinds=asked.kinds)
    form.refuse("kind", told)
    return _show(request, asked, form, status=422)


def _show(request: HttpRequest, asked: Asked, form: RegistrationForm, *, status: int) -> HttpResponse:
    context = {"asked": asked, "form": form, "where": where(asked.day)}
    if form.payer_fields:
        context["terms"] = terms(ledger.seller(asked.day.id))
    return render(request, "day/registration/form.html", context, status=status)


def _asked(series: str, edition: str) -> Asked:
    asked = queries.asked(series=series, edition=edition)
    if asked is None:
        raise Http404
    return asked


def _asked_lately(series: str, edition: str, now: Any) -> Asked:
    asked = queries.asked_lately(series=series, edition=edition, now=now)
    if asked is None:
        raise Http404
    return asked
