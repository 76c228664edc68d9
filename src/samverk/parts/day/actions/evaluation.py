"""What organisers do with an evaluation: its questions, the invitation, and the words that they release."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from samverk.base.audit import actions as audit
from samverk.base.organisations.permissions import demand
from samverk.base.queue.actions import enqueue
from samverk.base.region.queries import current_region_id
from samverk.parts.day.actions import answering
from samverk.parts.day.models import (
    About,
    Asks,
    Quotation,
    SaidText,
    SealedAnswer,
    State,
    Survey,
    SurveyQuestion,
)
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.queries.evaluation import invited
from samverk.parts.day.rules import evaluation as rules
from samverk.parts.day.rules.ordering import one_earlier

WRITTEN_AT_ONCE = 50


class Begun(Exception):
    """Somebody may have answered, so what has been asked stays what it was."""


class NotNow(Exception):
    """The evaluation is not open, so nobody can be invited."""


class NotTheirWords(Exception):
    """A quotation that nobody has said, or that may not be quoted."""


@dataclass(frozen=True)
class Facts:
    """What an organiser says of a question."""

    label: str = ""
    hint: str = ""
    about: str = About.WHOLE
    kind: str = Asks.SCALE
    options: tuple[str, ...] = ()
    standard: str = ""


@transaction.atomic
def begin(*, edition_id: int, questions: Iterable[Facts], by: Any) -> int:
    """Give an edition an evaluation with these questions, if it has none; returns its key.

    :raises PermissionDenied: when `by` arranges nothing.
    """
    demand(may_arrange, by)
    survey, is_new = Survey.objects.get_or_create(
        edition_id=edition_id, defaults={"region_id": current_region_id()}
    )
    if is_new:
        SurveyQuestion.objects.bulk_create(
            _filled(SurveyQuestion(survey=survey, region_id=survey.region_id, order=number), facts)
            for number, facts in enumerate(questions, start=1)
        )
        audit.record(actor=by, action="day.begin_survey", target=survey)
    return survey.pk


@transaction.atomic
def set_up(*, edition_id: int, is_on: bool, days_open: int, by: Any) -> None:
    """Turn the evaluation on or off, and say for how many days after the edition one can answer.

    :raises PermissionDenied: when `by` arranges nothing.
    """
    demand(may_arrange, by)
    survey = Survey.objects.select_for_update(no_key=True).get(edition_id=edition_id)
    survey.is_on, survey.days_open = is_on, days_open
    survey.save(update_fields=["is_on", "days_open"])
    audit.record(actor=by, action="day.set_up_survey", target=survey, is_on=is_on, days_open=days_open)


@transaction.atomic
def add_question(*, edition_id: int, facts: Facts, by: Any) -> int:
    """Ask one more question, last; returns its key.

    :raises PermissionDenied: when `by` arranges nothing.
    """
    demand(may_arrange, by)
    survey = Survey.objects.get(edition_id=edition_id)
    last = survey.questions.aggregate(last=Max("order"))["last"] or 0
    row = _filled(SurveyQuestion(survey=survey, region_id=survey.region_id, order=last + 1), facts)
    row.save(force_insert=True)
    audit.record(actor=by, action="day.add_survey_question", target=row)
    return row.pk


@transaction.atomic
def change_question(*, question_id: int, facts: Facts, by: Any) -> None:
    """Change a question. Once people may have answered, only its words can be changed.

    :raises PermissionDenied: when `by` arranges nothing.
    :raises Begun: when it would be another question.
    """
    demand(may_arrange, by)
    row = SurveyQuestion.objects.select_for_update(of=("self",)).select_related("survey").get(pk=question_id)
    before = (row.about, row.kind, tuple(row.options))
    if before != (facts.about, facts.kind, facts.options) and has_begun(row.survey):
        raise Begun
    _filled(row, facts).save()
    audit.record(actor=by, action="day.change_survey_question", target=row)


@transaction.atomic
def move_question_up(*, question_id: int, by: Any) -> None:
    """Ask a question before the one that stood before it.

    :raises PermissionDenied: when `by` arranges nothing.
    """
    demand(may_arrange, by)
    survey_id = SurveyQuestion.objects.values_list("survey_id", flat=True).get(pk=question_id)
    rows = {
        row.pk: row for row in SurveyQuestion.objects.select_for_update(of=("self",)).filter(survey=survey_id)
    }
    for number, key in enumerate(one_earlier(list(rows), question_id), start=1):
        rows[key].order = number
    SurveyQuestion.objects.bulk_update(rows.values(), ["order"])


@transaction.atomic
def remove_question(*, question_id: int, by: Any) -> None:
    """Ask it no more.

    :raises PermissionDenied: when `by` arranges nothing.
    :raises Begun: when people may have answered it.
    """
    demand(may_arrange, by)
    row = SurveyQuestion.objects.select_related("survey").get(pk=question_id)
    if has_begun(row.survey):
        raise Begun
    audit.record(actor=by, action="day.remove_survey_question", target=row)
    row.delete()


@transaction.atomic
def invite(*, edition_id: int, by: Any, today: date) -> int:
    """Write to everybody who came, once, with a link to the evaluation; returns how many letters.

    :raises PermissionDenied: when `by` arranges nothing.
    :raises NotNow: when the evaluation is not open, or they have been written to already.
    """
    demand(may_arrange, by)
    survey = Survey.objects.select_for_update(no_key=True).select_related("edition").get(edition=edition_id)
    door = rules.door(
        is_on=survey.is_on,
        is_closed=bool(survey.closed_on),
        ends_on=survey.edition.ends_on,
        days_open=survey.days_open,
        today=today,
    )
    if survey.invited_on or door is not rules.Door.OPEN or survey.edition.state != State.PUBLISHED:
        raise NotNow
    receivers = invited(edition_id)
    for start in range(0, len(receivers), WRITTEN_AT_ONCE):
        some = [str(reference) for reference in receivers[start : start + WRITTEN_AT_ONCE]]
        enqueue("day.write_invitations", references=some)
    survey.invited_on = today
    survey.save(update_fields=["invited_on"])
    audit.record(actor=by, action="day.invite_to_survey", target=survey, letters=len(receivers))
    return len(receivers)


def invite_after(*, today: date, by: Any) -> int:
    """Invite to the evaluation of every edition that is over and has not been asked about."""
    waiting = Survey.objects.filter(
        is_on=True, closed_on__isnull=True, invited_on__isnull=True, edition__state=State.PUBLISHED,
        edition__ends_on__lt=today,
    )  # fmt: skip
    facts = waiting.values_list("edition_id", "edition__ends_on", "days_open")
    keys = [key for key, ends_on, days in facts if today <= rules.closes_on(ends_on=ends_on, days_open=days)]
    return sum(invite(edition_id=key, by=by, today=today) for key in keys)


@transaction.atomic
def close(*, edition_id: int, by: Any, today: date) -> None:
    """Close the evaluation before its time. It cannot be opened again: who has answered is forgotten.

    :raises PermissionDenied: when `by` arranges nothing.
    """
    demand(may_arrange, by)
    survey = Survey.objects.get(edition_id=edition_id)
    answering.close(survey_id=survey.pk, today=today)
    audit.record(actor=by, action="day.close_survey", target=survey)


@transaction.atomic
def release(*, edition_id: int, text_id: UUID, quoted: str, by: Any, today: date) -> int:
    """Let words from the evaluation be quoted without a name, the whole or one stretch of them.

    :raises PermissionDenied: when `by` arranges nothing.
    :raises NotTheirWords: when nobody said so, or whoever did has not agreed to it.
    """
    demand(may_arrange, by)
    said = SaidText.objects.filter(pk=text_id, survey__edition_id=edition_id, may_quote=True).first()
    if said is None or not rules.is_taken_from(quoted, said.text):
        raise NotTheirWords
    row, _ = Quotation.objects.update_or_create(
        source=said.pk,
        defaults={
            "region_id": current_region_id(),
            "edition_id": edition_id,
            "session_id": said.session_id,
            "text": " ".join(quoted.split()),
            "released_on": today,
        },
    )
    audit.record(actor=by, action="day.release_quotation", target=row)
    return row.pk


@transaction.atomic
def take_back(*, edition_id: int, quotation_id: int, by: Any) -> None:
    """Release a quotation no more. What has been published with it is for its editor to change.

    :raises PermissionDenied: when `by` arranges nothing.
    """
    demand(may_arrange, by)
    row = Quotation.objects.get(pk=quotation_id, edition_id=edition_id)
    audit.record(actor=by, action="day.take_back_quotation", target=row)
    row.delete()


def copy(source_id: int, edition_id: int) -> None:
    """Give a new edition the evaluation of another: its questions, never its answers."""
    before = Survey.objects.filter(edition_id=source_id).first()
    if before is None:
        return
    survey = Survey.objects.create(
        region_id=before.region_id, edition_id=edition_id, is_on=before.is_on, days_open=before.days_open
    )
    questions = list(before.questions.all())
    for question in questions:
        question.pk, question.survey = None, survey
    SurveyQuestion.objects.bulk_create(questions)


def has_begun(survey: Survey) -> bool:
    """Whether somebody may have answered."""
    asked = bool(survey.invited_on or survey.closed_on or survey.answered)
    return asked or SealedAnswer.objects.filter(survey=survey).exists()


def _filled(row: SurveyQuestion, facts: Facts) -> SurveyQuestion:
    row.standard, row.label, row.hint = facts.standard, facts.label, facts.hint
    row.about, row.kind, row.options = facts.about, facts.kind, list(facts.options)
    return row
