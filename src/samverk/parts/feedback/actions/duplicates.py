"""Comments that say the same: one stays, the others point at it, and all their senders get its answer."""

from typing import Any

from django.db import transaction
from django.db.models import F

from samverk.base.audit import actions as audit
from samverk.base.organisations.permissions import demand
from samverk.parts.feedback.actions.taking import ChangedMeanwhileError, keep, take
from samverk.parts.feedback.models import Comment
from samverk.parts.feedback.permissions import may_answer
from samverk.parts.feedback.rules.handling import Deed


@transaction.atomic
def merge(*, comment_id: int, version: int, into: int, by: Any) -> None:
    """Let a comment, with its own duplicates, point at another that says the same.

    :raises PermissionDenied: when `by` may not handle comments.
    :raises ChangedMeanwhileError: when either has changed so that it is no longer possible.
    """
    ids = sorted(
        (comment_id, into)
    )  # always locked in the same order, so that two merges cannot wait for each other
    locked = {
        each.pk: each
        for each in Comment.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk")
    }
    other = locked.get(into)
    if other is None or other.pk == comment_id:
        raise ChangedMeanwhileError
    comment = take(comment_id=comment_id, version=version, deed=Deed.MERGE, by=by)
    take(comment_id=into, version=other.version, deed=Deed.MERGE, by=by)
    Comment.objects.filter(merged_into=comment).update(merged_into=other, version=F("version") + 1)
    keep(comment, merged_into=other)
    keep(other)
    audit.record(actor=by, action="feedback.merge", target=comment, into=into)
    audit.record(actor=by, action="feedback.merged_here", target=other, which=comment_id)


@transaction.atomic
def part(*, comment_id: int, by: Any) -> None:
    """Let a duplicate stand by itself again, in the state that it had.

    :raises PermissionDenied: when `by` may not handle comments.
    :raises ChangedMeanwhileError: when it is not a duplicate any more.
    """
    demand(may_answer, by)
    comment = Comment.objects.select_for_update(of=("self",)).filter(pk=comment_id).first()
    if comment is None or comment.merged_into_id is None:
        raise ChangedMeanwhileError
    former = comment.merged_into_id
    keep(comment, merged_into=None)
    Comment.objects.filter(pk=former).update(version=F("version") + 1)
    audit.record(actor=by, action="feedback.part", target=comment, which=former)
