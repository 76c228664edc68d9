from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import Case, Deferrable, F, Func, Q, Value, When
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

ROOM_IS_FREE = "a_room_holds_one_session_at_a_time"


class Room(models.Model):
    """Where sessions of an edition are held."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    edition = models.ForeignKey(
        "day.Edition", on_delete=models.CASCADE, related_name="rooms", verbose_name=_("upplaga")
    )
    name = models.CharField(_("namn"), max_length=100)
    seats = models.PositiveIntegerField(_("antal platser"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("ordning"), default=0)

    class Meta:
        verbose_name = _("lokal")
        verbose_name_plural = _("lokaler")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["edition", "name"],
                name="room_name_once_in_an_edition",
                violation_error_message=_("Det finns redan en lokal med det namnet."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Stream(models.Model):
    """A thread through the programme of an edition, for visitors to follow."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    edition = models.ForeignKey(
        "day.Edition", on_delete=models.CASCADE, related_name="streams", verbose_name=_("upplaga")
    )
    name = models.CharField(_("namn"), max_length=100)
    position = models.PositiveSmallIntegerField(_("ordning"), default=0)

    class Meta:
        verbose_name = _("spår")
        verbose_name_plural = _("spår")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["edition", "name"],
                name="stream_name_once_in_an_edition",
                violation_error_message=_("Det finns redan ett spår med det namnet."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Kind(models.TextChoices):
    """What happens at a session."""

    LECTURE = "lecture", _("föreläsning")
    WORKSHOP = "workshop", _("workshop")
    PANEL = "panel", _("panelsamtal")
    FAIR = "fair", _("mässa")
    MEAL = "meal", _("måltid eller paus")
    MEETINGS = "meetings", _("affärsmöten")
    OTHER = "other", _("annat")


class Session(models.Model):
    """A point in the programme of an edition.

    `occupies` is the time when it takes up its room and its speakers: from start to end, or nothing at all
    once it is cancelled. The database makes it, and lets no room hold two sessions at once.
    """

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    edition = models.ForeignKey(
        "day.Edition", on_delete=models.CASCADE, related_name="sessions", verbose_name=_("upplaga")
    )
    kind = models.CharField(_("slag"), max_length=20, choices=Kind, default=Kind.LECTURE)
    title = models.CharField(_("rubrik"), max_length=200)
    description = models.TextField(_("beskrivning"), blank=True)
    room = models.ForeignKey(
        Room,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="sessions",
        verbose_name=_("lokal"),
    )
    stream = models.ForeignKey(
        Stream,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="sessions",
        verbose_name=_("spår"),
    )
    starts_at = models.DateTimeField(_("börjar"))
    ends_at = models.DateTimeField(_("slutar"))
    capacity = models.PositiveIntegerField(_("antal platser"), null=True, blank=True)
    online_url = models.URLField(_("länk för den som är med på distans"), max_length=500, blank=True)
    is_cancelled = models.BooleanField(_("inställd"), default=False)
    is_draft = models.BooleanField(_("utkast"), default=False)
    occupies = models.GeneratedField(
        expression=Case(
            When(is_cancelled=True, then=Cast(Value("empty"), DateTimeRangeField())),
            default=Func(F("starts_at"), F("ends_at"), function="tstzrange"),
            output_field=DateTimeRangeField(),
        ),
        output_field=DateTimeRangeField(),
        db_persist=True,
    )

    class Meta:
        verbose_name = _("programpunkt")
        verbose_name_plural = _("programpunkter")
        ordering: ClassVar = ["starts_at", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="session_ends_after_it_starts",
                violation_error_message=_("Punkten måste sluta efter att den har börjat."),
            ),
            models.UniqueConstraint(fields=["id", "occupies"], name="session_with_its_time"),
            ExclusionConstraint(
                name=ROOM_IS_FREE,
                expressions=[("room", RangeOperators.EQUAL), ("occupies", RangeOperators.OVERLAPS)],
                deferrable=Deferrable.IMMEDIATE,
            ),
        ]

    def __str__(self) -> str:
        return self.title
