"""Writing in the audit log."""

from typing import Any

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
        target=target if isinstance(target, str) else f"{target._meta.label_lower}:{target.pk}",
        facts=facts,
    )
