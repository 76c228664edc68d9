from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class QuestionKind(models.TextChoices):
    """How a question is answered."""

    TEXT = "text", _("text")
    YES_NO = "yes_no", _("ja eller nej")
    CHOICE = "choice", _("ett val")
    CHOICES = "choices", _("flera val")
    NUMBER = "number", _("tal")
    FILE = "file", _("fil")


class Standard(models.TextChoices):
    """Questions that stand ready, and that lists of their own are made of."""

    DIET = "diet", _("kost")
    ACCESS = "access", _("tillgänglighet")
    INTERPRETER = "interpreter", _("tolk")
    PHOTO = "photo", _("foto")
    MEETINGS = "meetings", _("affärsmöten")


class Question(models.Model):
    """A question that everybody who registers is asked."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    edition = models.ForeignKey(
        "day.Edition", on_delete=models.CASCADE, related_name="questions", verbose_name=_("upplaga")
    )
    standard = models.CharField(_("färdig fråga"), max_length=20, choices=Standard, blank=True)
    label = models.CharField(_("fråga"), max_length=200)
    hint = models.CharField(_("förklaring"), max_length=300, blank=True)
    kind = models.CharField(_("svaras med"), max_length=10, choices=QuestionKind, default=QuestionKind.TEXT)
    options = models.JSONField(_("val"), default=list, blank=True)
    required = models.BooleanField(_("måste besvaras"), default=False)
    sensitive = models.BooleanField(_("känsligt svar"), default=False)
    order = models.PositiveSmallIntegerField(_("ordning"), default=0)
    depends_on = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("ställs bara efter"),
    )
    depends_on_answer = models.CharField(_("när svaret är"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("fråga")
        verbose_name_plural = _("frågor")
        ordering: ClassVar = ["order", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["edition", "standard"], condition=~Q(standard=""), name="a_standard_question_once"
            ),
        ]

    def __str__(self) -> str:
        return self.label
