"""Rooms and streams of an edition."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from samverk.parts.day.actions import places as actions
from samverk.parts.day.forms.programme import RoomForm, StreamForm
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.queries import programme as queries
from samverk.parts.day.queries.programme import Named
from samverk.parts.day.views.screens import edition_or_404, only, screen

REMOVED = {
    "lokal": gettext_lazy("Lokalen är borttagen. Programpunkterna står kvar."),
    "spar": gettext_lazy("Spåret är borttaget. Programpunkterna står kvar."),
}


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def places(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Rooms and streams: each with its own small form, and one for a new."""
    found = edition_or_404(edition_id)
    tried: Any = None
    if request.method == "POST":
        tried = _do(request, edition_id)
        if tried is None:
            return redirect("day_desk:places", edition_id)
    rooms, streams = queries.rooms_of(edition_id), queries.streams_of(edition_id)
    return screen(
        request,
        "places",
        title=_("Lokaler och spår"),
        edition=found,
        rooms_there=[_of(RoomForm, row, "lokal", tried) for row in rooms],
        streams_there=[_of(StreamForm, row, "spar", tried) for row in streams],
        new_room=_new(RoomForm, "lokal-ny", tried),
        new_stream=_new(StreamForm, "spar-nytt", tried),
        form=tried,
        status=422 if tried else 200,
    )


def _do(request: HttpRequest, edition_id: int) -> Any:
    """Do what the button says. Returns the form when something in it needs to be put right."""
    what, _dash, key = request.POST.get("which", "").partition("-")
    number = int(key) if key.isascii() and key.isdigit() else None
    kinds: dict[str, tuple[Any, Any, Any]] = {
        "lokal": (RoomForm, actions.keep_room, actions.remove_room),
        "spar": (StreamForm, actions.keep_stream, actions.remove_stream),
    }
    if what not in kinds:
        raise Http404
    kind, keep, remove = kinds[what]
    name = "room_id" if what == "lokal" else "stream_id"
    try:
        if request.POST.get("do") == "remove" and number is not None:
            remove(edition_id=edition_id, **{name: number}, by=request.user)
            messages.success(request, REMOVED[what])
            return None
        form = kind(request.POST, prefix=request.POST["which"])
        return _kept(request, form, lambda facts: keep(edition_id=edition_id, **{name: number}, **facts))
    except ObjectDoesNotExist as gone:
        raise Http404 from gone


def _kept(request: HttpRequest, form: Any, keep: Any) -> Any:
    if form.is_valid():
        try:
            keep({**form.cleaned_data, "by": request.user})
        except ValidationError as problem:
            form.add_error("name", problem.messages[0])
        else:
            messages.success(request, _("Sparat."))
            return None
    return form


def _of(kind: Any, row: Named, what: str, tried: Any) -> Any:
    prefix = f"{what}-{row.id}"
    if tried is not None and tried.prefix == prefix:
        return tried
    return kind(initial={"name": row.name, "seats": row.seats}, prefix=prefix)


def _new(kind: Any, prefix: str, tried: Any) -> Any:
    return tried if tried is not None and tried.prefix == prefix else kind(prefix=prefix)
