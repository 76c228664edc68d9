"""Pages made in Wagtail, found by their address."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from wagtail.models import Page
from wagtail.url_routing import RouteResult
from wagtail.views import serve

from samverk.parts.site.models.routing import page_at, site_at
from samverk.ui.languages import spoken


def page(request: HttpRequest, path: str) -> HttpResponse:
    """Show the page at `path` in the language of the request.

    Wagtail walks the tree, with two queries for each step. Here the page is found in one, and handed to
    Wagtail as the route that it keeps on the request; its restrictions and plugins do their part as always.

    :raises Http404: when no live page is there.
    """
    request._wagtail_route_for_request = RouteResult(_found(request, path))  # type: ignore[attr-defined]
    return serve(request, path)


def easy_page(request: HttpRequest, path: str) -> HttpResponse:
    """Show the easy-to-read version of the page at `path`.

    :raises Http404: when no live page is there, or it has no such version.
    """
    found = _found(request, path)
    if not getattr(found, "easy_body", None):
        raise Http404(path)
    request._wagtail_route_for_request = RouteResult(found, kwargs={"is_easy": True})  # type: ignore[attr-defined]
    return serve(request, path)


def _found(request: HttpRequest, path: str) -> Page:
    site = site_at(request)
    language = spoken()
    found = page_at(site=site, path=path, language=language) if site else None
    if not found:
        raise Http404(path)
    return found


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the page is not here, and show the ways on."""
    return render(request, "site/not_found.html", status=404)


def favicon(request: HttpRequest) -> HttpResponse:
    """Where readers of feeds and old browsers look for the sign of the site."""
    return redirect(static("ui/icon-180.png"))
