"""What editors do with one comment, apart from answering it."""

from datetime import datetime
from typing import Any

from django.db import transaction

from samverk.base.audit import actions as audit
from samverk.parts.feedback.actions.taking import ChangedMeanwhileError, keep, take
from samverk.parts.feedback.models import Comment, State
from samverk.parts.feedback.queries import responsibility
from samverk.parts.feedback.rules.handling import Deed, state_when_open

__all__ = ["ChangedMeanwhileError", "assign", "close", "delete", "let_in", "reopen"]


class NoEditorError(ValueError):
    """This person does not handle comments."""


@transaction.atomic
def assign(*, comment_id: int, version: int, to: int | None, by: Any) -> None:
    """Give a comment to somebody, or to nobody in particular.

    :raises PermissionDenied: when `by` may not handle comments.
    :raises ChangedMeanwhileError: when somebody else came first.
    :raises NoEditorError: when `to` does not handle comments.
    """
    comment = take(comment_id=comment_id, version=version, deed=Deed.ASSIGN, by=by)
    if to is not None and to not in {editor.id for editor in responsibility.editors()}:
        raise NoEditorError
    keep(comment, assigned_to_id=to, state=state_when_open(is_assigned=to is not None))
    audit.record(actor=by, action="feedback.assign", target=comment, to=to)


@transaction.atomic
def close(*, comment_id: int, version: int, by: Any, now: datetime) -> None:
    """Be done with a comment.

    :raises PermissionDenied: when `by` may not handle comments.
    :raises ChangedMeanwhileError: when somebody else came first.
    """
    comment = take(comment_id=comment_id, version=version, deed=Deed.CLOSE, by=by)
    keep(comment, state=State.CLOSED, closed_at=now)
    audit.record(actor=by, action="feedback.close", target=comment)


@transaction.atomic
def reopen(*, comment_id: int, version: int, by: Any) -> None:
    """Take up again what was done. The time of the first answer stays, for it was given.

    :raises PermissionDenied: when `by` may not handle comments.
    :raises ChangedMeanwhileError: when somebody else came first.
    """
    comment = take(comment_id=comment_id, version=version, deed=Deed.REOPEN, by=by)
    state = state_when_open(is_assigned=comment.assigned_to_id is not None)
    keep(comment, state=state, closed_at=None)
    audit.record(actor=by, action="feedback.reopen", target=comment)


@transaction.atomic
def let_in(*, comment_id: int, version: int, by: Any) -> None:
    """Let a comment that was held into the inbox.

    :raises PermissionDenied: when `by` may not handle comments.
    :raises ChangedMeanwhileError: when somebody else came first.
    """
    comment = take(comment_id=comment_id, version=version, deed=Deed.LET_IN, by=by)
    keep(comment, state=State.NEW)
    audit.record(actor=by, action="feedback.let_in", target=comment)


@transaction.atomic
def delete(*, comment_id: int, version: int, by: Any) -> None:
    """Throw a comment away for good, with its duplicates and answers.

    :raises PermissionDenied: when `by` may not handle comments.
    :raises ChangedMeanwhileError: when somebody else came first.
    """
    comment = take(comment_id=comment_id, version=version, deed=Deed.DELETE, by=by)
    audit.record(actor=by, action="feedback.delete", target=comment, state=comment.state, kind=comment.kind)
    Comment.objects.filter(pk=comment.pk).delete()
