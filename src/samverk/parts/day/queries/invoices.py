"""Invoices, as organisers and payers see them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from samverk.parts.day.models import Invoice, InvoiceLine, Payer, Registration, RegistrationState, Seller
from samverk.parts.day.rules.money import Amount
from samverk.parts.day.rules.payers import Details

ON_A_PAGE = 50


@dataclass(frozen=True)
class Unbilled:
    """A group with seats that nobody has been sent an invoice for; without `details` nobody can be."""

    leader_id: int
    name: str
    seats: int
    price: int
    vat_percent: int
    details: Details | None


@dataclass(frozen=True)
class InvoiceRow:
    """An invoice in a list. `credited` is how much of it has been taken back (nothing or less)."""

    id: int
    number: int
    credits: int | None
    payer: str
    issued_on: date
    due_on: date
    gross: int
    credited: int
    paid_on: date | None
    reminded_on: date | None
    is_booked: bool

    @property
    def left(self) -> int:
        """What is still to be paid."""
        return 0 if self.paid_on else self.gross + self.credited

    def is_overdue(self, today: date) -> bool:
        """Whether it should have been paid."""
        return self.credits is None and self.left > 0 and self.due_on < today


@dataclass(frozen=True)
class Line:
    """A seat on an invoice."""

    text: str
    amount: Amount


@dataclass(frozen=True)
class InvoiceFacts:
    """A whole invoice."""

    row: InvoiceRow
    edition_id: int
    language: str
    sold_by: Mapping[str, Any]
    billed_to: Details
    concerns: Mapping[str, str]
    lines: tuple[Line, ...]
    registration_id: int
    credited_by: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Sums:
    """The money of an edition, in öre with VAT."""

    billed: int
    credited: int
    paid: int
    overdue: int
    overdue_count: int


def unbilled(edition_id: int, *, most: int | None = None) -> tuple[Unbilled, ...]:
    """The groups that are to be billed, the first to come first. Two queries."""
    rows: Any = _unbilled_seats(edition_id)
    seats = {row["payer_of"]: row["seats"] for row in (rows[:most] if most else rows)}
    found = Registration.objects.filter(pk__in=seats).select_related("payer", "ticket_kind").order_by("pk")
    return tuple(_unbilled(row, seats[row.pk]) for row in found)


def count_unbilled(edition_id: int) -> int:
    """How many groups are to be billed."""
    return _unbilled_seats(edition_id).count()


def invoices(edition_id: int, *, page: int | str = 1, overdue_on: date | None = None) -> Page:
    """A page of an edition's invoices, the latest first; only those that are overdue when asked so."""
    rows = _rows(Q(edition_id=edition_id))
    rows = _overdue(rows, overdue_on) if overdue_on else rows
    found: Any = Paginator(rows.order_by("-number"), ON_A_PAGE).get_page(page)
    found.object_list = [_row(row) for row in found.object_list]
    return cast(Page, found)


def overdue_ids(edition_id: int, *, today: date) -> tuple[int, ...]:
    """The invoices that should have been paid."""
    return tuple(_overdue(_rows(Q(edition_id=edition_id)), today).values_list("pk", flat=True))


def of_group(leader_id: int) -> tuple[InvoiceRow, ...]:
    """The invoices of a group, the first first."""
    return tuple(_row(row) for row in _rows(Q(registration_id=leader_id)).order_by("number"))


def sums(edition_id: int, *, today: date) -> Sums:
    """The money of an edition. Two queries."""
    whole = F("net") + F("vat")
    own = Invoice.objects.filter(edition_id=edition_id).aggregate(
        billed=Coalesce(Sum(whole, filter=Q(credits__isnull=True)), 0),
        credited=Coalesce(Sum(whole, filter=Q(credits__isnull=False)), 0),
        paid=Coalesce(Sum(whole, filter=Q(receivable__paid_on__isnull=False)), 0),
    )
    late = _overdue(_rows(Q(edition_id=edition_id)), today).aggregate(
        count=Count("pk"), left=Coalesce(Sum(F("net") + F("vat") + F("credited")), 0)
    )
    return Sums(own["billed"], own["credited"], own["paid"], late["left"], late["count"])


def invoice(invoice_id: int) -> InvoiceFacts | None:
    """One invoice, whole. Three queries."""
    row = _rows(Q(pk=invoice_id)).first()
    if row is None:
        return None
    lines = InvoiceLine.objects.filter(invoice_id=invoice_id).order_by("pk")
    taken_back = Invoice.objects.filter(credits_id=invoice_id).order_by("number")
    return InvoiceFacts(
        row=_row(row),
        edition_id=row.edition_id,
        language=row.language,
        sold_by=row.sold_by,
        billed_to=Details(**row.billed_to),
        concerns=row.concerns,
        lines=tuple(Line(line.text, Amount(line.net, line.vat_percent, line.vat)) for line in lines),
        registration_id=row.registration_id,
        credited_by=tuple(taken_back.values_list("pk", "number")),
    )


def payer(leader_id: int) -> Details | None:
    """Who pays for a group."""
    row = Payer.objects.filter(registration_id=leader_id).first()
    return _details(row) if row else None


def missing_numbers(seller_ids: Collection[int] | None = None) -> tuple[tuple[int, int], ...]:
    """The sellers whose series is not whole, with how many numbers are missing: always none."""
    sellers: Any = Seller.objects.filter(pk__in=seller_ids) if seller_ids else Seller.objects.all()
    counted = sellers.annotate(
        count=Count("invoices"), first=Coalesce(Min("invoices__number"), F("last_number") + 1)
    )
    wrong = counted.exclude(count=F("last_number") - F("first") + 1)
    return tuple((row.pk, row.last_number - row.first + 1 - row.count) for row in wrong.order_by("pk"))


def _unbilled_seats(edition_id: int) -> QuerySet[Any, Any]:
    """Confirmed seats that cost something and are not billed, counted for each group."""
    open_ = InvoiceLine.objects.filter(registration=OuterRef("pk"), reverses=None, reversal=None)
    agreed = Payer.objects.filter(registration_id=OuterRef("payer_of"))
    seats = Registration.objects.filter(edition_id=edition_id, state=RegistrationState.CONFIRMED)
    seats = seats.annotate(payer_of=Coalesce("leader_id", "pk")).filter(~Exists(open_))
    costs = Exists(agreed.filter(price__gt=0)) | (Q(ticket_kind__price__gt=0) & ~Exists(agreed))
    return seats.filter(costs).values("payer_of").annotate(seats=Count("pk")).order_by("payer_of")


def _rows(wanted: Q) -> QuerySet[Any]:
    credit = Invoice.objects.filter(credits=OuterRef("pk")).values("credits")
    back = credit.annotate(gross=Sum(F("net") + F("vat"))).values("gross")
    rows = Invoice.objects.filter(wanted).select_related("receivable", "credits")
    return rows.annotate(credited=Coalesce(back, 0))


def _overdue(rows: QuerySet[Any], today: date) -> QuerySet[Any]:
    late = rows.filter(credits__isnull=True, due_on__lt=today, receivable__paid_on__isnull=True)
    return late.filter(net__gt=-F("credited") - F("vat"))


def _row(row: Any) -> InvoiceRow:
    return InvoiceRow(
        id=row.pk,
        number=row.number,
        credits=row.credits.number if row.credits else None,
        payer=row.billed_to["name"],
        issued_on=row.issued_on,
        due_on=row.due_on,
        gross=row.net + row.vat,
        credited=row.credited,
        paid_on=row.receivable.paid_on,
        reminded_on=row.receivable.reminded_on,
        is_booked=row.receivable.booked_in_id is not None,
    )


def _unbilled(row: Registration, seats: int) -> Unbilled:
    agreed = getattr(row, "payer", None)
    priced = agreed or row.ticket_kind
    return Unbilled(
        leader_id=row.pk,
        name=(agreed.name if agreed else row.organisation or row.name) or row.email,
        seats=seats,
        price=priced.price,
        vat_percent=priced.vat_percent,
        details=_details(agreed) if agreed else None,
    )


def _details(row: Payer) -> Details:
    return Details(**{name: getattr(row, name) for name in Details.__dataclass_fields__})
