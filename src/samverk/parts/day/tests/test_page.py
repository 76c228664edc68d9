"""The page of a Day, as visitors and their calendars see it."""

import json
from datetime import date
from typing import Any

import icalendar
import pytest
from bs4 import BeautifulSoup
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from samverk.base.organisations.permissions import OPERATOR
from samverk.base.search.registry import named
from samverk.parts.day.actions import editions
from samverk.parts.day.tests.building import a_room, a_session, a_speaker, a_stream, an_edition, at
from samverk.parts.day.tests.test_speakers import a_portrait

pytestmark = pytest.mark.django_db
PAGE = "/dagar/provdagen/2027/"
MOST = 12


def soup(client: Client, address: str = PAGE) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html5lib")


def titles(page: BeautifulSoup) -> list[str]:
    return [title.get_text() for title in page.select(".session h3, .timetable-item strong")]


def a_day() -> dict[str, int]:
    """Three sessions in two streams; returns their keys and those of the streams."""
    edition = an_edition(published=True, lead="En ingress", venue_name="Kulturladan")
    room = a_room(edition)
    trade, work = a_stream(edition, "Affärer"), a_stream(edition, "Arbete")
    return {
        "edition": edition,
        "trade": trade,
        "opening": a_session(edition, "Inledning", "9.00", "10.00", room_id=room),
        "count": a_session(edition, "Räkna", "10.00", "11.00", kind="workshop", stream_id=trade),
        "meet": a_session(
            edition, "Handled", "10.30", "11.30", stream_id=work, online_url="https://hemlig.example/x"
        ),
    }


def test_a_draft_is_seen_by_nobody(client: Client) -> None:
    an_edition()

    for address in (PAGE, f"{PAGE}program.ics", "/dagar/provdagen/"):
        assert client.get(address).status_code == 404
    assert "Provdagen" not in soup(client, "/dagar/").select_one("main").get_text()


def test_a_cancelled_day_says_so_and_stays(client: Client) -> None:
    edition = an_edition(published=True)
    editions.cancel(edition_id=edition, by=OPERATOR)

    assert "Dagen är inställd" in soup(client).get_text()
    assert structured(client)["eventStatus"] == "https://schema.org/EventCancelled"


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ("", ["Inledning", "Räkna", "Handled"]),
        ("?spar={trade}", ["Räkna"]),
        ("?slag=workshop", ["Räkna"]),
        ("?val={opening},{meet}&mina=1", ["Inledning", "Handled"]),
        ("?spar={trade}&slag=lecture", []),
        ("?spar=x&slag=&val=a,,9999&som=rum", ["Inledning", "Räkna", "Handled"]),
    ],
)
@pytest.mark.parametrize("form", ["lista", "tabell"])
def test_the_programme_is_filtered_by_the_address_alone(
    client: Client, query: str, there: list[str], form: str
) -> None:
    address = query.format(**a_day())

    shown = titles(soup(client, f"{PAGE}{address or '?'}&som={form}"))

    assert sorted(shown) == sorted(there)


def test_a_choice_is_a_link_that_is_followed_and_can_be_taken_back(client: Client) -> None:
    keys = a_day()
    page = soup(client)
    link = page.select_one(f"#p{keys['count']} a.choose")["href"]
    assert link == f"?val={keys['count']}#p{keys['count']}"

    chosen = soup(client, PAGE + link)

    assert "Du har valt 1 punkt" in chosen.get_text()
    assert chosen.select_one(f"#p{keys['count']}.is-chosen a.choose")["href"] == f".#p{keys['count']}"


def test_two_chosen_at_the_same_time_are_pointed_out(client: Client) -> None:
    keys = a_day()

    page = soup(client, f"{PAGE}?val={keys['count']},{keys['meet']}")

    assert page.select_one(".overlap").get_text() == "”Räkna” och ”Handled” pågår samtidigt."


def test_the_link_for_taking_part_from_a_distance_is_told_to_nobody(client: Client) -> None:
    keys = a_day()
    own = f"{PAGE}program/{keys['meet']}.ics"

    for address in (PAGE, f"{PAGE}?som=tabell", f"{PAGE}program.ics", own):
        assert "hemlig.example" not in client.get(address).content.decode()
    assert "även på distans" in soup(client).get_text()


def events(client: Client, address: str) -> list[Any]:
    answer = client.get(address)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return list(icalendar.Calendar.from_ical(answer.content).walk("VEVENT"))


def test_the_whole_programme_is_a_feed_and_each_session_a_file(client: Client) -> None:
    keys = a_day()

    assert [str(event["SUMMARY"]) for event in events(client, f"{PAGE}program.ics")] == [
        "Inledning",
        "Räkna",
        "Handled",
    ]
    (one,) = events(client, f"{PAGE}program/{keys['opening']}.ics")
    assert one["DTSTART"].dt == at("9.00")
    assert str(one["LOCATION"]) == "Stora salen, Kulturladan"
    assert str(one["UID"]) == f"session-{keys['opening']}@testserver"
    assert client.get(f"{PAGE}program/999999.ics").status_code == 404


def test_ones_own_choice_is_a_feed_of_its_own(client: Client) -> None:
    keys = a_day()

    (one,) = events(client, f"{PAGE}program.ics?val={keys['meet']}")

    assert str(one["SUMMARY"]) == "Handled"


def test_a_cancelled_session_is_cancelled_in_peoples_calendars(client: Client) -> None:
    edition = an_edition(published=True)
    a_session(edition, is_cancelled=True)

    (one,) = events(client, f"{PAGE}program.ics")

    assert str(one["STATUS"]) == "CANCELLED"
    assert "Inställd" in soup(client).select_one(".session").get_text()


def structured(client: Client) -> dict[str, Any]:
    script = soup(client).select_one("script[type='application/ld+json']")
    (event,) = json.loads(script.string)["@graph"]
    return dict(event)


def test_search_engines_are_told_of_the_day_and_each_of_its_sessions(client: Client) -> None:
    a_day()

    event = structured(client)

    assert (event["@type"], event["startDate"], event["endDate"]) == ("Event", "2027-04-14", "2027-04-14")
    assert event["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert event["location"] == {"@type": "Place", "name": "Kulturladan"}
    assert [one["name"] for one in event["subEvent"]] == ["Inledning", "Räkna", "Handled"]
    assert event["subEvent"][0]["startDate"] == "2027-04-14T09:00:00+02:00"


def test_words_from_organisers_are_text_and_nothing_else(client: Client) -> None:
    edition = an_edition(published=True, about="<script>x</script>", directions="<b>y</b>")
    a_session(edition, "</script><script>alert(1)</script>", description="<img src=x onerror=y>")

    page = client.get(PAGE).content.decode()

    assert "<script>x" not in page
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_the_page_is_the_same_for_everybody_and_may_be_kept(client: Client) -> None:
    a_day()

    answer = client.get(PAGE)

    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
    assert b"csrfmiddlewaretoken" not in answer.content


@pytest.fixture
def a_large_day(client: Client) -> None:
    """Forty sessions in ten rooms, thirty speakers with pictures; the pictures have been drawn."""
    edition = an_edition(published=True, lead="En ingress", venue_name="Kulturladan")
    rooms = [a_room(edition, f"Sal {number}") for number in range(10)]
    streams = [a_stream(edition, f"Spår {number}") for number in range(5)]
    people = [a_speaker(edition, f"Person {number}", portrait=a_portrait()) for number in range(6)]
    for number in range(40):
        hour = 8 + number // 10 * 2
        a_session(
            edition, f"Punkt {number}", f"{hour}.00", f"{hour + 1}.00", room_id=rooms[number % 10],
            stream_id=streams[number % 5], speaker_ids=(people[number % 10],) if number % 10 < 6 else (),
        )  # fmt: skip
    client.get(PAGE)


@pytest.mark.usefixtures("a_large_day")
@pytest.mark.parametrize(
    "address", [PAGE, f"{PAGE}?som=tabell&val=1,2,3", f"{PAGE}program.ics", "/dagar/", "/dagar/provdagen/"]
)
def test_a_view_needs_few_queries_however_large_the_day(
    client: Client, address: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(MOST):
        assert client.get(address).status_code == 200


def test_search_finds_the_day_and_forgets_it_when_it_is_hidden() -> None:
    keys = a_day()
    source = named("days")
    assert source is not None

    (item,) = source.entries(None)
    assert (item.title, item.url, item.dated) == ("Provdagen 2027", PAGE, date(2027, 4, 14))
    assert "Räkna" in item.headings

    editions.hide(edition_id=keys["edition"], by=OPERATOR)
    assert list(source.entries(None)) == []


def test_english_visitors_get_the_same_page_with_english_words_around_it(client: Client) -> None:
    a_day()

    page = soup(client, f"/en{PAGE}")

    assert page.select_one(".session h3")["lang"] == "sv"
    assert soup(client).select_one(".session h3").get("lang") is None
