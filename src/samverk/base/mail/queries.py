"""The mails that were sent, or should have been."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from samverk.base.mail.models import Attachment, OutgoingMail, State

SHOWN = 100


@dataclass(frozen=True)
class MailRow:
    """A mail in a list."""

    id: int
    to: str
    subject: str
    state: str
    state_label: str
    attempts: int
    last_error: str
    created_at: datetime
    sent_at: datetime | None


@dataclass(frozen=True)
class FileRow:
    """A file that went with a mail."""

    id: int
    name: str
    size: int


@dataclass(frozen=True)
class Mail:
    """A mail, whole."""

    row: MailRow
    text: str
    html: str
    reply_to: str
    files: tuple[FileRow, ...]


@dataclass(frozen=True)
class FileContent:
    """A file that went with a mail, to be downloaded."""

    name: str
    content: bytes


def latest() -> list[MailRow]:
    """The latest hundred mails, newest first."""
    return [
        _row(mail)
        for mail in OutgoingMail.objects.defer("text", "html").order_by("-created_at", "-id")[:SHOWN]
    ]


def not_delivered() -> list[MailRow]:
    """The latest hundred mails that the mail server has not taken, newest first."""
    mails = OutgoingMail.objects.filter(state__in=[State.FAILING, State.FAILED]).defer("text", "html")
    return [_row(mail) for mail in mails.order_by("-created_at", "-id")[:SHOWN]]


def mail(mail_id: int) -> Mail | None:
    """One mail with the names of its files; None when it is not there. Two queries."""
    found = OutgoingMail.objects.filter(id=mail_id).first()
    if found is None:
        return None
    files = tuple(FileRow(file.id, file.name, len(file.content)) for file in found.attachments.order_by("id"))
    return Mail(_row(found), found.text, found.html, found.reply_to, files)


def file(mail_id: int, file_id: int) -> FileContent | None:
    """One file of a mail; None when it is not there."""
    found = Attachment.objects.filter(mail_id=mail_id, id=file_id).first()
    return FileContent(found.name, bytes(found.content)) if found else None


def counts() -> dict[str, int]:
    """How many mails there are in each state."""
    found = dict(OutgoingMail.objects.values_list("state").annotate(count=Count("id")))
    return {state: found.get(state, 0) for state in State.values}


def _row(mail: OutgoingMail) -> MailRow:
    return MailRow(
        id=mail.id,
        to=mail.to,
        subject=mail.subject,
        state=mail.state,
        state_label=str(State(mail.state).label),
        attempts=mail.attempts,
        last_error=mail.last_error,
        created_at=mail.created_at,
        sent_at=mail.sent_at,
    )
