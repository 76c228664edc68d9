"""What organisers say while the day goes on; open pages are told of it."""

from datetime import datetime
from typing import Any

from django.db import transaction

from samverk.base.audit import actions as audit
from samverk.base.events import actions as events
from samverk.base.organisations.permissions import demand
from samverk.parts.day.models import AsAnnounced, Edition, LiveNotice, Session, State
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.rules import live as rules
from samverk.parts.day.rules import topics


@transaction.atomic
def post_notice(*, edition_id: int, text: str, by: Any, now: datetime) -> int:
    """Put a short word first on the live page. Returns its key.

    :raises PermissionDenied: when `by` may not arrange days.
    """
    demand(may_arrange, by)
    edition = Edition.objects.get(pk=edition_id)
    row = LiveNotice.objects.create(
        region_id=edition.region_id, edition=edition, text=text, posted_at=now, withdrawn_at=None
    )
    audit.record(actor=by, action="day.post_notice", target=row, edition=edition_id)
    announce(edition_id)
    return row.pk


@transaction.atomic
def withdraw_notice(*, edition_id: int, notice_id: int, by: Any, now: datetime) -> None:
    """Take a word away from the live page. Twice is once.

    :raises PermissionDenied: when `by` may not arrange days.
    """
    demand(may_arrange, by)
    standing = LiveNotice.objects.filter(edition=edition_id, pk=notice_id, withdrawn_at=None)
    row = standing.select_for_update().first()
    if row is None:
        return
    row.withdrawn_at = now
    row.save(update_fields=["withdrawn_at"])
    audit.record(actor=by, action="day.withdraw_notice", target=row, edition=edition_id)
    announce(edition_id)


def note(session_id: int | None, *, now: datetime) -> None:
    """Keep how a session stands before it is changed on its day. In the caller's transaction."""
    rows = Session.objects.select_related("room", "announced", "edition")
    row = rows.filter(pk=session_id).first() if session_id else None
    if row is None or row.is_draft or row.edition.state != State.PUBLISHED:
        return
    noted = getattr(row, "announced", None)
    if rules.is_worth_noting(starts_at=row.starts_at, noted_at=noted.noted_at if noted else None, now=now):
        AsAnnounced.objects.update_or_create(
            session=row,
            defaults={
                "region_id": row.region_id,
                "noted_at": now,
                "room_name": row.room.name if row.room else "",
                "starts_at": row.starts_at,
                "ends_at": row.ends_at,
                "is_cancelled": row.is_cancelled,
            },
        )


def announce(edition_id: int) -> None:
    """Tell the open pages of an edition. Last in the caller's transaction."""
    events.announce(topics.live(edition_id))
