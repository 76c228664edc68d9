"""Specification: whoever comes without having registered gets a seat by the same rules as everybody."""

import pytest

from samverk.parts.day.actions import registration
from samverk.parts.day.models import Passage, Registration, TicketKind
from samverk.parts.day.queries import tickets
from samverk.parts.day.queries.attendance import counter
from samverk.parts.day.queries.clashes import clashes
from samverk.parts.day.tests import build
from samverk.parts.day.tests.door import a_phone, after

pytestmark = pytest.mark.django_db


def test_whoever_comes_gets_a_seat_that_is_free() -> None:
    kind = build.kind(quota=1)
    phone = a_phone(kind.edition)
    phone.takes(kind, "Nils Ny")

    (outcome,) = phone.sends(asks=True)

    assert (outcome.kept, outcome.amiss) == (True, "")
    row = Registration.objects.get()
    assert (row.name, row.organisation, row.state, row.email) == ("Nils Ny", "Nyföretaget", "confirmed", "")
    assert TicketKind.objects.get().taken == 1


def test_when_all_seats_are_taken_the_door_is_told_and_nobody_is_registered() -> None:
    kind = build.kind(quota=1)
    build.registered(kind)
    phone = a_phone(kind.edition)
    phone.takes(kind)

    (outcome,) = phone.sends(asks=True)

    assert (outcome.kept, outcome.amiss) == (False, "full")
    assert Registration.objects.count() == 1
    assert not Passage.objects.exists()


def test_the_door_may_take_somebody_in_without_a_seat_and_that_is_counted() -> None:
    kind = build.kind(quota=1)
    build.registered(kind)
    phone = a_phone(kind.edition)
    phone.takes(kind, without_seat=True)

    (outcome,) = phone.sends(asks=True)

    assert (outcome.kept, outcome.amiss) == (True, "no_seat")
    told = counter(kind.edition_id, now=after(hours=1))
    assert (told.came, told.without_seat) == (1, 1)
    assert len(clashes(kind.edition_id)) == 1


def test_without_net_a_newcomer_gets_a_seat_when_the_net_is_back_if_one_is_left() -> None:
    kind = build.kind(quota=1)
    phone = a_phone(kind.edition)
    phone.takes(kind, "Första")
    phone.takes(kind, "Andra")

    outcomes = phone.sends(now=after(hours=2))

    assert [one.amiss for one in outcomes] == ["", "no_seat"]
    assert list(Registration.objects.order_by("arrival").values_list("name", "state")) == [
        ("Första", "confirmed"),
        ("Andra", "waiting"),
    ]
    assert tickets.miscounted() == ()


def test_a_newcomer_that_is_sent_twice_is_one_person() -> None:
    kind = build.kind()
    phone = a_phone(kind.edition)
    phone.takes(kind)
    waiting = list(phone.queue)

    first = phone.sends_again(waiting)
    second = phone.sends_again(waiting)

    assert first == second
    assert Registration.objects.count() == 1
    assert Passage.objects.count() == 1
    assert TicketKind.objects.get().taken == 1


def test_a_newcomer_whose_kind_of_ticket_is_gone_is_not_lost() -> None:
    kind = build.kind()
    gone = TicketKind.objects.create(region_id=kind.region_id, edition=kind.edition, name="Borta", quota=1)
    phone = a_phone(kind.edition)
    phone.takes(gone)
    gone.delete()

    (outcome,) = phone.sends()

    assert outcome.kept
    assert Registration.objects.get().ticket_kind == kind


def test_a_seat_that_a_newcomer_holds_is_not_given_to_another() -> None:
    kind = build.kind(quota=1)
    phone = a_phone(kind.edition)
    phone.takes(kind)
    phone.sends()

    receipt = registration.register(entry=build.entry(kind), now=build.NOW)

    assert receipt.state == "waiting"
