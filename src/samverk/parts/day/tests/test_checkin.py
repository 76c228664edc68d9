"""Specification: what doors tell is kept once, and a ticket that is let in twice is seen."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from samverk.base.organisations.permissions import OPERATOR
from samverk.parts.day.actions import checkin, doors, registration, retention
from samverk.parts.day.actions.checkin import Sender
from samverk.parts.day.models import Passage
from samverk.parts.day.queries import checkin as figures
from samverk.parts.day.queries import doors as queries
from samverk.parts.day.queries.attendance import counter
from samverk.parts.day.queries.clashes import clashes
from samverk.parts.day.tests import build
from samverk.parts.day.tests.door import MORNING, a_door, a_phone, a_session_of, after, inside

pytestmark = pytest.mark.django_db


def test_who_is_let_in_has_come() -> None:
    kind = build.kind()
    alva = build.registered(kind, name="Alva Prov", organisation="Provverket")
    phone = a_phone(kind.edition)
    phone.lets_in(alva)

    (outcome,) = phone.sends()

    assert (outcome.kept, outcome.amiss) == (True, "")
    assert figures.came([kind.edition_id]) == {kind.edition_id: 1}
    assert figures.organisations_that_came([kind.edition_id]) == {kind.edition_id: 1}


def test_organisations_are_counted_once_however_they_are_written() -> None:
    kind = build.kind()
    phone = a_phone(kind.edition)
    for number, name in enumerate(("Provverket", "provverket ", "Annat", "")):
        phone.lets_in(build.registered(kind, email=f"p{number}@example.org", organisation=name))
    phone.sends()

    assert figures.organisations_that_came([kind.edition_id]) == {kind.edition_id: 2}


def test_a_passage_that_is_sent_again_is_the_same_passage() -> None:
    kind = build.kind()
    phone = a_phone(kind.edition)
    phone.lets_in(build.registered(kind))
    waiting = list(phone.queue)

    first = phone.sends_again(waiting)
    second = phone.sends_again(waiting, now=after(minutes=5))

    assert first == second
    assert Passage.objects.count() == 1
    assert clashes(kind.edition_id) == ()


def test_two_doors_that_let_the_same_ticket_in_are_both_shown_it() -> None:
    kind = build.kind()
    alva = build.registered(kind, name="Alva Prov")
    north, south = a_phone(kind.edition), a_phone(kind.edition, "Södra entrén")
    north.lets_in(alva, now=MORNING)
    south.lets_in(alva, now=after(minutes=3))

    assert north.sends(now=after(hours=2))[0].amiss == ""
    assert south.sends(now=after(hours=3))[0].amiss == "again"

    (clash,) = clashes(kind.edition_id)
    assert clash.name == "Alva Prov"
    assert [(trace.door, trace.at) for trace in clash.traces] == [
        ("Norra entrén", MORNING),
        ("Södra entrén", after(minutes=3)),
    ]
    assert figures.came([kind.edition_id]) == {kind.edition_id: 1}
    assert inside(kind.edition) == 2


def test_a_clash_is_over_when_an_organiser_has_noted_what_happened() -> None:
    kind = build.kind()
    alva = build.registered(kind)
    for name in ("Norra", "Södra"):
        phone = a_phone(kind.edition, name)
        phone.lets_in(alva)
        phone.sends()
    (clash,) = clashes(kind.edition_id)

    checkin.settle(
        edition_id=kind.edition_id,
        passage_id=clash.traces[1].id,
        note="Samma person",
        by=OPERATOR,
        now=MORNING,
    )

    assert clashes(kind.edition_id) == ()
    third = a_phone(kind.edition, "Västra")
    third.lets_in(alva)
    third.sends()
    assert len(clashes(kind.edition_id)[0].traces) == 3


def test_who_waits_at_the_door_is_refused_and_nothing_is_kept() -> None:
    kind = build.kind()
    alva = build.registered(kind)
    north, south = a_phone(kind.edition), a_phone(kind.edition, "Södra entrén")
    north.lets_in(alva)
    north.sends()
    south.lets_in(alva)

    (outcome,) = south.sends(asks=True)

    assert (outcome.kept, outcome.amiss) == (False, "again")
    assert Passage.objects.count() == 1


def test_an_answer_that_got_lost_does_not_lose_the_passage() -> None:
    """The phone asked, heard nothing, let the person in, and tells it later."""
    kind = build.kind()
    phone = a_phone(kind.edition)
    phone.lets_in(build.registered(kind))
    waiting = list(phone.queue)
    phone.sends_again(waiting, asks=True)

    (outcome,) = phone.sends_again(waiting, now=after(hours=1))

    assert (outcome.kept, outcome.amiss) == (True, "")
    assert Passage.objects.count() == 1


def test_a_mistake_is_undone_and_both_facts_stay() -> None:
    kind = build.kind()
    phone = a_phone(kind.edition)
    key = phone.lets_in(build.registered(kind))
    phone.undoes(key, now=after(minutes=1))

    phone.sends()

    assert Passage.objects.count() == 2
    assert inside(kind.edition) == 0
    assert figures.came([kind.edition_id]) == {}


def test_after_a_mistake_was_undone_the_ticket_can_be_let_in() -> None:
    kind = build.kind()
    alva = build.registered(kind)
    phone = a_phone(kind.edition)
    phone.undoes(phone.lets_in(alva))
    phone.sends()
    phone.lets_in(alva)

    assert phone.sends(asks=True)[0].amiss == ""
    assert clashes(kind.edition_id) == ()


def test_a_door_undoes_only_what_it_did_itself() -> None:
    kind = build.kind()
    north, south = a_phone(kind.edition), a_phone(kind.edition, "Södra entrén")
    key = north.lets_in(build.registered(kind))
    north.sends()
    south.undoes(key)

    assert south.sends()[0].amiss == "not_own"
    assert inside(kind.edition) == 1


def test_a_ticket_that_was_handed_over_meanwhile_is_seen() -> None:
    kind = build.kind()
    alva = build.registered(kind)
    phone = a_phone(kind.edition)
    phone.lets_in(alva)
    registration.hand_over(
        registration_id=alva.pk, name="Birk", email="birk@example.org", now=after(minutes=1)
    )

    assert phone.sends(now=after(hours=1))[0].amiss == "handed_over"
    assert [trace.remark for trace in clashes(kind.edition_id)[0].traces] == ["handed_over"]


def test_a_ticket_that_was_cancelled_meanwhile_is_seen() -> None:
    kind = build.kind()
    alva = build.registered(kind)
    phone = a_phone(kind.edition)
    phone.lets_in(alva)
    registration.cancel(registration_id=alva.pk, now=after(minutes=1))

    assert phone.sends(now=after(hours=1))[0].amiss == "cancelled"
    assert len(clashes(kind.edition_id)) == 1


def test_who_is_in_the_waiting_list_has_no_seat() -> None:
    kind = build.kind(quota=1)
    build.registered(kind)
    waiting = build.registered(kind, email="sen@example.org")
    phone = a_phone(kind.edition)
    phone.lets_in(waiting)

    assert phone.sends(asks=True)[0].amiss == "no_seat"
    assert inside(kind.edition) == 0


def test_a_ticket_to_another_day_is_unknown() -> None:
    kind = build.kind()
    other = build.kind(edition=build.edition(slug="2028"))
    stranger = build.registered(other)
    phone = a_phone(kind.edition)
    phone.lets_in(stranger)

    (outcome,) = phone.sends()

    assert (outcome.kept, outcome.amiss) == (False, "unknown")


@pytest.mark.parametrize("wrong_by", [timedelta(hours=-3), timedelta(days=400), timedelta()])
def test_a_phone_with_a_wrong_clock_is_corrected(wrong_by: timedelta) -> None:
    kind = build.kind()
    phone = a_phone(kind.edition, wrong_by=wrong_by)
    phone.lets_in(build.registered(kind), now=MORNING)
    phone.sends(now=after(hours=1))

    passage = Passage.objects.get()

    assert passage.at == MORNING
    assert passage.device_at == MORNING + wrong_by
    assert passage.received_at == after(hours=1)


def test_a_door_that_was_closed_still_tells_what_it_did_and_an_organiser_looks_at_it() -> None:
    kind = build.kind()
    phone = a_phone(kind.edition)
    phone.lets_in(build.registered(kind))
    doors.close_door(
        edition_id=kind.edition_id, door_id=phone.sender.door_id or 0, by=OPERATOR, now=after(minutes=1)
    )

    assert phone.sends(now=after(hours=1))[0].amiss == "door_closed"
    assert len(clashes(kind.edition_id)) == 1


def test_a_door_of_another_edition_tells_nothing() -> None:
    kind, other = build.kind(), build.edition(slug="2028")
    phone = a_phone(other)
    phone.edition_id = kind.edition_id
    phone.lets_in(build.registered(kind))

    with pytest.raises(PermissionDenied):
        phone.sends()


def test_a_week_after_the_doors_have_closed_nothing_is_taken() -> None:
    kind = build.kind()
    phone = a_phone(kind.edition)
    phone.lets_in(build.registered(kind))

    with pytest.raises(PermissionDenied):
        phone.sends(now=after(days=9))


def test_whoever_arranges_nothing_lets_nobody_in() -> None:
    kind = build.kind()
    phone = a_phone(kind.edition)
    phone.sender = Sender(user=None)
    phone.lets_in(build.registered(kind))

    with pytest.raises(PermissionDenied):
        phone.sends()


def test_the_secret_of_a_door_is_not_stored() -> None:
    edition = build.edition()
    secret = doors.open_door(edition_id=edition.pk, name="Norra", by=OPERATOR, now=MORNING)

    door = queries.by_secret(secret)

    assert door is not None
    assert door.is_open(MORNING)
    assert queries.by_secret(secret[:-1]) is None
    assert secret not in str(vars(a_door(edition, "Södra")))


def test_a_door_closes_by_itself_when_the_day_after_is_over() -> None:
    edition = build.edition()
    door = queries.doors(edition.pk)[0] if a_door(edition) else None

    assert door is not None
    assert door.is_open(after(days=1, hours=14))
    assert not door.is_open(after(days=2))


def test_two_doors_have_different_names() -> None:
    edition = build.edition()
    a_door(edition, "Norra")

    with pytest.raises(doors.NameTaken):
        a_door(edition, "Norra")


def test_a_session_has_doors_of_its_own() -> None:
    kind = build.kind()
    alva = build.registered(kind)
    session = a_session_of(kind.edition)
    phone = a_phone(kind.edition)
    phone.lets_in(alva)
    phone.lets_in(alva, session=session)

    assert [outcome.amiss for outcome in phone.sends()] == ["", ""]
    assert [place.inside for place in queries.places(kind.edition_id)] == [1]
    told = figures.attended(alva.pk)
    assert (told.came, [one.title for one in told.sessions]) == (True, ["Inledning"])


def test_the_database_lets_nobody_change_or_delete_a_passage() -> None:
    kind = build.kind()
    phone = a_phone(kind.edition)
    phone.lets_in(build.registered(kind))
    phone.sends()

    with pytest.raises(DatabaseError), transaction.atomic():
        Passage.objects.update(remark="cancelled")
    with pytest.raises(DatabaseError), transaction.atomic():
        Passage.objects.all().delete()


def test_the_counter_tells_how_many_of_how_many_have_come() -> None:
    kind = build.kind(name="Besökare")
    other = build.kind(name="Utställare", edition=kind.edition)
    phone = a_phone(kind.edition)
    phone.lets_in(build.registered(kind), now=MORNING)
    phone.lets_in(build.registered(kind, email="b@example.org"), now=after(minutes=55))
    build.registered(other, email="c@example.org")
    phone.sends(now=after(hours=1))

    told = counter(kind.edition_id, now=after(hours=1))

    assert [(one.name, one.came, one.expected) for one in told.kinds] == [
        ("Besökare", 2, 2),
        ("Utställare", 0, 1),
    ]
    assert (told.came, told.expected, told.lately, told.without_seat) == (2, 3, 1, 0)


def test_a_year_later_it_is_forgotten_who_came_but_not_how_many() -> None:
    kind = build.kind()
    alva = build.registered(kind, organisation="Provverket")
    phone = a_phone(kind.edition)
    phone.lets_in(alva)
    phone.sends()
    checkin.settle(
        edition_id=kind.edition_id,
        passage_id=Passage.objects.get().pk,
        note="Alva sa",
        by=OPERATOR,
        now=MORNING,
    )
    days = {"sensitive_days": 14, "registration_days": 365}

    retention.forget(today=build.THE_DAY + timedelta(days=365), **days)
    assert Passage.objects.get().registration == alva
    retention.forget(today=build.THE_DAY + timedelta(days=366), **days)

    passage = Passage.objects.get()
    assert (passage.registration, passage.by, passage.device) == (None, None, None)
    assert passage.settlement.note == ""
    assert figures.came([kind.edition_id]) == {kind.edition_id: 1}
    assert figures.organisations_that_came([kind.edition_id]) == {kind.edition_id: 1}
    retention.forget(today=build.THE_DAY + timedelta(days=900), **days)
    assert figures.came([kind.edition_id]) == {kind.edition_id: 1}
