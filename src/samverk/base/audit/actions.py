"""Writing in the audit log, and forgetting what is old."""

from datetime import datetime, timedelta
from typing import Any

import pgtrigger
import structlog
from django.db import transaction
from django.db.models import Model

from samverk.base.audit.models import Entry
from samverk.base.region.queries import current_region_id


def record(*, actor: Any, action: str, target: Model | str = "", **facts: Any) -> None:
    """Note that `actor` did `action` (like `site.import_page`) to `target`, in the caller's transaction.

    `facts` are plain values that explain it; never personal data that the target itself does not keep.
    """
    Entry.objects.create(
        region_id=current_region_id(),
        actor=actor if getattr(actor, "is_authenticated", False) else None,
        action=action,
        target=target if isinstance(target, str) else name_of(target),
        facts=facts,
        request_id=str(structlog.contextvars.get_contextvars().get("request_id", "")),
    )


def name_of(target: Model) -> str:
    """How the log names a row: its table and key, like `people.user:7`."""
    return f"{target._meta.label_lower}:{target.pk}"


@transaction.atomic
def forget(*, now: datetime, days: int) -> int:
    """Delete the entries older than `days` days; only here does the database allow it. Returns how many."""
    with pgtrigger.ignore("audit.Entry:deleted_by_age_only"):
        deleted, _ = Entry.objects.filter(at__lt=now - timedelta(days=days)).delete()
    return deleted
