from typing import ClassVar
from uuid import uuid4

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _


class Deed(models.TextChoices):
    """What a passage tells: somebody came in, or an earlier passage was a mistake."""

    IN = "in", _("kom")
    UNDO = "undo", _("ångrade")


class Way(models.TextChoices):
    """How the door knew who it was."""

    SCAN = "scan", _("skannad kod")
    CODE = "code", _("skriven kod")
    NAME = "name", _("namn")
    WALK_IN = "walk_in", _("utan anmälan")


class Remark(models.TextChoices):
    """What was not as it should be when a passage reached the server. Nothing: all was well."""

    NONE = "", _("inget")
    HANDED_OVER = "handed_over", _("gammal biljett: den var lämnad över till någon annan")
    CANCELLED = "cancelled", _("biljetten var avbokad")
    NO_SEAT = "no_seat", _("hade ingen plats")
    DOOR_CLOSED = "door_closed", _("kom från en stängd dörr")
    NOT_OWN = "not_own", _("ångrade en annan dörrs insläpp")


class Door(models.Model):
    """A link that lets the phones of volunteers check people in to one edition, until the day after it.

    Only a hash of the link's secret is stored. Whoever has it can do nothing else.
    """

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    edition = models.ForeignKey(
        "day.Edition", on_delete=models.PROTECT, related_name="doors", verbose_name=_("upplaga")
    )
    name = models.CharField(_("namn"), max_length=60)
    secret_hash = models.CharField(_("hemlighetens fingeravtryck"), max_length=64, unique=True)
    made_at = models.DateTimeField(_("skapad"))
    withdrawn_at = models.DateTimeField(_("stängd"), null=True, blank=True)

    class Meta:
        verbose_name = _("dörr")
        verbose_name_plural = _("dörrar")
        ordering: ClassVar = ["name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["edition", "name"], name="door_name_once_in_an_edition"),
        ]

    def __str__(self) -> str:
        return self.name


class PassageQuerySet(models.QuerySet["Passage"]):
    """Words about passages."""

    def live(self) -> "PassageQuerySet":
        """Those who came in, without the ones that were undone."""
        undone = Passage.objects.filter(deed=Deed.UNDO, undoes=OuterRef("key"))
        return self.filter(deed=Deed.IN).exclude(Exists(undone.exclude(remark=Remark.NOT_OWN)))


class Passage(models.Model):
    """A fact from a door: somebody came in, or that was a mistake. Rows are only added (decision 0019).

    `key` is made on the phone: a passage that is sent again is the same passage. `device_at` is what the
    phone's clock said, `received_at` what ours said, `at` the first corrected by how far wrong it was.
    """

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    edition = models.ForeignKey(
        "day.Edition", on_delete=models.PROTECT, related_name="passages", verbose_name=_("upplaga")
    )
    key = models.UUIDField(_("nyckel"), unique=True, default=uuid4)
    deed = models.CharField(_("vad"), max_length=4, choices=Deed, default=Deed.IN)
    registration = models.ForeignKey(
        "day.Registration",
        null=True,
        on_delete=models.PROTECT,
        related_name="passages",
        verbose_name=_("anmälan"),
    )
    session = models.ForeignKey(
        "day.Session",
        null=True,
        on_delete=models.PROTECT,
        related_name="passages",
        verbose_name=_("programpunkt"),
    )
    undoes = models.UUIDField(_("ångrar"), null=True, db_index=True)
    way = models.CharField(_("hur"), max_length=8, choices=Way, default=Way.NAME)
    remark = models.CharField(_("anmärkning"), max_length=12, choices=Remark, blank=True)
    door = models.ForeignKey(
        Door, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("dörr")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("vem")
    )
    device = models.UUIDField(_("telefon"), null=True)
    device_at = models.DateTimeField(_("tid i telefonen"))
    received_at = models.DateTimeField(_("mottagen"))
    at = models.DateTimeField(_("tid"))

    objects = PassageQuerySet.as_manager()

    class Meta:
        verbose_name = _("passage")
        verbose_name_plural = _("passager")
        ordering: ClassVar = ["at", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(deed=Deed.UNDO) ^ Q(undoes__isnull=True), name="an_undo_undoes_something"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["edition", "received_at"], name="passage_by_arrival"),
            models.Index(fields=["registration", "session"], name="passage_of_a_ticket"),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(name="changed_by_age_only", operation=pgtrigger.Update),
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.registration_id} {self.deed} {self.at:%Y-%m-%d %H:%M}"


class Settlement(models.Model):
    """What an organiser decided about a passage that clashed with another, or came on a dead ticket."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    passage = models.OneToOneField(
        Passage, on_delete=models.PROTECT, related_name="settlement", verbose_name=_("passage")
    )
    note = models.CharField(_("anteckning"), max_length=300)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("vem")
    )
    at = models.DateTimeField(_("tid"))

    class Meta:
        verbose_name = _("beslut om en passage")
        verbose_name_plural = _("beslut om passager")

    def __str__(self) -> str:
        return self.note


class Turnout(models.Model):
    """How many came to an edition, kept when it is forgotten who they were."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    edition = models.OneToOneField(
        "day.Edition", on_delete=models.PROTECT, related_name="turnout", verbose_name=_("upplaga")
    )
    came = models.PositiveIntegerField(_("besökare på plats"))
    organisations = models.PositiveIntegerField(_("organisationer på plats"))
    at = models.DateTimeField(_("räknat"))

    class Meta:
        verbose_name = _("antal på plats")
        verbose_name_plural = _("antal på plats")

    def __str__(self) -> str:
        return f"{self.came}"
