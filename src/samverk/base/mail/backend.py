"""Django's own mails (sign-in codes, moderation) take the same road as ours."""

from collections.abc import Sequence

from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from samverk.base.mail import actions


class StoredMailBackend(BaseEmailBackend):
    """Writes each mail down, once for each person it goes to, so that nobody sees the others' addresses."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            for person in message.recipients():
                actions.send(
                    to=person,
                    subject=str(message.subject),
                    text=str(message.body),
                    html=_html(message),
                    reply_to=message.reply_to[0] if message.reply_to else "",
                    attachments=_files(message),
                    now=timezone.now(),
                )
        return len(email_messages)


def _html(message: EmailMessage) -> str:
    if not isinstance(message, EmailMultiAlternatives):
        return ""
    return next((str(content) for content, kind in message.alternatives if kind == "text/html"), "")


def _files(message: EmailMessage) -> list[actions.File]:
    files = (attachment for attachment in message.attachments if isinstance(attachment, tuple))
    return [
        actions.File(
            name or "bilaga",
            kind or "application/octet-stream",
            content.encode() if isinstance(content, str) else content,
        )
        for name, content, kind in files
    ]
