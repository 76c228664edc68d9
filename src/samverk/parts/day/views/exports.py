"""Lists that become files: small ones at once, long ones in the background with a page that tells how far."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samverk.base.files.views.downloads import download
from samverk.parts.day.actions import exports as actions
from samverk.parts.day.actions.uploads import File
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.presenters import exports as presenters
from samverk.parts.day.queries import uploads as queries
from samverk.parts.day.queries.uploads import ExportState
from samverk.parts.day.rules.exporting import MADE_AT_ONCE
from samverk.parts.day.views.screens import edition_or_404, only, screen
from samverk.ui.languages import spoken


def give(
    request: HttpRequest, *, edition_id: int, what: str, wanted: Mapping[str, Any], total: int
) -> HttpResponseBase:
    """A list as a file, or the page of its making when it is long.

    :raises Http404: when there is no such list.
    """
    if total > MADE_AT_ONCE:
        reference = actions.ask_for(
            edition_id=edition_id,
            what=what,
            wanted=wanted,
            total=total,
            language=spoken(),
            by=request.user,
            now=timezone.now(),
        )
        return redirect("day_desk:making", edition_id, reference)
    try:
        return _answer(presenters.file(edition_id=edition_id, what=what, wanted=wanted))
    except LookupError as error:
        raise Http404 from error


@only(may_arrange)
@require_safe
def making(request: HttpRequest, edition_id: int, reference: UUID) -> HttpResponse:
    """How far a list has come, and the file when it is ready."""
    found, state = edition_or_404(edition_id), _mine_or_404(request, edition_id, reference)
    response = screen(
        request,
        "making",
        title=_("Filen är klar") if state.ready_at else _("Filen skapas"),
        edition=found,
        export=state,
        back=reverse("day_desk:registrations", args=[edition_id]),
    )
    response["Cache-Control"] = "no-store"
    return response


@only(may_arrange)
@require_safe
def made(request: HttpRequest, edition_id: int, reference: UUID) -> HttpResponse:
    """The file, for whoever asked for it and may still see the list."""
    file = actions.open_for(reference=reference, edition_id=edition_id, by=request.user, now=timezone.now())
    if file is None:
        raise Http404
    return _answer(file)


def _mine_or_404(request: HttpRequest, edition_id: int, reference: UUID) -> ExportState:
    state = queries.export(reference)
    if state is None or state.edition_id != edition_id or state.asked_by != request.user.pk:
        raise Http404
    if state.gone_at <= timezone.now():
        raise Http404
    return state


def _answer(file: File) -> HttpResponse:
    response = download(file.content, file.content_type, name=file.name)
    response["Cache-Control"] = "no-store"
    return response
