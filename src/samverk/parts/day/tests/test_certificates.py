"""Certificates: only for those whom a door has seen, and anybody can check them."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from samverk.base.organisations.models import Role
from samverk.base.people.tests.people import person, signed_in
from samverk.parts.day.models import Edition, Passage, Registration
from samverk.parts.day.presenters.certificates import hours
from samverk.parts.day.queries import certificates as queries
from samverk.parts.day.queries import registration as people
from samverk.parts.day.rules import certificates as rules
from samverk.parts.day.tests.build import THE_DAY, kind, registered
from samverk.parts.day.tests.evaluating import a_session

SECRET = "hemligt"
names = st.text(min_size=1, max_size=60)
keys = st.integers(0, 2**40 - 1)


@given(keys, names)
def test_a_code_leads_back_to_its_registration_and_fits_its_name_alone(key: int, name: str) -> None:
    code = rules.make(SECRET, key, name)
    said = rules.read(code)

    assert said is not None
    assert said.registration_id == key
    assert rules.is_of(SECRET, said, name)
    assert not rules.is_of(SECRET, said, name + "x")
    assert not rules.is_of("annat", said, name)


@given(keys, names, st.integers(0, 20), st.sampled_from(rules.LETTERS))
def test_a_code_with_a_letter_changed_is_no_longer_ours(key: int, name: str, place: int, letter: str) -> None:
    code = rules.make(SECRET, key, name).replace("-", "")
    forged = code[:place] + letter + code[place + 1 :]
    said = rules.read(forged)

    assert forged == code or said is None or not rules.is_of(SECRET, said, name)


@given(st.text(max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    rules.read(text)


def test_it_is_read_however_it_is_typed() -> None:
    code = rules.make(SECRET, 7, "Åsa Prov")

    typed = f" {code.lower().replace('0', 'o').replace('1', 'l').replace('-', ' ')} "

    assert rules.read(typed) == rules.read(code)


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(45, "45 minuter"), (60, "1 timme"), (150, "2 timmar och 30 minuter"), (0, "0 minuter")],
)
def test_a_length_of_time_is_told_in_words(minutes: int, told: str) -> None:
    assert hours(timedelta(minutes=minutes)) == told


def came(registration: Registration, session_id: int | None = None) -> None:
    """A door has seen somebody."""
    moment = registration.created_at
    Passage.objects.create(
        region_id=registration.region_id,
        edition_id=registration.edition_id,
        registration=registration,
        session_id=session_id,
        device_at=moment,
        received_at=moment,
        at=moment,
    )


@pytest.fixture
def somebody(db: None) -> Registration:
    return registered(kind(quota=9), name="Åsa Prov")


def own(registration: Registration) -> str:
    return f"/dagar/anmalan/{people.link(registration.reference, registration.link_version)}/"


def text_of(pdf: bytes) -> int:
    """How many pages a PDF has, which can be opened."""
    return len(pikepdf.open(BytesIO(pdf)).pages)


def test_whoever_came_takes_out_a_certificate(somebody: Registration, client: Client) -> None:
    came(somebody, a_session(somebody.edition_id, "Räkna på ett anbud", "9.00", "10.30"))

    answer = client.get(f"{own(somebody)}intyg.pdf")

    assert answer["Content-Type"] == "application/pdf"
    assert text_of(answer.content) == 1
    told = queries.certificate(somebody.pk)
    assert told is not None
    assert [one.title for one in told.sessions] == ["Räkna på ett anbud"]
    assert hours(told.hours) == "1 timme och 30 minuter"


def test_whoever_was_not_checked_in_gets_a_kind_word_instead(somebody: Registration, client: Client) -> None:
    Edition.objects.update(contact_email="hej@example.org")

    answer = client.get(f"{own(somebody)}intyg.pdf")

    assert answer.status_code == 404
    told = "Vi har ingen notering om att du checkade in. Var du där? Skriv till hej@example.org"
    assert told in answer.content.decode()


def test_a_long_list_of_sessions_goes_on_on_another_page(somebody: Registration, client: Client) -> None:
    for number in range(40):
        came(somebody, a_session(somebody.edition_id, f"Punkt {number}", "9.00", "9.30"))

    assert text_of(client.get(f"{own(somebody)}intyg.pdf").content) == 2


def test_anybody_can_check_it_and_reads_what_stands_on_the_paper(
    somebody: Registration, client: Client
) -> None:
    came(somebody)
    told = queries.certificate(somebody.pk)
    assert told is not None

    page = client.get("/dagar/intyg/", {"kod": told.code}).content.decode()

    assert "Intyget är utfärdat av oss" in page
    assert "Åsa Prov" in page
    assert somebody.email not in page
    assert str(somebody.reference) not in page
    forged = rules.make(SECRET, somebody.pk, "Åsa Prov")
    assert "Vi känner inte igen intyget" in client.get("/dagar/intyg/", {"kod": forged}).content.decode()
    assert client.get("/dagar/intyg/").status_code == 200


def test_a_new_name_makes_the_old_certificate_worthless(somebody: Registration, client: Client) -> None:
    came(somebody)
    told = queries.certificate(somebody.pk)
    assert told is not None
    Registration.objects.filter(pk=somebody.pk).update(name="Bo Annan")

    page = client.get("/dagar/intyg/", {"kod": told.code}).content.decode()

    assert "Vi känner inte igen intyget" in page
    assert "Bo Annan" not in page


def test_it_can_be_checked_by_its_name_after_the_name_is_forgotten_here(
    somebody: Registration, client: Client
) -> None:
    came(somebody)
    told = queries.certificate(somebody.pk)
    assert told is not None
    Registration.objects.filter(pk=somebody.pk).update(name="", email="")

    asked = client.get("/dagar/intyg/", {"kod": told.code}).content.decode()
    right = client.get("/dagar/intyg/", {"kod": told.code, "namn": " åsa  prov "}).content.decode()
    wrong = client.get("/dagar/intyg/", {"kod": told.code, "namn": "Bo Prov"}).content.decode()

    assert "Skriv namnet på intyget" in asked
    assert "Intyget är utfärdat av oss" in right
    assert "Vi känner inte igen intyget" in wrong


def test_an_organiser_takes_out_everybodys_in_a_fixed_number_of_queries(
    db: None, django_assert_num_queries: Any
) -> None:
    ticket = kind(quota=20)
    session = a_session(ticket.edition_id, "Punkt", "9.00", "10.00")
    crowd = [registered(ticket, name=f"Person {one:02}", email=f"p{one}@example.org") for one in range(8)]
    for one in crowd[:5]:
        came(one)
        came(one, session)
    organiser = signed_in(person("Orvar Ordnare", Role.ORGANISER))

    with django_assert_num_queries(3):
        told = queries.certificates(ticket.edition_id)
    answer = organiser.get(f"/arrangera/{ticket.edition_id}/intyg/1.pdf")

    assert [one.name for one in told] == [f"Person {one:02}" for one in range(5)]
    assert text_of(answer.content) == 5
    assert organiser.get(f"/arrangera/{ticket.edition_id}/intyg/2.pdf").status_code == 303
    page = organiser.get(f"/arrangera/{ticket.edition_id}/intyg/").content.decode()
    assert "5 besökare kan få intyg" in page


def test_ones_own_page_offers_it_after_the_day_only(
    somebody: Registration, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    came(somebody)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: THE_DAY - timedelta(days=1))
    assert "Efter dagen" not in client.get(own(somebody)).content.decode()

    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: THE_DAY + timedelta(days=1))
    assert "Hämta ditt intyg" in client.get(own(somebody)).content.decode()
