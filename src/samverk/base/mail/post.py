"""The road to the mail server. In a demonstration it ends here: nothing leaves the machine."""

from email.message import EmailMessage
from email.utils import format_datetime
from smtplib import SMTP, SMTP_SSL
from ssl import create_default_context

from django.conf import settings

from samverk.base.mail import rules
from samverk.base.mail.models import OutgoingMail

SECONDS = 20


def hand_over(mail: OutgoingMail) -> None:
    """Give the mail to the mail server that the operator has named; in a demonstration, to nobody.

    :raises OSError: when the server cannot be reached.
    :raises SMTPException: when it refuses.
    :raises InvalidServer: when no server, or a wrong one, is named.
    """
    if settings.DEMONSTRATION:
        return
    server = rules.server(settings.SMTP_URL)
    with _connected(server) as connection:
        if server.user:
            connection.login(server.user, server.password)
        connection.send_message(message(mail))


def message(mail: OutgoingMail) -> EmailMessage:
    """The mail as it travels. Its Message-ID stays the same when it is sent again, so that doubles can be
    told."""
    letter = EmailMessage()
    letter["Subject"] = mail.subject
    letter["From"] = settings.DEFAULT_FROM_EMAIL
    letter["To"] = mail.to
    if mail.reply_to:
        letter["Reply-To"] = mail.reply_to
    letter["Date"] = format_datetime(mail.created_at)
    letter["Message-ID"] = (
        f"<{mail.id}.{mail.created_at.timestamp():.0f}@{rules.domain(settings.DEFAULT_FROM_EMAIL)}>"
    )
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(mail.text)
    if mail.html:
        letter.add_alternative(mail.html, subtype="html")
    for file in mail.attachments.all():
        kind, _, form = file.content_type.partition("/")
        letter.add_attachment(bytes(file.content), maintype=kind, subtype=form, filename=file.name)
    return letter


def _connected(server: rules.Server) -> SMTP:
    if server.security == "tls":
        return SMTP_SSL(server.host, server.port, timeout=SECONDS, context=create_default_context())
    connection = SMTP(server.host, server.port, timeout=SECONDS)
    if server.security == "starttls":
        connection.starttls(context=create_default_context())
    return connection
