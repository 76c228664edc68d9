"""A cancelled or moved day: everybody is told once, whatever happens meanwhile, and calendars follow."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import icalendar
import pytest
from django.test import Client

from samverk.base.mail.models import Attachment, OutgoingMail
from samverk.base.organisations.models import Role
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.people.tests.people import person, signed_in
from samverk.parts.day import jobs
from samverk.parts.day.actions import editions, notices, registration, retention, speakers, waiting
from samverk.parts.day.actions.letters import Letter as Written
from samverk.parts.day.actions.notices import Message
from samverk.parts.day.actions.registration import Person
from samverk.parts.day.models import Edition, Notice, NoticeReceipt, Speaker, TicketKind
from samverk.parts.day.presenters import texts
from samverk.parts.day.presenters.letters import notice as compose
from samverk.parts.day.queries import notices as queries
from samverk.parts.day.queries.notices import Receipt
from samverk.parts.day.rules.texts import Letter
from samverk.parts.day.tests import build
from samverk.parts.day.tests.building import a_speaker

pytestmark = pytest.mark.django_db


def a_message(letter: Letter = Letter.DAY_CANCELLED, **facts: Any) -> Message:
    words = texts.standard(letter, "sv")
    return Message(
        **{"key": uuid4(), "letter": letter, "subject": words.subject, "text": words.text, **facts}
    )


def cancels(edition_id: int, **facts: Any) -> int:
    return notices.cancel(edition_id=edition_id, message=a_message(**facts), by=OPERATOR, now=build.NOW)


def told() -> list[str]:
    """Write the letters that are waiting, and say who has got one."""
    for key in Notice.objects.values_list("pk", flat=True):
        jobs.tell(notice_id=key)
    return sorted(OutgoingMail.objects.values_list("to", flat=True))


def in_calendar() -> dict[str, Any]:
    content = Attachment.objects.filter(content_type="text/calendar").latest("pk").content
    event = icalendar.Calendar.from_ical(bytes(content)).walk("VEVENT")[0]
    return {name: event.decoded(name) for name in ("STATUS", "SEQUENCE", "UID", "DTSTART")}


def test_everybody_who_has_a_seat_or_waits_is_told_once() -> None:
    kind = build.kind(quota=2)
    rows = [build.registered(kind, email=f"{n}@example.org") for n in range(5)]
    registration.cancel(registration_id=rows[4].pk, now=build.NOW)
    a_speaker(kind.edition_id, email="vera@example.org")
    a_speaker(kind.edition_id, "Stum Utan Adress")

    number = cancels(kind.edition_id)

    assert number == 5
    everybody = ["0@example.org", "1@example.org", "2@example.org", "3@example.org", "vera@example.org"]
    assert told() == everybody
    assert told() == everybody


def test_colleagues_without_an_address_are_told_through_whoever_registered_them() -> None:
    kind = build.kind()
    leader = build.registered(kind, colleagues=3)
    named = leader.colleagues.order_by("pk").first()
    assert named is not None
    people = {named.pk: Person("Bo", "bo@example.org")}
    registration.name_colleagues(leader_id=leader.pk, people=people, now=build.NOW)
    registration.cancel(registration_id=leader.pk, now=build.NOW)

    cancels(kind.edition_id)

    assert told() == ["asa@example.org", "bo@example.org"]


def test_the_letter_has_the_organisers_words_and_strikes_the_day_in_the_calendar() -> None:
    row = build.registered(build.kind())

    cancels(row.edition_id, text="Hej {namn}!\n\nTaket läcker.")
    told()

    letter = OutgoingMail.objects.get()
    assert letter.subject == "Dagen 2027 är inställd"
    assert "Hej Åsa Prov!" in letter.text
    assert "Taket läcker." in letter.html
    assert "Dagen är inställd" in letter.text
    event = in_calendar()
    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 1)
    assert str(row.reference) in event["UID"]


def test_a_moved_day_gets_a_new_date_and_a_higher_number_in_the_calendar(client: Client) -> None:
    row = build.registered(build.kind())
    later = build.THE_DAY.replace(day=22)
    assert not queries.are_unaware(row.edition_id)

    editions.change_edition(
        edition_id=row.edition_id, facts={"starts_on": later, "ends_on": later}, by=OPERATOR
    )
    assert queries.are_unaware(row.edition_id)
    message = a_message(Letter.MOVED)
    notices.announce(edition_id=row.edition_id, message=message, by=OPERATOR, now=build.NOW)
    told()

    assert not queries.are_unaware(row.edition_id)
    letter = OutgoingMail.objects.get()
    assert "Nytt datum: 22 april 2027." in letter.text
    assert "22 april 2027" in letter.html
    event = in_calendar()
    assert (event["STATUS"], event["SEQUENCE"], event["DTSTART"]) == ("CONFIRMED", 1, later)
    assert Attachment.objects.filter(content_type="application/pdf").exists()


def test_a_day_that_nobody_is_registered_for_is_moved_without_ado() -> None:
    edition = build.edition()
    later = build.THE_DAY.replace(day=22)

    editions.change_edition(edition_id=edition.pk, facts={"starts_on": later, "ends_on": later}, by=OPERATOR)

    assert not queries.are_unaware(edition.pk)


def test_whoever_reads_another_language_gets_the_letter_in_it_and_the_organisers_words_as_they_are() -> None:
    row = build.registered(build.kind(), language="en")

    cancels(row.edition_id, text="Taket läcker.")
    told()

    letter = OutgoingMail.objects.get()
    assert letter.subject == texts.standard(Letter.DAY_CANCELLED, "en").subject.replace("{dag}", "Dagen 2027")
    assert "Taket läcker." in letter.text


def test_the_same_form_sent_twice_writes_once() -> None:
    row = build.registered(build.kind())
    key = uuid4()

    assert cancels(row.edition_id, key=key) == cancels(row.edition_id, key=key) == 1

    assert Notice.objects.count() == NoticeReceipt.objects.count() == 1
    assert Edition.objects.get().sequence == 1
    assert told() == ["asa@example.org"]


def test_of_two_who_cancel_the_second_writes_to_nobody() -> None:
    row = build.registered(build.kind())
    cancels(row.edition_id)

    with pytest.raises(notices.AlreadyCancelled):
        cancels(row.edition_id, text="Också jag")

    assert Notice.objects.count() == 1
    assert told() == ["asa@example.org"]


def test_a_form_sent_again_later_does_not_cancel_what_has_been_published_again() -> None:
    row = build.registered(build.kind())
    key = uuid4()
    cancels(row.edition_id, key=key)
    editions.publish(edition_id=row.edition_id, by=OPERATOR)

    cancels(row.edition_id, key=key)

    assert Edition.objects.get().state == "published"


def test_whoever_is_interrupted_goes_on_where_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    kind = build.kind(quota=10)
    for n in range(7):
        build.registered(kind, email=f"{n}@example.org")
    cancels(kind.edition_id)
    notice = Notice.objects.get()
    monkeypatch.setattr(notices, "AT_ONCE", 2)
    left = iter(range(5))

    def dies(to: Receipt) -> Written | None:
        if next(left, None) is None:
            raise KeyboardInterrupt
        return compose(to, now=build.NOW)

    def works() -> None:
        while notices.send_some(notice_id=notice.pk, compose=dies, now=build.NOW):
            pass

    with pytest.raises(KeyboardInterrupt):
        works()
    assert queries.unsent(notice.pk) == 3
    assert OutgoingMail.objects.count() == 4

    assert told() == [f"{n}@example.org" for n in range(7)]
    assert queries.notices(kind.edition_id)[0].is_done


def test_thanks_go_to_those_who_had_a_seat() -> None:
    kind = build.kind(quota=1)
    build.registered(kind)
    build.registered(kind, email="vantar@example.org")

    notices.announce(edition_id=kind.edition_id, message=a_message(Letter.THANKS), by=OPERATOR, now=build.NOW)

    assert told() == ["asa@example.org"]


def test_seats_that_became_free_meanwhile_are_offered_when_the_day_is_on_again() -> None:
    kind = build.kind(quota=1)
    first, second = build.registered(kind), build.registered(kind, email="birk@example.org")
    cancels(kind.edition_id)
    registration.cancel(registration_id=first.pk, now=build.NOW)
    assert waiting.catch_up(now=build.NOW) == 0

    editions.publish(edition_id=kind.edition_id, by=OPERATOR)

    assert waiting.catch_up(now=build.NOW) == 1
    assert waiting.catch_up(now=build.NOW) == 0
    second.refresh_from_db()
    assert second.state == "offered"
    assert TicketKind.objects.get().taken == 1


def test_the_organiser_writes_and_sees_how_many_have_been_written_to() -> None:
    row = build.registered(build.kind())
    browser = signed_in(person("Orvar Ordnare", Role.ORGANISER))
    page = f"/arrangera/{row.edition_id}/stall-in/"
    assert "Brevet går till 1 anmäld." in browser.get(page).content.decode()

    sent = {"subject": "{dag} blir inte av", "text": "Tyvärr.", "key": uuid4()}
    answer = browser.post(page, sent)

    assert answer["Location"] == f"/arrangera/{row.edition_id}/brev/"
    assert "0 av 1 brev är skrivna" in browser.get(answer["Location"]).content.decode()
    told()
    assert "1 av 1 brev är skrivna" in browser.get(answer["Location"]).content.decode()
    row.edition.refresh_from_db()
    assert row.edition.state == "cancelled"


def test_a_wrong_field_cancels_nothing() -> None:
    row = build.registered(build.kind())
    browser = signed_in(person("Orvar Ordnare", Role.ORGANISER))

    answer = browser.post(
        f"/arrangera/{row.edition_id}/stall-in/", {"subject": "Hej", "text": "Hej {nam}", "key": uuid4()}
    )

    assert answer.status_code == 422
    assert Edition.objects.get().state == "published"
    assert not Notice.objects.exists()


def test_moving_the_day_in_its_form_asks_for_a_letter_to_those_who_are_registered() -> None:
    row = build.registered(build.kind())
    browser = signed_in(person("Orvar Ordnare", Role.ORGANISER))

    answer = browser.post(
        f"/arrangera/{row.edition_id}/texter/", {"title": "Dagen 2027", "starts_on": "2027-04-22"}
    )

    assert answer["Location"] == f"/arrangera/{row.edition_id}/utskick/moved/"
    overview = browser.get(f"/arrangera/{row.edition_id}/").content.decode()
    assert "De anmälda vet inte om ändringen än" in overview


def test_every_session_in_the_feed_of_a_cancelled_day_is_struck(client: Client) -> None:
    from samverk.parts.day.tests.building import a_session, an_edition

    edition = an_edition(published=True)
    a_session(edition)
    editions.cancel(edition_id=edition, by=OPERATOR)

    feed = icalendar.Calendar.from_ical(client.get("/dagar/provdagen/2027/program.ics").content)

    assert [event["STATUS"] for event in feed.walk("VEVENT")] == ["CANCELLED"]


def test_a_year_after_the_day_nobody_knows_who_was_written_to() -> None:
    row = build.registered(build.kind())
    a_speaker(row.edition_id, email="vera@example.org")
    cancels(row.edition_id)
    days: dict[str, Any] = {"sensitive_days": 14, "registration_days": 365}

    retention.forget(today=build.THE_DAY + timedelta(days=365), **days)
    speakers.forget(today=build.THE_DAY + timedelta(days=90), days=90)
    assert Notice.objects.exists()
    assert Speaker.objects.get().email
    retention.forget(today=build.THE_DAY + timedelta(days=366), **days)
    speakers.forget(today=build.THE_DAY + timedelta(days=91), days=90)

    assert not Notice.objects.exists()
    assert not NoticeReceipt.objects.exists()
    assert (Speaker.objects.get().name, Speaker.objects.get().email) == ("Vera Provare", "")
