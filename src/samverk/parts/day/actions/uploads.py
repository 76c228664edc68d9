"""Files that answer questions: kept while a form is put right, tied to a registration, forgotten with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from samverk.base.audit import actions as audit
from samverk.base.organisations.permissions import demand
from samverk.parts.day.models import Export, Question, Registration, Upload
from samverk.parts.day.permissions import may_arrange, may_see_needs

WAITS = timedelta(days=1)


@dataclass(frozen=True)
class File:
    """A file that has been read, judged and, when it is a picture, drawn anew."""

    name: str
    content_type: str
    content: bytes


def keep_waiting(*, question_id: int, file: File, now: datetime) -> UUID:
    """Keep an accepted file while the rest of its form is put right; returns the key that finds it again."""
    region_id = Question.objects.values_list("region_id", flat=True).get(pk=question_id)
    row = Upload.objects.create(region_id=region_id, question_id=question_id, uploaded_at=now, **vars(file))
    return row.token


def attach(registration: Registration, files: Mapping[int, UUID]) -> None:
    """Tie files to a registration, in the caller's transaction; a new file takes the place of an old one."""
    for question_id, token in files.items():
        waiting = Upload.objects.filter(question_id=question_id, token=token, registration__isnull=True)
        if not waiting.exists():
            continue
        Upload.objects.filter(registration=registration, question_id=question_id).delete()
        waiting.update(registration=registration)


def remove_others(registration: Registration, answers: Mapping[str, Any]) -> None:
    """Forget the files of a registration whose questions are answered no more."""
    Upload.objects.filter(registration=registration).exclude(
        question_id__in=[int(key) for key in answers]
    ).delete()


def open_for(*, token: UUID, edition_id: int, by: Any) -> File | None:
    """A file for an organiser; that somebody opens a sensitive one is written in the log.

    :raises PermissionDenied: when `by` may not see it.
    """
    demand(may_arrange, by)
    row = Upload.objects.select_related("question").filter(token=token, registration__edition_id=edition_id)
    found = row.first()
    if found is None:
        return None
    if found.question.sensitive:
        demand(may_see_needs, by)
        audit.record(actor=by, action="day.see_upload", target=found)
    return File(found.name, found.content_type, bytes(found.content))


@transaction.atomic
def forget(*, now: datetime) -> int:
    """Delete the files that no form came for, and the lists that were made a day ago; returns how many."""
    old = now - WAITS
    files, _ = Upload.objects.filter(registration__isnull=True, uploaded_at__lt=old).delete()
    lists, _ = Export.objects.filter(asked_at__lt=old).delete()
    return files + lists
