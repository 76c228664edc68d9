"""Files that visitors have answered questions with, and lists that are being made into files."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from samverk.parts.day.models import Export, Upload

KEPT = timedelta(days=1)


@dataclass(frozen=True)
class UploadLine:
    """A file of somebody who has registered."""

    token: UUID
    question_id: int
    name: str
    sensitive: bool


@dataclass(frozen=True)
class ExportState:
    """How far a list has come on its way to become a file."""

    reference: UUID
    what: str
    wanted: dict[str, Any]
    language: str
    edition_id: int
    asked_by: int
    asked_at: datetime
    total: int
    done: int
    failed: bool
    ready_at: datetime | None
    name: str

    @property
    def gone_at(self) -> datetime:
        """When it is deleted."""
        return self.asked_at + KEPT


def waiting_name(token: str, *, question_id: int | None = None) -> str:
    """What the file is called that waits under a key; nothing when there is none."""
    try:
        key = UUID(token)
    except ValueError:
        return ""
    rows = Upload.objects.filter(token=key, registration__isnull=True)
    rows = rows.filter(question_id=question_id) if question_id else rows
    return rows.values_list("name", flat=True).first() or ""


def of_registration(registration_id: int) -> tuple[UploadLine, ...]:
    """The files of somebody who has registered."""
    rows = Upload.objects.filter(registration_id=registration_id).order_by("question__order", "pk")
    told = rows.values_list("token", "question_id", "name", "question__sensitive")
    return tuple(UploadLine(*row) for row in told)


def export(reference: UUID) -> ExportState | None:
    """How far a list has come."""
    row = Export.objects.filter(reference=reference).defer("content").first()
    if row is None:
        return None
    return ExportState(
        reference=row.reference,
        what=row.what,
        wanted=row.wanted,
        language=row.language,
        edition_id=row.edition_id,
        asked_by=row.asked_by_id,
        asked_at=row.asked_at,
        total=row.total,
        done=row.done,
        failed=row.failed,
        ready_at=row.ready_at,
        name=row.name,
    )
