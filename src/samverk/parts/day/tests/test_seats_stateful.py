"""Long random histories against the real actions on the database: nothing oversold, nobody passed over."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from samverk.base.organisations.permissions import OPERATOR
from samverk.parts.day.actions import registration, tickets, waiting
from samverk.parts.day.models import HOLD_A_SEAT, Registration, RegistrationState, TicketKind
from samverk.parts.day.queries.tickets import miscounted
from samverk.parts.day.tests import build

anybody = st.integers(min_value=0, max_value=200)


class SeatsOfADay(RuleBasedStateMachine):
    """One kind of ticket, and everything that people and organisers may do to it, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.history = transaction.atomic()
        self.history.__enter__()
        self.now = build.NOW
        self.kind = build.kind(quota=3)
        self.sent: list[registration.Entry] = []

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.history.__exit__(None, None, None)

    def somebody(self, number: int) -> int:
        ids = list(Registration.objects.order_by("pk").values_list("pk", flat=True))
        return ids[number % len(ids)] if ids else 0

    def attempt(self, action: Any, **facts: Any) -> bool:
        before = self.rows()
        try:
            action(**facts)
        except (waiting.NotPossible, registration.NotOpen, tickets.BelowTaken):
            assert self.rows() == before
            return False
        return True

    def rows(self) -> list[tuple[Any, ...]]:
        return list(Registration.objects.order_by("pk").values_list("pk", "state", "arrival", "link_version"))

    @rule(colleagues=st.integers(min_value=0, max_value=4))
    def register(self, colleagues: int) -> None:
        email = f"person{len(self.sent)}@example.org"
        entry = build.entry(self.kind, email=email, colleagues=colleagues)
        receipt = registration.register(entry=entry, now=self.now)
        self.sent.append(entry)
        assert not receipt.again

    @rule(number=anybody)
    def send_a_form_again(self, number: int) -> None:
        if not self.sent:
            return
        before = self.rows()
        receipt = registration.register(entry=self.sent[number % len(self.sent)], now=self.now)
        assert receipt.again
        assert self.rows() == before

    @rule(number=anybody)
    def cancel(self, number: int) -> None:
        self.attempt(registration.cancel, registration_id=self.somebody(number), now=self.now)

    @rule(number=anybody)
    def cancel_a_group(self, number: int) -> None:
        self.attempt(registration.cancel_group, registration_id=self.somebody(number), now=self.now)

    @rule(number=anybody)
    def hand_over(self, number: int) -> None:
        chosen = self.somebody(number)
        facts = {"name": "Någon Annan", "email": f"ny{number}@example.org"}
        before = Registration.objects.filter(pk=chosen).values_list("link_version", flat=True).first()
        if self.attempt(registration.hand_over, registration_id=chosen, now=self.now, **facts):
            assert Registration.objects.get(pk=chosen).link_version == (before or 0) + 1

    @rule(number=anybody)
    def accept(self, number: int) -> None:
        self.attempt(waiting.accept, registration_id=self.somebody(number), now=self.now)

    @rule(number=anybody)
    def come_back(self, number: int) -> None:
        self.attempt(waiting.rejoin, registration_id=self.somebody(number), now=self.now)

    @rule(hours=st.integers(min_value=1, max_value=80))
    def time_passes(self, hours: int) -> None:
        self.now = min(self.now + timedelta(hours=hours), build.NOW + timedelta(days=60))
        waiting.expire(now=self.now)
        assert not Registration.objects.filter(offered_until__lt=self.now).exists()

    @rule(quota=st.integers(min_value=0, max_value=8))
    def change_the_quota(self, quota: int) -> None:
        facts = tickets.Facts(name=self.kind.name, quota=quota)
        self.attempt(tickets.change, kind_id=self.kind.pk, facts=facts, by=OPERATOR, now=self.now)

    @invariant()
    def never_above_the_quota(self) -> None:
        kind = TicketKind.objects.get(pk=self.kind.pk)
        held = Registration.objects.filter(state__in=HOLD_A_SEAT).count()
        assert held == kind.taken <= kind.quota
        assert miscounted() == ()

    @invariant()
    def nobody_waits_while_a_seat_is_free(self) -> None:
        kind = TicketKind.objects.get(pk=self.kind.pk)
        assert kind.taken == kind.quota or not Registration.objects.in_line(kind.pk).exists()

    @invariant()
    def nobody_who_came_later_was_offered_a_seat_before(self) -> None:
        first = Registration.objects.in_line(self.kind.pk).values_list("arrival", flat=True).first()
        offered = Registration.objects.filter(state=RegistrationState.OFFERED)
        assert first is None or not offered.filter(arrival__gt=first).exists()


@pytest.mark.django_db
def test_no_history_oversells_or_passes_anybody_over() -> None:
    run_state_machine_as_test(
        SeatsOfADay,
        settings=settings(
            max_examples=12, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
