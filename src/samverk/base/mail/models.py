from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samverk.base.region.queries import current_region_id


class State(models.TextChoices):
    """Where a mail is on its way."""

    WAITING = "waiting", _("väntar")
    SENT = "sent", _("skickat")
    FAILING = "failing", _("försöker igen")
    FAILED = "failed", _("gick inte fram")


class OutgoingMail(models.Model):
    """A mail to one person, kept until it has left and some time after."""

    region = models.ForeignKey(
        "region.Region", on_delete=models.PROTECT, default=current_region_id, verbose_name=_("region")
    )
    to = models.EmailField(_("till"))
    subject = models.CharField(_("ämne"), max_length=200)
    text = models.TextField(_("text"))
    html = models.TextField(_("formaterad text"), blank=True)
    reply_to = models.EmailField(_("svar till"), blank=True)
    state = models.CharField(_("läge"), max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(_("försök"), default=0)
    last_error = models.CharField(_("senaste fel"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("skapat"))
    sent_at = models.DateTimeField(_("skickat"), null=True, blank=True)

    class Meta:
        verbose_name = _("brev")
        verbose_name_plural = _("brev")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["-created_at"], name="mail_newest"),
            models.Index(fields=["state"], condition=~Q(state="sent"), name="mail_not_sent"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=~Q(subject__regex=r"[\r\n]"), name="mail_subject_on_one_line"),
            models.CheckConstraint(condition=~Q(to__regex=r"[\s,;]"), name="mail_to_one_address"),
            models.CheckConstraint(
                condition=Q(state="sent") ^ Q(sent_at__isnull=True), name="mail_sent_has_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} ({self.get_state_display()})"


class Attachment(models.Model):
    """A small file that goes with a mail."""

    region = models.ForeignKey(
        "region.Region", on_delete=models.PROTECT, default=current_region_id, verbose_name=_("region")
    )
    mail = models.ForeignKey(
        OutgoingMail, on_delete=models.CASCADE, related_name="attachments", verbose_name=_("brev")
    )
    name = models.CharField(_("filnamn"), max_length=200)
    content_type = models.CharField(_("filtyp"), max_length=100)
    content = models.BinaryField(_("innehåll"))

    class Meta:
        verbose_name = _("bilaga")
        verbose_name_plural = _("bilagor")

    def __str__(self) -> str:
        return self.name
