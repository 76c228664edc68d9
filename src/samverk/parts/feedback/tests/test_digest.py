from datetime import timedelta

import pytest

from samverk.base.mail.models import OutgoingMail
from samverk.base.organisations.models import Role
from samverk.base.people.tests import people
from samverk.parts.feedback.actions import answers, digest
from samverk.parts.feedback.models import DigestChoice, Kind, State
from samverk.parts.feedback.tests import said

pytestmark = pytest.mark.django_db

TODAY = said.NOW.date()


def write(days=0):
    OutgoingMail.objects.all().delete()
    digest.write(now=said.NOW + timedelta(days=days), today=TODAY + timedelta(days=days))
    return list(OutgoingMail.objects.order_by("to"))


@pytest.fixture
def elsa():
    return said.editor()


def test_an_editor_is_told_what_waits(elsa):
    said.comment("Hemligt ord", hours_ago=50)
    said.comment(kind=Kind.SHORTCOMING, state=State.ASSIGNED, assigned_to=elsa)
    said.comment(state=State.HELD)

    (letter,) = write()

    assert (letter.to, letter.subject) == (elsa.email, "2 synpunkter väntar")
    for words in (
        "1 ny synpunkt",
        "1 som du har tagit",
        "1 av dem gäller en brist",
        "1 som är undanlagd",
        "22 november 2026",
        "/redaktion/synpunkter/",
    ):
        assert words in letter.text
    assert "Hemligt ord" not in letter.text


def test_a_letter_that_did_not_arrive_is_told_of(elsa):
    comment = said.comment(email="anna@example.org")
    answers.answer(comment_id=comment.pk, version=1, text="Hej", by=elsa, now=said.NOW)
    OutgoingMail.objects.update(state="failed")

    digest.write(now=said.NOW, today=TODAY)

    assert "1 svar från dig har inte gått fram" in OutgoingMail.objects.get(to=elsa.email).text


def test_with_nothing_waiting_nothing_is_written(elsa):
    said.comment(state=State.CLOSED)
    said.comment(state=State.ASSIGNED, assigned_to=said.lead_editor())

    assert [letter.to for letter in write()] == ["henrik@example.org"]


def test_run_twice_it_writes_once_and_again_the_next_day(elsa):
    said.comment()

    assert [len(write()), len(write()), len(write(days=1))] == [1, 0, 1]


@pytest.mark.parametrize(("frequency", "days"), [("daily", [0, 1, 2, 6]), ("weekly", [6]), ("never", [])])
def test_each_editor_chooses_how_often(elsa, frequency, days):
    said.comment()
    people.signed_in(elsa).post("/redaktion/synpunkter/brev/", {"frequency": frequency})

    assert [day for day in (0, 1, 2, 6) if write(days=day)] == days


def test_the_choice_is_kept_and_shown(elsa):
    desk = people.signed_in(elsa)
    desk.post("/redaktion/synpunkter/brev/", {"frequency": "weekly"})
    refused = desk.post("/redaktion/synpunkter/brev/", {"frequency": "hourly"})

    assert refused.status_code == 200
    assert DigestChoice.objects.get().frequency == "weekly"
    assert 'value="weekly" checked' in " ".join(
        desk.get("/redaktion/synpunkter/brev/").content.decode().split()
    ).replace(' id="id_frequency_1"', "").replace(" required", "")


def test_letters_are_written_in_the_editors_own_language(elsa):
    elsa.language = "en"
    elsa.save()
    said.comment()

    assert "24 November 2026" in write()[0].text


def test_those_who_have_left_and_those_who_never_asked_get_nothing(elsa):
    elsa.is_active = False
    elsa.save()
    people.person("Ada Admin", Role.ADMINISTRATOR)
    said.stranger()
    said.comment()

    assert write() == []


def test_an_administrator_who_asks_is_written_to():
    ada = people.person("Ada Admin", Role.ADMINISTRATOR)
    digest.choose(frequency="daily", by=ada)
    said.comment()

    assert [letter.to for letter in write()] == [ada.email]
