from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable

from samverk.base.region.queries import current_region_id
from samverk.parts.site.models.contacts import ContactPerson


class Compliance(models.TextChoices):
    """How far the site does what the law asks. The law knows these three."""

    FULL = "full", _("helt förenlig")
    PARTIAL = "partial", _("delvis förenlig")
    NONE = "none", _("inte förenlig")


class Assessment(models.TextChoices):
    """Who has tested the site."""

    SELF = "self", _("vi själva")
    EXTERNAL = "external", _("en utomstående granskare")
    BOTH = "both", _("vi själva och en utomstående granskare")


class Reason(models.TextChoices):
    """Why something is not accessible, by the headings that the law's model text has."""

    FAULT = "fault", _("brist som ska rättas")
    BURDEN = "burden", _("oskäligt betungande att rätta (12 § i lagen)")
    OUTSIDE = "outside", _("omfattas inte av lagen (9 § i lagen)")


@register_setting(icon="universal-access")
class AccessibilityStatement(ClusterableModel, BaseSiteSetting):
    """What the site owner says about the site's accessibility; the page at /tillganglighet/ is made of it."""

    region = models.ForeignKey(
        "region.Region",
        on_delete=models.PROTECT,
        default=current_region_id,
        editable=False,
        verbose_name=_("region"),
    )
    publisher = models.CharField(
        _("vem som står bakom webbplatsen"), max_length=200, blank=True, help_text=_("Tomt: regionens namn.")
    )
    compliance = models.CharField(
        _("hur väl lagens krav är uppfyllda"), max_length=10, choices=Compliance, default=Compliance.PARTIAL
    )
    assessment = models.CharField(
        _("vem som har testat"), max_length=10, choices=Assessment, default=Assessment.SELF
    )
    assessor = models.CharField(
        _("granskarens namn"), max_length=200, blank=True, help_text=_("Om någon utomstående har granskat.")
    )
    assessed_on = models.DateField(_("senast testad"), null=True, blank=True)
    published_on = models.DateField(_("webbplatsen publicerades"), null=True, blank=True)
    updated_on = models.DateField(_("redogörelsen uppdaterades"), null=True, blank=True)
    reply_days = models.PositiveSmallIntegerField(
        _("svarstid i arbetsdagar"),
        default=2,
        help_text=_("Så snabbt svarar ni den som rapporterar en brist."),
    )
    contact = models.ForeignKey(
        ContactPerson,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("kontaktperson"),
    )

    select_related: ClassVar = ["contact", "region"]
    panels: ClassVar = [
        FieldPanel("publisher"),
        FieldPanel("compliance"),
        InlinePanel("shortcomings", heading=_("Kända brister"), label=_("Brist")),
        MultiFieldPanel(
            [FieldPanel("contact"), FieldPanel("reply_days")], heading=_("Om något inte fungerar")
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("assessment"), FieldPanel("assessor")]),
                FieldRowPanel(
                    [FieldPanel("assessed_on"), FieldPanel("published_on"), FieldPanel("updated_on")]
                ),
            ],
            heading=_("Så har vi testat"),
        ),
    ]

    class Meta:
        verbose_name = _("tillgänglighetsredogörelse")


class Shortcoming(Orderable):
    """Something on the site that not everybody can use."""

    region = models.ForeignKey(
        "region.Region",
        on_delete=models.PROTECT,
        default=current_region_id,
        editable=False,
        verbose_name=_("region"),
    )
    statement = ParentalKey(AccessibilityStatement, on_delete=models.CASCADE, related_name="shortcomings")
    language = models.CharField(
        _("språk"),
        max_length=10,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
        help_text=_("Skriv samma brist en gång för varje språk."),
    )
    what = models.TextField(_("vad som inte fungerar"))
    affects = models.TextField(_("vem som märker det"), blank=True)
    reason = models.CharField(_("skäl"), max_length=10, choices=Reason, default=Reason.FAULT)
    why = models.TextField(
        _("varför"), blank=True, help_text=_("Behövs när det är oskäligt betungande att rätta.")
    )
    alternative = models.TextField(
        _("så kan man göra i stället"),
        blank=True,
        help_text=_("Till exempel: ring oss så läser vi upp dokumentet."),
    )
    mended_by = models.DateField(_("rättat senast"), null=True, blank=True)

    panels: ClassVar = [
        FieldRowPanel([FieldPanel("language"), FieldPanel("reason"), FieldPanel("mended_by")]),
        FieldPanel("what"),
        FieldPanel("affects"),
        FieldPanel("why"),
        FieldPanel("alternative"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("brist")
        verbose_name_plural = _("brister")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~Q(reason=Reason.BURDEN) | ~Q(why=""),
                name="unreasonable_burden_is_explained",
                violation_error_message=_("Förklara varför det är oskäligt betungande att rätta bristen."),
            ),
        ]

    def __str__(self) -> str:
        return self.what
