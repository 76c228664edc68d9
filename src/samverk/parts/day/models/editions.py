from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Series(models.Model):
    """A day that comes back, like "Sociala företagsdagen"."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    name = models.CharField(_("namn"), max_length=150)
    slug = models.SlugField(_("adress"), max_length=80)
    purpose = models.TextField(_("syfte"), blank=True)
    organiser = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+", verbose_name=_("arrangör")
    )

    class Meta:
        verbose_name = _("återkommande dag")
        verbose_name_plural = _("återkommande dagar")
        ordering: ClassVar = ["name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["region", "slug"],
                name="series_address_once_in_a_region",
                violation_error_message=_("Det finns redan en återkommande dag med den adressen."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class State(models.TextChoices):
    """How far an edition has come. Only a draft is hidden from visitors."""

    DRAFT = "draft", _("utkast")
    PUBLISHED = "published", _("publicerad")
    CANCELLED = "cancelled", _("inställd")


class Edition(models.Model):
    """One time that a series takes place, like the one of 11 April 2018. Its days are local dates."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    series = models.ForeignKey(
        Series, on_delete=models.PROTECT, related_name="editions", verbose_name=_("återkommande dag")
    )
    copied_from = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("kopierad från"),
    )
    title = models.CharField(_("rubrik"), max_length=200)
    organiser = models.CharField(_("arrangör den här gången"), max_length=200, blank=True)
    slug = models.SlugField(_("adress"), max_length=80)
    starts_on = models.DateField(_("första dagen"))
    ends_on = models.DateField(_("sista dagen"))
    state = models.CharField(_("läge"), max_length=20, choices=State, default=State.DRAFT)
    capacity = models.PositiveIntegerField(_("antal platser"), null=True, blank=True)
    cost = models.PositiveIntegerField(_("kostnad i kronor"), null=True, blank=True)
    sequence = models.PositiveIntegerField(
        _("gånger som dag, plats eller läge har ändrats"), default=0, editable=False
    )

    lead = models.TextField(_("ingress"), blank=True)
    about = models.TextField(_("om dagen"), blank=True)

    venue_name = models.CharField(_("platsens namn"), max_length=150, blank=True)
    venue_address = models.CharField(_("adress"), max_length=250, blank=True)
    directions = models.TextField(_("så hittar du hit"), blank=True)
    map_url = models.URLField(_("länk till karta"), max_length=500, blank=True)

    step_free = models.BooleanField(_("utan trappsteg och trösklar"), default=False)
    hearing_loop = models.BooleanField(_("hörslinga"), default=False)
    interpreting = models.BooleanField(_("teckenspråkstolkning"), default=False)
    quiet_room = models.BooleanField(_("lugnt rum"), default=False)
    access_notes = models.TextField(_("mer om tillgängligheten"), blank=True)

    contact_name = models.CharField(_("kontaktperson"), max_length=150, blank=True)
    contact_email = models.EmailField(_("e-postadress"), blank=True)
    contact_telephone = models.CharField(_("telefon"), max_length=40, blank=True)

    followup = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("uppföljning"),
    )

    class Meta:
        verbose_name = _("upplaga")
        verbose_name_plural = _("upplagor")
        ordering: ClassVar = ["-starts_on"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["series", "slug"],
                name="edition_address_once_in_a_series",
                violation_error_message=_("Det finns redan en upplaga med den adressen."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="edition_ends_after_it_starts",
                violation_error_message=_("Sista dagen kan inte vara före den första."),
            ),
        ]

    def __str__(self) -> str:
        return self.title
