"""Registering for a day, and what whoever has registered may do with it: change, hand over, cancel."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from samverk.base.audit import actions as audit
from samverk.base.organisations.permissions import demand
from samverk.parts.day.actions import invoices, uploads
from samverk.parts.day.actions.waiting import NotPossible, become, give_back, hold, opening, write
from samverk.parts.day.models import Registration, RegistrationState, SensitiveAnswers, TicketKind
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.rules import seats
from samverk.parts.day.rules.letters import About
from samverk.parts.day.rules.payers import Details
from samverk.parts.day.rules.seats import Deed


class NotOpen(Exception):
    """One cannot register for this kind of ticket now."""

    def __init__(self, why: seats.Closed) -> None:
        super().__init__(why)
        self.why = why


class WrongCode(Exception):
    """The kind of ticket wants another access code."""


class NoPayer(Exception):
    """The ticket costs something, and nobody has said who pays."""


@dataclass(frozen=True)
class Person:
    """Who comes, and what they have answered; sensitive answers apart. Files wait under their keys."""

    name: str
    email: str
    organisation: str = ""
    answers: dict[str, Any] = field(default_factory=dict)
    sensitive: dict[str, Any] = field(default_factory=dict)
    files: Mapping[int, UUID] = field(default_factory=dict)


@dataclass(frozen=True)
class Entry:
    """A form that was sent. The same `key` and address sent again is the same form."""

    key: UUID
    kind_id: int
    person: Person
    language: str
    colleagues: int = 0
    access_code: str = ""
    payer: Details | None = None


@dataclass(frozen=True)
class Receipt:
    """What became of it: which registration, and whether it had come before."""

    reference: UUID
    link_version: int
    state: str
    again: bool = False


def register(*, entry: Entry, now: datetime) -> Receipt:
    """Register a person and so many colleagues: on seats while there are any, then in the waiting list.

    Seats that are left go to the first of a group; the others of it wait, in order. A form sent twice
    registers once.

    :raises NotOpen: when the registration is closed.
    :raises WrongCode: when the kind of ticket wants another access code.
    :raises NoPayer: when it costs something, and nobody has said who pays.
    :raises TicketKind.DoesNotExist: when there is no such kind of ticket.
    """
    kind = TicketKind.objects.with_opening().get(pk=entry.kind_id)
    if why := seats.closed(opening(kind), now=now):
        raise NotOpen(why)
    if kind.access_code and kind.access_code.casefold() != entry.access_code.strip().casefold():
        raise WrongCode
    if kind.price and entry.payer is None:
        raise NoPayer
    try:
        with transaction.atomic():
            leader = _seat(kind, entry, now)
    except IntegrityError:
        before = Registration.objects.filter(key=_key(entry)).first()
        if before is None:
            raise
        return Receipt(before.reference, before.link_version, before.state, again=True)
    return Receipt(leader.reference, leader.link_version, leader.state)


@transaction.atomic
def cancel(*, registration_id: int, now: datetime) -> None:
    """Give up a seat, an offer or a place in the queue. A seat is offered to the first in line.

    :raises NotPossible: when it has been cancelled before.
    """
    kind, registration = hold(registration_id, Deed.CANCEL)
    _cancel(kind, registration, now)
    invoices.credit_given_up(registration_ids=[registration_id], today=localdate(now))
    write(registration, About.CANCELLED)


@transaction.atomic
def cancel_for(*, registration_id: int, by: Any, now: datetime) -> None:
    """Cancel for somebody who has asked an organiser to.

    :raises PermissionDenied: when `by` arranges nothing.
    :raises NotPossible: when it has been cancelled before.
    """
    demand(may_arrange, by)
    cancel(registration_id=registration_id, now=now)
    audit.record(actor=by, action="day.cancel_registration", target=f"day.registration:{registration_id}")


@transaction.atomic
def send_link_for(*, registration_id: int, by: Any) -> None:
    """Send the link again to somebody who has asked an organiser for it.

    :raises PermissionDenied: when `by` arranges nothing.
    """
    demand(may_arrange, by)
    registration = Registration.objects.get(pk=registration_id)
    write(registration, About.LINK)
    audit.record(actor=by, action="day.send_link", target=registration)


@transaction.atomic
def cancel_group(*, registration_id: int, now: datetime) -> None:
    """Cancel a whole group: whoever registered it, and the colleagues.

    :raises NotPossible: when nothing of it is left to cancel.
    """
    ids = [
        registration_id,
        *Registration.objects.filter(leader_id=registration_id).values_list("pk", flat=True),
    ]
    done = 0
    for one in ids:
        try:
            kind, registration = hold(one, Deed.CANCEL)
        except NotPossible:
            continue
        _cancel(kind, registration, now)
        done += 1
    if not done:
        raise NotPossible
    invoices.credit_given_up(registration_ids=ids, today=localdate(now))
    write(Registration.objects.get(pk=registration_id), About.CANCELLED)


@transaction.atomic
def hand_over(*, registration_id: int, name: str, email: str, now: datetime) -> None:
    """Let another person come instead. The old link and ticket are worth nothing any more.

    :raises NotPossible: when there is no seat to hand over.
    """
    _, registration = hold(registration_id, Deed.HAND_OVER)
    registration.name, registration.email = name, email
    registration.answers, registration.link_version = {}, registration.link_version + 1
    registration.reminded_at = None
    SensitiveAnswers.objects.filter(registration=registration).delete()
    uploads.remove_others(registration, {})
    changed = ["name", "email", "answers", "link_version", "reminded_at"]
    become(registration, RegistrationState.CONFIRMED, now=now, also=changed)
    write(registration, About.SEAT)


@transaction.atomic
def change(*, registration_id: int, person: Person, now: datetime) -> None:
    """Change who comes, or what they have answered.

    :raises NotPossible: when it has been cancelled.
    """
    registration = Registration.objects.select_for_update(of=("self",)).get(pk=registration_id)
    if not seats.allows(Deed.CANCEL, registration.state):
        raise NotPossible
    is_new_address = bool(person.email) and person.email != registration.email
    registration.name, registration.email = person.name, person.email
    registration.organisation, registration.answers = person.organisation, person.answers
    registration.changed_at = now
    registration.save(update_fields=["name", "email", "organisation", "answers", "changed_at"])
    _keep_sensitive(registration, person.sensitive)
    uploads.attach(registration, person.files)
    uploads.remove_others(registration, person.answers | person.sensitive)
    if is_new_address:
        write(registration, About.LINK)


@transaction.atomic
def name_colleagues(*, leader_id: int, people: Mapping[int, Person], now: datetime) -> None:
    """Say who the colleagues of a group are. Whoever gets an address of their own gets a letter.

    :raises NotPossible: when nobody of them is still coming.
    """
    TicketKind.objects.held(Registration.objects.values_list("ticket_kind_id", flat=True).get(pk=leader_id))
    group = Registration.objects.filter(leader_id=leader_id, pk__in=people).order_by("pk")
    coming = [row for row in group if seats.allows(Deed.CANCEL, row.state)]
    if not coming:
        raise NotPossible
    for colleague in coming:
        named = people[colleague.pk]
        is_new_address = bool(named.email) and named.email != colleague.email
        colleague.name, colleague.email, colleague.changed_at = named.name, named.email, now
        colleague.save(update_fields=["name", "email", "changed_at"])
        if is_new_address:
            write(colleague, About.LINK)


def send_links(*, edition_id: int, email: str) -> None:
    """Send the links to everything that an address has registered; tells nobody whether there is any."""
    found = Registration.objects.filter(edition_id=edition_id, email__iexact=email)
    for registration in found.exclude(state=RegistrationState.CANCELLED).order_by("pk")[
        : seats.MOST_COLLEAGUES
    ]:
        write(registration, About.LINK)


def _seat(kind: TicketKind, entry: Entry, now: datetime) -> Registration:
    """Give out seats and places in line. The kind is held from `arrive` to the commit: little between."""
    leader, *colleagues = group = [_blank(kind, entry, now) for _ in range(1 + entry.colleagues)]
    leader.key, leader.name, leader.email = _key(entry), entry.person.name, entry.person.email
    leader.answers = entry.person.answers
    write(leader, About.RECEIVED)
    given, last_before = TicketKind.objects.arrive(kind_id=kind.pk, count=len(group))
    for number, one in enumerate(group):
        one.state = RegistrationState.CONFIRMED if number < given else RegistrationState.WAITING
        one.arrival = last_before + 1 + number
    leader.save(force_insert=True)
    for colleague in colleagues:
        colleague.leader = leader
    if colleagues:
        Registration.objects.bulk_create(colleagues)
    if entry.person.sensitive:
        _keep_sensitive(leader, entry.person.sensitive)
    uploads.attach(leader, entry.person.files)
    if kind.price and entry.payer:
        invoices.agree(leader, entry.payer, price=kind.price, vat_percent=kind.vat_percent)
    return leader


def _blank(kind: TicketKind, entry: Entry, now: datetime) -> Registration:
    return Registration(
        region_id=kind.region_id,
        edition_id=kind.edition_id,
        ticket_kind_id=kind.pk,
        organisation=entry.person.organisation,
        language=entry.language,
        created_at=now,
        changed_at=now,
    )


def _key(entry: Entry) -> UUID:
    """What tells that a form is sent again. Another address in it is another person, who wants a seat too."""
    return uuid5(entry.key, entry.person.email.casefold())


def _cancel(kind: TicketKind, registration: Registration, now: datetime) -> None:
    held_a_seat = registration.state in (RegistrationState.CONFIRMED, RegistrationState.OFFERED)
    become(registration, RegistrationState.CANCELLED, now=now)
    SensitiveAnswers.objects.filter(registration=registration).delete()
    uploads.remove_others(registration, registration.answers)
    if held_a_seat:
        give_back(kind, now=now)


def _keep_sensitive(registration: Registration, answers: dict[str, Any]) -> None:
    if not answers:
        SensitiveAnswers.objects.filter(registration=registration).delete()
        return
    SensitiveAnswers.objects.update_or_create(
        registration=registration, defaults={"region_id": registration.region_id, "answers": answers}
    )
