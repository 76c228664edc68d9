"""The easy-to-read version of a page, as a reader's browser gets it and as an editor makes it."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from samverk.base.files.models import Picture
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.people.models import User
from samverk.base.people.tests.people import signed_in
from samverk.parts.site.actions import ground, pages
from samverk.parts.site.models import ArticlePage, HomePage, SectionPage, StandardPage
from samverk.parts.site.rules.easy import paragraphs, words_of
from samverk.parts.site.tests.conftest import Write, published
from samverk.parts.site.tests.test_pages import graph, read

ADDRESS = "/aktuellt/dagen-i-norr/"
EASY = f"{ADDRESS}lattlast/"
BODY: list[dict[str, Any]] = [
    {"type": "lines", "value": "Det var en bra dag.\nAlla skrattade.\n\nNu är den slut."},
    {"type": "heading", "value": {"text": "Vem var där?", "level": "2"}},
    {
        "type": "list",
        "value": {"is_ordered": False, "items": [{"type": "item", "value": "<p>Ann <b>Ek</b></p>"}]},
    },
]


@pytest.fixture
def easy(write: Write) -> ArticlePage:
    return write(lead="Mycket skratt.", easy_title="En bra dag", easy_body=BODY)


def ways(soup: BeautifulSoup) -> dict[str, str]:
    return {link.get_text(strip=True): link["href"] for link in soup.select(".reading-tools a")}


@pytest.mark.usefixtures("easy")
def test_the_easy_version_is_one_click_away_and_so_is_the_way_back(client: Client) -> None:
    assert ways(read(client, ADDRESS)) == {"Lättläst": EASY}
    assert ways(read(client, EASY)) == {"Vanlig text": ADDRESS}


@pytest.mark.usefixtures("easy")
def test_each_thought_keeps_the_line_that_its_writer_gave_it(client: Client) -> None:
    soup = read(client, EASY)
    shown = [[str(part) for part in line.stripped_strings] for line in soup.select(".prose .lines")]

    assert soup.h1.get_text() == "En bra dag"
    assert shown == [["Det var en bra dag.", "Alla skrattade."], ["Nu är den slut."]]
    assert soup.select_one(".prose li").get_text() == "Ann Ek"
    assert "Mycket skratt." not in soup.main.get_text()


def test_a_page_without_an_easy_version_offers_none(client: Client, write: Write) -> None:
    write()

    assert ways(read(client, ADDRESS)) == {}
    assert client.get(EASY).status_code == 404


@pytest.mark.parametrize("path", ["/lattlast/", "/aktuellt/lattlast/", "/borta/lattlast/"])
def test_there_is_nothing_easy_where_there_is_no_such_page(
    client: Client, path: str, easy: ArticlePage
) -> None:
    assert client.get(path).status_code == 404


def test_what_is_not_published_is_not_read(client: Client, easy: ArticlePage) -> None:
    easy.easy_body = [{"type": "lines", "value": "Inte än."}]
    pages.revise(page=easy, by=OPERATOR)
    assert "Inte än." not in read(client, EASY).get_text()

    easy.unpublish()
    assert client.get(EASY).status_code == 404


def test_a_standard_page_may_have_one_and_its_own_title_will_do(client: Client, section: SectionPage) -> None:
    page = StandardPage(title="Starta", slug="starta", lead="Hej.", easy_body=BODY)
    published(pages.create_draft(parent=section, page=page, by=OPERATOR))

    assert read(client, "/aktuellt/starta/lattlast/").h1.get_text() == "Starta"


def test_what_an_editor_writes_cannot_run(client: Client, write: Write) -> None:
    write(easy_body=[{"type": "lines", "value": "<script>alert(1)</script>"}])

    assert "<script>alert(1)</script>" in read(client, EASY).select_one(".lines").get_text()


@pytest.mark.usefixtures("easy")
def test_search_engines_know_it_as_a_page_of_its_own(client: Client) -> None:
    soup = read(client, EASY)

    assert soup.title.get_text().startswith("Lättläst: En bra dag")
    assert soup.select_one("link[rel=canonical]")["href"].endswith(EASY)
    assert soup.select("link[rel=alternate][hreflang]") == []
    assert soup.select_one("meta[name=description]")["content"].startswith(
        "Det var en bra dag. Alla skrattade."
    )
    assert graph(soup)["WebPage"]["isBasedOn"] == f"http://testserver{ADDRESS}"
    assert f"<loc>http://testserver{EASY}</loc>" in client.get("/sitemap.xml").content.decode()


@pytest.mark.usefixtures("easy")
def test_the_way_here_leads_past_the_page_itself(client: Client) -> None:
    way = [part.get_text() for part in read(client, EASY).select(".breadcrumb li")]

    assert way == ["Start", "Aktuellt", "Dagen i Norr", "Lättläst"]


@pytest.fixture
def english(section: SectionPage, easy: ArticlePage, home: HomePage) -> ArticlePage:
    ground.sync_languages()
    published(pages.translate(page=section, language="en", by=OPERATOR))
    copy = pages.translate(page=easy, language="en", by=OPERATOR)
    copy.slug = "the-day"
    return pages.revise(page=copy, by=OPERATOR) or copy


def test_the_language_switch_leads_to_the_easy_version_or_else_to_the_page(
    client: Client, english: ArticlePage
) -> None:
    published(english)
    assert [link["href"] for link in read(client, EASY).select(".language-switch a")][0].endswith(
        "/lattlast/"
    )
    assert len(read(client, EASY).select("link[rel=alternate][hreflang]")) == 3

    english.easy_body = []
    pages.revise(page=english, by=OPERATOR)
    published(english)
    assert not [link["href"] for link in read(client, EASY).select(".language-switch a")][0].endswith(
        "/lattlast/"
    )
    assert read(client, EASY).select("link[rel=alternate][hreflang]") == []


@pytest.mark.usefixtures("easy")
def test_it_needs_few_queries(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    client.get(EASY)
    with django_assert_max_num_queries(12):
        assert client.get(EASY).status_code == 200


def test_its_pictures_are_drawn_when_it_is_published(write: Write, picture: Picture) -> None:
    shown = {"picture": {"image": picture.pk, "alt_text": "En scen"}, "caption": "", "credit": ""}
    write(easy_body=[{"type": "picture", "value": shown}]).draw_pictures()

    assert picture.renditions.filter(filter_spec="width-800|format-webp").exists()


def test_its_address_is_taken(section: SectionPage) -> None:
    page = StandardPage(title="Lättläst", slug="lattlast")

    with pytest.raises(ValidationError, match="upptagen för lättlästa versioner"):
        pages.create_draft(parent=section, page=page, by=OPERATOR)


def test_its_editor_is_told_kindly_how_easy_it_is(easy: ArticlePage, lead_editor: User) -> None:
    form = signed_in(lead_editor).get(f"/redaktion/pages/{easy.pk}/edit/")
    told = BeautifulSoup(form.content, "html5lib").select_one(".easy-help")

    assert "En mening på varje rad." in told.get_text()
    assert "LIX" in told.select_one(".easy-measure").get_text()
    assert "mycket lätt att läsa" in told.get_text()


def test_a_preview_shows_it_with_its_measure(easy: ArticlePage) -> None:
    shown = easy.make_preview_request(preview_mode="lattlast")

    assert "Alla skrattade." in shown.content.decode()
    assert "LIX" in shown.content.decode()
    assert "private" in shown.headers["Cache-Control"]
    assert "LIX" not in easy.make_preview_request().content.decode()


def test_paragraphs_are_parted_by_empty_lines() -> None:
    assert paragraphs("En.\r\nTvå.\n \n\n Tre. \n") == (("En.", "Två."), ("Tre.",))
    assert paragraphs(" \n ") == ()


def test_its_words_are_those_that_a_reader_reads() -> None:
    assert words_of([*BODY, {"type": "picture", "value": {}}]).splitlines()[-2:] == [
        "Vem var där?",
        " Ann  Ek  ",
    ]
