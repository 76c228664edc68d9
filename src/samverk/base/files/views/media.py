"""Uploaded files, given out so that none of them can run."""

from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils._os import safe_join
from django.views.decorators.http import require_safe
from whitenoise.responders import StaticFile

from samverk.base.files.views.downloads import attachment

SHOWN_TYPES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".vtt": "text/vtt; charset=utf-8",
}
# Documents have a view of their own, which knows who may read them.
ELSEWHERE = ("documents/",)
MONTH = 30 * 24 * 3600


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponse | FileResponse:
    """One file below MEDIA_ROOT, whole or the part that a film player asks for."""
    place = _place(path)
    headers = _headers(place)
    answer = StaticFile(str(place), list(headers.items())).get_response(request.method, request.META)
    response = FileResponse(answer.file) if answer.file else HttpResponse()
    response.status_code = answer.status
    del response.headers["Content-Type"]
    for name, value in [*headers.items(), *answer.headers]:
        response[name] = value
    return response


def _place(path: str) -> Path:
    try:
        place = Path(safe_join(settings.MEDIA_ROOT, path))
    except (SuspiciousFileOperation, ValueError) as error:
        raise Http404 from error
    if path.startswith(ELSEWHERE) or not place.is_file():
        raise Http404
    return place


def _headers(place: Path) -> dict[str, str]:
    shown = SHOWN_TYPES.get(place.suffix.lower())
    headers = {
        "Content-Type": shown or "application/octet-stream",
        "Cache-Control": f"public, max-age={MONTH}",
        "Accept-Ranges": "bytes",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
    if not shown:
        headers["Content-Disposition"] = attachment(place.name)
    return headers
