"""The page of results, and the suggestions that a script asks for."""

import pytest
from django.test import Client

from samverk.base.search import views
from samverk.base.search.queries.database import TookTooLong
from samverk.base.search.tests.conftest import Pages

pytestmark = pytest.mark.django_db


def shown(client: Client, query: str, **more: str) -> str:
    answer = client.get("/sok/", {"q": query, **more})
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_asks_for_words_when_there_are_none(client: Client) -> None:
    html = client.get("/sok/").content.decode()

    assert 'name="q"' in html
    assert "Skriv ett eller några ord" in html


def test_results_have_titles_places_dates_and_marked_words(client: Client, indexed: Pages) -> None:
    html = shown(client, "handledare")

    assert "1 träff<" in html
    assert 'href="/kurs/"' in html
    assert "<mark>handledare</mark>" in html
    assert '<time datetime="2026-11-24">' in html


def test_nothing_of_a_page_can_run_in_the_results(client: Client, indexed: Pages) -> None:
    html = shown(client, "utbildning")

    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_nothing_that_is_typed_can_run(client: Client, indexed: Pages) -> None:
    html = shown(client, '"><img src=x onerror=alert(1)>')

    assert "<img src=x" not in html


def test_what_was_meant_is_told_with_a_way_back(client: Client, indexed: Pages) -> None:
    html = shown(client, "socila företag")

    assert "Menade du" in html
    assert "exakt=1" in html


def test_no_hits_say_what_to_do(client: Client, indexed: Pages) -> None:
    html = shown(client, "qwxzjkqq")

    assert "Vi hittar inget" in html
    assert "kontrollera stavningen" in html


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999", "٣", "1" * 5000])
def test_a_page_that_is_none_is_the_first(client: Client, indexed: Pages, page: str) -> None:
    assert 'href="/kurs/"' in shown(client, "handledare", sida=page)


def test_a_kind_that_is_none_finds_nothing(client: Client, indexed: Pages) -> None:
    assert "0 träffar" in shown(client, "handledare", typ="\0x")


def test_results_are_the_same_for_everybody_and_for_no_search_engine(client: Client, indexed: Pages) -> None:
    answer = client.get("/sok/", {"q": "handledare"})

    assert b'name="robots" content="noindex"' in answer.content
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert b"csrfmiddlewaretoken" not in answer.content


def test_a_search_that_takes_too_long_is_kindly_told(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def late(*_: object, **__: object) -> None:
        raise TookTooLong

    monkeypatch.setattr(views.queries, "find", late)
    monkeypatch.setattr(views.suggestions, "suggest", late)
    answer = client.get("/sok/", {"q": "företag"})

    assert answer.status_code == 503
    assert "tog för lång tid" in answer.content.decode()
    assert client.get("/sok/forslag/", {"q": "företag"}).json() == {"suggestions": []}


def test_suggestions_are_given_as_json(client: Client, indexed: Pages) -> None:
    answer = client.get("/sok/forslag/", {"q": "handl"})

    assert answer.json()["suggestions"][0] == {"text": "Kurs för handledare", "url": "/kurs/"}
    assert answer.headers["Cache-Control"] == "public, max-age=60"


def test_english_has_its_own_address(client: Client, indexed: Pages) -> None:
    assert 'href="/en/courses/"' in client.get("/en/sok/", {"q": "course"}).content.decode()


def test_only_reading_is_answered(client: Client) -> None:
    assert client.post("/sok/").status_code == 405
