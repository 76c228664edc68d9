"""A mail's facts in the words of the screen."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from samverk.base.mail.queries import Mail


def facts(mail: Mail) -> list[tuple[str, str]]:
    """What a mail's page lists above its text; empty facts are left out by the component."""
    return [
        (_("Till"), mail.row.to),
        (_("Svar går till"), mail.reply_to),
        (_("Skrivet"), date_format(localtime(mail.row.created_at), "j F Y H.i")),
        (_("Skickat"), date_format(localtime(mail.row.sent_at), "j F Y H.i") if mail.row.sent_at else ""),
        (_("Fel"), mail.row.last_error),
    ]
