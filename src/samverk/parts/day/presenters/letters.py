"""The letters about a registration, in the language that their reader used."""

from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from samverk.base.mail.actions import File
from samverk.parts.day.models import RegistrationState
from samverk.parts.day.presenters import documents, personal
from samverk.parts.day.queries.registration import Registered
from samverk.parts.day.rules.letters import About


@dataclass(frozen=True)
class Letter:
    """A letter, ready to be sent."""

    to: str
    subject: str
    text: str
    html: str
    reply_to: str = ""
    files: tuple[File, ...] = field(default=())


def letter(registered: Registered, about: About, *, now: datetime) -> Letter | None:
    """The letter that fits how the registration stands now; None when there is nobody or nothing to tell."""
    if not registered.reaches or not is_true(about, registered.state):
        return None
    with override(registered.language):
        title = _subject(about, registered)
        context = {
            "registered": registered,
            "title": title,
            "notice": personal.notice(registered),
            "about": about.value,
            "days": personal.days(registered.day),
            "colleagues": [
                other for other in registered.colleagues if other.state == RegistrationState.WAITING
            ],
            "seats": len(documents.holders(registered)),
            "until": personal.moment(registered.offered_until) if registered.offered_until else "",
            "url": documents.page_url(registered),
            "site_name": settings.WAGTAIL_SITE_NAME,
            "site_url": settings.WAGTAILADMIN_BASE_URL,
        }
        return Letter(
            to=registered.reaches,
            subject=title,
            text=render_to_string("day/mail/registration.txt", context),
            html=render_to_string("day/mail/registration.html", context),
            reply_to=registered.day.contact_email,
            files=_files(registered, about, now),
        )


def is_true(about: About, state: str) -> bool:
    """Whether what a letter is about is still so: much may have happened while it waited to be written."""
    wanted = {
        About.SEAT: RegistrationState.CONFIRMED,
        About.WAITING: RegistrationState.WAITING,
        About.OFFER: RegistrationState.OFFERED,
        About.LAPSED: RegistrationState.LAPSED,
        About.CANCELLED: RegistrationState.CANCELLED,
        About.REMINDER: RegistrationState.CONFIRMED,
    }
    if about == About.RECEIVED:
        return state in (RegistrationState.CONFIRMED, RegistrationState.WAITING)
    return about not in wanted or wanted[about] == state


def _subject(about: About, registered: Registered) -> str:
    if about == About.RECEIVED:
        about = About.SEAT if registered.state == RegistrationState.CONFIRMED else About.WAITING
    told = {
        About.SEAT: _("Din plats på %(day)s"),
        About.WAITING: _("Du står på väntelistan till %(day)s"),
        About.OFFER: _("En plats är ledig för dig på %(day)s"),
        About.LAPSED: _("Erbjudandet om en plats på %(day)s har gått ut"),
        About.CANCELLED: _("Din anmälan till %(day)s är avbokad"),
        About.REMINDER: _("Snart är det %(day)s"),
        About.LINK: _("Din länk till %(day)s"),
    }[about]
    return told % {"day": registered.day.title}


def _files(registered: Registered, about: About, now: datetime) -> tuple[File, ...]:
    if about not in (About.RECEIVED, About.SEAT, About.REMINDER, About.LINK):
        return ()
    pdf = documents.tickets(registered)
    if pdf is None:
        return ()
    calendar = documents.calendar(registered, now=now)
    return (
        File(pdf.name, "application/pdf", pdf.content),
        File(calendar.name, "text/calendar", calendar.content),
    )
