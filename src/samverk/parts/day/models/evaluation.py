"""What people thought. Nothing here tells, or can be joined to, who answered what (decision 0023)."""

from typing import ClassVar
from uuid import uuid4

from django.db import connection, models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class About(models.TextChoices):
    """What a question of the evaluation is about. `EACH_DAY` is asked once for each day of the edition."""

    WHOLE = "whole", _("helheten")
    EACH_DAY = "day", _("varje dag")
    SESSION = "session", _("varje programpunkt")


class Asks(models.TextChoices):
    """How a question of the evaluation is answered."""

    SCALE = "scale", _("betyg från 1 till 5")
    CHOICE = "choice", _("ett val")
    CHOICES = "choices", _("flera val")
    TEXT = "text", _("egna ord")


class SurveyQuerySet(models.QuerySet["Survey"]):
    """Words about evaluations."""

    def stays_open(self, survey_id: int) -> bool:
        """Whether it is open, and stays so until the caller's transaction ends. Many may ask at once."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT 1 FROM day_survey WHERE id = %s AND closed_on IS NULL FOR KEY SHARE", [survey_id]
            )
            return cursor.fetchone() is not None


class Survey(models.Model):
    """The evaluation of an edition. `answered` counts the answers that have been opened."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    edition = models.OneToOneField(
        "day.Edition", on_delete=models.CASCADE, related_name="survey", verbose_name=_("upplaga")
    )
    is_on = models.BooleanField(_("påslagen"), default=True)
    days_open = models.PositiveSmallIntegerField(_("dagar att svara"), default=21)
    invited_on = models.DateField(_("inbjudan skickad"), null=True, blank=True)
    closed_on = models.DateField(_("stängd"), null=True, blank=True)
    answered = models.PositiveIntegerField(_("räknade svar"), default=0, editable=False)

    objects = SurveyQuerySet.as_manager()

    class Meta:
        verbose_name = _("utvärdering")
        verbose_name_plural = _("utvärderingar")

    def __str__(self) -> str:
        return f"{self.edition_id}"


class SurveyQuestion(models.Model):
    """A question of an evaluation. Answering is always voluntary."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    survey = models.ForeignKey(
        Survey, on_delete=models.CASCADE, related_name="questions", verbose_name=_("utvärdering")
    )
    standard = models.CharField(_("färdig fråga"), max_length=20, blank=True)
    about = models.CharField(_("handlar om"), max_length=10, choices=About, default=About.WHOLE)
    kind = models.CharField(_("svaras med"), max_length=10, choices=Asks, default=Asks.SCALE)
    label = models.CharField(_("fråga"), max_length=200, blank=True)
    hint = models.CharField(_("förklaring"), max_length=300, blank=True)
    options = models.JSONField(_("val"), default=list, blank=True)
    order = models.PositiveSmallIntegerField(_("ordning"), default=0)

    class Meta:
        verbose_name = _("fråga i utvärderingen")
        verbose_name_plural = _("frågor i utvärderingen")
        ordering: ClassVar = ["order", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["survey", "standard"], condition=~Q(standard=""), name="a_ready_question_once"
            ),
        ]

    def __str__(self) -> str:
        return self.label or self.standard


class AnsweredMark(models.Model):
    """That somebody has answered: a fingerprint that nobody can make, or lead back, without our secret."""

    mark = models.CharField(_("märke"), max_length=64, primary_key=True)
    survey = models.ForeignKey(
        Survey, on_delete=models.CASCADE, related_name="marks", verbose_name=_("utvärdering")
    )

    class Meta:
        verbose_name = _("märke för svar")
        verbose_name_plural = _("märken för svar")

    def __str__(self) -> str:
        return self.mark[:8]


class SealedAnswer(models.Model):
    """An answer that waits in the urn, sealed, until others have come to be mixed with."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    survey = models.ForeignKey(
        Survey, on_delete=models.CASCADE, related_name="urn", verbose_name=_("utvärdering")
    )
    sealed = models.BinaryField(_("förseglat svar"))

    class Meta:
        verbose_name = _("svar i urnan")
        verbose_name_plural = _("svar i urnan")

    def __str__(self) -> str:
        return f"{self.survey_id}"


class OpenedAnswer(models.Model):
    """What tallies and texts have in common: the question, and the day or session that it was about."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    question = models.ForeignKey(
        SurveyQuestion, on_delete=models.CASCADE, related_name="+", verbose_name=_("fråga")
    )
    session = models.ForeignKey(
        "day.Session",
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("programpunkt"),
    )
    day = models.DateField(_("dag"), null=True)

    class Meta:
        abstract = True


class Tally(OpenedAnswer):
    """How many have given an answer. There is no row for a person, nor for what one person answered."""

    survey = models.ForeignKey(
        Survey, on_delete=models.CASCADE, related_name="tallies", verbose_name=_("utvärdering")
    )
    option = models.CharField(_("svar"), max_length=200)
    count = models.PositiveIntegerField(_("antal"))

    class Meta:
        verbose_name = _("antal svar")
        verbose_name_plural = _("antal svar")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["question", "session", "day", "option"],
                nulls_distinct=False,
                name="an_answer_is_counted_in_one_row",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.option}: {self.count}"


class SaidText(OpenedAnswer):
    """Somebody's own words, on their own: not joined to what the same person answered elsewhere."""

    survey = models.ForeignKey(
        Survey, on_delete=models.CASCADE, related_name="texts", verbose_name=_("utvärdering")
    )
    text = models.TextField(_("text"))
    may_quote = models.BooleanField(_("får citeras utan namn"), default=False)

    class Meta:
        verbose_name = _("fritextsvar")
        verbose_name_plural = _("fritextsvar")

    def __str__(self) -> str:
        return self.text[:50]


class Quotation(models.Model):
    """Words from the evaluation that an organiser has released, by somebody who said that they may be."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    edition = models.ForeignKey(
        "day.Edition", on_delete=models.CASCADE, related_name="quotations", verbose_name=_("upplaga")
    )
    source = models.UUIDField(_("ur svaret"), unique=True)
    session = models.ForeignKey(
        "day.Session",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("programpunkt"),
    )
    text = models.TextField(_("text"))
    released_on = models.DateField(_("släppt"))

    class Meta:
        verbose_name = _("citat")
        verbose_name_plural = _("citat")
        ordering: ClassVar = ["released_on", "pk"]

    def __str__(self) -> str:
        return self.text[:50]
