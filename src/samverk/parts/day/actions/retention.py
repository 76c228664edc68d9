"""Forgetting: sensitive answers soon after the day, who came some time after it. The numbers stay.

Invoices are kept as long as the law says, and not longer.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import pgtrigger
from django.db import transaction
from django.db.models import Q

from samverk.base.audit import actions as audit
from samverk.parts.day.actions import attendance
from samverk.parts.day.models import (
    Invoice,
    InvoiceLine,
    LedgerExport,
    Notice,
    Payer,
    Registration,
    SensitiveAnswers,
    Upload,
)
from samverk.parts.day.rules.money import KEPT_YEARS, kept_through


@dataclass(frozen=True)
class Forgotten:
    """How much was deleted."""

    sensitive: int
    registrations: int


@transaction.atomic
def forget(*, today: date, sensitive_days: int, registration_days: int) -> Forgotten:
    """Delete the sensitive answers of days that are over, and later also who was registered for them."""
    old = SensitiveAnswers.objects.filter(
        registration__edition__ends_on__lt=today - timedelta(days=sensitive_days)
    )
    sensitive, _ = old.delete()
    Upload.objects.filter(
        question__sensitive=True, registration__edition__ends_on__lt=today - timedelta(days=sensitive_days)
    ).delete()
    attendance.forget(ended_before=today - timedelta(days=registration_days), today=today)
    nameless = Registration.objects.filter(edition__ends_on__lt=today - timedelta(days=registration_days))
    Upload.objects.filter(registration__in=nameless).delete()
    Payer.objects.filter(registration__in=nameless).delete()
    known = nameless.exclude(Q(name="") & Q(email="") & Q(organisation="") & Q(answers={}))
    registrations = known.update(name="", email="", organisation="", answers={})
    Notice.objects.filter(edition__ends_on__lt=today - timedelta(days=registration_days)).delete()
    if sensitive or registrations:
        audit.record(
            actor=None, action="day.forget", sensitive_answers=sensitive, registrations=registrations
        )
    return Forgotten(sensitive, registrations)


@transaction.atomic
def forget_invoices(*, today: date) -> int:
    """Delete the invoices that need not be kept any longer; returns how many. Only here that is let."""
    old = Invoice.objects.filter(issued_on__year__lt=today.year - KEPT_YEARS).select_related("seller")
    over = [row.pk for row in old if kept_through(row.issued_on, year_begins=row.seller.year_begins) < today]
    kept_by_a_later_one = set(
        Invoice.objects.filter(credits__in=over).exclude(pk__in=over).values_list("credits_id", flat=True)
    )
    chosen = [key for key in over if key not in kept_by_a_later_one]
    with pgtrigger.ignore("day.Invoice:deleted_by_age_only", "day.InvoiceLine:deleted_by_age_only"):
        InvoiceLine.objects.filter(invoice__in=chosen, reverses__isnull=False).delete()
        InvoiceLine.objects.filter(invoice__in=chosen).delete()
        Invoice.objects.filter(pk__in=chosen, credits__isnull=False).delete()
        Invoice.objects.filter(pk__in=chosen).delete()
    LedgerExport.objects.filter(booked__isnull=True, last_day__year__lt=today.year - KEPT_YEARS - 1).delete()
    if chosen:
        audit.record(actor=None, action="day.forget_invoices", invoices=len(chosen))
    return len(chosen)
