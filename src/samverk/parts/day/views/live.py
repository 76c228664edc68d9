"""The live page of a Day. It is the same for every reader, but for the choice that its address carries."""

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from samverk.base.events.views import stream
from samverk.parts.day.presenters import live as presenters
from samverk.parts.day.queries import editions, programme
from samverk.parts.day.queries import live as queries
from samverk.parts.day.queries.editions import EditionFacts
from samverk.parts.day.rules import choice, topics


@require_safe
def page(request: HttpRequest, series: str, edition: str) -> HttpResponse:
    """What happens now, and what is next."""
    view = _view(_found(series, edition), chosen=choice.read(request.GET.get("val", "")))
    return render(request, "day/live/page.html", {"view": view})


@require_safe
def part(request: HttpRequest, series: str, edition: str) -> HttpResponse:
    """What changes of the page, for a page that is open: the same for everybody, and kept for all of them."""
    view = _view(_found(series, edition), chosen=())
    return render(request, "day/live/part.html", {"view": view})


@require_safe
def events(request: HttpRequest, series: str, edition: str) -> StreamingHttpResponse:
    """Tell open pages that something has changed."""
    return stream(request, topic=topics.live(_found(series, edition).line.id))


def _found(series: str, edition: str) -> EditionFacts:
    facts = editions.public_edition(series=series, edition=edition)
    if facts is None:
        raise Http404
    return facts


def _view(facts: EditionFacts, *, chosen: tuple[int, ...]) -> presenters.LiveView:
    key = facts.line.id
    version = queries.version(key)
    return presenters.page(
        facts,
        programme.public_programme(key),
        queries.live(key),
        chosen=chosen,
        version=version,
        now=timezone.now(),
    )
