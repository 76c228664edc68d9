from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

VAT_PERCENT = (0, 6, 12, 25)
# An invoice and its lines are checked together when the transaction ends, so no line can be added later.
ADDS_UP = """
    IF EXISTS (
        SELECT FROM day_invoice AS invoice
        WHERE invoice.id = {key} AND (invoice.net, invoice.vat, invoice.line_count) <> (
            SELECT coalesce(sum(net), 0), coalesce(sum(vat), 0), count(*)
            FROM day_invoiceline WHERE invoice_id = {key}
        )
    ) THEN
        RAISE EXCEPTION 'invoice % is not the sum of its lines', {key} USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
"""


def _adds_up(key: str) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name="adds_up",
        operation=pgtrigger.Insert,
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        func=ADDS_UP.format(key=key),
    )


class Payer(models.Model):
    """Who pays for a group: the data for the invoice, and the price that was agreed when it registered.

    A sole trader's organisation number is a personal identity number, and is never kept (decision 0022).
    """

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    registration = models.OneToOneField(
        "day.Registration", on_delete=models.CASCADE, related_name="payer", verbose_name=_("anmälan")
    )
    name = models.CharField(_("organisation"), max_length=150)
    organisation_number = models.CharField(_("organisationsnummer"), max_length=10, blank=True)
    street = models.CharField(_("fakturaadress"), max_length=150)
    postcode = models.CharField(_("postnummer"), max_length=10)
    city = models.CharField(_("ort"), max_length=80)
    email = models.EmailField(_("e-post för fakturan"))
    reference = models.CharField(_("er referens"), max_length=80, blank=True)
    order_number = models.CharField(_("beställningsnummer"), max_length=50, blank=True)
    electronic_address = models.CharField(_("Peppol-ID eller GLN"), max_length=50, blank=True)
    price = models.PositiveIntegerField(_("pris i öre utan moms"))
    vat_percent = models.PositiveSmallIntegerField(_("moms i procent"))

    class Meta:
        verbose_name = _("betalare")
        verbose_name_plural = _("betalare")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(organisation_number="") | Q(organisation_number__regex=r"^\d\d[2-9]\d{7}$"),
                name="payer_is_no_person",
            ),
            models.CheckConstraint(condition=Q(vat_percent__in=VAT_PERCENT), name="payer_vat_is_a_rate"),
        ]

    def __str__(self) -> str:
        return self.name


class Invoice(models.Model):
    """An invoice, or the credit invoice of one. Once it is issued it never changes: the database refuses.

    `sold_by` and `billed_to` are what the seller and the payer were called then, `concerns` the day.
    """

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    seller = models.ForeignKey(
        "day.Seller", on_delete=models.PROTECT, related_name="invoices", verbose_name=_("säljare")
    )
    edition = models.ForeignKey(
        "day.Edition", on_delete=models.PROTECT, related_name="invoices", verbose_name=_("upplaga")
    )
    registration = models.ForeignKey(
        "day.Registration", on_delete=models.PROTECT, related_name="invoices", verbose_name=_("anmälan")
    )
    credits = models.ForeignKey(
        "self",
        null=True,
        on_delete=models.PROTECT,
        related_name="credited_by",
        verbose_name=_("krediterar"),
    )
    number = models.PositiveIntegerField(_("fakturanummer"))
    issued_on = models.DateField(_("fakturadatum"))
    due_on = models.DateField(_("förfallodag"))
    language = models.CharField(_("språk"), max_length=12)
    sold_by = models.JSONField(_("säljare"))
    billed_to = models.JSONField(_("köpare"))
    concerns = models.JSONField(_("avser"))
    net = models.BigIntegerField(_("utan moms, i öre"))
    vat = models.BigIntegerField(_("moms, i öre"))
    line_count = models.PositiveSmallIntegerField(_("antal rader"))

    class Meta:
        verbose_name = _("faktura")
        verbose_name_plural = _("fakturor")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["seller", "number"], name="one_invoice_for_each_number"),
            models.CheckConstraint(
                condition=Q(credits__isnull=True, net__gt=0, vat__gte=0)
                | Q(credits__isnull=False, net__lt=0, vat__lte=0),
                name="only_a_credit_invoice_is_negative",
            ),
            models.CheckConstraint(condition=Q(due_on__gte=F("issued_on")), name="due_after_it_is_issued"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["seller", "issued_on"], name="invoice_by_day")
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(name="never_changed", operation=pgtrigger.Update),
            pgtrigger.Protect(name="deleted_by_age_only", operation=pgtrigger.Delete),
            _adds_up("NEW.id"),
        ]

    def __str__(self) -> str:
        return f"{self.number}"


class InvoiceLine(models.Model):
    """One seat on an invoice. `nth` tells how many times the seat has been billed: each time only once."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    invoice = models.ForeignKey(
        Invoice, on_delete=models.PROTECT, related_name="lines", verbose_name=_("faktura")
    )
    registration = models.ForeignKey(
        "day.Registration", on_delete=models.PROTECT, related_name="billed", verbose_name=_("anmälan")
    )
    reverses = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="reversal", verbose_name=_("krediterar")
    )
    nth = models.PositiveSmallIntegerField(_("gång"))
    text = models.CharField(_("avser"), max_length=300)
    net = models.BigIntegerField(_("utan moms, i öre"))
    vat_percent = models.PositiveSmallIntegerField(_("moms i procent"))
    vat = models.BigIntegerField(_("moms, i öre"))

    class Meta:
        verbose_name = _("fakturarad")
        verbose_name_plural = _("fakturarader")
        ordering: ClassVar = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["registration", "nth"],
                condition=Q(reverses__isnull=True),
                name="a_seat_is_billed_once",
            ),
            models.CheckConstraint(condition=Q(vat_percent__in=VAT_PERCENT), name="line_vat_is_a_rate"),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(name="never_changed", operation=pgtrigger.Update),
            pgtrigger.Protect(name="deleted_by_age_only", operation=pgtrigger.Delete),
            _adds_up("NEW.invoice_id"),
        ]

    def __str__(self) -> str:
        return self.text


class LedgerExport(models.Model):
    """A file for the accounting program that has been made."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    seller = models.ForeignKey(
        "day.Seller", on_delete=models.PROTECT, related_name="exports", verbose_name=_("säljare")
    )
    first_day = models.DateField(_("från och med"))
    last_day = models.DateField(_("till och med"))
    made_at = models.DateTimeField(_("skapad"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("vem"),
    )
    vouchers = models.PositiveIntegerField(_("antal verifikationer"))

    class Meta:
        verbose_name = _("bokföringsfil")
        verbose_name_plural = _("bokföringsfiler")
        ordering: ClassVar = ["-made_at"]

    def __str__(self) -> str:
        return f"{self.first_day}–{self.last_day}"


class Receivable(models.Model):
    """What has become of an invoice since it was issued: paid, reminded, booked."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    invoice = models.OneToOneField(
        Invoice, on_delete=models.CASCADE, related_name="receivable", verbose_name=_("faktura")
    )
    paid_on = models.DateField(_("betald"), null=True)
    reminded_on = models.DateField(_("påmind"), null=True)
    booked_in = models.ForeignKey(
        LedgerExport,
        null=True,
        on_delete=models.SET_NULL,
        related_name="booked",
        verbose_name=_("bokföringsfil"),
    )

    class Meta:
        verbose_name = _("fordran")
        verbose_name_plural = _("fordringar")

    def __str__(self) -> str:
        return f"{self.invoice_id}"
