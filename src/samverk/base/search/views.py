"""The page of results, and suggestions while somebody types. Answers are the same for everybody."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from samverk.base.search import presenters
from samverk.base.search.queries import find as queries
from samverk.base.search.queries import ranking
from samverk.base.search.queries import suggest as suggestions
from samverk.base.search.queries.database import TookTooLong
from samverk.ui.languages import spoken

LAST_PAGE = ranking.RANKED // queries.PER_PAGE
SUGGESTIONS_LAST = "public, max-age=60"


@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """Show what answers a question, or ask for one."""
    text, kind = request.GET.get("q", ""), request.GET.get("typ", "")[:40]
    page = _number(request.GET.get("sida", ""))
    try:
        results = queries.find(
            text,
            language=spoken(),
            page=page,
            kind=kind.replace("\0", ""),
            as_written="exakt" in request.GET,
            today=timezone.localdate(),
        )
    except TookTooLong:
        return render(request, "search/too_long.html", {"is_search": True, "text": text[:200]}, status=503)
    view = presenters.view_of(results, kind=kind, page=page)
    return render(request, "search/results.html", {"is_search": True, "view": view, "text": results.text})


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """What may be meant by the letters typed so far, for a script."""
    try:
        found = suggestions.suggest(request.GET.get("q", ""), language=spoken())
    except TookTooLong:
        found = ()
    rows = [{"text": one.text, "url": one.url} for one in found]
    return JsonResponse(
        {"suggestions": rows}, headers={"Cache-Control": SUGGESTIONS_LAST, "X-Robots-Tag": "noindex"}
    )


def _number(text: str) -> int:
    """The page asked for; the first, when it is no page there could be."""
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 5 else 1
    return number if 1 <= number <= LAST_PAGE else 1
