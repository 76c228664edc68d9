"""Taking a comment in hand, so that two editors do not do it at the same time."""

from typing import Any

from samverk.base.organisations.permissions import demand
from samverk.parts.feedback.models import Comment
from samverk.parts.feedback.permissions import may_answer
from samverk.parts.feedback.rules import handling


class ChangedMeanwhileError(Exception):
    """Somebody else has changed the comment, or removed it, since it was read."""


def take(*, comment_id: int, version: int, deed: handling.Deed, by: Any) -> Comment:
    """The comment, locked until the transaction ends, if it still is as the editor saw it.

    :raises PermissionDenied: when `by` may not handle comments.
    :raises ChangedMeanwhileError: when it has changed, or the deed is no longer possible.
    """
    demand(may_answer, by)
    comment = Comment.objects.select_for_update(of=("self",)).filter(pk=comment_id).first()
    if comment is None or comment.version != version:
        raise ChangedMeanwhileError
    if deed not in handling.possible(state=comment.state, is_merged=comment.merged_into_id is not None):
        raise ChangedMeanwhileError
    return comment


def keep(comment: Comment, **changes: Any) -> None:
    """Write the changes down under a new version."""
    for field, value in changes.items():
        setattr(comment, field, value)
    comment.version += 1
    comment.save(update_fields=[*changes, "version"])
