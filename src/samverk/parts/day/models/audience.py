"""What the audience asks those who speak, and which questions it wants answered first."""

from typing import ClassVar

from django.db import connection, models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samverk.parts.day.models.programme import Session

CAST = """
    WITH cast_vote AS (
        INSERT INTO day_questionvote (region_id, question_id, voter)
        SELECT region_id, id, %s FROM day_speakerquestion WHERE id = %s
        ON CONFLICT DO NOTHING
        RETURNING question_id
    )
    UPDATE day_speakerquestion SET votes = votes + 1 WHERE id IN (SELECT question_id FROM cast_vote)
"""


class QuestionTime(models.Model):
    """That the audience may ask, in a session.

    `salt` makes the phones that vote here unknown elsewhere; when it is gone, nobody can tell them.
    """

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    session = models.OneToOneField(
        Session, on_delete=models.CASCADE, related_name="question_time", verbose_name=_("programpunkt")
    )
    is_open = models.BooleanField(_("öppen"), default=False)
    read_first = models.BooleanField(_("läses innan de visas"), default=True)
    salt = models.BinaryField(_("salt"), max_length=32)

    class Meta:
        verbose_name = _("frågestund")
        verbose_name_plural = _("frågestunder")

    def __str__(self) -> str:
        return str(self.session)


class Asked(models.TextChoices):
    """What has become of a question. Visitors see those that are shown or answered."""

    WAITING = "waiting", _("väntar")
    SHOWN = "shown", _("visas")
    ANSWERED = "answered", _("besvarad")
    HIDDEN = "hidden", _("dold")


class SpeakerQuestion(models.Model):
    """A question from the audience, by nobody in particular. Personal numbers in it are hidden."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    time = models.ForeignKey(
        QuestionTime, on_delete=models.CASCADE, related_name="asked", verbose_name=_("frågestund")
    )
    text = models.CharField(_("fråga"), max_length=400)
    state = models.CharField(_("läge"), max_length=10, choices=Asked, default=Asked.WAITING)
    votes = models.PositiveIntegerField(_("röster"), default=0)
    on_stage = models.BooleanField(_("på scenen"), default=False)
    asked_at = models.DateTimeField(_("ställd"))

    class Meta:
        verbose_name = _("fråga till föreläsare")
        verbose_name_plural = _("frågor till föreläsare")
        ordering: ClassVar = ["-votes", "asked_at", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["time"], condition=Q(on_stage=True), name="one_question_on_stage_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return self.text


class QuestionVoteQuerySet(models.QuerySet["QuestionVote"]):
    """Words about votes."""

    def cast(self, question_id: int, *, voter: str) -> bool:
        """Count a vote; False when it has been counted before, also when many come at the same moment."""
        with connection.cursor() as cursor:
            cursor.execute(CAST, [voter, question_id])
            return bool(cursor.rowcount)


class QuestionVote(models.Model):
    """That a phone wants a question answered, under a name that only this session's salt can make."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    question = models.ForeignKey(
        SpeakerQuestion, on_delete=models.CASCADE, related_name="cast", verbose_name=_("fråga")
    )
    voter = models.CharField(_("telefon, saltad"), max_length=32)

    objects = QuestionVoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("röst på en fråga")
        verbose_name_plural = _("röster på frågor")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["question", "voter"], name="one_vote_from_each_phone"),
        ]

    def __str__(self) -> str:
        return f"{self.question_id} {self.voter[:6]}"
