"""The same page in several languages."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from samverk.base.organisations.permissions import OPERATOR
from samverk.parts.site.actions import pages
from samverk.parts.site.models import ArticlePage, HomePage, SectionPage
from samverk.parts.site.tests.conftest import Write, published


def read(client: Client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html5lib")


def switch(soup: BeautifulSoup) -> dict[str, str]:
    """Where the language switch leads."""
    return {link["hreflang"]: link["href"] for link in soup.select_one(".language-switch").find_all("a")}


@pytest.fixture
def translated(section: SectionPage, write: Write) -> ArticlePage:
    """A piece of news in Swedish, translated to English beneath /en/news/."""
    news = pages.translate(page=section, language="en", by=OPERATOR)
    news.title, news.slug = "News", "news"
    published(pages.revise(page=news, by=OPERATOR))
    page = pages.translate(page=write(), language="en", by=OPERATOR)
    page.title, page.slug = "The Day in the North", "the-day"
    return published(pages.revise(page=page, by=OPERATOR))


@pytest.mark.usefixtures("translated")
def test_a_translation_has_its_own_address_and_says_its_language(client: Client) -> None:
    soup = read(client, "/en/news/the-day/")

    assert soup.h1.get_text() == "The Day in the North"
    assert (soup.html["lang"], soup.html["dir"]) == ("en", "ltr")


@pytest.mark.usefixtures("translated")
def test_the_switch_leads_to_the_same_page_in_the_other_language(client: Client) -> None:
    assert switch(read(client, "/aktuellt/dagen-i-norr/"))["en"] == "/en/news/the-day/"
    assert switch(read(client, "/en/news/the-day/"))["sv"] == "/aktuellt/dagen-i-norr/"


@pytest.mark.usefixtures("translated")
def test_search_engines_are_told_of_every_language(client: Client) -> None:
    links = read(client, "/en/news/the-day/").find_all("link", hreflang=True, rel="alternate")

    assert {link["hreflang"]: link["href"] for link in links} == {
        "sv": "http://testserver/aktuellt/dagen-i-norr/",
        "en": "http://testserver/en/news/the-day/",
        "x-default": "http://testserver/aktuellt/dagen-i-norr/",
    }


def test_a_page_that_is_not_translated_leads_to_the_home_page_in_the_other_language(
    client: Client, write: Write
) -> None:
    write()

    assert switch(read(client, "/aktuellt/dagen-i-norr/"))["en"] == "/en/"


def test_a_view_leads_to_itself_in_the_other_language(client: Client, home: HomePage) -> None:
    assert switch(read(client, "/kakor/"))["en"] == "/en/kakor/"


def test_a_language_without_a_home_page_is_not_offered(client: Client, home: HomePage) -> None:
    HomePage.objects.get(locale__language_code="en").unpublish()

    assert read(client, "/").select_one(".language-switch a[hreflang=en]") is None
    assert client.get("/en/").status_code == 404


def test_a_page_of_one_language_is_not_found_in_another(client: Client, write: Write) -> None:
    write()

    assert client.get("/en/aktuellt/dagen-i-norr/").status_code == 404


def test_a_page_can_be_said_to_be_the_translation_of_another(section: SectionPage, write: Write) -> None:
    swedish = write()
    news = published(pages.translate(page=section, language="en", by=OPERATOR))
    english = pages.create_article(section=news, facts=pages.ArticleFacts(title="The Day"), by=OPERATOR)
    pages.mark_as_translation(page=english, of=swedish, by=OPERATOR)

    assert published(english).get_translation(swedish.locale).pk == swedish.pk
