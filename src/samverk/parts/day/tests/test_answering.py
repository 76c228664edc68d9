"""Answering an evaluation, by a link that tells who one is and an answer that does not."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from samverk.base.mail.models import OutgoingMail
from samverk.base.organisations.permissions import OPERATOR
from samverk.parts.day.actions import evaluation as actions
from samverk.parts.day.actions.letters import post_all
from samverk.parts.day.models import Passage, Registration, RegistrationState, SaidText, SealedAnswer
from samverk.parts.day.presenters.survey_letters import invitations
from samverk.parts.day.queries import registration as people
from samverk.parts.day.rules.evaluation import Ready
from samverk.parts.day.tests.build import NOW, THE_DAY
from samverk.parts.day.tests.evaluating import AFTER, a_session, close, question, survey, visitors
from samverk.parts.day.tests.visitor import Visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def after(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock says that it is the day after."""
    moment = datetime.combine(AFTER, datetime.min.time()).replace(hour=9).astimezone()
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: AFTER)
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)


def link(registration: Registration) -> str:
    """Where somebody answers."""
    return f"/dagar/anmalan/{people.link(registration.reference, registration.link_version)}/utvardering/"


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


def test_somebody_answers_and_the_link_says_afterwards_that_the_answer_is_in(
    after: None, client: Client
) -> None:
    edition = survey()
    someone, *_ = visitors(edition, 1)
    visitor = Visitor(client)
    assert "Vilket betyg ger du dagen?" in visitor.reads(link(someone))

    sent = visitor.posts(link(someone), **{str(question(edition)): "5"})

    assert sent.status_code == 303
    assert "Tack för ditt svar" in visitor.reads(link(someone))
    assert SealedAnswer.objects.count() == 1
    again = visitor.posts(link(someone), **{str(question(edition)): "1"})
    assert again.status_code == 200
    assert SealedAnswer.objects.count() == 1


def test_nothing_that_was_written_is_lost_when_something_is_wrong(after: None, client: Client) -> None:
    edition = survey()
    someone, *_ = visitors(edition, 1)
    words = str(question(edition, Ready.TAKE_HOME))
    sent = Visitor(client).posts(link(someone), **{words: "x" * 2001, str(question(edition)): "3"})

    page = sent.content.decode()
    assert sent.status_code == 422
    assert "Svaret har 2001 tecken" in page
    assert "x" * 2001 in page
    assert BeautifulSoup(page, "html5lib").select_one("input[value='3'][checked]")
    assert not SealedAnswer.objects.exists()


def test_an_empty_form_is_kindly_refused(after: None, client: Client) -> None:
    someone, *_ = visitors(survey(), 1)

    assert "Svara på minst en fråga" in Visitor(client).posts(link(someone)).content.decode()


def test_what_gives_somebody_away_is_told_of_and_can_be_sent_anyway(after: None, client: Client) -> None:
    edition = survey()
    someone, *_ = visitors(edition, 1)
    words = str(question(edition, Ready.IMPROVE))
    visitor = Visitor(client)
    told = {words: "Ring mig på 070-174 06 21"}
    warned = visitor.posts(link(someone), **told)
    assert "ett telefonnummer" in warned.content.decode()
    assert not SealedAnswer.objects.exists()

    assert visitor.posts(link(someone), **told, insisted="on").status_code == 303


def test_personal_numbers_are_never_kept(after: None, client: Client) -> None:
    edition = survey()
    ids = visitors(edition, 5)
    words = str(question(edition, Ready.IMPROVE))
    for one in ids:
        told = {words: "Jag är 811228-9874", "insisted": "on"}
        assert Visitor(client).posts(link(one), **told).status_code == 303
    close(edition)

    assert set(SaidText.objects.values_list("text", flat=True)) == {"Jag är [dolt personnummer]"}


@pytest.mark.parametrize(("days", "told"), [(-1, "Inte än"), (90, "Utvärderingen är stängd")])
def test_before_and_after_its_time_it_says_so(
    monkeypatch: pytest.MonkeyPatch, client: Client, days: int, told: str
) -> None:
    someone, *_ = visitors(survey(), 1)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: THE_DAY + timedelta(days=days))

    assert told in Visitor(client).reads(link(someone))


def test_only_those_who_came_are_asked_once_a_door_has_seen_anybody(after: None, client: Client) -> None:
    edition = survey()
    here, away = visitors(edition, 2)
    came(here)

    assert "Vilket betyg ger du dagen?" in Visitor(client).reads(link(here))
    assert "ingen notering om att du checkade in" in Visitor(client).reads(link(away))


def test_what_somebody_attended_is_asked_about_first(after: None, client: Client) -> None:
    edition = survey()
    a_session(edition.pk, "Morgonens", "9.00", "10.00")
    attended = a_session(edition.pk, "Kvällens", "17.00", "18.00")
    a_session(edition.pk, "Lunch", "12.00", "13.00", kind="meal")
    someone, *_ = visitors(edition, 1)
    came(someone, attended)

    page = Visitor(client).reads(link(someone))

    assert page.index("Kvällens") < page.index("Morgonens")
    assert "Lunch" not in page


def test_a_forged_link_is_a_dead_one(client: Client) -> None:
    assert client.get("/dagar/anmalan/forged/utvardering/").status_code == 404


def test_a_form_from_elsewhere_is_not_taken(after: None, client: Client) -> None:
    edition = survey()
    someone, *_ = visitors(edition, 1)
    answer = {str(question(edition)): "5"}
    sent = client.post(link(someone), answer, headers={"Sec-Fetch-Site": "cross-site"})

    assert sent.status_code == 403
    assert not SealedAnswer.objects.exists()


def test_those_who_came_get_one_letter_each_the_morning_after(sent: Callable[[], list[Any]]) -> None:
    edition = survey()
    here, _away = visitors(edition, 2)
    came(here)
    actions.invite_after(today=AFTER, by=OPERATOR)
    actions.invite_after(today=AFTER + timedelta(days=1), by=OPERATOR)

    letters = sent()

    assert [letter.to for letter in letters] == [here.email]
    assert link(here) in letters[0].text
    assert "Ditt namn sparas inte med svaret" in letters[0].text


def test_without_a_door_everybody_with_a_seat_is_asked(sent: Callable[[], list[Any]]) -> None:
    edition = survey()
    visitors(edition, 3)
    actions.invite_after(today=AFTER, by=OPERATOR)

    assert len(sent()) == 3


def test_nobody_is_asked_before_the_day_is_over_or_when_it_is_turned_off() -> None:
    edition = survey()
    visitors(edition, 1)
    assert actions.invite_after(today=THE_DAY, by=OPERATOR) == 0
    actions.set_up(edition_id=edition.pk, is_on=False, days_open=21, by=OPERATOR)
    assert actions.invite_after(today=AFTER, by=OPERATOR) == 0


def test_colleagues_without_an_address_are_reached_through_whoever_registered_them(
    sent: Callable[[], list[Any]],
) -> None:
    edition = survey()
    leader, *_ = visitors(edition, 1)
    colleague = Registration.objects.create(
        region_id=leader.region_id, edition=edition, ticket_kind_id=leader.ticket_kind_id, leader=leader,
        name="Kim Kollega", language="sv", state=RegistrationState.CONFIRMED, arrival=99,
        created_at=leader.created_at, changed_at=leader.created_at,
    )  # fmt: skip
    actions.invite(edition_id=edition.pk, by=OPERATOR, today=AFTER)

    (letter,) = sent()
    assert link(leader) in letter.text
    assert "Kim Kollega: http" in letter.text
    assert link(colleague) in letter.text


@pytest.fixture
def sent() -> Callable[[], list[Any]]:
    """What the worker would send now."""

    def run() -> list[Any]:
        for job in ProcrastinateJob.objects.filter(task_name="day.write_invitations"):
            post_all(invitations(job.args["references"]), now=NOW)
        return list(OutgoingMail.objects.order_by("pk"))

    return run
