"""Letters to everybody who is registered: the day is cancelled, has moved, or its programme has changed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q

from samverk.base.audit import actions as audit
from samverk.base.organisations.permissions import demand
from samverk.base.queue import actions as queue
from samverk.parts.day.actions import editions
from samverk.parts.day.actions.letters import Letter as Written
from samverk.parts.day.actions.letters import post
from samverk.parts.day.models import Edition, Notice, NoticeReceipt, Registration, Speaker, State
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.queries.notices import LIVE, Receipt
from samverk.parts.day.rules.texts import Letter

AT_ONCE = 20
Compose = Callable[[Receipt], Written | None]


class AlreadyCancelled(Exception):
    """Somebody else has cancelled the edition."""


@dataclass(frozen=True)
class Message:
    """What an organiser writes to everybody. The same `key` sent again is the same message."""

    key: UUID
    letter: Letter
    subject: str
    text: str


@transaction.atomic
def cancel(*, edition_id: int, message: Message, by: Any, now: datetime) -> int:
    """Cancel an edition and have everybody told. Returns how many are written to.

    :raises PermissionDenied: when `by` arranges nothing.
    :raises AlreadyCancelled: when somebody else has done it, and people are being told.
    """
    demand(may_arrange, by)
    edition = Edition.objects.select_for_update(no_key=True).get(pk=edition_id)
    if not Notice.objects.filter(key=message.key).exists():
        if edition.state == State.CANCELLED:
            raise AlreadyCancelled
        editions.cancel(edition_id=edition_id, by=by)
    return announce(edition_id=edition_id, message=message, by=by, now=now)


def announce(*, edition_id: int, message: Message, by: Any, now: datetime) -> int:
    """Have a letter written to everybody who has a seat or waits, and to the speakers: once to each.

    Those who only have a colleague's address are told through the one who registered them. Returns how many
    letters there will be. A form that is sent twice writes once.

    :raises PermissionDenied: when `by` arranges nothing.
    """
    demand(may_arrange, by)
    try:
        with transaction.atomic():
            return _announce(edition_id, message, by, now)
    except IntegrityError:
        known = Notice.objects.filter(key=message.key).first()
        if known is None:
            raise
        return NoticeReceipt.objects.filter(notice=known).count()


@transaction.atomic
def send_some(*, notice_id: int, compose: Compose, now: datetime) -> int:
    """Write the next letters of a notice, a few in each transaction; returns how many were handled.

    A letter and the mark that it is written are kept together: whoever is interrupted goes on where it was.
    """
    waiting = NoticeReceipt.objects.filter(notice=notice_id, sent_at__isnull=True)
    rows = list(waiting.select_for_update(of=("self",), skip_locked=True).order_by("pk")[:AT_ONCE])
    for row in rows:
        letter = compose(Receipt(notice_id, row.registration_id, row.speaker_id))
        if letter:
            post(letter, now=now)
    NoticeReceipt.objects.filter(pk__in=[row.pk for row in rows]).update(sent_at=now)
    return len(rows)


def _announce(edition_id: int, message: Message, by: Any, now: datetime) -> int:
    edition = Edition.objects.select_for_update(no_key=True).get(pk=edition_id)
    notice = Notice.objects.create(
        region_id=edition.region_id,
        edition=edition,
        key=message.key,
        letter=message.letter,
        subject=message.subject,
        text=message.text,
        sequence=edition.sequence,
        by_id=getattr(by, "pk", None),
        created_at=now,
    )
    receipts = NoticeReceipt.objects.bulk_create(_receipts(notice, edition, message.letter))
    audit.record(
        actor=by, action="day.announce", target=edition, letter=message.letter.value, people=len(receipts)
    )
    queue.enqueue("day.tell", notice_id=notice.pk)
    return len(receipts)


def _receipts(notice: Notice, edition: Edition, letter: Letter) -> Iterator[NoticeReceipt]:
    live = LIVE[:1] if letter is Letter.THANKS else LIVE
    region_id = edition.region_id
    reached = Q(state__in=live) | Q(colleagues__state__in=live, colleagues__email="")
    rows = Registration.objects.filter(reached, edition=edition).exclude(email="").order_by("pk").distinct()
    for key in rows.values_list("pk", flat=True):
        yield NoticeReceipt(region_id=region_id, notice=notice, registration_id=key)
    for key in Speaker.objects.filter(edition=edition).exclude(email="").values_list("pk", flat=True):
        yield NoticeReceipt(region_id=region_id, notice=notice, speaker_id=key)
