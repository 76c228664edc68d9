"""How many have come, on a large screen, and the list of who did."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samverk.base.files.views.downloads import download, spreadsheet
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.presenters import attendance as presenters
from samverk.parts.day.queries import attendance as queries
from samverk.parts.day.queries import doors
from samverk.parts.day.views.doorway import AtDoor, at_the_door
from samverk.parts.day.views.screens import edition_or_404, only, screen

CHOICES = ("", "came", "absent")


@at_the_door()
@require_safe
def counter(request: HttpRequest, door: AtDoor) -> HttpResponse:
    """How many have come, in large type, for a projector. Numbers only, nobody's name."""
    return render(request, "day/door/counter.html", _numbers(door))


@at_the_door()
@require_safe
def numbers(request: HttpRequest, door: AtDoor) -> HttpResponse:
    """The numbers of the same page, which it asks for every few seconds."""
    return render(request, "day/door/numbers.html", _numbers(door))


@only(may_arrange)
@require_safe
def attendance(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Who came."""
    found, chosen = edition_or_404(edition_id), _chosen(request)
    page = queries.visits_page(edition_id, only=chosen, page=request.GET.get("sida", 1))
    return screen(
        request,
        "attendance",
        title=_("Närvaro"),
        edition=found,
        page=page,
        counts=presenters.counts(queries.counter(edition_id, now=timezone.now())),
        sessions=presenters.sessions(doors.places(edition_id)),
        table=presenters.table(page.object_list, edition_id=edition_id),
        choices=presenters.choices(chosen),
        query=request.GET.urlencode(),
    )


@only(may_arrange)
@require_safe
def export(request: HttpRequest, edition_id: int, form: str) -> HttpResponseBase:
    """The same as a file."""
    found = edition_or_404(edition_id)
    visits = queries.visits(edition_id, only=_chosen(request))
    name = f"narvaro-{found.line.slug}"
    if form == "pdf":
        content = presenters.sheet(visits, day=found.line.title)
        response: HttpResponseBase = download(content, "application/pdf", name=f"{name}.pdf")
    else:
        response = spreadsheet(presenters.file_rows(visits), form, name=name, title=_("Närvaro"))
    response["Cache-Control"] = "no-store"
    return response


def _numbers(door: AtDoor) -> dict[str, object]:
    edition_id, now = door.edition.line.id, timezone.now()
    counted = queries.counter(edition_id, now=now)
    return {
        "door": door,
        "title": _("Så många har kommit"),
        "counted": counted,
        "sessions": presenters.now_in_sessions(doors.places(edition_id)),
        "last": presenters.last(counted),
    }


def _chosen(request: HttpRequest) -> str:
    chosen = request.GET.get("visa", "")
    if chosen not in CHOICES:
        raise Http404
    return chosen
