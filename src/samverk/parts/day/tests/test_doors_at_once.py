"""Two doors that ask in the same moment, each over a connection of its own."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pgtrigger
import pytest
from django.db import connection, connections

from samverk.parts.day.actions.checkin import Outcome
from samverk.parts.day.models import Door, Passage, Registration, TicketKind
from samverk.parts.day.tests import build
from samverk.parts.day.tests.door import Phone, a_phone

DOORS = 6


@pytest.fixture
def kind(django_db_setup: None, django_db_blocker: Any) -> Iterator[TicketKind]:
    """A kind of ticket that is really in the database, so that other connections see it."""
    with django_db_blocker.unblock():
        kind = build.kind(quota=2, edition=build.edition(slug="samtidigt"))
        yield kind
        own: dict[str, Any] = {"edition": kind.edition}
        with pgtrigger.ignore("day.Passage:never_deleted"):
            Passage.objects.filter(**own).delete()
        Door.objects.filter(**own).delete()
        Registration.objects.filter(**own).delete()
        kind.delete()
        edition = kind.edition
        edition.delete()
        edition.series.delete()
        edition.series.organiser.delete()
        connection.close()


def at_once(phones: list[Phone]) -> list[Outcome]:
    """What each phone is answered when all ask at once."""
    together = Barrier(len(phones))

    def ask(phone: Phone) -> Outcome:
        try:
            together.wait(timeout=20)
            return phone.sends(asks=True)[0]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(phones)) as pool:
        return list(pool.map(ask, phones))


def test_of_doors_that_ask_at_once_one_lets_the_ticket_in(kind: TicketKind) -> None:
    alva = build.registered(kind)
    phones = [a_phone(kind.edition, f"Dörr {number}") for number in range(DOORS)]
    for phone in phones:
        phone.lets_in(alva)

    outcomes = at_once(phones)

    assert sorted(one.amiss for one in outcomes) == ["", *["again"] * (DOORS - 1)]
    assert Passage.objects.filter(edition=kind.edition).count() == 1


def test_of_newcomers_at_once_no_more_get_a_seat_than_there_are(kind: TicketKind) -> None:
    phones = [a_phone(kind.edition, f"Dörr {number}") for number in range(DOORS)]
    for number, phone in enumerate(phones):
        phone.takes(kind, f"Ny {number}")

    outcomes = at_once(phones)

    assert sorted(one.amiss for one in outcomes) == ["", "", *["full"] * (DOORS - 2)]
    assert Registration.objects.filter(edition=kind.edition).count() == 2
    assert TicketKind.objects.get(pk=kind.pk).taken == 2
