from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Frequency(models.TextChoices):
    """How often an editor wants a letter about the inbox."""

    DAILY = "daily", _("varje dag")
    WEEKLY = "weekly", _("varje måndag")
    NEVER = "never", _("aldrig")


class DigestChoice(models.Model):
    """How often somebody wants a letter about the inbox, and when the last one was written."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("person")
    )
    frequency = models.CharField(_("hur ofta"), max_length=10, choices=Frequency, default=Frequency.DAILY)
    last_sent_on = models.DateField(_("senaste brevet"), null=True, blank=True)

    class Meta:
        verbose_name = _("val om brev")
        verbose_name_plural = _("val om brev")
        ordering: ClassVar = ["user_id"]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_frequency_display()}"
