from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class SellerQuerySet(models.QuerySet["Seller"]):
    """Words about sellers."""

    def next_number(self, seller_id: int) -> int:
        """The next number of a seller's series. The row is held until the caller's transaction ends.

        When that transaction is undone the number is free again, so no number is ever missing.
        """
        self.filter(pk=seller_id).update(last_number=F("last_number") + 1)
        return self.values_list("last_number", flat=True).get(pk=seller_id)


class Seller(models.Model):
    """An organiser as the seller of tickets: what stands on its invoices, and its series of numbers."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    organisation = models.OneToOneField(
        "organisations.Organisation",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("arrangör"),
    )
    name = models.CharField(_("namn"), max_length=150)
    organisation_number = models.CharField(_("organisationsnummer"), max_length=10)
    vat_number = models.CharField(_("momsregistreringsnummer"), max_length=14, blank=True)
    has_f_tax = models.BooleanField(_("godkänd för F-skatt"), default=False)
    street = models.CharField(_("gatuadress"), max_length=150)
    postcode = models.CharField(_("postnummer"), max_length=5)
    city = models.CharField(_("ort"), max_length=80)
    email = models.EmailField(_("e-post"))
    telephone = models.CharField(_("telefon"), max_length=40, blank=True)
    bankgiro = models.CharField(_("bankgiro"), max_length=8)
    payment_days = models.PositiveSmallIntegerField(_("betalningsvillkor i dagar"), default=30)
    refund_days = models.PositiveSmallIntegerField(_("avbokning krediteras till dagar före"), default=0)
    terms = models.CharField(_("villkor"), max_length=300, blank=True)
    exempt_note = models.CharField(_("varför ingen moms"), max_length=200, blank=True)
    accounts = models.JSONField(_("konton"), default=dict)
    voucher_series = models.CharField(_("verifikationsserie"), max_length=10, blank=True)
    year_begins = models.PositiveSmallIntegerField(_("räkenskapsåret börjar i månad"), default=1)
    last_number = models.PositiveIntegerField(_("senaste fakturanummer"), default=0, editable=False)

    objects = SellerQuerySet.as_manager()

    class Meta:
        verbose_name = _("säljare")
        verbose_name_plural = _("säljare")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(organisation_number__regex=r"^\d\d[2-9]\d{7}$"), name="seller_is_no_person"
            ),
            models.CheckConstraint(condition=Q(bankgiro__regex=r"^\d{7,8}$"), name="seller_has_a_bankgiro"),
            models.CheckConstraint(
                condition=Q(year_begins__gte=1, year_begins__lte=12), name="seller_year_begins_in_a_month"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Bookkeeping(models.Model):
    """Where the sales of one edition are booked, when it is elsewhere than the organiser's other sales."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    edition = models.OneToOneField(
        "day.Edition", on_delete=models.CASCADE, related_name="bookkeeping", verbose_name=_("upplaga")
    )
    accounts = models.JSONField(_("konton"), default=dict)
    project = models.CharField(_("projekt"), max_length=20, blank=True)

    class Meta:
        verbose_name = _("bokföring")
        verbose_name_plural = _("bokföring")

    def __str__(self) -> str:
        return f"{self.edition_id}"
