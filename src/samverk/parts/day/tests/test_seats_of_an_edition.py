"""An edition never promises fewer seats than its tickets do, and says who arranges it."""

import random
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import Sum
from django.test import Client

from samverk.base.audit import actions as audit
from samverk.base.organisations.models import Role
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.people.tests.people import person, signed_in
from samverk.parts.day.actions import editions, questions, tickets
from samverk.parts.day.models import Edition, Question, TicketKind
from samverk.parts.day.presenters.questions import READY, ready_facts
from samverk.parts.day.tests import build
from samverk.parts.day.tests.building import an_edition
from samverk.parts.day.tests.test_page import structured


def promised(edition: Edition) -> int:
    return TicketKind.objects.filter(edition=edition).aggregate(seats=Sum("quota"))["seats"] or 0


def sets(edition: Edition, capacity: int | None) -> None:
    editions.change_edition(edition_id=edition.pk, facts={"capacity": capacity}, by=OPERATOR)


@pytest.mark.django_db
def test_an_edition_has_as_many_seats_as_its_tickets_promise() -> None:
    edition = build.edition()
    build.kind(30, edition=edition)
    build.kind(20, edition=edition, name="Utställare")

    with pytest.raises(ValidationError) as refused:
        sets(edition, 49)
    sets(edition, 50)
    sets(edition, None)

    assert "50 platser" in refused.value.message_dict["capacity"][0]


@pytest.mark.django_db
def test_the_form_says_so_on_the_field() -> None:
    edition = build.edition()
    build.kind(30, edition=edition)
    browser = signed_in(person("Orvar Ordnare", Role.ORGANISER))
    sent = {"title": "Dagen 2027", "starts_on": "2027-04-15", "capacity": "10", "lead": "Det jag skrev"}

    answer = browser.post(f"/arrangera/{edition.pk}/texter/", sent)

    assert answer.status_code == 422
    assert "Biljetterna har tillsammans 30 platser." in answer.content.decode()
    assert "Det jag skrev" in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(5))
def test_through_long_histories_the_tickets_never_promise_more_than_there_is(seed: int) -> None:
    chance, edition = random.Random(seed), build.edition(capacity=20)  # noqa: S311 no secret
    for number in range(40):
        kinds = list(TicketKind.objects.filter(edition=edition))
        quota = chance.randint(0, 15)
        try:
            if chance.random() < 0.4:
                sets(edition, chance.choice([None, 5, 10, 20, 40]))
            elif kinds and chance.random() < 0.5:
                facts = tickets.Facts(name=f"N{number}", quota=quota)
                tickets.change(kind_id=chance.choice(kinds).pk, facts=facts, by=OPERATOR, now=build.NOW)
            else:
                facts = tickets.Facts(name=f"N{number}", quota=quota)
                tickets.add(edition_id=edition.pk, facts=facts, by=OPERATOR)
        except (ValidationError, tickets.AboveCapacity):
            pass
        edition.refresh_from_db()
        assert edition.capacity is None or promised(edition) <= edition.capacity


@pytest.fixture
def shared(django_db_setup: None, django_db_blocker: Any) -> Iterator[Edition]:
    """An edition that is really in the database, so that other connections see it."""
    with django_db_blocker.unblock():
        edition = build.edition(capacity=100)
        yield edition
        TicketKind.objects.filter(edition=edition).delete()
        series, organiser = edition.series, edition.series.organiser
        for row in (edition, series, organiser):
            row.delete()
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_jobs")
        connection.close()


def test_seats_are_not_lowered_and_promised_at_the_same_moment(
    shared: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit, "record", lambda **_: None)
    start = threading.Barrier(6)

    def try_it(number: int) -> None:
        start.wait()
        try:
            if number % 2:
                sets(shared, 30)
            else:
                facts = tickets.Facts(name=f"N{number}", quota=25)
                tickets.add(edition_id=shared.pk, facts=facts, by=OPERATOR)
        except (ValidationError, tickets.AboveCapacity):
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=try_it, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    shared.refresh_from_db()
    assert promised(shared) <= (shared.capacity or 0)


@pytest.mark.django_db
def test_search_engines_and_readers_are_told_who_arranged_just_this_one(client: Client) -> None:
    an_edition(published=True, organiser="Samverkansprojektet Prov")

    page = BeautifulSoup(client.get("/dagar/provdagen/2027/").content, "html5lib")

    assert structured(client)["organizer"]["name"] == "Samverkansprojektet Prov"
    assert "Samverkansprojektet Prov" in page.select_one("main").get_text()
    assert "Provföreningen" not in page.select_one("main").get_text()


@pytest.mark.django_db
def test_without_its_own_the_organiser_is_that_of_the_series(client: Client) -> None:
    an_edition(published=True)

    assert "Provföreningen" in client.get("/dagar/provdagen/2027/").content.decode()


@pytest.mark.django_db
def test_questions_that_stand_ready_are_added_once() -> None:
    edition = build.edition()

    def adds(which: str) -> int:
        return questions.add_ready(edition_id=edition.pk, which=which, ready=ready_facts(), by=OPERATOR)

    assert (adds("diet"), adds("diet"), adds("dumheter")) == (1, 0, 0)
    assert (adds("all"), adds("all")) == (len(READY) - 1, 0)
    assert Question.objects.filter(edition=edition).count() == len(READY)
