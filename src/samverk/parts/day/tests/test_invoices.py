"""Invoices: issued once, numbered without gaps, never changed, credited when a seat is given up."""

from datetime import date, timedelta
from io import BytesIO

import pikepdf
import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, connection, transaction

from samverk.base.mail.models import OutgoingMail
from samverk.base.organisations.models import Organisation, Role
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.people.tests.people import person
from samverk.parts.day import jobs
from samverk.parts.day.actions import invoices, registration, retention, tickets, waiting
from samverk.parts.day.actions.sellers import NoExemptNote, NoSeller
from samverk.parts.day.models import Invoice, InvoiceLine, Payer, Receivable, Registration, Seller, TicketKind
from samverk.parts.day.presenters.invoice_paper import paper
from samverk.parts.day.queries import invoices as queries
from samverk.parts.day.tests import build

pytestmark = pytest.mark.django_db
TODAY = build.NOW.date()


def numbers() -> list[int]:
    return list(Invoice.objects.order_by("number").values_list("number", flat=True))


def text_of(invoice: Invoice) -> str:
    found = queries.invoice(invoice.pk)
    assert found is not None
    content = paper(found).content
    with pikepdf.open(BytesIO(content)) as pdf:
        assert len(pdf.pages) == 1
    return content.decode("latin-1")


def test_a_group_gets_one_invoice_with_a_line_for_each_person() -> None:
    invoice = build.billed(build.priced(), colleagues=2)

    assert (invoice.number, invoice.net, invoice.vat, invoice.line_count) == (1, 300_000, 75_000, 3)
    assert invoice.due_on == TODAY + timedelta(days=30)
    assert list(invoice.lines.values_list("net", "vat", "vat_percent")) == [(100_000, 25_000, 25)] * 3
    assert invoice.billed_to["name"] == "Återbruket Prov AB"


def test_only_who_arranges_may_issue() -> None:
    leader = build.registered(build.priced(), payer=build.details())

    with pytest.raises(PermissionDenied):
        invoices.issue(leader_id=leader.pk, by=person("Bo Köpare", Role.BUYER), today=TODAY)
    assert not Invoice.objects.exists()


def test_a_seat_is_billed_once() -> None:
    invoice = build.billed(build.priced())

    with pytest.raises(invoices.NothingToBill):
        invoices.issue(leader_id=invoice.registration_id, by=OPERATOR, today=TODAY)


def test_who_waits_is_billed_when_the_seat_comes() -> None:
    kind = build.priced(quota=1)
    invoice = build.billed(kind, colleagues=1)
    assert invoice.line_count == 1

    tickets.change(
        kind_id=kind.pk,
        facts=tickets.Facts(kind.name, 2, price=kind.price, vat_percent=kind.vat_percent),
        by=OPERATOR,
        now=build.NOW,
    )
    colleague = Registration.objects.get(leader__isnull=False)
    waiting.accept(registration_id=colleague.pk, now=build.NOW)
    second = Invoice.objects.get(
        pk=invoices.issue(leader_id=invoice.registration_id, by=OPERATOR, today=TODAY)
    )

    assert (second.number, second.line_count) == (2, 1)
    assert second.lines.get().registration == colleague


def test_the_price_that_was_agreed_is_the_one_that_is_billed() -> None:
    kind = build.priced(price=50_000)
    leader = build.registered(kind, payer=build.details())
    TicketKind.objects.filter(pk=kind.pk).update(price=90_000)

    key = invoices.issue(leader_id=leader.pk, by=OPERATOR, today=TODAY)

    assert Invoice.objects.get(pk=key).net == 50_000


def test_an_issued_invoice_never_changes() -> None:
    invoice = build.billed(build.priced())
    line = invoice.lines.get()

    for change in (
        lambda: Invoice.objects.filter(pk=invoice.pk).update(net=1),
        lambda: InvoiceLine.objects.filter(pk=line.pk).update(text="något annat"),
        lambda: InvoiceLine.objects.filter(pk=line.pk).delete(),
        lambda: Receivable.objects.all().delete() and invoice.delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_no_line_can_be_added_later() -> None:
    invoice = build.billed(build.priced())
    line = invoice.lines.get()
    line.pk, line.nth, line._state.adding = None, 7, True

    def adds_a_line() -> None:
        with transaction.atomic():
            line.save(force_insert=True)
            connection.check_constraints()

    with pytest.raises(IntegrityError):
        adds_a_line()


def test_a_cancelled_seat_becomes_a_credit_invoice_for_that_seat() -> None:
    invoice = build.billed(build.priced(), colleagues=2)
    colleague = Registration.objects.filter(leader__isnull=False).first()
    assert colleague is not None

    registration.cancel(registration_id=colleague.pk, now=build.NOW)

    made = Invoice.objects.get(credits=invoice)
    assert (made.number, made.net, made.vat, made.line_count) == (2, -100_000, -25_000, 1)
    assert made.lines.get().reverses.registration == colleague  # type: ignore[union-attr]
    assert queries.invoice(invoice.pk).row.left == 250_000  # type: ignore[union-attr]


def test_a_cancelled_group_gets_one_credit_invoice() -> None:
    invoice = build.billed(build.priced(), colleagues=3)

    registration.cancel_group(registration_id=invoice.registration_id, now=build.NOW)

    made = Invoice.objects.get(credits=invoice)
    assert made.net == -invoice.net
    with pytest.raises(invoices.NothingToCredit):
        invoices.credit(invoice_id=invoice.pk, by=OPERATOR, today=TODAY)


def test_who_cancels_too_late_is_not_credited_until_the_organiser_does_it() -> None:
    kind = build.priced()
    Seller.objects.update(refund_days=14)
    invoice = build.billed(kind)
    late = build.NOW.replace(year=2027, month=4, day=2)

    registration.cancel(registration_id=invoice.registration_id, now=late)
    assert not Invoice.objects.filter(credits=invoice).exists()

    invoices.credit(invoice_id=invoice.pk, by=OPERATOR, today=late.date())
    assert Invoice.objects.filter(credits=invoice).count() == 1


def test_who_comes_back_is_billed_again() -> None:
    invoice = build.billed(build.priced())
    registration.cancel(registration_id=invoice.registration_id, now=build.NOW)
    waiting.rejoin(registration_id=invoice.registration_id, now=build.NOW)

    invoices.issue(leader_id=invoice.registration_id, by=OPERATOR, today=TODAY)

    assert [row.nth for row in InvoiceLine.objects.filter(reverses=None).order_by("pk")] == [0, 1]
    assert numbers() == [1, 2, 3]


def test_an_invoice_that_is_undone_leaves_no_gap() -> None:
    kind = build.priced()
    leader = build.registered(kind, payer=build.details())

    def is_interrupted() -> None:
        with transaction.atomic():
            invoices.issue(leader_id=leader.pk, by=OPERATOR, today=TODAY)
            raise InterruptedError

    with pytest.raises(InterruptedError):
        is_interrupted()
    invoices.issue(leader_id=leader.pk, by=OPERATOR, today=TODAY)

    assert numbers() == [1]
    assert queries.missing_numbers() == ()


def test_a_missing_number_is_seen() -> None:
    build.billed(build.priced())
    Seller.objects.update(last_number=3)

    assert [missing for _seller, missing in queries.missing_numbers()] == [2]


def test_each_organiser_has_a_series_of_its_own() -> None:
    first = build.billed(build.priced())
    seller = Seller.objects.get()
    seller.pk, seller.last_number = None, 0
    seller.organisation = Organisation.objects.create(
        region_id=seller.region_id, name="Andra prov", kind="association"
    )
    seller.save(force_insert=True)

    assert Seller.objects.next_number(seller.pk) == 1
    assert first.number == 1


def test_the_invoice_goes_to_the_payer_as_pdf() -> None:
    invoice = build.billed(build.priced())

    jobs.send_invoice(invoice_id=invoice.pk)

    mail = OutgoingMail.objects.get()
    assert mail.to == "faktura@example.org"
    assert mail.subject == "Faktura 1, Dagen 2027"
    assert "1\xa0250,00 kr" in mail.text
    assert mail.attachments.get().name == "faktura-1.pdf"
    assert bytes(mail.attachments.get().content).startswith(b"%PDF")


@pytest.mark.parametrize("vat_percent", [0, 6, 12, 25])
def test_invoices_and_credits_fit_on_a_page(vat_percent: int) -> None:
    invoice = build.billed(
        build.priced(vat_percent=vat_percent), colleagues=5, name="Kunigunda Långtbortistan-Överkalixsson"
    )
    invoices.credit(invoice_id=invoice.pk, by=OPERATOR, today=TODAY)

    for one in Invoice.objects.all():
        assert text_of(one)


def test_who_is_late_is_reminded_once_a_day_and_not_when_it_is_paid() -> None:
    invoice = build.billed(build.priced())
    late = invoice.due_on + timedelta(days=1)
    told = {"invoice_ids": [invoice.pk], "by": OPERATOR, "today": late}

    assert invoices.remind(invoice_ids=[invoice.pk], by=OPERATOR, today=invoice.due_on) == 0
    assert [invoices.remind(**told), invoices.remind(**told)] == [1, 0]
    invoices.mark_paid(invoice_id=invoice.pk, paid_on=late, by=OPERATOR)
    assert invoices.remind(**{**told, "today": late + timedelta(days=1)}) == 0


def test_sums_tell_what_is_billed_paid_and_late() -> None:
    kind = build.priced()
    first, second, third = (build.billed(kind, email=f"{n}@example.org") for n in range(3))
    invoices.mark_paid(invoice_id=first.pk, paid_on=TODAY, by=OPERATOR)
    invoices.credit(invoice_id=second.pk, by=OPERATOR, today=TODAY)

    sums = queries.sums(kind.edition_id, today=third.due_on + timedelta(days=1))

    assert (sums.billed, sums.credited, sums.paid) == (375_000, -125_000, 125_000)
    assert (sums.overdue, sums.overdue_count) == (125_000, 1)


def test_nothing_costs_anything_before_somebody_can_invoice_it() -> None:
    edition = build.edition()

    with pytest.raises(NoSeller):
        tickets.add(edition_id=edition.pk, facts=tickets.Facts("Dyr", 5, price=100), by=OPERATOR)
    build.seller(edition)
    with pytest.raises(NoExemptNote):
        tickets.add(
            edition_id=edition.pk, facts=tickets.Facts("Dyr", 5, price=100, vat_percent=0), by=OPERATOR
        )
    tickets.add(edition_id=edition.pk, facts=tickets.Facts("Dyr", 5, price=100), by=OPERATOR)


def test_a_ticket_that_costs_wants_a_payer_and_nothing_is_kept_without() -> None:
    with pytest.raises(registration.NoPayer):
        build.registered(build.priced())

    assert not Registration.objects.exists()


def test_invoices_are_forgotten_when_the_law_lets_them_be_and_not_before() -> None:
    kind = build.priced()
    invoice = build.billed(kind)
    invoices.credit(invoice_id=invoice.pk, by=OPERATOR, today=date(2028, 1, 2))

    assert retention.forget_invoices(today=date(2034, 12, 31)) == 0
    assert retention.forget_invoices(today=date(2035, 1, 1)) == 0, "its credit is a year younger"
    assert retention.forget_invoices(today=date(2036, 1, 1)) == 2
    assert not InvoiceLine.objects.exists()
    build.billed(kind, email="ny@example.org")
    assert queries.missing_numbers() == ()


def test_who_paid_is_forgotten_with_the_registration_and_the_invoice_stays() -> None:
    invoice = build.billed(build.priced())

    retention.forget(today=date(2029, 1, 1), sensitive_days=14, registration_days=365)

    assert not Payer.objects.exists()
    assert Invoice.objects.get().billed_to == invoice.billed_to
