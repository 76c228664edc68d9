from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class RegistrationState(models.TextChoices):
    """What has become of somebody's registration."""

    CONFIRMED = "confirmed", _("har plats")
    WAITING = "waiting", _("på väntelista")
    OFFERED = "offered", _("har fått ett erbjudande")
    LAPSED = "lapsed", _("svarade inte i tid")
    CANCELLED = "cancelled", _("avbokad")


HOLD_A_SEAT = (RegistrationState.CONFIRMED, RegistrationState.OFFERED)


class RegistrationQuerySet(models.QuerySet["Registration"]):
    """Words about registrations."""

    def in_line(self, kind_id: int) -> "RegistrationQuerySet":
        """Those who wait for a seat of a kind, the first of them first."""
        return self.filter(ticket_kind_id=kind_id, state=RegistrationState.WAITING).order_by("arrival")


class Registration(models.Model):
    """One person's registration, with a seat or in the waiting list. Each of a group has a row of their own.

    The link to it is not stored anywhere: it is made of `reference` and `link_version` with the
    installation's secret. A new version makes the old link and ticket worthless.
    """

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    edition = models.ForeignKey(
        "day.Edition", on_delete=models.PROTECT, related_name="registrations", verbose_name=_("upplaga")
    )
    ticket_kind = models.ForeignKey(
        "day.TicketKind",
        on_delete=models.PROTECT,
        related_name="registrations",
        verbose_name=_("biljettslag"),
        db_index=False,
    )
    leader = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="colleagues",
        verbose_name=_("anmäld av"),
    )
    reference = models.UUIDField(_("referens"), default=uuid4, unique=True, editable=False)
    key = models.UUIDField(_("formulärets nyckel"), null=True, unique=True, editable=False)
    link_version = models.PositiveSmallIntegerField(_("länkens version"), default=1, editable=False)
    name = models.CharField(_("namn"), max_length=150, blank=True)
    email = models.EmailField(_("e-post"), blank=True)
    organisation = models.CharField(_("organisation"), max_length=150, blank=True)
    language = models.CharField(_("språk"), max_length=12)
    answers = models.JSONField(_("svar"), default=dict)
    state = models.CharField(_("läge"), max_length=10, choices=RegistrationState)
    arrival = models.PositiveBigIntegerField(_("nummer i ordningen"))
    offered_until = models.DateTimeField(_("erbjuden till"), null=True, blank=True)
    created_at = models.DateTimeField(_("anmäld"))
    changed_at = models.DateTimeField(_("ändrad"))
    reminded_at = models.DateTimeField(_("påmind"), null=True, blank=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("anmälan")
        verbose_name_plural = _("anmälningar")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["ticket_kind", "arrival"], name="one_at_each_place_in_line"),
            models.CheckConstraint(
                condition=Q(state="offered") ^ Q(offered_until__isnull=True), name="an_offer_has_an_end"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["ticket_kind", "arrival"], condition=Q(state="waiting"), name="registration_in_line"
            ),
            models.Index(fields=["offered_until"], condition=Q(state="offered"), name="registration_offered"),
            models.Index(fields=["edition", "name", "id"], name="registration_by_name"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.get_state_display()})"


class SensitiveAnswers(models.Model):
    """What somebody has told of diet, access needs and interpreting: for few eyes, and soon deleted."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    registration = models.OneToOneField(
        Registration, on_delete=models.CASCADE, related_name="sensitive", verbose_name=_("anmälan")
    )
    answers = models.JSONField(_("svar"), default=dict)

    class Meta:
        verbose_name = _("känsliga svar")
        verbose_name_plural = _("känsliga svar")

    def __str__(self) -> str:
        return f"{self.registration_id}"
