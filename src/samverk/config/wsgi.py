"""The site as a WSGI application: the outermost layer, the page cache, Django."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.utils.module_loading import import_string

from samverk.base.web import telemetry
from samverk.base.web.answers.whole import Application
from samverk.base.web.edge import Edge
from samverk.base.web.page_cache import PageCache

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samverk.config.settings")


def assembled() -> Edge:
    """The layers that a request passes, from the inside out."""
    telemetry.start(settings.TELEMETRY_ENDPOINT)
    site: Application = get_wsgi_application()
    if settings.PAGE_CACHE_SECONDS:
        site = PageCache(
            site,
            seconds=settings.PAGE_CACHE_SECONDS,
            own_cookies=settings.COOKIES_THAT_CHANGE_PAGES,
            private_paths=settings.PATHS_WITHOUT_PAGE_CACHE,
            kind=import_string(settings.KIND_OF_VISITOR),
        )
    return Edge(site, trusted=settings.TRUSTED_PROXIES > 0)


application = assembled()
