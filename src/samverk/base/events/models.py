from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Topic(models.Model):
    """Something that open pages follow, and how many times it has changed. What changed is never here."""

    name = models.CharField(_("namn"), max_length=100, primary_key=True)
    version = models.PositiveBigIntegerField(_("version"), default=0)

    class Meta:
        verbose_name = _("ämne")
        verbose_name_plural = _("ämnen")
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return f"{self.name} {self.version}"
