"""The form at the foot of every page: what it says, and that it weighs nothing."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samverk.parts.feedback.views import foot as views
from samverk.parts.site.registry.foot import Spot

PAGE = Spot(path="/aktuellt/", language="sv", view="site:page", site_name="Region Norrsken", title="Aktuellt")


def soup(spot: Spot = PAGE) -> BeautifulSoup:
    return BeautifulSoup(views.foot(spot), "html.parser")


def text(spot: Spot = PAGE) -> str:
    return " ".join(soup(spot).get_text(" ").split())


def test_it_says_what_it_is_for_and_who_receives_what_is_written() -> None:
    assert "Här kan du skicka synpunkter på sidan" in text()
    assert "går till webbredaktionen för Region Norrsken" in text()


def test_it_says_that_it_is_not_for_care_and_shows_the_way() -> None:
    assert "Behöver du kontakta vården? Använd inte det här formuläret." in text()
    assert {"tel:1177", "https://www.1177.se/", "tel:112"} <= {link["href"] for link in soup().find_all("a")}


def test_it_asks_for_no_personal_data() -> None:
    assert "Skriv inga personuppgifter" in text()


def test_what_is_required_is_marked_and_the_mark_explained() -> None:
    required = soup().select("[required]")

    assert "* = Obligatorisk uppgift" in text()
    assert [field["name"] for field in required] == ["text"]
    assert soup().find("label", attrs={"for": required[0]["id"]}).get_text() == "Din synpunkt *"


def test_it_knows_the_page_and_speaks_its_language() -> None:
    english = soup(Spot(path="/en/news/", language="en", view="site:page", title="News"))

    assert soup().find("input", attrs={"name": "page"})["value"] == "/aktuellt/"
    assert soup().find("form")["action"] == "/synpunkter/"
    assert english.find("form")["action"] == "/en/synpunkter/"


def test_it_carries_no_token() -> None:
    assert "csrf" not in str(soup())


def test_an_address_cannot_become_markup() -> None:
    spot = Spot(path='/"><script>alert(1)</script>/', language="sv", view="")

    assert soup(spot).find("script") is None
    assert soup(spot).find("input", attrs={"name": "page"})["value"] == spot.path


@pytest.mark.parametrize("view", ["account_login", "people_account", "feedback:send", "demo_logins"])
def test_it_stays_away_from_somebodys_own_pages_and_from_its_own(view: str) -> None:
    assert views.foot(Spot(path="/x/", language="sv", view=view)) == ""


def test_every_name_in_the_table_of_pages_without_it_is_a_page() -> None:
    from django.urls import get_resolver

    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    names |= {f"{space}:" for space in get_resolver().namespace_dict}

    unknown = [start for start in views.PAGES_WITHOUT if not any(n.startswith(start) for n in names)]
    assert unknown == []


@pytest.mark.django_db
def test_it_costs_a_page_no_query() -> None:
    with CaptureQueriesContext(connection) as asked:
        views.foot(Spot(path="/ny/", language="sv", view="site:page", site_name="Norr"))

    assert len(asked) == 0


@pytest.mark.django_db
def test_it_is_the_same_for_everybody_and_on_a_page_that_is_not_there() -> None:
    first, second = Client(SERVER_NAME="localhost"), Client(SERVER_NAME="localhost")
    missing = first.get("/finns-inte/")

    assert missing.status_code == 404
    assert "kommentera-rubrik" in missing.content.decode()
    assert first.get("/kakor/").content == second.get("/kakor/").content
