from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class LetterText(models.Model):
    """An organiser's own words in a letter of an edition, in one language, instead of the standard ones."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    edition = models.ForeignKey(
        "day.Edition", on_delete=models.CASCADE, related_name="letter_texts", verbose_name=_("upplaga")
    )
    letter = models.CharField(_("brev"), max_length=20)
    language = models.CharField(_("språk"), max_length=12)
    subject = models.CharField(_("ämne"), max_length=150)
    text = models.TextField(_("text"), blank=True)

    class Meta:
        verbose_name = _("brevtext")
        verbose_name_plural = _("brevtexter")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["edition", "letter", "language"], name="one_text_for_a_letter"),
        ]

    def __str__(self) -> str:
        return f"{self.letter} ({self.language})"


class Notice(models.Model):
    """A letter from the organisers to everybody who is registered, like one that the day is cancelled.

    `sequence` is the edition's when it was written: what those who got it know of.
    """

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    edition = models.ForeignKey(
        "day.Edition", on_delete=models.CASCADE, related_name="notices", verbose_name=_("upplaga")
    )
    key = models.UUIDField(_("formulärets nyckel"), unique=True, editable=False)
    letter = models.CharField(_("brev"), max_length=20)
    subject = models.CharField(_("ämne"), max_length=200)
    text = models.TextField(_("text"), blank=True)
    sequence = models.PositiveIntegerField(_("upplagans ändring"))
    by = models.ForeignKey(
        "people.User", null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("av")
    )
    created_at = models.DateTimeField(_("skrivet"))

    class Meta:
        verbose_name = _("utskick")
        verbose_name_plural = _("utskick")
        ordering: ClassVar = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.subject


class NoticeReceipt(models.Model):
    """One person who is to get a notice, a registration or a speaker; `sent_at` when it was written."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    notice = models.ForeignKey(
        Notice, on_delete=models.CASCADE, related_name="receipts", verbose_name=_("utskick")
    )
    registration = models.ForeignKey(
        "day.Registration",
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("anmälan"),
    )
    speaker = models.ForeignKey(
        "day.Speaker", null=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("föreläsare")
    )
    sent_at = models.DateTimeField(_("skrivet"), null=True, blank=True)

    class Meta:
        verbose_name = _("mottagare")
        verbose_name_plural = _("mottagare")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["notice", "registration"], name="a_notice_once_to_a_visitor"),
            models.UniqueConstraint(fields=["notice", "speaker"], name="a_notice_once_to_a_speaker"),
            models.CheckConstraint(
                condition=models.Q(registration__isnull=True) ^ models.Q(speaker__isnull=True),
                name="a_notice_goes_to_one_person",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["notice", "id"], condition=models.Q(sent_at__isnull=True), name="notice_not_sent"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.notice_id}"
