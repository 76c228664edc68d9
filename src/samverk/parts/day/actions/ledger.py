"""The file for the accounting program: what has been taken out is marked."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db import transaction

from samverk.base.audit import actions as audit
from samverk.base.organisations.permissions import demand
from samverk.parts.day.models import LedgerExport, Receivable, Seller
from samverk.parts.day.permissions import may_arrange


@transaction.atomic
def mark_exported(
    *,
    seller_id: int,
    invoice_ids: Collection[int],
    first_day: date,
    last_day: date,
    by: Any,
    now: datetime,
) -> None:
    """Note which invoices a file for the accounting program holds. The first file that has one counts.

    :raises PermissionDenied: when `by` arranges nothing.
    """
    demand(may_arrange, by)
    seller = Seller.objects.get(pk=seller_id)
    export = LedgerExport.objects.create(
        region_id=seller.region_id,
        seller=seller,
        first_day=first_day,
        last_day=last_day,
        made_at=now,
        made_by=by if getattr(by, "pk", None) else None,
        vouchers=len(invoice_ids),
    )
    Receivable.objects.filter(invoice__in=invoice_ids, booked_in__isnull=True).update(booked_in=export)
    audit.record(actor=by, action="day.export_ledger", target=export, vouchers=len(invoice_ids))
