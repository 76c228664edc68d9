"""What machines read."""

from datetime import date
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from django.test import Client

from samverk.base.organisations.permissions import OPERATOR
from samverk.parts.site.actions import pages
from samverk.parts.site.models import SectionPage
from samverk.parts.site.tests.conftest import Write, published

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def read(client: Client, url: str) -> Element:
    response = client.get(url)
    assert response.status_code == 200
    return fromstring(response.content)


@pytest.fixture
def news(write: Write) -> None:
    write("Äldre & bättre", lead="<Skratt>", published_on=date(2018, 3, 1))
    write("Nyare", published_on=date(2018, 4, 17))


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize("url", ["/rss.xml", "/aktuellt/rss.xml"])
def test_the_newest_news_comes_first_in_rss(client: Client, url: str) -> None:
    items = read(client, url).findall("channel/item")

    assert [item.findtext("title") for item in items] == ["Nyare", "Äldre & bättre"]
    assert items[0].findtext("link") == "http://testserver/aktuellt/nyare/"
    assert items[0].findtext("pubDate") == "Tue, 17 Apr 2018 00:00:00 +0200"
    assert items[1].findtext("description") == "<Skratt>"


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize("url", ["/atom.xml", "/aktuellt/atom.xml"])
def test_the_same_is_there_as_atom(client: Client, url: str) -> None:
    feed = read(client, url)

    assert [entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")] == [
        "Nyare",
        "Äldre & bättre",
    ]
    assert feed.find(f"{ATOM}link[@rel='self']").get("href") == f"http://testserver{url}"


@pytest.mark.parametrize("url", ["/finns-inte/rss.xml", "/en/finns-inte/atom.xml"])
def test_a_section_that_is_not_there_has_no_feed(client: Client, section: SectionPage, url: str) -> None:
    assert client.get(url).status_code == 404


@pytest.mark.usefixtures("news")
def test_a_feed_in_another_language_has_only_its_news(client: Client) -> None:
    assert read(client, "/en/rss.xml").findall("channel/item") == []


@pytest.mark.usefixtures("news")
def test_a_page_tells_where_its_feeds_are(client: Client) -> None:
    html = client.get("/").content.decode()

    assert 'type="application/rss+xml"' in html
    assert 'type="application/atom+xml"' in html


def test_the_site_map_has_each_page_with_its_translations(client: Client, section: SectionPage) -> None:
    published(pages.translate(page=section, language="en", by=OPERATOR))
    urls = {url.findtext(f"{SITEMAP}loc"): url for url in read(client, "/sitemap.xml")}
    links = urls["http://testserver/aktuellt/"].findall(f"{XHTML}link")

    assert {"http://testserver/", "http://testserver/en/", "http://testserver/aktuellt/"} <= set(urls)
    assert {link.get("hreflang"): link.get("href") for link in links} == {
        "sv": "http://testserver/aktuellt/",
        "en": "http://testserver/en/aktuellt/",
    }


def test_the_site_map_has_no_drafts(client: Client, section: SectionPage) -> None:
    pages.create_article(section=section, facts=pages.ArticleFacts(title="Utkast"), by=OPERATOR)

    assert "utkast" not in client.get("/sitemap.xml").content.decode()


def test_search_engines_are_shown_to_the_site_map_and_kept_from_the_editors_rooms(client: Client) -> None:
    text = client.get("/robots.txt").content.decode()

    assert "Sitemap: http://testserver/sitemap.xml" in text
    assert "Disallow: /redaktion/" in text


def test_old_readers_find_a_sign_of_the_site(client: Client) -> None:
    assert client.get("/favicon.ico").headers["Location"].endswith(".png")
