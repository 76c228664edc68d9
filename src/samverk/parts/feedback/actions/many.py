"""What editors do with many comments at once: one statement each, so that a flood is a second's work."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet

from samverk.base.audit import actions as audit
from samverk.base.organisations.permissions import demand
from samverk.parts.feedback.models import Comment, State
from samverk.parts.feedback.models.selection import Wanted, selected
from samverk.parts.feedback.permissions import may_answer
from samverk.parts.feedback.rules.handling import OPEN


@transaction.atomic
def let_in(*, wanted: Wanted, only: Collection[int], newest: int, by: Any) -> int:
    """Let held comments into the inbox; return how many.

    :raises PermissionDenied: when `by` may not handle comments.
    """
    many = _held(wanted, only, newest, by).update(state=State.NEW, version=F("version") + 1)
    audit.record(actor=by, action="feedback.let_in_many", count=many)
    return many


@transaction.atomic
def throw_away(*, wanted: Wanted, only: Collection[int], newest: int, by: Any) -> int:
    """Throw held comments away; return how many. Nothing hangs on a held comment, so one statement will do.

    :raises PermissionDenied: when `by` may not handle comments.
    """
    held = _held(wanted, only, newest, by).order_by()
    many = Comment.objects.filter(pk__in=held.values("pk"))._raw_delete(held.db)
    audit.record(actor=by, action="feedback.throw_away_many", count=many)
    return many


@transaction.atomic
def assign(*, wanted: Wanted, only: Collection[int], by: Any) -> int:
    """Take the chosen comments that wait on one's own desk; return how many.

    :raises PermissionDenied: when `by` may not handle comments.
    """
    chosen = _open(wanted, only, by)
    many = chosen.update(assigned_to=by.pk, state=State.ASSIGNED, version=F("version") + 1)
    audit.record(actor=by, action="feedback.assign_many", count=many, to=by.pk)
    return many


@transaction.atomic
def close(*, wanted: Wanted, only: Collection[int], by: Any, now: datetime) -> int:
    """Be done with the chosen comments that wait; return how many.

    :raises PermissionDenied: when `by` may not handle comments.
    """
    chosen = _open(wanted, only, by)
    many = chosen.update(state=State.CLOSED, closed_at=now, version=F("version") + 1)
    audit.record(actor=by, action="feedback.close_many", count=many)
    return many


def _held(wanted: Wanted, only: Collection[int], newest: int, by: Any) -> QuerySet[Comment]:
    """The chosen ones; if none is chosen, all that were there when the editor saw the list."""
    demand(may_answer, by)
    held = selected(wanted, user_id=by.pk).filter(state=State.HELD)
    return held.filter(pk__in=only) if only else held.filter(pk__lte=newest)


def _open(wanted: Wanted, only: Collection[int], by: Any) -> QuerySet[Comment]:
    demand(may_answer, by)
    return selected(wanted, user_id=by.pk).filter(state__in=OPEN, pk__in=only)
