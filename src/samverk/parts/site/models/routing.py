"""Finding a site and a page by their address. Every page view begins here, so the queries are small."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.http.request import split_domain_port
from wagtail.models import Page, Site

from samverk.base.database.queries import Given, Prepared

HOME_DEPTH = 2
COLUMNS_OF_SITE = (
    "hostname",
    "port",
    "site_name",
    "is_default_site",
    "root_page__translation_key",
    "cookiesettings__statistics",
)


def site_at(request: HttpRequest) -> Site | None:
    """The site that a request asks for, with its cookie settings; kept where Wagtail looks for it too."""
    if not hasattr(request, "_wagtail_site"):
        host, _port = split_domain_port(request.get_host())
        request._wagtail_site = _chosen(_sites().all(), host, request.get_port())  # type: ignore[attr-defined]
    site: Site | None = request._wagtail_site  # type: ignore[attr-defined]
    return site


@cache
def _sites() -> QuerySet[Site]:
    """Every site, with what page views need of it. Kept: to build it takes as long as to ask it."""
    return Site.objects.select_related("root_page", "cookiesettings").only(*COLUMNS_OF_SITE).order_by()


def _chosen(sites: Iterable[Site], host: str, port: str) -> Site | None:
    """By host and port, else by host, else the default one: as Wagtail chooses."""
    of_host = [site for site in sites if site.hostname == host]
    exact = [site for site in of_host if str(site.port) == port]
    default = [site for site in sites if site.is_default_site]
    alone = of_host if len(of_host) == 1 else []
    of_host_and_default = [site for site in of_host if site.is_default_site]
    return next(iter([*exact, *of_host_and_default, *alone, *default]), None)


def page_at(*, site: Site, path: str, language: str) -> Page | None:
    """The live page at `path` beneath the site's home page in a language, as its own class.

    Wagtail keeps the places of home pages for an hour; here they are looked up, so that a home page in a new
    language is found at once.
    """
    steps = [step for step in path.split("/") if step]
    rows = _STEPS.rows(
        home=site.root_page.translation_key,
        language=language,
        depth=HOME_DEPTH + len(steps),
        slug=steps[-1] if steps else None,
    )
    home = next((url_path for _key, _kind, depth, url_path, _live in rows if depth == HOME_DEPTH), None)
    address = f"{home}{''.join(f'{step}/' for step in steps)}"
    found = ((key, kind) for key, kind, _depth, url_path, live in rows if live and url_path == address)
    return next((page for key, kind in found if (page := _as_its_own_class(key, kind))), None)


def _steps() -> QuerySet[Page, tuple[Any, ...]]:
    """The home page, and every page that the last step of the address may mean."""
    home = Q(depth=HOME_DEPTH, translation_key=Given("home"), locale__language_code=Given("language"))
    pages = Page.objects.filter(home | Q(depth=Given("depth"), slug=Given("slug")))
    return pages.values_list("pk", "content_type_id", "depth", "url_path", "live")


_STEPS = Prepared(_steps)


def _as_its_own_class(key: int, kind: int) -> Page | None:
    model = ContentType.objects.get_for_id(kind).model_class()
    return next(iter(model._default_manager.filter(pk=key)), None) if model else None
