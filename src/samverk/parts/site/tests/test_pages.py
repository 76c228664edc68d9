"""Pages as a reader's browser gets them."""

import json
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from samverk.base.files.models import Picture
from samverk.base.organisations.permissions import OPERATOR
from samverk.parts.site.actions import contacts, pages
from samverk.parts.site.models import HomePage, RelatedPage, SectionPage, StandardPage
from samverk.parts.site.tests.conftest import Write, published

ADDRESS = "/aktuellt/dagen-i-norr/"


def read(client: Client, url: str = ADDRESS) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html5lib")


def graph(soup: BeautifulSoup) -> dict[str, dict[str, Any]]:
    nodes = json.loads(soup.find("script", type="application/ld+json").string)["@graph"]
    return {node["@type"]: node for node in nodes}


def test_an_article_shows_its_title_its_lead_and_its_text(client: Client, write: Write) -> None:
    write(lead="Mycket skratt.", body=[{"type": "paragraph", "value": "<p>Det var en gång.</p>"}])
    soup = read(client)

    assert soup.h1.get_text() == "Dagen i Norr"
    assert "Mycket skratt." in soup.main.get_text()
    assert "Det var en gång." in soup.main.get_text()


def test_the_day_of_publication_is_shown(client: Client, write: Write) -> None:
    write(published_on=date(2018, 4, 17))

    assert "Publicerad 17 april 2018" in " ".join(read(client).main.get_text().split())


def test_a_change_on_another_day_is_shown(client: Client, write: Write) -> None:
    write(published_on=date(2018, 4, 17))

    assert "Senast ändrad" in read(client).main.get_text()


def test_a_change_on_the_same_day_is_not_shown(client: Client, write: Write) -> None:
    write()

    assert "Senast ändrad" not in read(client).main.get_text()


def test_the_main_picture_has_words_caption_and_credit(
    client: Client, write: Write, picture: Picture
) -> None:
    write(
        picture_id=picture.pk,
        picture_alt="Morgan på scenen",
        picture_caption="På scenen",
        picture_credit="Kristin",
    )
    figure = read(client).main.figure

    assert figure.img["alt"] == "Morgan på scenen"
    assert "På scenen" in figure.figcaption.get_text()
    assert "Foto: Kristin" in figure.figcaption.get_text()
    assert "480w" in figure.img["srcset"]


def test_the_way_here_is_shown(client: Client, write: Write) -> None:
    write()
    way = [step.get_text(strip=True) for step in read(client).select(".breadcrumb li")]

    assert way == ["Start", "Aktuellt", "Dagen i Norr"]


def test_the_section_is_marked_in_the_menu(client: Client, write: Write) -> None:
    write()

    assert read(client).select_one(".site-nav a[aria-current]").get_text() == "Aktuellt"


def test_there_is_one_main_one_first_heading_and_a_way_past_the_menu(client: Client, write: Write) -> None:
    write()
    soup = read(client)

    assert len(soup.find_all("main")) == len(soup.find_all("h1")) == 1
    assert soup.select_one("a.skip-link")["href"] == f"#{soup.main['id']}"
    assert soup.find("header")
    assert soup.find("footer")


def test_a_shared_page_brings_its_words_and_its_picture(
    client: Client, write: Write, picture: Picture
) -> None:
    write(lead="Mycket skratt.", picture_id=picture.pk)
    soup = read(client)
    meta = {tag["property"]: tag["content"] for tag in soup.find_all("meta", property=True)}

    assert meta["og:title"] == "Dagen i Norr"
    assert meta["og:type"] == "article"
    assert meta["og:description"] == soup.find("meta", {"name": "description"})["content"] == "Mycket skratt."
    assert meta["og:image"].startswith("http://testserver/media/")
    assert soup.find("link", rel="canonical")["href"] == f"http://testserver{ADDRESS}"


def test_search_engines_are_told_of_the_news_and_of_the_event(client: Client, write: Write) -> None:
    starts_at = datetime(2018, 4, 11, 9, tzinfo=ZoneInfo("Europe/Stockholm"))
    write(
        event_name="Dagen",
        event_starts_at=starts_at,
        event_place="Norrbotten",
        published_on=date(2018, 4, 17),
    )
    nodes = graph(read(client))

    assert nodes["NewsArticle"]["datePublished"] == "2018-04-17"
    assert nodes["Event"]["startDate"] == "2018-04-11T09:00:00+02:00"
    assert nodes["NewsArticle"]["publisher"]["@id"] == nodes["Organization"]["@id"]
    assert nodes["BreadcrumbList"]


def test_search_engines_are_told_of_the_people_to_turn_to(client: Client, write: Write) -> None:
    write(contacts=[contacts.keep(name="Elin", role="Samordnare", language="sv", by=OPERATOR)])

    assert graph(read(client))["Person"]["jobTitle"] == "Samordnare"


ATTACK = "</title></script>\"'><script>alert(1)</script>"


def test_no_field_of_an_article_lets_markup_through(client: Client, write: Write, picture: Picture) -> None:
    person = contacts.keep(name=ATTACK, role=ATTACK, language="sv", by=OPERATOR)
    write(
        title=ATTACK,
        slug="dagen-i-norr",
        lead=ATTACK,
        contacts=[person],
        picture_id=picture.pk,
        picture_alt=ATTACK,
        picture_caption=ATTACK,
        picture_credit=ATTACK,
        event_name=ATTACK,
        event_starts_at=datetime(2018, 4, 11, tzinfo=ZoneInfo("Europe/Stockholm")),
        event_place=ATTACK,
    )
    html = client.get(ADDRESS).content.decode()

    assert "<script>alert" not in html
    assert [tag.get("src") or tag["type"] for tag in read(client).find_all("script")].count(
        "application/ld+json"
    ) == 1


def test_a_draft_is_not_found(client: Client, section: SectionPage) -> None:
    pages.create_article(section=section, facts=pages.ArticleFacts(title="Dagen i Norr"), by=OPERATOR)

    assert client.get(ADDRESS).status_code == 404


def test_a_page_that_is_hidden_is_not_listed_and_not_shown(client: Client, write: Write) -> None:
    page = write()
    PageViewRestriction.objects.create(page=Page.objects.get(pk=page.pk), restriction_type="login")

    assert client.get(ADDRESS).status_code == 302
    assert "Dagen i Norr" not in client.get("/aktuellt/").content.decode()
    assert "Dagen i Norr" not in client.get("/").content.decode()


def test_what_is_beneath_a_hidden_section_is_hidden_too(
    client: Client, write: Write, section: SectionPage
) -> None:
    write()
    PageViewRestriction.objects.create(page=Page.objects.get(pk=section.pk), restriction_type="login")

    assert "Dagen i Norr" not in client.get("/").content.decode()


def test_an_address_that_is_not_there_shows_the_ways_on(client: Client, section: SectionPage) -> None:
    response = client.get("/finns/inte/")

    assert response.status_code == 404
    assert '<a href="/aktuellt/">Aktuellt</a>' in response.content.decode()


def test_an_address_without_its_last_stroke_leads_on(client: Client, write: Write) -> None:
    write()

    assert client.get(ADDRESS.rstrip("/")).headers["Location"] == ADDRESS


def test_a_section_shows_the_newest_news_first(client: Client, write: Write) -> None:
    write("Äldre", published_on=date(2018, 3, 1))
    write("Nyare", published_on=date(2018, 4, 1))
    titles = [link.get_text() for link in read(client, "/aktuellt/").select(".section-list h2 a")]

    assert titles == ["Nyare", "Äldre"]


def test_a_section_with_much_in_it_has_several_pages(client: Client, write: Write) -> None:
    for number in range(12):
        write(f"Nyhet {number}", published_on=date(2018, 4, 1 + number))

    assert len(read(client, "/aktuellt/").select(".section-list li")) == 10
    assert len(read(client, "/aktuellt/?page=2").select(".section-list li")) == 2
    assert read(client, "/aktuellt/").select_one("nav.pagination a[rel=next]")["href"] == "?page=2"


@pytest.mark.parametrize("number", ["0", "99", "två", "-1", "1' OR 1=1"])
def test_a_page_of_the_list_that_is_not_there_shows_another(
    client: Client, write: Write, number: str
) -> None:
    write()

    assert client.get("/aktuellt/", {"page": number}).status_code == 200


def test_an_empty_section_says_so_kindly(client: Client, section: SectionPage) -> None:
    assert "Här kommer det snart mer" in read(client, "/aktuellt/").main.get_text()


def test_other_pages_of_a_section_keep_the_editors_order(client: Client, section: SectionPage) -> None:
    for title in ("Först", "Sedan"):
        published(pages.create_draft(parent=section, page=StandardPage(title=title), by=OPERATOR))
    titles = [link.get_text() for link in read(client, "/aktuellt/").select(".section-list h2 a")]

    assert titles == ["Först", "Sedan"]


def test_the_home_page_shows_the_latest_news(client: Client, write: Write) -> None:
    write(lead="Mycket skratt.")

    assert read(client, "/").select_one(".card a")["href"] == ADDRESS


def test_the_home_page_lifts_forward_what_editors_chose(
    client: Client, home: HomePage, section: SectionPage
) -> None:
    page = published(
        pages.create_draft(parent=section, page=StandardPage(title="Starta företag"), by=OPERATOR)
    )
    RelatedPage.objects.create(page_id=home.pk, target_id=page.pk)

    assert "Starta företag" in read(client, "/").select_one(".card").get_text()


def test_what_anonymous_readers_get_is_the_same_for_all_and_sets_nothing(
    client: Client, write: Write
) -> None:
    write()
    first, second = Client().get(ADDRESS), client.get(ADDRESS)

    assert first.content == second.content
    assert not first.cookies
    assert "Cookie" not in first.headers.get("Vary", "")
    assert "csrf" not in first.content.decode()
