from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import Deferrable
from django.utils.translation import gettext_lazy as _

from samverk.parts.day.models.programme import Session

SPEAKER_IS_FREE = "a_speaker_is_in_one_place_at_a_time"


class Speaker(models.Model):
    """Somebody who takes part in the programme of an edition.

    Shown to visitors only once they have said yes to it, which is noted with its date.
    """

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    edition = models.ForeignKey(
        "day.Edition", on_delete=models.CASCADE, related_name="speakers", verbose_name=_("upplaga")
    )
    name = models.CharField(_("namn"), max_length=150)
    title = models.CharField(_("titel eller roll"), max_length=150, blank=True)
    organisation = models.CharField(_("organisation"), max_length=150, blank=True)
    email = models.EmailField(_("e-post"), blank=True)
    biography = models.TextField(_("presentation"), blank=True)
    picture = models.ForeignKey(
        "files.Picture",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("bild"),
    )
    consented_on = models.DateField(_("sa ja till publicering"), null=True, blank=True)
    sessions = models.ManyToManyField(Session, through="SessionSpeaker", related_name="speakers")

    class Meta:
        verbose_name = _("föreläsare")
        verbose_name_plural = _("föreläsare")
        ordering: ClassVar = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class SessionSpeaker(models.Model):
    """Who takes part in a session.

    `occupies` repeats the session's own. A foreign key of both columns (migration 0002) keeps them alike, so
    that the database can see that nobody is in two places at once.
    """

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    session = models.ForeignKey(
        Session, on_delete=models.CASCADE, related_name="appearances", verbose_name=_("programpunkt")
    )
    speaker = models.ForeignKey(
        Speaker, on_delete=models.CASCADE, related_name="appearances", verbose_name=_("föreläsare")
    )
    position = models.PositiveSmallIntegerField(_("ordning"), default=0)
    occupies = DateTimeRangeField(editable=False)

    class Meta:
        verbose_name = _("medverkan")
        verbose_name_plural = _("medverkan")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["session", "speaker"], name="speaker_once_in_a_session"),
            ExclusionConstraint(
                name=SPEAKER_IS_FREE,
                expressions=[("speaker", RangeOperators.EQUAL), ("occupies", RangeOperators.OVERLAPS)],
                deferrable=Deferrable.IMMEDIATE,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.speaker}: {self.session}"
