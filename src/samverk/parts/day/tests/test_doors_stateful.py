"""Through long random mornings: everything that was sent is there once, and nobody comes in twice unseen."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from samverk.base.organisations.permissions import OPERATOR
from samverk.parts.day.actions import checkin, registration
from samverk.parts.day.actions.checkin import Sent
from samverk.parts.day.actions.waiting import NotPossible
from samverk.parts.day.models import Passage, Registration, TicketKind
from samverk.parts.day.queries import checkin as figures
from samverk.parts.day.queries import tickets
from samverk.parts.day.queries.clashes import clashes
from samverk.parts.day.tests import build
from samverk.parts.day.tests.door import MORNING, a_phone, fingerprint

PEOPLE, DOORS, SEATS = 4, 3, 5
doors = st.integers(0, DOORS - 1)
people = st.integers(0, PEOPLE - 1)


class Morning(RuleBasedStateMachine):
    """Some doors, which have net or not, and some tickets that are shown at them again and again."""

    def __init__(self) -> None:
        super().__init__()
        self.history = transaction.atomic()
        self.history.__enter__()
        self.kind = build.kind(quota=SEATS)
        self.minutes = 0
        self.rows = [
            build.registered(self.kind, name=f"Person {n}", email=f"p{n}@example.org") for n in range(PEOPLE)
        ]
        wrong = (timedelta(), timedelta(hours=-5), timedelta(days=40))
        self.phones = [a_phone(self.kind.edition, f"Dörr {n}", wrong_by=wrong[n]) for n in range(DOORS)]
        self.told: dict[UUID, Sent] = {}
        self.refused: set[UUID] = set()

    @rule(door=doors, person=people)
    def lets_in(self, door: int, person: int) -> None:
        self._ticks()
        self.phones[door].lets_in(Registration.objects.get(pk=self.rows[person].pk), now=self.now)

    @rule(door=doors, person=people)
    def lets_in_on_an_old_list(self, door: int, person: int) -> None:
        """The phone's list is from before a hand-over."""
        self._ticks()
        self.phones[door].lets_in(self.rows[person], now=self.now, shown=fingerprint(self.rows[person]))

    @rule(door=doors)
    def takes_a_newcomer(self, door: int) -> None:
        self._ticks()
        self.phones[door].takes(self.kind, now=self.now)

    @rule(door=doors, data=st.data())
    def undoes(self, door: int, data: st.DataObject) -> None:
        phone = self.phones[door]
        known = [sent.key for sent in phone.queue if sent.deed == "in"]
        known += [key for key, sent in self.told.items() if sent.deed == "in"]
        if known:
            self._ticks()
            phone.undoes(data.draw(st.sampled_from(sorted(known))), now=self.now)

    @rule(door=doors, asks=st.booleans(), most=st.integers(1, 4))
    def has_net(self, door: int, asks: bool, most: int) -> None:
        """The phone sends some of what waits; the rest another time."""
        phone = self.phones[door]
        now, part = self.now, phone.queue[:most]
        outcomes = phone.sends_again(part, now=now, asks=asks)
        for sent, outcome in zip(part, outcomes, strict=True):
            if outcome.kept:
                self.told[sent.key] = sent
                self.refused.discard(sent.key)
            else:
                self.refused.add(sent.key)
        phone.queue = [sent for sent in phone.queue if sent not in part]

    @precondition(lambda self: self.told)
    @rule(door=doors, data=st.data())
    def sends_again(self, door: int, data: st.DataObject) -> None:
        """An answer got lost, so what the server has is sent once more."""
        keys = st.lists(st.sampled_from(sorted(self.told)), max_size=5)
        again = [self.told[key] for key in data.draw(keys)]
        assert all(one.kept for one in self.phones[door].sends_again(again, now=self.now))

    @rule(person=people)
    def hands_over(self, person: int) -> None:
        self._tries(
            lambda: registration.hand_over(
                registration_id=self.rows[person].pk, name="Ny", email="ny@example.org", now=self.now
            )
        )

    @rule(person=people)
    def cancels(self, person: int) -> None:
        self._tries(lambda: registration.cancel(registration_id=self.rows[person].pk, now=self.now))

    @rule()
    def an_organiser_settles(self) -> None:
        for clash in clashes(self.kind.edition_id)[:1]:
            checkin.settle(
                edition_id=self.kind.edition_id,
                passage_id=clash.traces[0].id,
                note="Klart",
                by=OPERATOR,
                now=self.now,
            )
            assert clash not in clashes(self.kind.edition_id)

    @invariant()
    def everything_that_was_sent_is_there_once(self) -> None:
        kept = list(Passage.objects.values_list("key", flat=True))
        assert len(kept) == len(set(kept))
        assert set(kept) == set(self.told)

    @invariant()
    def nobody_is_in_twice_unseen(self) -> None:
        shown = {clash.registration_id for clash in clashes(self.kind.edition_id)}
        settled = set(
            Passage.objects.live().filter(settlement__isnull=False).values_list("registration_id", flat=True)
        )
        live = list(Passage.objects.live().values_list("registration_id", "pk"))
        people = [who for who, _key in live]
        twice = {who for who in people if people.count(who) > 1}
        assert twice <= shown | settled
        told = figures.came([self.kind.edition_id]).get(self.kind.edition_id, 0)
        assert told == len(set(people))

    @invariant()
    def no_seat_is_given_twice(self) -> None:
        assert tickets.miscounted() == ()
        assert TicketKind.objects.get(pk=self.kind.pk).taken <= SEATS

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.history.__exit__(None, None, None)

    @property
    def now(self) -> datetime:
        return MORNING + timedelta(minutes=self.minutes)

    def _ticks(self) -> None:
        self.minutes += 1

    def _tries(self, deed: Callable[[], None]) -> None:
        self._ticks()
        with suppress(NotPossible):
            deed()


@pytest.mark.django_db
def test_no_morning_loses_a_passage_or_lets_a_ticket_in_twice_unseen() -> None:
    run_state_machine_as_test(
        Morning,
        settings=settings(
            max_examples=12, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
