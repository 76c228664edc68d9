"""Files that visitors have sent in, for organisers."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from samverk.base.files.views.downloads import download
from samverk.parts.day.actions import uploads as actions
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.views.screens import only


@only(may_arrange)
@require_safe
def upload(request: HttpRequest, edition_id: int, token: UUID) -> HttpResponse:
    """One file, to save. A sensitive one is for fewer, and written in the log."""
    file = actions.open_for(token=token, edition_id=edition_id, by=request.user)
    if file is None:
        raise Http404
    response = download(file.content, file.content_type, name=file.name)
    response["Cache-Control"] = "no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
