"""The page at the door. With JavaScript a phone works offline with it; without, plain forms do the same."""

from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samverk.base.web.answers.onward import SeeOther
from samverk.parts.day.actions import checkin as actions
from samverk.parts.day.actions.checkin import Batch, Sent
from samverk.parts.day.forms.checkin import NewcomerForm
from samverk.parts.day.models import Deed, RegistrationState, Way
from samverk.parts.day.presenters import checkin as presenters
from samverk.parts.day.presenters import door as screens
from samverk.parts.day.queries import doors, tickets
from samverk.parts.day.queries.attendance import counter
from samverk.parts.day.queries.clashes import clashes
from samverk.parts.day.queries.doors import Guest, Known
from samverk.parts.day.views.doorway import MAY_USE_THE_CAMERA, AtDoor, at_the_door, forget
from samverk.ui.languages import spoken

SHELL = "X-Door-Shell"  # the phone asks for the page to keep it, so nobody's name may stand in it


@at_the_door()
@require_safe
def page(request: HttpRequest, door: AtDoor) -> HttpResponse:
    """Scan, search, or write a code. The page itself holds nobody's name until somebody searches."""
    session_id, words = _session(request.GET), request.GET.get("q", "").strip()[:100]
    found = doors.find(door.edition.line.id, words) if words else ()
    return _page(request, door, session_id=session_id, words=words, found=found)


@at_the_door()
@require_POST
def admit(request: HttpRequest, door: AtDoor) -> HttpResponse:
    """Let somebody in, or undo it, by a plain form; the answer is a page of its own."""
    session_id = _session(request.POST)
    if undoes := _uuid(request.POST.get("undoes")):
        _send(door, Sent(_key(request), timezone.now(), deed=Deed.UNDO, undoes=undoes), asks=False)
        return SeeOther(_address(door, session_id))
    code = request.POST.get("code", "")[:200]
    if code:
        known = doors.recognise(door.edition.line.id, code)
        if known.known is not Known.FOUND:
            return _answer(request, door, known.known, guest=known.guest, session_id=session_id, about=known)
        guest, way = known.guest, Way.CODE
    else:
        guest, way = doors.guest(door.edition.line.id, _number(request.POST.get("who"))), Way.NAME
    if guest is None:
        return _answer(request, door, "unknown", guest=None, session_id=session_id)
    sent = Sent(
        _key(request),
        timezone.now(),
        registration_id=guest.id,
        session_id=session_id,
        way=way,
        shown=guest.fingerprint,
    )
    outcome = _send(door, sent, asks=True)
    return _answer(request, door, outcome.amiss or "in", guest=guest, session_id=session_id)


@at_the_door()
@require_http_methods(["GET", "HEAD", "POST"])
def walk_in(request: HttpRequest, door: AtDoor) -> HttpResponse:
    """Register somebody on the spot."""
    kinds = tickets.kinds(door.edition.line.id)
    form = NewcomerForm(request.POST or None, kinds=kinds, initial={"key": uuid4()})
    if request.method == "POST" and form.is_valid():
        newcomer = form.newcomer(language=spoken())
        outcome = _send(door, Sent(form.cleaned_data["key"], timezone.now(), newcomer=newcomer), asks=True)
        if outcome.kept:
            guest = doors.guest(door.edition.line.id, outcome.registration_id or 0)
            what = "without_seat" if outcome.amiss == "no_seat" else outcome.amiss or "in"
            return _answer(request, door, what, guest=guest, session_id=None)
        form.add_error(
            "without_seat",
            _("Det finns ingen ledig plats av det slaget. Kryssa här om personen får komma in ändå."),
        )
    context = {"door": door, "form": form, "title": _("Ta emot utan anmälan"), "back": _address(door, None)}
    return render(request, "day/door/walk_in.html", context, status=422 if form.errors else 200)


@at_the_door(also_closed=True)
@require_POST
def leave(request: HttpRequest, door: AtDoor) -> HttpResponse:
    """Close the door on this phone: it forgets the link. The phone's own script has deleted the list."""
    response = render(request, "day/door/left.html", {"title": _("Dörren är stängd på den här telefonen")})
    forget(response, door.edition.line.id)
    return response


def _page(
    request: HttpRequest, door: AtDoor, *, session_id: int | None, words: str, found: tuple[Guest, ...]
) -> HttpResponse:
    edition_id, now = door.edition.line.id, timezone.now()
    inside = doors.inside([one.id for one in found], session_id)
    counted = counter(edition_id, now=now)
    context: dict[str, Any] = {
        "door": door,
        "title": door.edition.line.title,
        "words": words,
        "rows": screens.found(found, inside),
        "counted": counted,
        "sessions": presenters.sessions(doors.places(edition_id)),
        "session_id": session_id or 0,
        "clashes": () if SHELL in request.headers else presenters.clashes(clashes(edition_id)),
        "answers": presenters.ANSWERS.items(),
        "states": RegistrationState.choices,
        "zone": settings.TIME_ZONE,
        "addresses": screens.addresses(edition_id),
        "assets": screens.assets(),
        "kinds": tickets.kinds(edition_id),
    }
    response = render(request, "day/door/page.html", context)
    response["Permissions-Policy"] = MAY_USE_THE_CAMERA
    return response


def _answer(
    request: HttpRequest,
    door: AtDoor,
    what: str,
    *,
    guest: Guest | None,
    session_id: int | None,
    about: Any = None,
) -> HttpResponse:
    """A full-screen answer."""
    inside = doors.inside([guest.id], session_id).get(guest.id) if guest else None
    context = {
        "door": door,
        "answer": presenters.ANSWERS[what],
        "name": presenters.name_of(guest) if guest else "",
        "organisation": guest.organisation if guest else getattr(about, "other_day", ""),
        "seen": presenters.seen(inside) if inside and what == "again" else "",
        "undoes": inside.key if inside and what in ("in", "without_seat") else None,
        "back": _address(door, session_id),
        "title": presenters.ANSWERS[what].title,
        "session_id": session_id or 0,
        "key": uuid4(),
    }
    return render(request, "day/door/answer.html", context)


def _send(door: AtDoor, sent: Sent, *, asks: bool) -> actions.Outcome:
    now = timezone.now()
    batch = Batch(device=None, sent_at=now, passages=[sent], asks=asks)
    (outcome,) = actions.receive(edition_id=door.edition.line.id, batch=batch, sender=door.sender, now=now)
    return outcome


def _address(door: AtDoor, session_id: int | None) -> str:
    address = reverse("day_desk:checkin", args=[door.edition.line.id])
    return f"{address}?punkt={session_id}" if session_id else address


def _session(given: Any) -> int | None:
    return _number(given.get("punkt")) or None


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else 0


def _key(request: HttpRequest) -> UUID:
    """The form's own key, so that the same form sent again is the same passage."""
    return _uuid(request.POST.get("key")) or uuid4()


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None
