"""Who stands at a door: a volunteer's phone with the door's link, or an organiser who is signed in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from samverk.base.people.adapters import client_address
from samverk.parts.day.actions.checkin import Sender
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.queries import doors, editions
from samverk.parts.day.queries.doors import DoorLine
from samverk.parts.day.queries.editions import EditionFacts
from samverk.parts.day.registry.stored import COOKIE
from samverk.parts.day.rules.checkin import SENT_AFTER
from samverk.parts.day.rules.pace import Pace
from samverk.parts.site.queries import origin

PACE = Pace()
MAY_USE_THE_CAMERA = "camera=(self)"


@dataclass(frozen=True)
class AtDoor:
    """Who asks, at which edition's doors."""

    edition: EditionFacts
    sender: Sender
    name: str
    until: datetime
    is_open: bool


View = Callable[..., HttpResponseBase]


def at_the_door(*, data: bool = False, also_closed: bool = False) -> Callable[[View], View]:
    """Let in whoever may check people in to the edition; `data` answers are for the phone's own script.

    Posts are known by their origin (decision 0006), so that the page may be kept on the phone: it carries no
    token. Whoever's door has been closed is told so; `also_closed` lets the phone send what it has left.
    """

    def guard(view: View) -> View:
        @csrf_exempt
        @wraps(view)
        def guarded(request: HttpRequest, edition_id: int, **kwargs: Any) -> HttpResponseBase:
            now = timezone.now()
            found = who(request, edition_id, now)
            if request.method == "POST" and not origin.is_own(request):
                response: HttpResponseBase = _refused(request, data=data, status=403)
            elif _is_too_fast(request, now):
                response = _refused(request, data=data, status=429)
            elif found is None or not (found.is_open or also_closed):
                response = _turned_away(request, edition_id, found, data=data)
            else:
                response = view(request, found, **kwargs)
            response.headers.setdefault("Cache-Control", "no-store")
            response.headers.setdefault("Referrer-Policy", "same-origin")
            return response

        return guarded

    return guard


def who(request: HttpRequest, edition_id: int, now: datetime) -> AtDoor | None:
    """Who stands at this edition's doors; None when it is nobody that may.

    :raises Http404: when there is no such edition, to whoever may know.
    """
    secret = request.COOKIES.get(COOKIE, "")
    door = doors.by_secret(secret) if secret else None
    if door and door.edition_id == edition_id and (door.is_open(now) or not may_arrange(request.user)):
        return _volunteer(door, edition_id, now)
    if not may_arrange(request.user):
        return None
    edition, until = editions.edition(edition_id), doors.ends(edition_id)
    if edition is None or until is None:
        raise Http404
    user: Any = request.user
    return AtDoor(edition, Sender(user=user), user.name, until, is_open=True)


def keep(response: HttpResponse, door: DoorLine, secret: str, now: datetime) -> None:
    """Have the phone keep a door's secret, where only the check-in of its edition gets to see it.

    It is kept a week longer than the door is open, so that a phone without net can send what it has left.
    """
    response.set_cookie(
        COOKIE,
        secret,
        max_age=int((door.until + SENT_AFTER - now).total_seconds()),
        path=reverse("day_desk:checkin", args=[door.edition_id]),
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def forget(response: HttpResponse, edition_id: int) -> None:
    """Have the phone forget the door."""
    response.delete_cookie(COOKIE, path=reverse("day_desk:checkin", args=[edition_id]), samesite="Lax")


def _volunteer(door: DoorLine, edition_id: int, now: datetime) -> AtDoor | None:
    edition = editions.edition(edition_id)
    if edition is None or now >= door.until + SENT_AFTER:
        return None
    return AtDoor(edition, Sender(door_id=door.id), door.name, door.until, is_open=door.is_open(now))


def _is_too_fast(request: HttpRequest, now: datetime) -> bool:
    most = settings.DOOR_REQUESTS_IN_TEN_MINUTES
    return PACE.is_too_fast(client_address(request) or "", seconds=now.timestamp(), most=most)


def _turned_away(
    request: HttpRequest, edition_id: int, found: AtDoor | None, *, data: bool
) -> HttpResponseBase:
    """Signing in is the way for organisers; a door that has closed says so."""
    had_a_door = bool(request.COOKIES.get(COOKIE))
    if data:
        return JsonResponse({"closed": found is not None or had_a_door}, status=403)
    if found is not None or had_a_door:
        return render(request, "day/door/closed.html", {"title": _("Dörren är stängd")}, status=403)
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    raise PermissionDenied


def _refused(request: HttpRequest, *, data: bool, status: int) -> HttpResponseBase:
    if data:
        return JsonResponse({"closed": False}, status=status)
    title = _("Försök igen om en stund") if status == 429 else _("Skicka från den här sidan")
    return render(request, "day/door/refused.html", {"title": title}, status=status)
