from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from samverk.base.region.queries import current_region_id
from samverk.parts.site.rules.cookies import CONSENTS


@register_setting(icon="tick-inverse")
class CookieSettings(BaseSiteSetting):
    """Whether the site owner counts visits, and so must ask."""

    region = models.ForeignKey(
        "region.Region",
        on_delete=models.PROTECT,
        default=current_region_id,
        editable=False,
        verbose_name=_("region"),
    )
    statistics = models.BooleanField(
        _("räkna besök"),
        default=False,
        help_text=_("Besökare får då frågan om de vill räknas. Ingen räknas innan de har svarat ja."),
    )

    panels: ClassVar = [
        HelpPanel(_("Från början sparas bara cookies som webbplatsen behöver. Då räcker det att informera.")),
        FieldPanel("statistics"),
    ]

    class Meta:
        verbose_name = _("cookies och statistik")


class CookieText(models.Model):
    """The words of a question as they were when somebody first answered it."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    version = models.CharField(_("version"), max_length=12)
    text = models.TextField(_("text"))

    class Meta:
        verbose_name = _("fråga om cookies")
        verbose_name_plural = _("frågor om cookies")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["region", "version"], name="cookie_text_once"),
        ]

    def __str__(self) -> str:
        return self.version


class CookieAnswer(models.Model):
    """A yes or a no. Known by a random key that only the answer cookie holds: no person, no address."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    key = models.UUIDField(_("nyckel"), db_index=True)
    answer = models.CharField(
        _("svar"), max_length=10, choices=[(CONSENTS[0], _("godkänt")), (CONSENTS[1], _("nekat"))]
    )
    text = models.ForeignKey(CookieText, on_delete=models.PROTECT, verbose_name=_("fråga"))
    language = models.CharField(_("språk"), max_length=10)
    answered_at = models.DateTimeField(_("svarat"), db_index=True)

    class Meta:
        verbose_name = _("svar om cookies")
        verbose_name_plural = _("svar om cookies")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(answer__in=CONSENTS), name="cookie_answer_is_yes_or_no"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.answered_at:%Y-%m-%d} {self.answer}"


class PageDay(models.Model):
    """How often a page was seen in a day, by those who let themselves be counted."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("sida")
    )
    day = models.DateField(_("dag"), db_index=True)
    views = models.PositiveIntegerField(_("visningar"), default=0)
    visits = models.PositiveIntegerField(
        _("besök"), default=0, help_text=_("Besök som började på den här sidan. Summan är dagens besökare.")
    )

    class Meta:
        verbose_name = _("rad med sidvisningar")
        verbose_name_plural = _("rader med sidvisningar")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["page", "day"], name="page_counted_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.views}"
