"""Answering: what an editor writes goes by mail to everybody who said the same and left an address."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from samverk.base.audit import actions as audit
from samverk.base.mail import actions as mail
from samverk.base.mail.rules import InvalidAddress
from samverk.base.organisations.permissions import demand
from samverk.base.region.queries import current_region_id
from samverk.parts.feedback.actions.taking import ChangedMeanwhileError, keep, take
from samverk.parts.feedback.models import Answer, Comment, Delivery, State
from samverk.parts.feedback.models.selection import to_be_answered
from samverk.parts.feedback.permissions import may_answer
from samverk.parts.feedback.rules.handling import Deed

QUOTED = 600


class NobodyToAnswerError(ValueError):
    """Nobody who said this has left an address, or it has been removed."""


@transaction.atomic
def answer(*, comment_id: int, version: int, text: str, by: Any, now: datetime) -> int:
    """Answer a comment and its duplicates; return how many letters were written.

    :raises PermissionDenied: when `by` may not handle comments.
    :raises ChangedMeanwhileError: when somebody else came first.
    :raises NobodyToAnswerError: when there is no address to write to.
    """
    comment = take(comment_id=comment_id, version=version, deed=Deed.ANSWER, by=by)
    senders = list(_senders(comment))
    if not senders:
        raise NobodyToAnswerError
    given = Answer.objects.create(
        region_id=current_region_id(), comment=comment, text=text, answered_by=by, answered_at=now
    )
    _write(given, senders, now)
    keep(comment, state=State.ANSWERED, answered_at=comment.answered_at or now)
    audit.record(actor=by, action="feedback.answer", target=comment, letters=len(senders))
    return len(senders)


@transaction.atomic
def pass_on(*, comment_id: int, by: Any, now: datetime) -> int:
    """Send the latest answer to those who were merged afterwards and have got none; return how many.

    :raises PermissionDenied: when `by` may not handle comments.
    :raises ChangedMeanwhileError: when there is no answer to pass on.
    """
    demand(may_answer, by)
    comment = Comment.objects.select_for_update(of=("self",)).filter(pk=comment_id).first()
    latest = comment.answers.last() if comment else None
    if comment is None or latest is None:
        raise ChangedMeanwhileError
    senders = list(to_be_answered().filter(merged_into=comment))
    _write(latest, senders, now)
    audit.record(actor=by, action="feedback.pass_on", target=comment, letters=len(senders))
    return len(senders)


@transaction.atomic
def try_again(*, delivery_id: int, by: Any, now: datetime) -> None:
    """Try once more to send a letter that was given up.

    :raises PermissionDenied: when `by` may not handle comments.
    :raises ChangedMeanwhileError: when it has left, or the address is gone.
    """
    demand(may_answer, by)
    letters = Delivery.objects.select_for_update(of=("self",)).select_related("comment", "answer")
    letter = letters.filter(pk=delivery_id, delivered_at__isnull=True).first()
    if letter is None:
        raise ChangedMeanwhileError
    if letter.mail_id:
        mail.try_again(mail_id=letter.mail_id)
    elif letter.comment.email:
        letter.mail_id = _post(letter.answer, letter.comment, now)
        letter.save(update_fields=["mail"])
    else:
        raise ChangedMeanwhileError
    audit.record(actor=by, action="feedback.try_again", target=letter.answer.comment)


def _senders(comment: Comment) -> Iterable[Comment]:
    return Comment.objects.filter(Q(pk=comment.pk) | Q(merged_into=comment)).exclude(email="").order_by("pk")


def _write(given: Answer, senders: Iterable[Comment], now: datetime) -> None:
    Delivery.objects.bulk_create(
        Delivery(region_id=given.region_id, answer=given, comment=sender, mail_id=_post(given, sender, now))
        for sender in senders
    )


def _post(given: Answer, sender: Comment, now: datetime) -> int | None:
    """Write one letter in its reader's own language; nothing if the address turns out to be none."""
    with override(sender.language):
        facts = {
            "answer": given.text,
            "page": sender.page_title or sender.path,
            "written": sender.text if len(sender.text) <= QUOTED else f"{sender.text[:QUOTED]}…",
            "may_reply": bool(settings.EDITORS_EMAIL),
            "site_name": settings.WAGTAIL_SITE_NAME,
            "site_url": settings.WAGTAILADMIN_BASE_URL,
        }
        try:
            return mail.send(
                to=sender.email,
                subject=_("Svar på din synpunkt"),
                text=render_to_string("feedback/mail/answer.txt", facts),
                reply_to=settings.EDITORS_EMAIL,
                now=now,
            )
        except InvalidAddress:
            return None
