from typing import ClassVar

from django.db import connection, models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samverk.parts.day.models.invoices import VAT_PERCENT

# One statement, so that the row is held for as short as can be: how many arrive, how many get a seat.
# The inner SELECT waits for its turn and then sees what those before have taken (decision 0016).
ARRIVE = """
    UPDATE day_ticketkind AS kind
    SET taken = LEAST(kind.quota, kind.taken + %(count)s), arrivals = kind.arrivals + %(count)s
    FROM (SELECT id, taken FROM day_ticketkind WHERE id = %(id)s FOR UPDATE) AS before
    WHERE kind.id = before.id
    RETURNING kind.taken - before.taken, kind.arrivals - %(count)s
"""


class Audience(models.TextChoices):
    """For whom a ticket is meant."""

    EVERYBODY = "everybody", _("alla")
    ENTERPRISE = "enterprise", _("socialt företag")
    BUYER = "buyer", _("köpare")
    PUBLIC_BODY = "public_body", _("offentlig verksamhet")
    STUDENT = "student", _("studerande")
    EXHIBITOR = "exhibitor", _("utställare")


class TicketKindQuerySet(models.QuerySet["TicketKind"]):
    """Words about kinds of tickets."""

    def arrive(self, *, kind_id: int, count: int) -> tuple[int, int]:
        """Let `count` people arrive: how many of them got a seat, and the number of the last before them.

        The kind is held until the caller's transaction ends: whoever arrives later is later in the queue too.
        """
        with connection.cursor() as cursor:
            cursor.execute(ARRIVE, {"id": kind_id, "count": count})
            given, last_before = cursor.fetchone()
        return given, last_before

    def with_opening(self) -> "TicketKindQuerySet":
        """With as much of the edition as tells whether one can register."""
        told = [f"edition__{name}" for name in ("state", "starts_on", "ends_on")]
        own = ("region_id", "edition_id", "access_code", "opens_at", "closes_at", "price", "vat_percent")
        return self.select_related("edition").only(*own, *told)

    def held(self, kind_id: int) -> "TicketKind":
        """One kind, held until the caller's transaction ends."""
        return self.select_for_update(of=("self",)).select_related("edition").get(pk=kind_id)


class TicketKind(models.Model):
    """A kind of ticket with its own number of seats.

    `taken` counts the seats that are confirmed or offered, `arrivals` everybody who ever came: it gives the
    order of the waiting list. Both change only while the row is held.
    """

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    edition = models.ForeignKey(
        "day.Edition", on_delete=models.PROTECT, related_name="ticket_kinds", verbose_name=_("upplaga")
    )
    name = models.CharField(_("namn"), max_length=100)
    note = models.CharField(_("beskrivning"), max_length=300, blank=True)
    audience = models.CharField(_("för vem"), max_length=20, choices=Audience, default=Audience.EVERYBODY)
    quota = models.PositiveIntegerField(_("antal platser"))
    price = models.PositiveIntegerField(_("pris i öre utan moms"), default=0)
    vat_percent = models.PositiveSmallIntegerField(_("moms i procent"), default=25)
    opens_at = models.DateTimeField(_("öppnar"), null=True, blank=True)
    closes_at = models.DateTimeField(_("stänger"), null=True, blank=True)
    access_code = models.CharField(_("kod"), max_length=40, blank=True)
    order = models.PositiveSmallIntegerField(_("ordning"), default=0)
    taken = models.PositiveIntegerField(_("upptagna platser"), default=0, editable=False)
    arrivals = models.PositiveBigIntegerField(_("senaste nummer i ordningen"), default=0, editable=False)

    objects = TicketKindQuerySet.as_manager()

    class Meta:
        verbose_name = _("biljettslag")
        verbose_name_plural = _("biljettslag")
        ordering: ClassVar = ["order", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(taken__lte=F("quota")), name="never_more_seats_than_there_are"
            ),
            models.CheckConstraint(condition=Q(vat_percent__in=VAT_PERCENT), name="ticket_vat_is_a_rate"),
            models.CheckConstraint(
                condition=Q(opens_at__isnull=True)
                | Q(closes_at__isnull=True)
                | Q(closes_at__gt=F("opens_at")),
                name="ticket_closes_after_it_opens",
                violation_error_message=_("Anmälan kan inte stänga innan den öppnar."),
            ),
            models.UniqueConstraint(
                fields=["edition", "name"],
                name="ticket_name_once_in_an_edition",
                violation_error_message=_("Det finns redan en biljett med det namnet."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
