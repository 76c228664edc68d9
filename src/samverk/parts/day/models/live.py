"""What is said of a day while it goes on."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samverk.parts.day.models.programme import Session


class LiveNotice(models.Model):
    """A short word from the organisers, first on the live page until it is withdrawn."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    edition = models.ForeignKey(
        "day.Edition", on_delete=models.CASCADE, related_name="live_notices", verbose_name=_("upplaga")
    )
    text = models.CharField(_("text"), max_length=200)
    posted_at = models.DateTimeField(_("satt upp"))
    withdrawn_at = models.DateTimeField(_("borttagen"), null=True, blank=True)

    class Meta:
        verbose_name = _("besked på dagen")
        verbose_name_plural = _("besked på dagen")
        ordering: ClassVar = ["-posted_at", "-pk"]

    def __str__(self) -> str:
        return self.text


class AsAnnounced(models.Model):
    """How a session stood in the programme when its day began, if it was changed on that day.

    What has changed is told from the difference, so that a change that is taken back is no change.
    """

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    session = models.OneToOneField(
        Session, on_delete=models.CASCADE, related_name="announced", verbose_name=_("programpunkt")
    )
    noted_at = models.DateTimeField(_("noterad"))
    room_name = models.CharField(_("lokal"), max_length=100, blank=True)
    starts_at = models.DateTimeField(_("börjar"))
    ends_at = models.DateTimeField(_("slutar"))
    is_cancelled = models.BooleanField(_("inställd"))

    class Meta:
        verbose_name = _("programpunkt som den var")
        verbose_name_plural = _("programpunkter som de var")

    def __str__(self) -> str:
        return f"{self.session_id} {self.noted_at}"
