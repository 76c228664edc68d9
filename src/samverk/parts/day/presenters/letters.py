"""The letters about a registration, in the language that their reader used."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from samverk.base.mail.actions import File
from samverk.parts.day.actions.letters import Letter
from samverk.parts.day.models import RegistrationState, State
from samverk.parts.day.presenters import documents, personal, texts
from samverk.parts.day.queries import notices
from samverk.parts.day.queries import texts as text_queries
from samverk.parts.day.queries.registration import Registered, registered
from samverk.parts.day.queries.texts import Words
from samverk.parts.day.rules import texts as rules
from samverk.parts.day.rules.letters import About

ABOUT_A_DAY_THAT_IS = (About.RECEIVED, About.SEAT, About.WAITING, About.OFFER, About.LAPSED, About.REMINDER)
WITH_FILES = (
    About.RECEIVED, About.SEAT, About.REMINDER, About.LINK, rules.Letter.MOVED, rules.Letter.ON_AGAIN,
)  # fmt: skip
WITH_CALENDAR = (rules.Letter.DAY_CANCELLED,)


def letter(registered: Registered, about: About, *, now: datetime) -> Letter | None:
    """The letter that fits how the registration stands now; None when there is nobody or nothing to tell."""
    if not registered.reaches or not is_true(about, registered.state):
        return None
    is_on = registered.day.state != State.CANCELLED and now < registered.day.ends
    if about in ABOUT_A_DAY_THAT_IS and not is_on:
        return None
    with override(registered.language):
        return _letter(registered, about.value, _words(about, registered), now=now)


def notice(receipt: notices.Receipt, *, now: datetime) -> Letter | None:
    """The letter to one of those who get a notice; None when they can no longer be reached."""
    told = notices.notice(receipt.notice_id)
    if told is None:
        return None
    if receipt.registration_id is None:
        return _to_speaker(told, receipt.speaker_id or 0)
    reader = registered(notices.reference_of(receipt.registration_id))
    if reader is None or not reader.reaches:
        return None
    with override(reader.language):
        words = texts.said(_told(told, reader.language), reader.day, reader.name)
        return _letter(reader, told.letter, words, now=now)


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


def _words(about: About, registered: Registered) -> Words:
    """The organisers' words, or else the standard ones. A letter that only brings the link has none."""
    if about == About.LINK:
        return Words(_("Din länk till %(day)s") % {"day": registered.day.title}, "")
    if about == About.RECEIVED:
        about = About.SEAT if registered.state == RegistrationState.CONFIRMED else About.WAITING
    kind, language = rules.Letter(about.value), registered.language
    own = text_queries.words(edition_id=registered.day.id, letter=kind, language=language)
    return texts.said(own or texts.standard(kind, language), registered.day, registered.name)


def _told(told: notices.NoticeText, language: str) -> Words:
    """What a notice says to a reader of this language.

    It is written in the installation's own. Others get the letter in theirs, and below it what the organiser
    has written, unless that is the standard text.
    """
    kind, written = rules.Letter(told.letter), Words(told.subject, told.text)
    if language == settings.LANGUAGE_CODE:
        return written
    ours = text_queries.words(edition_id=told.edition_id, letter=kind, language=settings.LANGUAGE_CODE)
    theirs = text_queries.words(edition_id=told.edition_id, letter=kind, language=language)
    words = theirs or texts.standard(kind, language)
    if told.text == (ours or texts.standard(kind, settings.LANGUAGE_CODE)).text:
        return words
    return Words(words.subject, f"{words.text}\n\n{told.text}")


def _letter(reader: Registered, about: str, words: Words, *, now: datetime) -> Letter:
    context = {
        "registered": reader,
        "title": words.subject,
        "paragraphs": rules.paragraphs(words.text),
        "notice": personal.notice(reader),
        "about": about,
        "days": personal.days(reader.day),
        "colleagues": [other for other in reader.colleagues if other.state == RegistrationState.WAITING],
        "seats": len(documents.holders(reader)) if about in WITH_FILES else 0,
        "url": documents.page_url(reader),
        "day_url": documents.day_url(reader.day),
        "has_programme": about == rules.Letter.PROGRAMME,
    }
    text, html = _rendered("registration", context)
    return Letter(
        to=reader.reaches,
        subject=words.subject,
        text=text,
        html=html,
        reply_to=reader.day.contact_email,
        files=_files(reader, about, now),
    )


def _to_speaker(told: notices.NoticeText, speaker_id: int) -> Letter | None:
    speaker, day = notices.speaker(speaker_id), notices.day(told.edition_id)
    if speaker is None or day is None:
        return None
    with override(settings.LANGUAGE_CODE):
        words = texts.said(Words(told.subject, told.text), day, speaker.name)
        context = {
            "title": words.subject,
            "paragraphs": rules.paragraphs(words.text),
            "day": day,
            "days": personal.days(day),
            "day_url": documents.day_url(day),
            "is_cancelled": day.state == State.CANCELLED,
        }
        text, html = _rendered("speaker", context)
        return Letter(speaker.email, words.subject, text, html, reply_to=day.contact_email)


def _rendered(template: str, context: dict[str, Any]) -> tuple[str, str]:
    """A letter as plain text and as HTML, in the frame of the site."""
    whole = {
        **context,
        "site_name": settings.WAGTAIL_SITE_NAME,
        "site_url": settings.WAGTAILADMIN_BASE_URL,
    }
    text, html = (render_to_string(f"day/mail/{template}.{form}", whole) for form in ("txt", "html"))
    return text, html


def _files(registered: Registered, about: str, now: datetime) -> tuple[File, ...]:
    calendar = documents.calendar(registered, now=now)
    in_calendar = File(calendar.name, "text/calendar", calendar.content)
    if about in WITH_CALENDAR:
        return (in_calendar,)
    pdf = documents.tickets(registered) if about in WITH_FILES else None
    return (File(pdf.name, "application/pdf", pdf.content), in_calendar) if pdf else ()
