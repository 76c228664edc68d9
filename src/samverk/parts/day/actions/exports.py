"""Long lists that become files in the background, while whoever asked for one sees how far it has come."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from samverk.base.organisations.permissions import demand
from samverk.base.queue import actions as queue
from samverk.parts.day.actions.uploads import File
from samverk.parts.day.models import Edition, Export
from samverk.parts.day.permissions import may_arrange, may_see_needs
from samverk.parts.day.queries.uploads import KEPT
from samverk.parts.day.rules.exporting import is_sensitive


@transaction.atomic
def ask_for(
    *,
    edition_id: int,
    what: str,
    wanted: Mapping[str, Any],
    total: int,
    language: str,
    by: Any,
    now: datetime,
) -> UUID:
    """Have a list made into a file; returns the key of it.

    :raises PermissionDenied: when `by` may not see the list.
    """
    demand(may_see_needs if is_sensitive(what) else may_arrange, by)
    edition = Edition.objects.get(pk=edition_id)
    row = Export.objects.create(
        region_id=edition.region_id,
        edition=edition,
        asked_by=by,
        asked_at=now,
        what=what,
        wanted=dict(wanted),
        language=language,
        total=total,
    )
    queue.enqueue("day.make_export", reference=str(row.reference))
    return row.reference


def note_progress(*, reference: UUID, done: int) -> None:
    """Say how many rows are done."""
    Export.objects.filter(reference=reference).update(done=done)


def finish(*, reference: UUID, file: File, now: datetime) -> None:
    """Keep the file that was made, until a day after it was asked for."""
    Export.objects.filter(reference=reference).update(ready_at=now, failed=False, **vars(file))


def give_up(*, reference: UUID) -> None:
    """Say that the file could not be made."""
    Export.objects.filter(reference=reference, ready_at__isnull=True).update(failed=True)


def open_for(*, reference: UUID, edition_id: int, by: Any, now: datetime) -> File | None:
    """The file, for whoever asked for it, as long as they may see the list; None when it is not there.

    :raises PermissionDenied: when they may not.
    """
    mine = Export.objects.filter(reference=reference, edition_id=edition_id, asked_by_id=by.pk)
    row = mine.filter(ready_at__isnull=False, asked_at__gt=now - KEPT).first()
    if row is None:
        return None
    demand(may_see_needs if is_sensitive(row.what) else may_arrange, by)
    return File(row.name, row.content_type, bytes(row.content or b""))
