"""Finding a site and a page by their address. Every page view begins here, so the queries are small."""

from collections.abc import Iterable
from functools import cache

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.http.request import split_domain_port
from wagtail.models import Page, Site

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
    wanted = Q(
        depth=HOME_DEPTH, translation_key=site.root_page.translation_key, locale__language_code=language
    )
    if steps:
        wanted |= Q(depth=HOME_DEPTH + len(steps), slug=steps[-1])
    rows = list(Page.objects.filter(wanted).values("depth", "url_path", "live", "pk", "content_type_id"))
    home = next((row["url_path"] for row in rows if row["depth"] == HOME_DEPTH), None)
    address = f"{home}{''.join(f'{step}/' for step in steps)}"
    found = next((row for row in rows if row["live"] and row["url_path"] == address), None)
    return _as_its_own_class(found["pk"], found["content_type_id"]) if found else None


def _as_its_own_class(key: int, kind: int) -> Page | None:
    model = ContentType.objects.get_for_id(kind).model_class()
    return next(iter(model._default_manager.filter(pk=key)), None) if model else None
