"""Pages made in Wagtail, found by their address."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from wagtail.models import Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve

from samverk.parts.site.queries import places


def page(request: HttpRequest, path: str) -> HttpResponse:
    """Show the page at `path` in the language of the request.

    Wagtail walks the tree, with two queries for each step. Here the page is found in one, and handed to Wagtail as
    the route that it keeps on the request; restrictions and other plugins of Wagtail's do their part as always.

    :raises Http404: when no live page is there.
    """
    site = Site.find_for_request(request)
    language = get_language() or settings.LANGUAGE_CODE
    found = places.find(site=site, path=path, language=language) if site else None
    if not found:
        raise Http404(path)
    request._wagtail_route_for_request = RouteResult(found)  # type: ignore[attr-defined]
    return serve(request, path)
