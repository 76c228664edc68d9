"""What a phone at a door asks for by its own script: the list, what is new, and the way to tell who came."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_aware
from django.views.decorators.http import require_POST, require_safe

from samverk.parts.day.actions import checkin as actions
from samverk.parts.day.forms import checkin as forms
from samverk.parts.day.presenters import checkin as presenters
from samverk.parts.day.presenters import door as screens
from samverk.parts.day.queries import clashes, doors, tickets
from samverk.parts.day.views.doorway import AtDoor, at_the_door
from samverk.ui.languages import spoken


@at_the_door(data=True)
@require_safe
def the_list(request: HttpRequest, door: AtDoor) -> HttpResponse:
    """Everybody on the list, and who has come: what a phone needs for hours without net."""
    return JsonResponse(_told(door, since=None, now=timezone.now()))


@at_the_door(data=True)
@require_safe
def news(request: HttpRequest, door: AtDoor) -> HttpResponse:
    """What has changed since the phone asked last."""
    since = _moment(request.GET.get("sedan", ""))
    return JsonResponse(_told(door, since=since, now=timezone.now()))


@at_the_door(data=True, also_closed=True)
@require_POST
def send(request: HttpRequest, door: AtDoor) -> HttpResponse:
    """Take what the phone has queued. The same passage sent again is answered in the same way."""
    try:
        batch, dark = forms.read(request.body, language=spoken())
    except forms.Unreadable:
        return JsonResponse({"unreadable": True}, status=422)
    now = timezone.now()
    told = actions.receive(edition_id=door.edition.line.id, batch=batch, sender=door.sender, now=now)
    outcomes = [
        {"key": str(one.key), "kept": one.kept, "amiss": one.amiss, "who": one.registration_id}
        for one in told
    ]
    outcomes += [{"key": str(key), "kept": False, "amiss": "unreadable", "who": None} for key in dark]
    return JsonResponse({"outcomes": outcomes, "closed": not door.is_open, "now": now})


@at_the_door(data=True)
@require_POST
def code(request: HttpRequest, door: AtDoor) -> HttpResponse:
    """What a code is that is not in the phone's list: new since then, to another day, or not ours at all."""
    known = doors.recognise(door.edition.line.id, request.POST.get("code", "")[:200])
    people = presenters.people([known.guest] if known.guest else [])
    return JsonResponse({"known": known.known, "people": people, "other_day": known.other_day})


@at_the_door(data=True)
@require_safe
def worker(request: HttpRequest, door: AtDoor) -> HttpResponse:
    """The script that keeps the page on the phone. It changes when anything that it keeps does."""
    context = {"assets": screens.assets(), "page": reverse("day_desk:checkin", args=[door.edition.line.id])}
    context["version"] = screens.version(context["assets"])
    response = render(request, "day/door/worker.js", context, content_type="text/javascript")
    response["Cache-Control"] = "no-cache"
    return response


@at_the_door(data=True)
@require_safe
def manifest(request: HttpRequest, door: AtDoor) -> HttpResponse:
    """What makes the page an app that can be installed."""
    told = screens.manifest(door.edition.line.id, title=door.edition.line.title)
    return JsonResponse(told, content_type="application/manifest+json")


def _told(door: AtDoor, *, since: datetime | None, now: datetime) -> dict[str, Any]:
    edition_id = door.edition.line.id
    came, undone = doors.arrivals(edition_id, since=since)
    return {
        "title": door.edition.line.title,
        "door": door.name,
        "until": int(door.until.timestamp()),
        "mark": now.isoformat(),
        "whole": since is None,
        "kinds": presenters.kinds(tickets.kinds(edition_id)),
        "sessions": presenters.sessions(doors.places(edition_id)),
        "people": presenters.people(doors.guests(edition_id, since=since)),
        "came": presenters.passages(came),
        "undone": [str(key) for key in undone],
        "clashes": presenters.clashes(clashes.clashes(edition_id)),
    }


def _moment(text: str) -> datetime | None:
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    return found if found and is_aware(found) else None
