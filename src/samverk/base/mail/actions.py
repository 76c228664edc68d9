"""Sending mails: written down first, then handed over by the worker, so that none is lost."""

import smtplib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.db import transaction

from samverk.base.mail import rules
from samverk.base.mail.models import Attachment, OutgoingMail, State
from samverk.base.mail.post import hand_over
from samverk.base.queue import actions as queue

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class File:
    """A file to go with a mail."""

    name: str
    content_type: str
    content: bytes


class NotDelivered(RuntimeError):
    """The mail server did not take the mail now; the worker tries again later."""


@transaction.atomic
def send(
    *,
    to: str,
    subject: str,
    text: str,
    now: datetime,
    html: str = "",
    reply_to: str = "",
    attachments: Iterable[File] = (),
) -> int:
    """Write down a mail to one person, to be delivered when the transaction has committed; return its key.

    :raises InvalidAddress: when `to` or `reply_to` is no e-mail address.
    :raises TooLarge: when the attachments together are larger than 5 MB.
    """
    files = list(attachments)
    if sum(len(file.content) for file in files) > rules.MAX_ATTACHMENTS:
        raise rules.TooLarge
    mail = OutgoingMail.objects.create(
        to=rules.address(to),
        subject=rules.subject(subject),
        text=text,
        html=html,
        reply_to=rules.address(reply_to) if reply_to else "",
        created_at=now,
    )
    Attachment.objects.bulk_create(
        Attachment(
            mail=mail, name=rules.subject(file.name), content_type=file.content_type, content=file.content
        )
        for file in files
    )
    queue.enqueue("mail.deliver", mail_id=mail.id)
    return mail.id


def deliver(*, mail_id: int, now: datetime) -> None:
    """Hand a mail over to the mail server, unless it has left already or was given up.

    :raises NotDelivered: when it should be tried again.
    """
    with transaction.atomic():
        mail = OutgoingMail.objects.select_for_update().filter(id=mail_id).first()
        if mail is None or mail.state in (State.SENT, State.FAILED):
            return
        mail.attempts += 1
        try:
            hand_over(mail)
        except (OSError, smtplib.SMTPException, rules.InvalidServer) as problem:
            _note_failure(mail, problem)
        else:
            mail.state, mail.sent_at, mail.last_error = State.SENT, now, ""
        mail.save(update_fields=["state", "attempts", "sent_at", "last_error"])
    if mail.state == State.FAILING:
        raise NotDelivered(mail.last_error)


@transaction.atomic
def try_again(*, mail_id: int) -> None:
    """Try to deliver a mail that was given up."""
    mails = OutgoingMail.objects.filter(id=mail_id, state=State.FAILED)
    if mails.update(state=State.WAITING, attempts=0):
        queue.enqueue("mail.deliver", mail_id=mail_id)


def forget(*, now: datetime) -> int:
    """Delete the mails that were sent, or given up, longer ago than the operator keeps them; return how
    many."""
    limit = now - timedelta(days=settings.MAIL_DAYS)
    old = OutgoingMail.objects.filter(created_at__lt=limit, state__in=[State.SENT, State.FAILED])
    return old.delete()[1].get("mail.OutgoingMail", 0)


def _note_failure(mail: OutgoingMail, problem: Exception) -> None:
    permanent = rules.is_permanent(_code(problem))
    gives_up = rules.gives_up(attempts=mail.attempts, permanent=permanent)
    mail.state = State.FAILED if gives_up else State.FAILING
    mail.last_error = rules.subject(str(problem) or type(problem).__name__)
    log.warning("mail_not_delivered", mail_id=mail.id, state=mail.state, code=_code(problem))


def _code(problem: Exception) -> int:
    if isinstance(problem, smtplib.SMTPRecipientsRefused):
        return max((code for code, _ in problem.recipients.values()), default=0)
    if isinstance(problem, smtplib.SMTPAuthenticationError):
        return 0
    return getattr(problem, "smtp_code", 0)
