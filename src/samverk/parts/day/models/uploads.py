from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Upload(models.Model):
    """A file that answers a question. It lies in the database: private, and never half kept.

    Without a registration it waits for its form to be right, at most a day.
    """

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    question = models.ForeignKey(
        "day.Question", on_delete=models.CASCADE, related_name="uploads", verbose_name=_("fråga")
    )
    registration = models.ForeignKey(
        "day.Registration",
        null=True,
        on_delete=models.CASCADE,
        related_name="uploads",
        verbose_name=_("anmälan"),
    )
    token = models.UUIDField(_("nyckel"), default=uuid4, unique=True, editable=False)
    name = models.CharField(_("filnamn"), max_length=150)
    content_type = models.CharField(_("filtyp"), max_length=100)
    content = models.BinaryField(_("innehåll"))
    uploaded_at = models.DateTimeField(_("uppladdad"))

    class Meta:
        verbose_name = _("uppladdad fil")
        verbose_name_plural = _("uppladdade filer")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["registration", "question"],
                condition=Q(registration__isnull=False),
                name="one_file_for_each_question",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Export(models.Model):
    """A long list that is made into a file in the background. Kept a day, for whoever asked for it."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    edition = models.ForeignKey(
        "day.Edition", on_delete=models.CASCADE, related_name="+", verbose_name=_("upplaga")
    )
    reference = models.UUIDField(_("nyckel"), default=uuid4, unique=True, editable=False)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("vem")
    )
    asked_at = models.DateTimeField(_("beställd"))
    what = models.CharField(_("vad"), max_length=20)
    wanted = models.JSONField(_("urval"), default=dict)
    language = models.CharField(_("språk"), max_length=12)
    total = models.PositiveIntegerField(_("antal rader"))
    done = models.PositiveIntegerField(_("klara rader"), default=0)
    failed = models.BooleanField(_("misslyckades"), default=False)
    ready_at = models.DateTimeField(_("klar"), null=True)
    name = models.CharField(_("filnamn"), max_length=150, blank=True)
    content_type = models.CharField(_("filtyp"), max_length=100, blank=True)
    content = models.BinaryField(_("innehåll"), null=True)

    class Meta:
        verbose_name = _("export")
        verbose_name_plural = _("exporter")

    def __str__(self) -> str:
        return self.what
