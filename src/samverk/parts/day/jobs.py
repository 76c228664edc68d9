"""What days need in the background."""

from uuid import UUID

import structlog
from django.conf import settings
from django.utils import timezone

from samverk.base.organisations.permissions import OPERATOR
from samverk.base.queue.registry import job
from samverk.parts.day.actions import (
    answering,
    audience,
    evaluation,
    exports,
    finding,
    letters,
    notices,
    proposals,
    retention,
    reviewing,
    speakers,
    uploads,
    waiting,
)
from samverk.parts.day.presenters import exports as export_files
from samverk.parts.day.presenters import invoice_letters, proposal_letters, survey_letters
from samverk.parts.day.presenters.letters import letter, notice
from samverk.parts.day.queries import invoices, registration, tickets
from samverk.parts.day.queries import uploads as upload_queries
from samverk.parts.day.rules.letters import About

log = structlog.get_logger(__name__)


@job("day.write")
def write(*, reference: str, about: str, **_: object) -> None:
    registered = registration.registered(reference)
    written = letter(registered, About(about), now=timezone.now()) if registered else None
    if written:
        letters.post(written, now=timezone.now())


@job("day.tell")
def tell(*, notice_id: int, **_: object) -> None:
    """Whoever is interrupted goes on where it was: each letter is marked as it is written."""
    while notices.send_some(
        notice_id=notice_id, compose=lambda to: notice(to, now=timezone.now()), now=timezone.now()
    ):
        pass


@job("day.write_proposal")
def write_proposal(*, reference: str, about: str, **_: object) -> None:
    for written in proposal_letters.letters(reference, about):
        letters.post(written, now=timezone.now())


@job("day.tell_decision")
def tell_decision(*, decision_id: int, **_: object) -> None:
    reviewing.tell(decision_id=decision_id, compose=proposal_letters.decided, now=timezone.now())


@job("day.expire_offers", every="*/5 * * * *")
def expire_offers(**_: object) -> None:
    waiting.expire(now=timezone.now())
    waiting.catch_up(now=timezone.now())


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


@job("day.forget_proposals", every="37 2 * * *")
def forget_proposals(**_: object) -> None:
    forgotten = proposals.forget(today=timezone.localdate(), days=settings.PROPOSAL_DAYS)
    log.info("proposals_forgotten", proposals=forgotten)


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


@job("day.write_invitations")
def write_invitations(*, references: list[str], **_: object) -> None:
    """All of them or none, so that nobody gets the letter twice when it is tried again."""
    letters.post_all(survey_letters.invitations(references), now=timezone.now())


@job("day.invite_to_evaluations", every="11 7 * * *")
def invite_to_evaluations(**_: object) -> None:
    evaluation.invite_after(today=timezone.localdate(), by=OPERATOR)


@job("day.count_answers", every="7 * * * *")
def count_answers(**_: object) -> None:
    answering.count()


@job("day.close_evaluations", every="23 2 * * *")
def close_evaluations(**_: object) -> None:
    closed = answering.close_old(today=timezone.localdate())
    texts = answering.forget_texts(today=timezone.localdate(), days=settings.EVALUATION_TEXT_DAYS)
    log.info("evaluations_closed", evaluations=closed, texts_forgotten=texts)


@job("day.send_invoice")
def send_invoice(*, invoice_id: int, reminds: bool = False, **_: object) -> None:
    found = invoices.invoice(invoice_id)
    today = timezone.localdate()
    written = invoice_letters.letter(found, reminds=reminds, today=today) if found else None
    if written:
        letters.post(written, now=timezone.now())


@job("day.make_export", attempts=3)
def make_export(*, reference: str, **_: object) -> None:
    state = upload_queries.export(UUID(reference))
    if state is None or state.ready_at:
        return
    try:
        made = export_files.made(
            state, lambda number: exports.note_progress(reference=state.reference, done=number)
        )
    except Exception:
        exports.give_up(reference=state.reference)
        raise
    exports.finish(reference=state.reference, file=made, now=timezone.now())


@job("day.forget_files", every="11 * * * *")
def forget_files(**_: object) -> None:
    log.info("day_files_forgotten", files=uploads.forget(now=timezone.now()))


@job("day.forget_invoices", every="39 2 * * *")
def forget_invoices(**_: object) -> None:
    log.info("invoices_forgotten", invoices=retention.forget_invoices(today=timezone.localdate()))


@job("day.check_invoices", every="49 3 * * *")
def check_invoices(**_: object) -> None:
    for seller_id, missing in invoices.missing_numbers():
        log.error("invoice_numbers_missing", seller=seller_id, missing=missing)


@job("day.forget_questions", every="29 2 * * *")
def forget_questions(**_: object) -> None:
    forgotten = audience.forget(today=timezone.localdate(), days=settings.AUDIENCE_DAYS)
    log.info("audience_questions_forgotten", questions=forgotten)
