"""Who sells tickets: what stands on an organiser's invoices, and where its sales are booked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from samverk.base.audit import actions as audit
from samverk.base.organisations.permissions import demand
from samverk.parts.day.models import Bookkeeping, Edition, Seller
from samverk.parts.day.permissions import may_arrange


class NoSeller(Exception):
    """A ticket cannot cost anything before somebody can send an invoice for it."""


class NoExemptNote(Exception):
    """An invoice without VAT must say why there is none, and the seller has not said it."""


@dataclass(frozen=True)
class Facts:
    """What an organiser says of itself as a seller."""

    name: str
    organisation_number: str
    street: str
    postcode: str
    city: str
    email: str
    bankgiro: str
    vat_number: str = ""
    telephone: str = ""
    has_f_tax: bool = False
    payment_days: int = 30
    refund_days: int = 0
    terms: str = ""
    exempt_note: str = ""


@transaction.atomic
def keep(*, edition_id: int, facts: Facts, by: Any) -> None:
    """Say who sends the invoices of an edition: its organiser, in all its editions. The numbers go on.

    :raises PermissionDenied: when `by` arranges nothing.
    """
    demand(may_arrange, by)
    edition = Edition.objects.select_related("series").get(pk=edition_id)
    seller, _ = Seller.objects.update_or_create(
        organisation_id=edition.series.organiser_id, defaults={"region_id": edition.region_id, **vars(facts)}
    )
    audit.record(actor=by, action="day.keep_seller", target=seller)


@transaction.atomic
def keep_accounts(
    *, edition_id: int, accounts: Mapping[str, str], voucher_series: str, year_begins: int, by: Any
) -> None:
    """Say on which accounts an organiser's sales are booked.

    :raises PermissionDenied: when `by` arranges nothing.
    :raises NoSeller: when nobody has said who sends the invoices.
    """
    demand(may_arrange, by)
    seller = Seller.objects.select_for_update().filter(organisation__in=_organiser(edition_id)).first()
    if seller is None:
        raise NoSeller
    seller.accounts, seller.voucher_series = dict(accounts), voucher_series
    seller.year_begins = year_begins
    seller.save(update_fields=["accounts", "voucher_series", "year_begins"])
    audit.record(actor=by, action="day.keep_bookkeeping", target=seller)


@transaction.atomic
def book(*, edition_id: int, accounts: Mapping[str, str], project: str, by: Any) -> None:
    """Say where the sales of an edition are booked, when it is elsewhere than the organiser's others.

    :raises PermissionDenied: when `by` arranges nothing.
    """
    demand(may_arrange, by)
    edition = Edition.objects.get(pk=edition_id)
    told = {"region_id": edition.region_id, "accounts": dict(accounts), "project": project}
    Bookkeeping.objects.update_or_create(edition=edition, defaults=told)
    audit.record(actor=by, action="day.keep_bookkeeping", target=edition)


def demand_seller(*, edition_id: int, price: int, vat_percent: int) -> None:
    """Let a ticket have a price only when there is somebody who can invoice it.

    :raises NoSeller: when nobody has said who sends the invoices.
    :raises NoExemptNote: when there is no VAT and nothing says why.
    """
    if not price:
        return
    seller = Seller.objects.filter(organisation__in=_organiser(edition_id)).first()
    if seller is None:
        raise NoSeller
    if not vat_percent and not seller.exempt_note:
        raise NoExemptNote


def copy(source_id: int, edition_id: int) -> None:
    """Give a new edition the accounts of another."""
    for books in Bookkeeping.objects.filter(edition_id=source_id):
        books.pk, books.edition_id = None, edition_id
        books.save(force_insert=True)


def _organiser(edition_id: int) -> Any:
    return Edition.objects.filter(pk=edition_id).values("series__organiser_id")
