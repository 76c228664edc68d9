"""Invoices: issued, credited when a seat is given up, paid, reminded of. One that is issued never changes."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, Q

from samverk.base.audit import actions as audit
from samverk.base.organisations.permissions import demand
from samverk.base.queue import actions as queue
from samverk.parts.day.models import (
    Edition,
    Invoice,
    InvoiceLine,
    Payer,
    Receivable,
    Registration,
    RegistrationState,
    Seller,
)
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.rules.money import Amount, amount, reversed_
from samverk.parts.day.rules.payers import Details

OPEN = Q(reverses__isnull=True, reversal__isnull=True)
LONGEST_TEXT = 300
ON_PAPER = (
    "name",
    "organisation_number",
    "vat_number",
    "has_f_tax",
    "street",
    "postcode",
    "city",
    "email",
    "telephone",
    "bankgiro",
    "payment_days",
    "terms",
    "exempt_note",
)


class NothingToBill(Exception):
    """Nobody of the group has a seat that is not billed already, or it costs nothing."""


class NothingToCredit(Exception):
    """All of the invoice is credited already, or it is a credit invoice itself."""


def agree(registration: Registration, details: Details, *, price: int, vat_percent: int) -> None:
    """Keep who pays for a registration and its group, and the price that was agreed."""
    told = {**vars(details), "region_id": registration.region_id}
    Payer.objects.create(registration=registration, price=price, vat_percent=vat_percent, **told)


@transaction.atomic
def keep_payer(*, registration_id: int, details: Details, by: Any) -> None:
    """Write or change who pays for a group, when an organiser is asked to. The agreed price stays.

    :raises PermissionDenied: when `by` arranges nothing.
    """
    demand(may_arrange, by)
    row = Registration.objects.select_related("ticket_kind", "leader").get(pk=registration_id)
    leader = row.leader or row
    kind = row.ticket_kind
    told = {**vars(details), "region_id": leader.region_id}
    Payer.objects.update_or_create(
        registration=leader,
        defaults=told,
        create_defaults={**told, "price": kind.price, "vat_percent": kind.vat_percent},
    )
    audit.record(actor=by, action="day.keep_payer", target=leader)


def change_payer(*, registration_id: int, details: Details) -> None:
    """Change who pays, by whoever holds the registration's link. Invoices that are sent stay as they are."""
    Payer.objects.filter(registration_id=registration_id).update(**vars(details))


@transaction.atomic
def issue(*, leader_id: int, by: Any, today: date) -> int:
    """Issue one invoice for the seats of a group that are not billed yet; returns its key.

    :raises PermissionDenied: when `by` arranges nothing.
    :raises NothingToBill: when there are none.
    """
    demand(may_arrange, by)
    payer = Payer.objects.select_for_update(of=("self",)).filter(registration_id=leader_id).first()
    seats = _unbilled(leader_id) if payer and payer.price else []
    if not payer or not seats:
        raise NothingToBill
    each = amount(payer.price, payer.vat_percent)
    lines = [
        InvoiceLine(registration=seat, nth=nth, text=_text(seat), **_columns(each)) for seat, nth in seats
    ]
    edition = Edition.objects.select_related("series").get(pk=seats[0][0].edition_id)
    seller = Seller.objects.get(organisation_id=edition.series.organiser_id)
    due = today + timedelta(days=seller.payment_days)
    invoice = Invoice(registration_id=leader_id, edition=edition, language=seats[0][0].language, due_on=due)
    invoice.billed_to = {name: getattr(payer, name) for name in Details.__dataclass_fields__}
    _write(invoice, lines, seller=seller, today=today)
    audit.record(actor=by, action="day.issue_invoice", target=invoice, number=invoice.number)
    return invoice.pk


def issue_many(*, leader_ids: Iterable[int], by: Any, today: date) -> int:
    """Issue an invoice for each of several groups, each in a transaction of its own; returns how many.

    :raises PermissionDenied: when `by` arranges nothing.
    """
    issued = 0
    for leader_id in leader_ids:
        try:
            issue(leader_id=leader_id, by=by, today=today)
        except NothingToBill:
            continue
        issued += 1
    return issued


@transaction.atomic
def credit(*, invoice_id: int, by: Any, today: date) -> int:
    """Credit what is left of an invoice; returns the key of the credit invoice.

    :raises PermissionDenied: when `by` arranges nothing.
    :raises NothingToCredit: when nothing is left.
    """
    demand(may_arrange, by)
    invoice = Invoice.objects.select_for_update(of=("self",)).get(pk=invoice_id)
    lines = list(InvoiceLine.objects.filter(OPEN, invoice=invoice))
    if not lines:
        raise NothingToCredit
    made = _credit(invoice, lines, today=today)
    audit.record(actor=by, action="day.credit_invoice", target=invoice, number=made.number)
    return made.pk


def credit_given_up(*, registration_ids: Collection[int], today: date) -> int:
    """Credit the seats that were given up in time, in the caller's transaction; returns how many invoices.

    One credit invoice for each invoice that they stand on.
    """
    billed = InvoiceLine.objects.filter(OPEN, registration__in=registration_ids)
    ids = sorted(set(billed.values_list("invoice_id", flat=True)))
    made = 0
    for invoice in Invoice.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk"):
        lines = list(InvoiceLine.objects.filter(OPEN, invoice=invoice, registration__in=registration_ids))
        if lines and _in_time(invoice, today):
            _credit(invoice, lines, today=today)
            made += 1
    return made


@transaction.atomic
def mark_paid(*, invoice_id: int, paid_on: date | None, by: Any) -> None:
    """Note when an invoice was paid; None takes the note back.

    :raises PermissionDenied: when `by` arranges nothing.
    """
    demand(may_arrange, by)
    Receivable.objects.filter(invoice_id=invoice_id).update(paid_on=paid_on)
    action = "day.mark_paid" if paid_on else "day.mark_unpaid"
    audit.record(actor=by, action=action, target=f"day.invoice:{invoice_id}")


@transaction.atomic
def remind(*, invoice_ids: Collection[int], by: Any, today: date) -> int:
    """Send those that are overdue and not paid once more, at most once a day; returns how many.

    :raises PermissionDenied: when `by` arranges nothing.
    """
    demand(may_arrange, by)
    late = Receivable.objects.filter(
        invoice__in=invoice_ids,
        invoice__credits__isnull=True,
        invoice__due_on__lt=today,
        paid_on__isnull=True,
    ).exclude(reminded_on=today)
    chosen = [row.invoice_id for row in late.select_for_update(of=("self",)).order_by("pk")]
    Receivable.objects.filter(invoice__in=chosen).update(reminded_on=today)
    for invoice_id in chosen:
        queue.enqueue("day.send_invoice", invoice_id=invoice_id, reminds=True)
        audit.record(actor=by, action="day.remind_of_invoice", target=f"day.invoice:{invoice_id}")
    return len(chosen)


def send_again(*, invoice_id: int, by: Any) -> None:
    """Send an invoice once more.

    :raises PermissionDenied: when `by` arranges nothing.
    """
    demand(may_arrange, by)
    queue.enqueue("day.send_invoice", invoice_id=invoice_id)


def _unbilled(leader_id: int) -> list[tuple[Registration, int]]:
    """The seats of a group that are not billed, held, each with how many times it was billed and credited."""
    mine = Registration.objects.filter(Q(pk=leader_id) | Q(leader_id=leader_id))
    held = mine.filter(state=RegistrationState.CONFIRMED).select_for_update(of=("self",))
    seats = list(held.select_related("ticket_kind").order_by("pk"))
    lines = InvoiceLine.objects.filter(registration__in=seats, reverses__isnull=True).values(
        "registration_id"
    )
    counted = {
        row["registration_id"]: (row["all"], row["open"])
        for row in lines.annotate(all=Count("pk"), open=Count("pk", filter=Q(reversal__isnull=True)))
    }
    times = {seat.pk: counted.get(seat.pk, (0, 0)) for seat in seats}
    return [(seat, times[seat.pk][0]) for seat in seats if not times[seat.pk][1]]


def _credit(invoice: Invoice, lines: Sequence[InvoiceLine], *, today: date) -> Invoice:
    taken_back = [
        InvoiceLine(
            registration_id=line.registration_id,
            reverses=line,
            nth=line.nth,
            text=line.text,
            **_columns(reversed_(Amount(line.net, line.vat_percent, line.vat))),
        )
        for line in lines
    ]
    made = Invoice(
        registration_id=invoice.registration_id,
        edition_id=invoice.edition_id,
        credits=invoice,
        language=invoice.language,
        due_on=today,
        billed_to=invoice.billed_to,
    )
    _write(made, taken_back, seller=Seller.objects.get(pk=invoice.seller_id), today=today)
    return made


def _write(invoice: Invoice, lines: Sequence[InvoiceLine], *, seller: Seller, today: date) -> None:
    """Give it its number, last, and have it sent. The seller is held from there to the commit."""
    edition = invoice.edition
    invoice.region_id, invoice.seller, invoice.issued_on = seller.region_id, seller, today
    invoice.sold_by = {name: getattr(seller, name) for name in ON_PAPER}
    invoice.concerns = {
        "title": edition.title,
        "starts_on": edition.starts_on.isoformat(),
        "ends_on": edition.ends_on.isoformat(),
    }
    invoice.net, invoice.vat = sum(line.net for line in lines), sum(line.vat for line in lines)
    invoice.line_count = len(lines)
    invoice.number = Seller.objects.next_number(seller.pk)
    invoice.save(force_insert=True)
    for line in lines:
        line.invoice, line.region_id = invoice, invoice.region_id
    InvoiceLine.objects.bulk_create(lines)
    Receivable.objects.create(invoice=invoice, region_id=invoice.region_id)
    queue.enqueue("day.send_invoice", invoice_id=invoice.pk)


def _in_time(invoice: Invoice, today: date) -> bool:
    last = invoice.edition.starts_on - timedelta(days=invoice.seller.refund_days)
    return today <= last


def _text(seat: Registration) -> str:
    return ", ".join(part for part in (seat.ticket_kind.name, seat.name) if part)[:LONGEST_TEXT]


def _columns(one: Amount) -> dict[str, int]:
    return {"net": one.net, "vat_percent": one.vat_percent, "vat": one.vat}
