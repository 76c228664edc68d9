"""Doors as organisers keep them, and the link by which a volunteer's phone becomes one."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samverk.base.people.adapters import client_address
from samverk.base.web.answers.onward import SeeOther
from samverk.parts.day.actions import checkin
from samverk.parts.day.actions import doors as actions
from samverk.parts.day.forms.checkin import DoorForm, SettleForm
from samverk.parts.day.models import Passage
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.presenters import doors as presenters
from samverk.parts.day.queries import doors as queries
from samverk.parts.day.queries.attendance import counter
from samverk.parts.day.queries.clashes import clashes
from samverk.parts.day.rules.pace import Pace
from samverk.parts.day.views.doorstep import personal
from samverk.parts.day.views.doorway import keep
from samverk.parts.day.views.screens import edition_or_404, only, screen

PACE = Pace()
GUESSES_IN_TEN_MINUTES = 30


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def doors(request: HttpRequest, edition_id: int) -> HttpResponse:
    """The doors of an edition, what has to be looked at, and a new door."""
    found, now = edition_or_404(edition_id), timezone.now()
    form = DoorForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        name = form.cleaned_data["name"]
        try:
            secret = actions.open_door(edition_id=edition_id, name=name, by=request.user, now=now)
        except actions.NameTaken:
            form.add_error("name", _("Det finns redan en dörr med det namnet."))
        else:
            return _link(request, found, name, secret)
    return screen(
        request,
        "doors",
        title=_("Incheckning"),
        edition=found,
        form=form,
        doors=presenters.rows(queries.doors(edition_id), now=now),
        clashes=presenters.clashes(clashes(edition_id)),
        counted=counter(edition_id, now=now),
        settle=SettleForm(),
        status=422 if form.errors else 200,
    )


@only(may_arrange)
@require_POST
def close(request: HttpRequest, edition_id: int, door_id: int) -> HttpResponse:
    """Withdraw a door's link."""
    edition_or_404(edition_id)
    actions.close_door(edition_id=edition_id, door_id=door_id, by=request.user, now=timezone.now())
    messages.success(request, _("Dörren är stängd. Telefonerna raderar listan nästa gång de har nät."))
    return redirect("day_desk:doors", edition_id)


@only(may_arrange)
@require_POST
def settle(request: HttpRequest, edition_id: int, passage_id: int) -> HttpResponse:
    """Note what was decided about a clash."""
    edition_or_404(edition_id)
    form = SettleForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Skriv vad som hände, så att andra arrangörer förstår."))
        return redirect("day_desk:doors", edition_id)
    try:
        checkin.settle(
            edition_id=edition_id,
            passage_id=passage_id,
            note=form.cleaned_data["note"],
            by=request.user,
            now=timezone.now(),
        )
    except Passage.DoesNotExist:
        messages.error(request, _("Det fanns inte kvar."))
    else:
        messages.success(request, _("Antecknat."))
    return redirect("day_desk:doors", edition_id)


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def door(request: HttpRequest, secret: str) -> HttpResponse:
    """Make this phone a door. Following the link only asks, so that a preview in a chat opens nothing."""
    now = timezone.now()
    found = queries.by_secret(secret)
    if found is None or not found.is_open(now):
        if found is None and PACE.is_too_fast(
            client_address(request) or "", seconds=now.timestamp(), most=GUESSES_IN_TEN_MINUTES
        ):
            return render(request, "day/door/closed.html", {"title": _("Försök senare")}, status=429)
        return render(request, "day/door/closed.html", {"title": _("Dörren är stängd")}, status=404)
    if request.method == "POST":
        response = SeeOther(reverse("day_desk:checkin", args=[found.edition_id]))
        keep(response, found, secret, now)
        return response
    edition = edition_or_404(found.edition_id)
    context = {"door": found, "edition": edition, "title": _("Öppna dörren på den här telefonen")}
    return render(request, "day/door/open.html", context)


def _link(request: HttpRequest, found: Any, name: str, secret: str) -> HttpResponse:
    """The link of a new door, shown this once."""
    url = settings.WAGTAILADMIN_BASE_URL + reverse("day:door", args=[secret])
    response = screen(
        request,
        "door_link",
        title=_("Länk till %(door)s") % {"door": name},
        edition=found,
        url=url,
        picture=presenters.qr(url),
    )
    response["Cache-Control"] = "no-store"
    return response
