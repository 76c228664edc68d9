from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

M = TypeVar("M", bound=type[models.Model])


def kept_in_history(*, but: tuple[str, ...] = ()) -> Callable[[M], M]:
    """Have every state of a model's rows kept, `but` some fields; who changed them stands in the audit log.

    Triggers of the database do it, so that bulk changes and plain SQL are caught too.
    """
    events = (pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
    without_context: Any = None
    return pghistory.track(*events, exclude=list(but) or None, context_field=without_context)


class Entry(models.Model):
    """One thing that somebody did. Rows are only added: the database refuses the rest, but for old age."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    at = models.DateTimeField(_("tid"), auto_now_add=True, db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("vem")
    )
    action = models.CharField(_("vad"), max_length=100, db_index=True)
    target = models.CharField(_("på vad"), max_length=200, blank=True, db_index=True)
    facts = models.JSONField(_("uppgifter"), default=dict)
    request_id = models.CharField(_("förfrågan"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("loggrad")
        verbose_name_plural = _("loggrader")
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(name="never_changed", operation=pgtrigger.Update),
            pgtrigger.Protect(name="deleted_by_age_only", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action}"
