"""What days need in the background."""

import structlog
from django.conf import settings
from django.utils import timezone

from samverk.base.mail import actions as mail
from samverk.base.queue.registry import job
from samverk.parts.day.actions import finding, letters, retention, speakers, waiting
from samverk.parts.day.presenters.letters import letter
from samverk.parts.day.queries import registration, tickets
from samverk.parts.day.rules.letters import About

log = structlog.get_logger(__name__)


@job("day.write")
def write(*, reference: str, about: str, **_: object) -> None:
    registered = registration.registered(reference)
    written = letter(registered, About(about), now=timezone.now()) if registered else None
    if written:
        mail.send(
            to=written.to,
            subject=written.subject,
            text=written.text,
            html=written.html,
            reply_to=written.reply_to,
            attachments=written.files,
            now=timezone.now(),
        )


@job("day.expire_offers", every="*/5 * * * *")
def expire_offers(**_: object) -> None:
    waiting.expire(now=timezone.now())


@job("day.remind", every="17 7 * * *")
def remind(**_: object) -> None:
    letters.remind(now=timezone.localtime())


@job("day.forget", every="33 2 * * *")
def forget(**_: object) -> None:
    forgotten = retention.forget(
        today=timezone.localdate(),
        sensitive_days=settings.SENSITIVE_ANSWER_DAYS,
        registration_days=settings.REGISTRATION_DAYS,
    )
    log.info("day_forgotten", sensitive_answers=forgotten.sensitive, registrations=forgotten.registrations)


@job("day.check_seats", every="47 3 * * *")
def check_seats(**_: object) -> None:
    for wrong in tickets.miscounted():
        log.error("seats_miscounted", ticket_kind=wrong.kind_id, taken=wrong.taken, held=wrong.held)


@job("day.index_edition")
def index_edition(*, edition_id: int, **_: object) -> None:
    finding.index_edition(edition_id=edition_id, now=timezone.now())


@job("day.forget_speakers", every="41 2 * * *")
def forget_speakers(**_: object) -> None:
    forgotten = speakers.forget(today=timezone.localdate(), days=settings.SPEAKER_DAYS)
    log.info("speakers_forgotten", speakers=forgotten)
