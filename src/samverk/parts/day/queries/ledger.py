"""What the books need: who sells, and the invoices of a period."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Max, Min, Prefetch

from samverk.parts.day.models import Bookkeeping, Edition, Invoice, InvoiceLine, LedgerExport, Seller
from samverk.parts.day.rules.money import Amount


@dataclass(frozen=True)
class SellerFacts:
    """An organiser as a seller."""

    id: int
    name: str
    organisation_number: str
    vat_number: str
    has_f_tax: bool
    street: str
    postcode: str
    city: str
    email: str
    telephone: str
    bankgiro: str
    payment_days: int
    refund_days: int
    terms: str
    exempt_note: str
    accounts: Mapping[str, str]
    voucher_series: str
    year_begins: int
    last_number: int


@dataclass(frozen=True)
class Books:
    """Where the sales of an edition are booked, apart from the seller's own accounts."""

    accounts: Mapping[str, str]
    project: str


@dataclass(frozen=True)
class Booked:
    """An invoice as the books need it."""

    id: int
    number: int
    credits: int | None
    issued_on: date
    payer: str
    amounts: tuple[Amount, ...]
    accounts: Mapping[str, str]
    project: str
    project_name: str
    booked_at: datetime | None


@dataclass(frozen=True)
class Earlier:
    """A file that was made before."""

    made_at: datetime
    first_day: date
    last_day: date
    vouchers: int
    made_by: str


def seller(edition_id: int) -> SellerFacts | None:
    """Who sends the invoices of an edition."""
    organiser = Edition.objects.filter(pk=edition_id).values("series__organiser_id")
    row = Seller.objects.filter(organisation__in=organiser).first()
    if row is None:
        return None
    return SellerFacts(
        **{name: getattr(row, "pk" if name == "id" else name) for name in SellerFacts.__dataclass_fields__}
    )


def books(edition_id: int) -> Books:
    """Where the sales of an edition are booked."""
    row = Bookkeeping.objects.filter(edition_id=edition_id).first()
    return Books(row.accounts, row.project) if row else Books({}, "")


def booked(seller_id: int, *, first_day: date, last_day: date) -> tuple[Booked, ...]:
    """A seller's invoices of a period, in the order of their numbers. Two queries."""
    rows: Any = Invoice.objects.filter(seller_id=seller_id, issued_on__range=(first_day, last_day))
    rows = rows.select_related("credits", "receivable__booked_in", "edition__bookkeeping")
    rows = rows.prefetch_related(Prefetch("lines", queryset=InvoiceLine.objects.order_by("pk")))
    return tuple(_booked(row) for row in rows.order_by("number"))


def earlier(seller_id: int) -> tuple[Earlier, ...]:
    """The files that were made lately, the latest first."""
    rows = LedgerExport.objects.filter(seller_id=seller_id).select_related("made_by").order_by("-made_at")
    return tuple(
        Earlier(
            row.made_at,
            row.first_day,
            row.last_day,
            row.vouchers,
            str(row.made_by) if row.made_by else "",
        )
        for row in rows[:20]
    )


def span(seller_id: int) -> tuple[date, date] | None:
    """The days of the first and the last invoice that stand in no file yet."""
    found = Invoice.objects.filter(seller_id=seller_id, receivable__booked_in__isnull=True).aggregate(
        first=Min("issued_on"), last=Max("issued_on")
    )
    return (found["first"], found["last"]) if found["first"] else None


def _booked(row: Any) -> Booked:
    own = getattr(row.edition, "bookkeeping", None)
    export = row.receivable.booked_in
    return Booked(
        id=row.pk,
        number=row.number,
        credits=row.credits.number if row.credits else None,
        issued_on=row.issued_on,
        payer=row.billed_to["name"],
        amounts=tuple(Amount(line.net, line.vat_percent, line.vat) for line in row.lines.all()),
        accounts=own.accounts if own else {},
        project=own.project if own else "",
        project_name=row.edition.title,
        booked_at=export.made_at if export else None,
    )
