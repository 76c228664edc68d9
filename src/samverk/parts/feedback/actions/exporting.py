"""Taking comments out of the inbox, noted for whoever wonders later."""

from typing import Any

from samverk.base.audit import actions as audit
from samverk.base.organisations.permissions import demand
from samverk.parts.feedback.models.selection import Wanted
from samverk.parts.feedback.permissions import may_answer


def note(*, wanted: Wanted, form: str, by: Any) -> None:
    """Note who took out what, without the words that were searched for: they may be somebody's name.

    :raises PermissionDenied: when `by` may not handle comments.
    """
    demand(may_answer, by)
    audit.record(actor=by, action="feedback.export", form=form, state=wanted.state, kind=wanted.kind)
