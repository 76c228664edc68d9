"""Fifty invoices at the same moment: numbers without gaps, and no seat billed twice."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pgtrigger
import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from samverk.base.audit.models import Entry
from samverk.base.organisations.permissions import OPERATOR
from samverk.parts.day.actions import invoices
from samverk.parts.day.models import (
    Edition,
    Invoice,
    InvoiceLine,
    Receivable,
    Registration,
    Seller,
    Series,
    TicketKind,
)
from samverk.parts.day.queries.invoices import missing_numbers
from samverk.parts.day.tests import build

AT_ONCE = 50


@pytest.fixture
def leaders(django_db_setup: None, django_db_blocker: Any) -> Iterator[list[int]]:
    """People who have registered, really in the database, so that other connections see them."""
    with django_db_blocker.unblock():
        kind = build.priced(quota=AT_ONCE)
        entries = [
            build.registered(kind, email=f"{number}@example.org", payer=build.details()).pk
            for number in range(AT_ONCE)
        ]
        yield entries
        _clear(kind)
        connection.close()


def test_numbers_have_no_gaps_and_no_doubles(leaders: list[int]) -> None:
    at_once([lambda key=key: issue(key) for key in leaders])

    assert sorted(Invoice.objects.values_list("number", flat=True)) == list(range(1, AT_ONCE + 1))
    assert missing_numbers() == ()


def test_many_presses_on_the_same_button_bill_once(leaders: list[int]) -> None:
    said = at_once([lambda: issue(leaders[0]) for _ in range(12)])

    assert sorted(said) == ["issued"] + ["nothing"] * 11
    assert list(Invoice.objects.values_list("number", flat=True)) == [1]


def issue(leader_id: int) -> str:
    try:
        invoices.issue(leader_id=leader_id, by=OPERATOR, today=build.NOW.date())
    except invoices.NothingToBill:
        return "nothing"
    return "issued"


def at_once(deeds: list[Callable[[], str]]) -> list[str]:
    """What becomes of several who do something at the same moment."""
    start, said = threading.Barrier(len(deeds)), []

    def try_it(deed: Callable[[], str]) -> None:
        start.wait()
        try:
            said.append(deed())
        finally:
            connection.close()

    threads = [threading.Thread(target=try_it, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return said


def _clear(kind: TicketKind) -> None:
    edition_id, series_id = kind.edition_id, kind.edition.series_id
    with pgtrigger.ignore(
        "day.Invoice:deleted_by_age_only",
        "day.InvoiceLine:deleted_by_age_only",
        "audit.Entry:deleted_by_age_only",
    ):
        InvoiceLine.objects.all().delete()
        Receivable.objects.all().delete()
        Invoice.objects.all().delete()
        Entry.objects.all().delete()
    Registration.objects.all().delete()
    TicketKind.objects.all().delete()
    Seller.objects.all().delete()
    Edition.objects.filter(pk=edition_id).delete()
    series = Series.objects.get(pk=series_id)
    organiser = series.organiser
    series.delete()
    organiser.delete()
    ProcrastinateJob.objects.all()._raw_delete("default")
