"""Deciding who takes care of what is said about which part of the site."""

from collections.abc import Collection
from typing import Any

from django.db import connection, transaction

from samverk.base.audit import actions as audit
from samverk.base.organisations.permissions import demand
from samverk.base.region.queries import current_region_id
from samverk.parts.feedback.models import Responsibility
from samverk.parts.feedback.models.responsibility import NEAREST
from samverk.parts.feedback.permissions import may_share_out


def section_of(page_id: int) -> int | None:
    """The part of the site that a page belongs to, as far as somebody answers for it. One query."""
    found = Responsibility.objects.nearest(page_id)
    return found.section_id if found else None


@transaction.atomic
def share_out(*, section_id: int, editors: Collection[int], by: Any) -> None:
    """Let exactly these people answer for a part of the site; nobody ends the responsibility.

    Open comments go to the new ones at once.

    :raises PermissionDenied: when `by` may not decide it.
    """
    demand(may_share_out, by)
    if editors:
        kept, _new = Responsibility.objects.get_or_create(
            section_id=section_id, defaults={"region_id": current_region_id()}
        )
        kept.editors.set(editors)
    else:
        Responsibility.objects.filter(section_id=section_id).delete()
    _route_open_comments()
    audit.record(
        actor=by, action="feedback.share_out", target=f"wagtailcore.page:{section_id}", editors=len(editors)
    )


def _route_open_comments() -> None:
    """Give every comment that waits its part of the site anew, in one statement."""
    nearest = NEAREST.replace("%s", "comment.page_id").replace("%%", "%")
    nearest = nearest.replace("answered.id, answered.section_id", "answered.section_id", 1)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE feedback_comment comment SET section_id = ({nearest})"  # noqa: S608 - our own words
            " WHERE page_id IS NOT NULL AND state IN ('held', 'new', 'assigned')"
        )
