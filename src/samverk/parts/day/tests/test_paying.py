"""The registration form where a ticket costs something, and the organisers' pages for invoices."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client

from samverk.base.audit.models import Entry
from samverk.base.organisations.models import Role
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.people.tests.people import person, signed_in
from samverk.parts.day.actions import invoices
from samverk.parts.day.models import (
    Bookkeeping,
    Invoice,
    LedgerExport,
    Payer,
    Receivable,
    Registration,
    Seller,
    TicketKind,
)
from samverk.parts.day.tests import build
from samverk.parts.day.tests.sie_reader import read
from samverk.parts.day.tests.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nothing_remembered")]
PAYER = {f"payer_{name}": value for name, value in vars(build.details()).items()}
SELLER = {
    "name": "Region Prov",
    "organisation_number": "555555-5555",
    "vat_number": "SE555555555501",
    "street": "Provgatan 1",
    "postcode": "972 34",
    "city": "Provstad",
    "email": "ekonomi@example.org",
    "bankgiro": "5050-1055",
    "payment_days": "30",
    "refund_days": "0",
}


@pytest.fixture
def organiser() -> Client:
    return signed_in(person("Amina Prov", Role.ORGANISER))


@pytest.fixture
def kind() -> TicketKind:
    return build.priced()


def faults(answer: HttpResponse) -> dict[str, str]:
    form = answer.context["form"]  # type: ignore[attr-defined]
    return {name: " ".join(told) for name, told in form.errors.items()}


def kept(answer: HttpResponse, name: str) -> str:
    field = BeautifulSoup(answer.content, "html5lib").select_one(f"[name={name}]")
    assert field is not None
    return str(field.get("value", ""))


def desk(kind: TicketKind, rest: str) -> str:
    return f"/arrangera/{kind.edition_id}/fakturor/{rest}"


def test_the_form_tells_the_price_with_and_without_vat(visitor: Visitor, kind: TicketKind) -> None:
    told = visitor.reads(f"/dagar/dagen/{kind.edition.slug}/anmalan/").replace("\xa0", " ")

    assert "1 250 kr med moms (1 000 kr utan)" in told
    assert "payer_organisation_number" in told


def test_who_pays_is_kept_with_the_price_that_was_seen(visitor: Visitor, kind: TicketKind) -> None:
    answer = visitor.sends(kind, colleagues=2, **PAYER)

    payer = Payer.objects.get()
    assert answer.status_code == 303
    assert (payer.name, payer.organisation_number, payer.price, payer.vat_percent) == (
        "Återbruket Prov AB", "5566778899", 100_000, 25,
    )  # fmt: skip
    assert payer.registration.colleagues.count() == 2


@pytest.mark.parametrize(
    ("facts", "field", "told"),
    [
        ({"payer_organisation_number": "556677-8898"}, "payer_organisation_number", "någon siffra är fel"),
        ({"payer_organisation_number": "12"}, "payer_organisation_number", "tio siffror"),
        ({"payer_organisation_number": "000101-0107"}, "payer_organisation_number", "lämna fältet tomt"),
        ({"payer_reference": "Kim 000101-0107"}, "payer_reference", "Ta bort personnumret"),
        ({"payer_name": ""}, "payer_name", "Skriv vem"),
        ({"payer_name": "x" * 10_000}, "payer_name", "10000 tecken"),
        ({"name": "x" * 10_000}, "name", "10000 tecken"),
        ({"payer_email": "inte en adress"}, "payer_email", "hel e-postadress"),
        ({"payer_electronic_address": "7300000000000"}, "payer_electronic_address", "GLN"),
    ],
)
def test_a_fault_stands_on_its_field_the_rest_is_kept_and_nothing_is_stored(
    visitor: Visitor, kind: TicketKind, facts: dict[str, str], field: str, told: str
) -> None:
    answer = visitor.sends(kind, **{**PAYER, **facts})

    assert answer.status_code == 422
    assert [*faults(answer)] == [field]
    assert told in faults(answer)[field]
    assert kept(answer, "payer_street") == "Exempelvägen 2"
    assert kept(answer, field) == {**PAYER, **facts}[field]
    assert not Registration.objects.exists()
    assert not Payer.objects.exists()


def test_a_private_person_or_sole_trader_leaves_the_number_empty(visitor: Visitor, kind: TicketKind) -> None:
    visitor.sends(kind, **{**PAYER, "payer_organisation_number": ""})

    assert Payer.objects.get().organisation_number == ""


def test_nobody_who_comes_for_nothing_is_asked_who_pays(visitor: Visitor, kind: TicketKind) -> None:
    free = build.kind(edition=kind.edition, name="Gratis")

    answer = visitor.sends(free, payer_organisation_number="000101-0107", payer_name="x" * 10_000)

    assert answer.status_code == 303
    assert not Payer.objects.exists()


def test_a_form_without_anything_to_pay_has_no_fields_about_it(visitor: Visitor) -> None:
    kind = build.kind()

    assert "payer_" not in visitor.reads(f"/dagar/dagen/{kind.edition.slug}/anmalan/")


def test_a_price_that_changed_while_the_form_was_open_is_told_before_anybody_agrees(
    visitor: Visitor, kind: TicketKind
) -> None:
    seen = kept(visitor.client.get(f"/dagar/dagen/{kind.edition.slug}/anmalan/"), "prices")  # type: ignore[arg-type]
    TicketKind.objects.filter(pk=kind.pk).update(price=200_000)

    refused = visitor.sends(kind, prices=seen, **PAYER)
    assert "Priset har ändrats" in faults(refused)["kind"]
    assert not Registration.objects.exists()
    agreed = visitor.sends(kind, prices=kept(refused, "prices"), **PAYER)

    assert agreed.status_code == 303
    assert Payer.objects.get().price == 200_000


def test_seats_that_went_while_the_form_was_open_leave_a_place_in_line_and_no_bill(
    visitor: Visitor, organiser: Client
) -> None:
    kind = build.priced(quota=1)
    build.registered(kind, payer=build.details())

    visitor.sends(kind, email="sen@example.org", **PAYER)

    assert Registration.objects.get(email="sen@example.org").state == "waiting"
    organiser.post(desk(kind, "alla/"))
    assert Invoice.objects.count() == 1


def test_a_closed_edition_keeps_what_was_written(visitor: Visitor, kind: TicketKind) -> None:
    TicketKind.objects.update(closes_at=build.NOW.replace(year=2020))

    answer = visitor.sends(kind, **PAYER)

    assert answer.status_code == 422
    assert "stängt" in faults(answer)["kind"]
    assert kept(answer, "payer_street") == "Exempelvägen 2"
    assert not Payer.objects.exists()


def test_the_payer_sees_the_invoice_and_changes_where_the_next_goes(
    visitor: Visitor, kind: TicketKind
) -> None:
    own = visitor.sends(kind, **PAYER)["Location"]
    invoices.issue(leader_id=Registration.objects.get().pk, by=OPERATOR, today=build.NOW.date())

    assert "Faktura 1 (PDF)" in visitor.reads(own)
    file = visitor.client.get(f"{own}faktura-1.pdf")
    assert file["Content-Type"] == "application/pdf"
    assert visitor.client.get(f"{own}faktura-2.pdf").status_code == 404
    wrong = visitor.posts(f"{own}fakturauppgifter/", **{**PAYER, "payer_organisation_number": "1"})
    assert wrong.status_code == 422
    visitor.posts(f"{own}fakturauppgifter/", **{**PAYER, "payer_reference": "Ny Referens"})
    assert Payer.objects.get().reference == "Ny Referens"
    assert Invoice.objects.get().billed_to["reference"] == "Kim Prov"


def test_a_price_without_a_seller_is_refused_on_the_price(organiser: Client) -> None:
    kind = build.kind()
    new = f"/arrangera/{kind.edition_id}/biljetter/ny/"
    ticket = {"name": "Dyr", "quota": 4, "audience": "everybody", "price": "250", "vat_percent": "25"}

    refused = organiser.post(new, ticket)
    assert "vem som skickar fakturan" in faults(refused)["price"]  # type: ignore[arg-type]
    organiser.post(desk(kind, "avsandare/"), SELLER)
    assert "vat_percent" in faults(organiser.post(new, {**ticket, "vat_percent": "0"}))  # type: ignore[arg-type]
    organiser.post(new, ticket)

    assert TicketKind.objects.get(name="Dyr").price == 25_000
    assert Seller.objects.get().bankgiro == "50501055"


@pytest.mark.parametrize(
    ("field", "written", "told"),
    [
        ("organisation_number", "555555-5556", "någon siffra är fel"),
        ("organisation_number", "000101-0107", "juridisk person"),
        ("vat_number", "SE1", "stämmer inte"),
        ("bankgiro", "5050-1056", "någon siffra är fel"),
        ("bankgiro", "1", "sju eller åtta"),
        ("postcode", "1", "fem siffror"),
    ],
)
def test_the_sellers_numbers_are_checked(organiser: Client, field: str, written: str, told: str) -> None:
    answer = organiser.post(desk(build.kind(), "avsandare/"), {**SELLER, field: written})

    assert answer.status_code == 422
    assert told in faults(answer)[field]  # type: ignore[arg-type]
    assert not Seller.objects.exists()


def test_an_organiser_bills_is_paid_and_takes_out_a_file_once(organiser: Client, kind: TicketKind) -> None:
    build.registered(kind, payer=build.details(), colleagues=1)
    assert "Återbruket Prov AB" in organiser.get(desk(kind, "")).content.decode()

    organiser.post(desk(kind, "alla/"))
    invoice = Invoice.objects.get()
    page = desk(kind, f"{invoice.pk}/")
    refused = organiser.post(page, {"do": "paid", "paid_on": "i går"})
    assert refused.status_code == 422
    organiser.post(page, {"do": "paid", "paid_on": "2027-02-20"})
    assert "Betald 2027-02-20" in organiser.get(page).content.decode()
    day = invoice.issued_on.isoformat()
    period = {"do": "file", "period-first_day": day, "period-last_day": day}
    first = organiser.post(desk(kind, "bokforing/"), period)

    assert sum(amount for _a, amount, _o in read(first.content).vouchers[0].entries) == 0
    assert Receivable.objects.get().booked_in == LedgerExport.objects.get()
    again = organiser.post(desk(kind, "bokforing/"), period)
    assert again.status_code == 422
    assert "redan i en fil" in again.content.decode()
    twice = organiser.post(desk(kind, "bokforing/"), {**period, "period-again": "on"})
    assert read(twice.content).vouchers[0].text == "Faktura 1, Återbruket Prov AB"
    assert Entry.objects.filter(action="day.export_ledger").count() == 2


def test_a_file_is_of_one_financial_year(organiser: Client, kind: TicketKind) -> None:
    period = {"do": "file", "period-first_day": "2026-12-01", "period-last_day": "2027-01-31"}

    answer = organiser.post(desk(kind, "bokforing/"), period)

    assert answer.status_code == 422
    assert "ett räkenskapsår" in answer.content.decode()


def test_an_edition_may_have_accounts_of_its_own(organiser: Client, kind: TicketKind) -> None:
    own = {"do": "books", "upplagan-project": "118", "upplagan-sales_25": "3911"}
    organiser.post(desk(kind, "bokforing/"), {**own, "upplagan-sales_25": "39"})
    assert not Bookkeeping.objects.exists()
    organiser.post(desk(kind, "bokforing/"), own)
    accounts = {"konton-receivable": "1512", "konton-voucher_series": "K", "konton-year_begins": "1"}
    others = {f"konton-{name}": "3000" for name in ("sales_25", "sales_12", "sales_6", "sales_0")}
    vat = {f"konton-vat_{rate}": "2610" for rate in (25, 12, 6)}
    organiser.post(desk(kind, "bokforing/"), {"do": "accounts", **accounts, **others, **vat})
    invoice = build.billed(kind)
    day = invoice.issued_on.isoformat()

    file = organiser.post(
        desk(kind, "bokforing/"), {"do": "file", "period-first_day": day, "period-last_day": day}
    )

    (one,) = read(file.content).vouchers
    assert one.series == "K"
    assert [(account, objects) for account, _amount, objects in one.entries] == [
        (account, '6 "118"') for account in ("1512", "3911", "2610")
    ]


def test_a_registration_from_before_the_price_is_billed_when_an_organiser_has_asked_who_pays(
    organiser: Client,
) -> None:
    kind = build.kind()
    build.seller(kind.edition)
    row = build.registered(kind)
    TicketKind.objects.update(price=10_000)
    new = desk(kind, f"ny/{row.pk}/")
    assert organiser.post(new)["Location"] == desk(kind, f"betalare/{row.pk}/")

    organiser.post(desk(kind, f"betalare/{row.pk}/"), PAYER)
    organiser.post(new)

    assert Invoice.objects.get().net == 10_000


@pytest.mark.parametrize("rest", ["", "?forfallna=1", "avsandare/", "bokforing/"])
def test_lists_of_invoices_take_the_same_number_of_queries_however_long(
    organiser: Client, kind: TicketKind, rest: str, django_assert_max_num_queries: Any
) -> None:
    for number in range(12):
        build.billed(kind, email=f"{number}@example.org") if number < 9 else build.registered(
            kind, email=f"{number}@example.org", payer=build.details()
        )
    organiser.get(desk(kind, rest))

    with django_assert_max_num_queries(22):
        assert organiser.get(desk(kind, rest)).status_code == 200
