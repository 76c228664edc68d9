"""The demonstration region, built and built again."""

import io

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page, WorkflowState

from samverk.parts.site.models import ArticlePage, HomePage

pytestmark = pytest.mark.django_db

ADDRESS = "/aktuellt/sociala-foretagsdagen-i-norr/"
IN_ENGLISH = "/en/news/social-enterprise-day-in-the-north/"


@pytest.fixture
def said() -> str:
    cache.clear()
    out = io.StringIO()
    call_command("demonstration", stdout=out)
    return out.getvalue()


def test_the_rebuilt_page_is_two_clicks_from_home_in_both_languages(said: str, client: Client) -> None:
    assert f'href="{ADDRESS}"' in client.get("/").content.decode()
    assert client.get(ADDRESS).status_code == 200
    assert f'href="{IN_ENGLISH}"' in client.get(ADDRESS).content.decode()
    assert client.get(IN_ENGLISH).status_code == 200


def test_the_rebuilt_page_has_every_part_of_the_source(said: str, client: Client) -> None:
    html = client.get(ADDRESS).content.decode()

    for part in (
        "Publicerad",
        "17 april 2018",
        "Anna Lindberg",
        "Bakgrund",
        "Kristin Bergwall",
        "Kontakt",
        "Yalla",
    ):
        assert part in html
    assert '"@type": "Event"' in html


def test_a_draft_waits_for_the_lead_editor(said: str) -> None:
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_IN_PROGRESS


def test_every_page_of_the_region_opens(said: str, client: Client) -> None:
    urls = [page.get_url() for page in Page.objects.live().filter(depth__gte=2)]

    assert len(urls) > 15
    assert [url for url in urls if client.get(url.removeprefix("http://localhost")).status_code != 200] == []


def test_building_again_adds_nothing_and_keeps_what_was_changed(said: str) -> None:
    ArticlePage.objects.filter(slug="lappverket-syr-nytt").update(title="Vi skrev om det")
    before = Page.objects.count()
    call_command("demonstration", stdout=io.StringIO())

    assert Page.objects.count() == before
    assert ArticlePage.objects.filter(title="Vi skrev om det").exists()


def test_the_command_tells_how_to_sign_in(said: str) -> None:
    assert "redaktor@example.org" in said


def test_the_region_is_there_in_english_from_its_home_page(said: str) -> None:
    assert HomePage.objects.get(locale__language_code="en").lead
