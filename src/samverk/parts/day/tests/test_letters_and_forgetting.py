"""The letters about registrations, offers that run out, reminders, and what is forgotten when."""

from datetime import timedelta
from typing import Any

import pytest

from samverk.base.audit.models import Entry
from samverk.base.mail.models import OutgoingMail
from samverk.parts.day import jobs
from samverk.parts.day.actions import letters, registration, retention, waiting
from samverk.parts.day.models import Registration, RegistrationState, SensitiveAnswers, TicketKind
from samverk.parts.day.queries.tickets import miscounted
from samverk.parts.day.rules.letters import About
from samverk.parts.day.rules.seats import answer_until
from samverk.parts.day.tests import build

pytestmark = pytest.mark.django_db


def letter(row: Registration, about: About) -> OutgoingMail | None:
    jobs.write(reference=str(row.reference), about=about)
    return OutgoingMail.objects.order_by("pk").last()


def test_whoever_got_a_seat_gets_ticket_and_calendar_file() -> None:
    row = build.registered(build.kind())
    mail = letter(row, About.RECEIVED)

    assert mail is not None
    assert mail.to == "asa@example.org"
    assert mail.subject == "Din plats på Dagen 2027"
    assert {file.content_type for file in mail.attachments.all()} == {"application/pdf", "text/calendar"}
    assert "/dagar/anmalan/" in mail.text


def test_whoever_waits_gets_their_place_in_line_and_no_ticket() -> None:
    mail = letter(build.registered(build.kind(quota=0)), About.RECEIVED)

    assert mail is not None
    assert "Du är nummer 1 i kön" in mail.text
    assert not mail.attachments.exists()


def test_an_english_visitor_gets_an_english_link() -> None:
    mail = letter(build.registered(build.kind(), language="en"), About.RECEIVED)

    assert mail is not None
    assert "/en/dagar/anmalan/" in mail.text


def test_a_letter_that_is_no_longer_true_is_not_written() -> None:
    row = build.registered(build.kind())
    registration.cancel(registration_id=row.pk, now=build.NOW)

    assert letter(row, About.RECEIVED) is None


def test_a_colleague_without_an_address_is_written_about_to_whoever_registered() -> None:
    leader = build.registered(build.kind(), colleagues=1)
    mail = letter(leader.colleagues.get(), About.CANCELLED)

    assert mail is None
    registration.cancel(registration_id=leader.colleagues.get().pk, now=build.NOW)
    mail = letter(leader.colleagues.get(), About.CANCELLED)
    assert mail is not None
    assert mail.to == leader.email


def test_an_offer_that_runs_out_goes_to_the_next() -> None:
    kind = build.kind(quota=1)
    rows = [build.registered(kind, email=f"{n}@example.org") for n in range(3)]
    registration.cancel(registration_id=rows[0].pk, now=build.NOW)

    assert waiting.expire(now=build.later(hours=47)) == 0
    assert waiting.expire(now=build.later(hours=49)) == 1

    states = list(Registration.objects.order_by("pk").values_list("state", flat=True))
    assert states == ["cancelled", "lapsed", "offered"]
    assert TicketKind.objects.get().taken == 1


@pytest.mark.parametrize(
    ("left", "answer"),
    [
        (timedelta(days=60), timedelta(hours=48)),
        (timedelta(hours=10), timedelta(hours=5)),
        (timedelta(minutes=59), None),
    ],
)
def test_near_the_day_the_time_to_answer_is_half_of_what_is_left(
    left: timedelta, answer: timedelta | None
) -> None:
    until = answer_until(now=build.NOW, begins=build.NOW + left, time_to_answer=timedelta(hours=48))

    assert until == (build.NOW + answer if answer else None)


def test_those_who_come_are_reminded_once_shortly_before() -> None:
    row = build.registered(build.kind())
    soon = build.NOW.replace(month=4, day=13)

    assert letters.remind(now=build.NOW) == 0
    assert letters.remind(now=soon) == 1
    assert letters.remind(now=soon) == 0
    row.refresh_from_db()
    assert row.reminded_at == soon


def test_sensitive_answers_go_first_and_names_later_and_the_run_is_in_the_log() -> None:
    build.registered(build.kind(), sensitive={"1": "nötter"})
    after = build.THE_DAY + timedelta(days=15)
    days: dict[str, Any] = {"sensitive_days": 14, "registration_days": 365}

    assert retention.forget(today=build.THE_DAY + timedelta(days=14), **days).sensitive == 0
    assert retention.forget(today=after, **days).sensitive == 1
    assert not SensitiveAnswers.objects.exists()
    assert Entry.objects.filter(action="day.forget", facts__sensitive_answers=1).exists()
    assert Registration.objects.get().name == "Åsa Prov"
    assert retention.forget(today=build.THE_DAY + timedelta(days=366), **days).registrations == 1
    row = Registration.objects.get()
    assert (row.name, row.email, row.state) == ("", "", RegistrationState.CONFIRMED)


def test_a_counter_that_does_not_tell_the_truth_is_found() -> None:
    build.registered(build.kind())
    assert miscounted() == ()

    TicketKind.objects.update(taken=5)

    assert [(wrong.taken, wrong.held) for wrong in miscounted()] == [(5, 1)]
