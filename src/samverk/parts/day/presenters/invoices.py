"""Invoices in the words of the screen."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from stdnum.se import orgnr

from samverk.parts.day.presenters.tickets import crowns
from samverk.parts.day.queries.invoices import InvoiceFacts, InvoiceRow, Sums, Unbilled
from samverk.parts.day.queries.ledger import Booked, Earlier, SellerFacts
from samverk.parts.day.rules import ledger
from samverk.parts.day.rules.money import Amount, amount, by_rate
from samverk.parts.day.rules.payers import Details
from samverk.ui.table import Column, Table

ACCOUNT_NAMES = {
    "receivable": "Kundfordringar",
    "vat_25": "Utgående moms på försäljning inom Sverige, 25 %",
    "vat_12": "Utgående moms på försäljning inom Sverige, 12 %",
    "vat_6": "Utgående moms på försäljning inom Sverige, 6 %",
    "sales_25": "Försäljning inom Sverige, 25 % moms",
    "sales_12": "Försäljning inom Sverige, 12 % moms",
    "sales_6": "Försäljning inom Sverige, 6 % moms",
    "sales_0": "Försäljning inom Sverige, momsfri",
}


def kr(ore: int) -> str:
    """An amount with its unit, always with öre, as invoices have it."""
    return _("%(crowns)s kr") % {"crowns": crowns(ore, always=True)}


def day(value: date) -> str:
    """A date as invoices have it."""
    return date_format(value, "Y-m-d")


def number_of(digits: str) -> str:
    """An organisation number as it is written."""
    return str(orgnr.format(digits)) if digits else ""


def bankgiro_of(digits: str) -> str:
    """A bankgiro number as it is written."""
    return f"{digits[:-4]}-{digits[-4:]}"


def state(row: InvoiceRow, *, today: date) -> tuple[str, str]:
    """What has become of an invoice, and its colour."""
    if row.credits:
        return _("Kredit till %(number)d") % {"number": row.credits}, "neutral"
    if row.paid_on:
        return _("Betald %(day)s") % {"day": day(row.paid_on)}, "success"
    if not row.left:
        return _("Krediterad"), "neutral"
    if row.is_overdue(today):
        return _("Förfallen"), "danger"
    return _("Skickad"), "info"


def table(rows: Iterable[InvoiceRow], *, edition_id: int, today: date) -> Table:
    """The list on the screen."""
    columns = (
        Column(_("Nummer")),
        Column(_("Betalare")),
        Column(_("Förfaller")),
        Column(_("Belopp"), numeric=True),
        Column(_("Läge")),
    )
    body = [
        (
            (str(row.number), reverse("day_desk:invoice", args=[edition_id, row.id])),
            row.payer,
            day(row.due_on) if not row.credits else "–",
            kr(row.gross),
            state(row, today=today)[0],
        )
        for row in rows
    ]
    return Table(columns, body)


def unbilled(rows: Iterable[Unbilled], *, edition_id: int) -> Table:
    """Those who are to be billed, each with a way to its invoice or to what is missing."""
    columns = (
        Column(_("Betalare")),
        Column(_("Platser"), numeric=True),
        Column(_("Med moms"), numeric=True),
        Column(_("Att göra")),
    )
    body = [
        (
            row.name,
            row.seats,
            kr(row.seats * amount(row.price, row.vat_percent).gross),
            (_("Visa och skicka"), reverse("day_desk:new_invoice", args=[edition_id, row.leader_id]))
            if row.details
            else (
                _("Fyll i fakturauppgifter"),
                reverse("day_desk:payer", args=[edition_id, row.leader_id]),
            ),
        )
        for row in rows
    ]
    return Table(columns, body)


def sums(found: Sums) -> list[tuple[str, str]]:
    """The money at a glance."""
    late = ngettext("%(count)d faktura", "%(count)d fakturor", found.overdue_count)
    return [
        (_("Fakturerat"), kr(found.billed)),
        (_("Krediterat"), kr(found.credited) if found.credited else ""),
        (_("Betalt"), kr(found.paid)),
        (
            _("Förfallet"),
            f"{kr(found.overdue)}, {late % {'count': found.overdue_count}}" if found.overdue_count else "",
        ),
    ]


def terms(seller: SellerFacts | None) -> str:
    """Who sells, and until when whoever cancels need not pay; to be read before one agrees."""
    if seller is None:
        return ""
    if not seller.refund_days:
        told = _("%(name)s skickar fakturan. Avbokar du senast på dagen krediteras den.")
        return told % {"name": seller.name}
    told = ngettext(
        "%(name)s skickar fakturan. Avbokar du senast %(count)d dag före dagen krediteras den.",
        "%(name)s skickar fakturan. Avbokar du senast %(count)d dagar före dagen krediteras den.",
        seller.refund_days,
    )
    return told % {"name": seller.name, "count": seller.refund_days}


def payer(details: Details) -> list[tuple[str, str]]:
    """Who pays."""
    place = f"{details.postcode} {details.city}".strip()
    return [
        (_("Betalare"), details.name),
        (_("Organisationsnummer"), number_of(details.organisation_number)),
        (_("Adress"), ", ".join(part for part in (details.street, place) if part)),
        (_("E-post"), details.email),
        (_("Er referens"), details.reference),
        (_("Beställningsnummer"), details.order_number),
        (_("Peppol-ID eller GLN"), details.electronic_address),
    ]


def facts(invoice: InvoiceFacts, *, today: date) -> list[tuple[str, str]]:
    """An invoice in words."""
    row = invoice.row
    return [
        (_("Läge"), state(row, today=today)[0]),
        (_("Fakturadatum"), day(row.issued_on)),
        (_("Förfallodag"), day(row.due_on) if not row.credits else ""),
        (_("Belopp med moms"), kr(row.gross)),
        (_("Krediterat"), kr(row.credited) if row.credited else ""),
        (_("Kvar att betala"), kr(row.left) if not row.credits else ""),
        (_("Påmind"), day(row.reminded_on) if row.reminded_on else ""),
        (_("Bokföring"), _("finns i en fil till ekonomiprogrammet") if row.is_booked else ""),
        *payer(invoice.billed_to),
    ]


def lines(told: Iterable[tuple[str, Amount]]) -> Table:
    """The seats on an invoice, and their sum."""
    columns = (
        Column(_("Avser")),
        Column(_("Utan moms"), numeric=True),
        Column(_("Moms"), numeric=True),
        Column(_("Med moms"), numeric=True),
    )
    rows = [*told]
    body = [(text, kr(one.net), f"{kr(one.vat)} ({one.vat_percent} %)", kr(one.gross)) for text, one in rows]
    rates = by_rate(one for _text, one in rows)
    net, vat = sum(rate.net for rate in rates), sum(rate.vat for rate in rates)
    return Table(columns, [*body, (_("Summa"), kr(net), kr(vat), kr(net + vat))])


def vouchers(rows: Iterable[Booked], seller: SellerFacts) -> tuple[list[ledger.Voucher], dict[str, str]]:
    """The invoices as vouchers, and what their projects are called."""
    made, projects = [], {}
    for row in rows:
        text = (
            f"Kreditfaktura {row.number} till faktura {row.credits}"
            if row.credits
            else f"Faktura {row.number}"
        )
        made.append(
            ledger.voucher(
                on=row.issued_on,
                text=f"{text}, {row.payer}",
                amounts=row.amounts,
                accounts={**seller.accounts, **row.accounts},
                project=row.project,
            )
        )
        if row.project:
            projects[row.project] = row.project_name
    return made, projects


def account_names(seller: SellerFacts, rows: Iterable[Booked]) -> dict[str, str]:
    """What the accounts are called, by BAS, whatever their numbers."""
    named: dict[str, str] = {}
    for accounts in (ledger.BAS, seller.accounts, *(row.accounts for row in rows)):
        named |= {number: ACCOUNT_NAMES[name] for name, number in accounts.items()}
    return named


def earlier(files: Iterable[Earlier]) -> Table:
    """The files that were made before."""
    columns = (
        Column(_("Skapad")),
        Column(_("Period")),
        Column(_("Verifikationer"), numeric=True),
        Column(_("Av")),
    )
    rows = [
        (
            date_format(one.made_at, "SHORT_DATETIME_FORMAT"),
            f"{day(one.first_day)} – {day(one.last_day)}",
            one.vouchers,
            one.made_by,
        )
        for one in files
    ]
    return Table(columns, rows)
