"""Answering an evaluation, and counting the answers. Who answered what is written nowhere (decision 0023)."""

from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from datetime import date, timedelta
from random import SystemRandom
from uuid import UUID

import structlog
from django.conf import settings
from django.db import IntegrityError, transaction

from samverk.base.audit import actions as audit
from samverk.base.queue.actions import enqueue
from samverk.parts.day.models import (
    AnsweredMark,
    Edition,
    SaidText,
    SealedAnswer,
    Session,
    Survey,
    SurveyQuestion,
    Tally,
)
from samverk.parts.day.rules import evaluation as rules
from samverk.parts.day.rules import urn

log = structlog.get_logger(__name__)
DICE = SystemRandom()


class NotOpen(Exception):
    """One cannot answer now."""


class Again(Exception):
    """The answer of this person is in already."""


def answer(*, edition_id: int, reference: UUID, sheet: urn.Sheet, today: date) -> None:
    """Put somebody's answers in the urn, sealed. Each person answers once, however many times it is sent.

    :raises NotOpen: when the evaluation is not open.
    :raises Again: when the person has answered before.
    """
    survey = Survey.objects.select_related("edition").filter(edition_id=edition_id).first()
    if survey is None or not _is_open(survey, today):
        raise NotOpen
    secret = settings.SECRET_KEY
    try:
        with transaction.atomic():
            if not Survey.objects.stays_open(survey.pk):
                raise NotOpen
            AnsweredMark.objects.create(survey=survey, mark=urn.mark(secret, survey.pk, reference))
            SealedAnswer.objects.create(survey=survey, sealed=urn.seal(secret, survey.pk, sheet))
            enqueue("day.count_answers")
    except IntegrityError as problem:
        raise Again from problem


def count() -> int:
    """Open as many of the waiting answers as may be opened, in every evaluation; returns how many."""
    waiting = SealedAnswer.objects.order_by().values_list("survey_id", flat=True).distinct()
    return sum(_open_some(survey_id) for survey_id in list(waiting))


@transaction.atomic
def close(*, survey_id: int, today: date) -> None:
    """Count what is left in the urn, and forget who has answered. Nobody can answer any more."""
    survey = Survey.objects.select_for_update().get(pk=survey_id)
    if survey.closed_on:
        return
    _open(survey, is_closing=True)
    SealedAnswer.objects.filter(survey=survey).delete()
    AnsweredMark.objects.filter(survey=survey).delete()
    survey.closed_on = today
    survey.save(update_fields=["closed_on", "answered"])


def close_old(*, today: date) -> int:
    """Close the evaluations whose time is over; returns how many."""
    still = Survey.objects.filter(closed_on__isnull=True, edition__ends_on__lt=today)
    facts = still.values_list("pk", "edition__ends_on", "days_open")
    keys = [key for key, ends_on, days in facts if today > rules.closes_on(ends_on=ends_on, days_open=days)]
    for key in keys:
        close(survey_id=key, today=today)
    return len(keys)


@transaction.atomic
def forget_texts(*, today: date, days: int) -> int:
    """Delete what people wrote in their own words so many days after the edition. The figures stay, and the
    quotations that were released. Returns how many texts."""
    old = SaidText.objects.filter(survey__edition__ends_on__lt=today - timedelta(days=days))
    deleted, _ = old.delete()
    if deleted:
        audit.record(actor=None, action="day.forget_texts", texts=deleted)
    return deleted


def _is_open(survey: Survey, today: date) -> bool:
    edition: Edition = survey.edition
    door = rules.door(
        is_on=survey.is_on,
        is_closed=bool(survey.closed_on),
        ends_on=edition.ends_on,
        days_open=survey.days_open,
        today=today,
    )
    return door is rules.Door.OPEN


@transaction.atomic
def _open_some(survey_id: int) -> int:
    """Answers go on coming meanwhile: only counting waits for counting."""
    survey = Survey.objects.select_for_update(no_key=True).get(pk=survey_id)
    number = _open(survey, is_closing=False)
    survey.save(update_fields=["answered"])
    return number


def _open(survey: Survey, *, is_closing: bool) -> int:
    """Take answers out of the urn at random. Those that stay are sealed anew, so that all of it looks new."""
    in_urn = list(SealedAnswer.objects.filter(survey=survey))
    number = urn.to_open(waiting=len(in_urn), opened=survey.answered, is_closing=is_closing)
    if not number:
        return 0
    found = [urn.unseal(settings.SECRET_KEY, survey.pk, bytes(one.sealed)) for one in in_urn]
    sheets = [sheet for sheet in found if sheet is not None]
    if len(sheets) < len(found):
        log.error("answers_unreadable", survey=survey.pk, answers=len(found) - len(sheets))
    DICE.shuffle(sheets)
    _pour(survey, sheets[:number])
    SealedAnswer.objects.filter(pk__in=[one.pk for one in in_urn]).delete()
    SealedAnswer.objects.bulk_create(
        SealedAnswer(survey=survey, sealed=urn.seal(settings.SECRET_KEY, survey.pk, sheet))
        for sheet in sheets[number:]
    )
    survey.answered += len(sheets[:number])
    return number


def _pour(survey: Survey, sheets: list[urn.Sheet]) -> None:
    """Mix opened answers into what is there. Every row is written anew: none is older than another."""
    is_there = _points_of(survey)
    counts: Counter[tuple[urn.Point, str]] = Counter()
    for row in Tally.objects.filter(survey=survey):
        counts[urn.Point(row.question_id, row.session_id, row.day), row.option] += row.count
    counts.update(one for sheet in sheets for one in sheet.chosen if is_there(one[0]))
    texts = list(SaidText.objects.filter(survey=survey))
    texts += [
        SaidText(survey=survey, text=said.text, may_quote=said.may_quote, **_place(said.point))
        for sheet in sheets
        for said in sheet.said
        if is_there(said.point)
    ]
    tallies = [
        Tally(survey=survey, option=option, count=number, **_place(point))
        for (point, option), number in counts.items()
    ]
    DICE.shuffle(texts)
    DICE.shuffle(tallies)
    Tally.objects.filter(survey=survey).delete()
    SaidText.objects.filter(survey=survey).delete()
    Tally.objects.bulk_create(tallies)
    SaidText.objects.bulk_create(texts)


def _points_of(survey: Survey) -> Callable[[urn.Point], bool]:
    """Whether what an answer is about is still there: a question or a session may have been removed since."""
    questions = set(SurveyQuestion.objects.filter(survey=survey).values_list("pk", flat=True))
    sessions = {None, *Session.objects.filter(edition=survey.edition_id).values_list("pk", flat=True)}
    return lambda point: point.question in questions and point.session in sessions


def _place(point: urn.Point) -> dict[str, int | date | None]:
    told = asdict(point)
    return {"question_id": told["question"], "session_id": told["session"], "day": told["day"]}
