from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """One thing that somebody did. Rows are only added; the database refuses change."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    at = models.DateTimeField(_("tid"), auto_now_add=True, db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("vem")
    )
    action = models.CharField(_("vad"), max_length=100, db_index=True)
    target = models.CharField(_("på vad"), max_length=200, blank=True)
    facts = models.JSONField(_("uppgifter"), default=dict)
    request_id = models.CharField(_("förfrågan"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("loggrad")
        verbose_name_plural = _("loggrader")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action}"
