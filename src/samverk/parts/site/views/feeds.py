"""What machines read: feeds, the site map, and what search engines may visit."""

from datetime import datetime, time
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.translation import gettext as _

from samverk.parts.site.models.pages import SectionPage
from samverk.parts.site.models.routing import page_at, site_at
from samverk.parts.site.presenters import frame
from samverk.parts.site.queries import articles, sitemaps
from samverk.parts.site.queries.articles import Card
from samverk.parts.site.queries.sitemaps import Entry
from samverk.ui.languages import spoken

ITEMS = 20


class Rss(Feed):
    """The latest news, of the whole site or of a section, in the language of the address."""

    feed_type: type[SyndicationFeed] = Rss201rev2Feed

    def get_object(self, request: HttpRequest, section: str = "") -> dict[str, Any]:
        """The news and what they are called.

        :raises Http404: when there is no such section.
        """
        language = spoken()
        name = frame.site_name(request)
        if not section:
            return {
                "title": name,
                "link": reverse("site:rss"),
                "news": articles.latest(language=language, limit=ITEMS),
            }
        site = site_at(request)
        page = page_at(site=site, path=section, language=language) if site else None
        if not isinstance(page, SectionPage):
            raise Http404(section)
        news = articles.newest_beneath(section=page, limit=ITEMS)
        return {"title": f"{page.title} – {name}", "link": request.path.rsplit("/", 1)[0] + "/", "news": news}

    def title(self, obj: dict[str, Any]) -> str:
        return obj["title"]

    def link(self, obj: dict[str, Any]) -> str:
        return obj["link"]

    def description(self, obj: dict[str, Any]) -> str:
        return _("Det senaste från %(name)s") % {"name": obj["title"]}

    def items(self, obj: dict[str, Any]) -> tuple[Card, ...]:
        return obj["news"]

    def item_title(self, item: Card) -> str:
        return item.title

    def item_description(self, item: Card) -> str:
        return item.lead

    def item_link(self, item: Card) -> str:
        return item.url

    def item_pubdate(self, item: Card) -> datetime | None:
        return timezone.make_aware(datetime.combine(item.day, time())) if item.day else None

    def item_updateddate(self, item: Card) -> datetime | None:
        return item.changed_at


class Atom(Rss):
    """The same as Atom."""

    feed_type = Atom1Feed
    subtitle = Rss.description


class Pages(Sitemap[Entry]):
    """Every page that is open to all, with its translations."""

    def items(self) -> list[Entry]:
        return sitemaps.entries()

    def location(self, item: Entry) -> str:
        return item.url

    def lastmod(self, item: Entry) -> datetime | None:
        return item.changed_at

    def get_urls(
        self, page: int | str = 1, site: Any = None, protocol: str | None = None
    ) -> list[dict[str, Any]]:
        """The addresses, each with those of its translations when there are any."""
        urls = super().get_urls(page, site, protocol)
        for url in urls:
            item: Entry = url["item"]
            start = url["location"].removesuffix(item.url)
            several = item.translations if len(item.translations) > 1 else ()
            url["alternates"] = [{"lang_code": code, "location": start + other} for code, other in several]
        return urls


SITEMAPS = {"pages": Pages}


def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be found; the rooms behind a sign-in are of no use to a search engine."""
    closed = ("redaktion", "konto", "demo", "stil")
    lines = ["User-agent: *", *(f"Disallow: /{room}/" for room in closed), ""]
    lines.append(f"Sitemap: {request.build_absolute_uri(reverse('site:sitemap'))}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
