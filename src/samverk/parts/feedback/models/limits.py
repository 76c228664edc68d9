from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

WHOLE_DAY = 0

ADD = """
    INSERT INTO feedback_sendercount (day, sender, period, count)
    SELECT %s, %s, period, 1 FROM unnest(%s::smallint[]) AS period
    ON CONFLICT (day, sender, period) DO UPDATE SET count = feedback_sendercount.count + 1
    RETURNING period, count
"""


class DailySalt(models.Model):
    """What addresses are mixed with before they are counted. When it is gone, no count leads to anybody."""

    day = models.DateField(_("dag"), primary_key=True)
    salt = models.BinaryField(_("salt"), max_length=32)

    class Meta:
        verbose_name = _("dagens salt")
        verbose_name_plural = _("dagarnas salt")

    def __str__(self) -> str:
        return str(self.day)


class SenderCountQuerySet(models.QuerySet["SenderCount"]):
    """Words about how much a sender has sent."""

    def add(self, *, day: date, sender: str, periods: Sequence[int]) -> dict[int, int]:
        """Count one more in each of the periods of a day; returns the counts so far."""
        with connection.cursor() as cursor:
            cursor.execute(ADD, [day, sender, list(periods)])
            return dict(cursor.fetchall())


class SenderCount(models.Model):
    """How many comments have come from an address in a part of a day. The address itself is nowhere."""

    day = models.DateField(_("dag"))
    sender = models.CharField(_("avsändare, saltad"), max_length=32)
    period = models.PositiveSmallIntegerField(_("del av dagen"))
    count = models.PositiveIntegerField(_("antal"))

    objects = SenderCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("antal från en avsändare")
        verbose_name_plural = _("antal från avsändare")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["day", "sender", "period"], name="one_count_for_each_period"),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.period}: {self.count}"
