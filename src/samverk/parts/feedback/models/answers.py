from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from samverk.parts.feedback.models.comments import Comment


class Answer(models.Model):
    """What an editor answered, to everybody who had said the same and left an address."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    comment = models.ForeignKey(
        Comment, on_delete=models.CASCADE, related_name="answers", verbose_name=_("synpunkt")
    )
    text = models.TextField(_("svar"))
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("besvarad av"),
    )
    answered_at = models.DateTimeField(_("besvarades"))

    class Meta:
        verbose_name = _("svar")
        verbose_name_plural = _("svar")
        ordering: ClassVar = ["answered_at", "pk"]

    def __str__(self) -> str:
        return self.text[:80]


class Delivery(models.Model):
    """The letter that carries an answer to one sender.

    The mail room forgets its mails; `delivered_at` remembers that this one arrived.
    """

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    answer = models.ForeignKey(
        Answer, on_delete=models.CASCADE, related_name="deliveries", verbose_name=_("svar")
    )
    comment = models.ForeignKey(
        Comment, on_delete=models.CASCADE, related_name="deliveries", verbose_name=_("synpunkt")
    )
    mail = models.ForeignKey(
        "mail.OutgoingMail",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("brev"),
    )
    delivered_at = models.DateTimeField(_("skickades"), null=True, blank=True)

    class Meta:
        verbose_name = _("brev med svar")
        verbose_name_plural = _("brev med svar")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["answer", "comment"], name="one_letter_to_each_sender"),
        ]

    def __str__(self) -> str:
        return f"{self.answer_id}: {self.comment_id}"
