"""Doors to try things on: what a phone at a door sends, as values."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from samverk.base.organisations.permissions import OPERATOR
from samverk.parts.day.actions import checkin, doors
from samverk.parts.day.actions.checkin import Batch, Outcome, Sender, Sent
from samverk.parts.day.actions.walkins import Newcomer
from samverk.parts.day.models import Deed, Door, Edition, Passage, Registration, Session, TicketKind, Way
from samverk.parts.day.queries.registration import ticket_code
from samverk.parts.day.rules import checkin as rules
from samverk.parts.day.tests.build import THE_DAY
from samverk.parts.day.tests.building import at

MORNING = at("9.00", THE_DAY)


def after(**time: float) -> datetime:
    """So much after the morning of the day."""
    return MORNING + timedelta(**time)


def ticket(registration: Registration) -> str:
    """What stands in the QR code that somebody shows."""
    return ticket_code(registration.reference, registration.link_version)


def fingerprint(registration: Registration) -> str:
    """What a phone keeps of it."""
    return rules.fingerprint(ticket(registration))


@dataclass
class Phone:
    """A phone at a door, with what it has not sent yet. Its clock may be wrong."""

    edition_id: int
    sender: Sender
    clock_is_wrong_by: timedelta = timedelta()
    device: UUID = field(default_factory=uuid4)
    queue: list[Sent] = field(default_factory=list)

    def lets_in(
        self,
        registration: Registration,
        *,
        now: datetime = MORNING,
        session: Session | None = None,
        shown: str | None = None,
    ) -> UUID:
        """Let somebody in, without net."""
        known = fingerprint(registration) if shown is None else shown
        return self._keep(
            now,
            registration_id=registration.pk,
            session_id=session.pk if session else None,
            way=Way.SCAN,
            shown=known,
        )

    def undoes(self, key: UUID, *, now: datetime = MORNING) -> UUID:
        """Say that it was a mistake."""
        return self._keep(now, deed=Deed.UNDO, undoes=key)

    def takes(
        self, kind: TicketKind, name: str = "Nils Ny", *, now: datetime = MORNING, **facts: Any
    ) -> UUID:
        """Let in somebody who has not registered."""
        return self._keep(now, newcomer=Newcomer(name, "Nyföretaget", kind.pk, **facts))

    def sends(self, *, now: datetime = MORNING, asks: bool = False) -> tuple[Outcome, ...]:
        """Send what waits."""
        outcomes = self.sends_again(self.queue, now=now, asks=asks)
        self.queue = []
        return outcomes

    def sends_again(
        self, passages: Sequence[Sent], *, now: datetime = MORNING, asks: bool = False
    ) -> tuple[Outcome, ...]:
        """Send some passages, whether they have been sent before or not."""
        batch = Batch(self.device, now + self.clock_is_wrong_by, list(passages), asks=asks)
        return checkin.receive(edition_id=self.edition_id, batch=batch, sender=self.sender, now=now)

    def _keep(self, now: datetime, **facts: Any) -> UUID:
        sent = Sent(key=uuid4(), device_at=now + self.clock_is_wrong_by, **facts)
        self.queue.append(sent)
        return sent.key


def a_door(edition: Edition, name: str = "Norra entrén", *, now: datetime = MORNING) -> Door:
    """A door that is open."""
    secret = doors.open_door(edition_id=edition.pk, name=name, by=OPERATOR, now=now)
    return Door.objects.get(secret_hash=rules.hidden(secret))


def a_phone(edition: Edition, name: str = "Norra entrén", *, wrong_by: timedelta = timedelta()) -> Phone:
    """A phone at a door of its own."""
    return Phone(edition.pk, Sender(door_id=a_door(edition, name).pk), clock_is_wrong_by=wrong_by)


def inside(edition: Edition) -> int:
    """How many passages there are with somebody in."""
    return Passage.objects.live().filter(edition=edition).count()


def a_session_of(edition: Edition, title: str = "Inledning", *, capacity: int | None = None) -> Session:
    """A session to check people in to."""
    return Session.objects.create(
        region_id=edition.region_id,
        edition=edition,
        title=title,
        starts_at=MORNING,
        ends_at=after(hours=1),
        capacity=capacity,
    )
