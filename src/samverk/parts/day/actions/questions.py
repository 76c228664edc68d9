"""The questions of a day: what organisers build, and the copies that a new edition gets."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max

from samverk.base.audit import actions as audit
from samverk.base.organisations.permissions import demand
from samverk.parts.day.models import Edition, Question, QuestionKind
from samverk.parts.day.permissions import may_arrange, may_see_needs
from samverk.parts.day.rules.ordering import one_earlier

ALL = "all"


@dataclass(frozen=True)
class Facts:
    """What an organiser says of a question."""

    label: str
    hint: str = ""
    kind: str = QuestionKind.TEXT
    options: tuple[str, ...] = ()
    required: bool = False
    sensitive: bool = False
    standard: str = ""
    depends_on: int | None = None
    depends_on_answer: str = ""


@transaction.atomic
def add(*, edition_id: int, facts: Facts, by: Any) -> int:
    """Ask one more question, last; returns its key.

    :raises PermissionDenied: when `by` arranges nothing.
    """
    demand(may_arrange, by)
    edition = Edition.objects.get(pk=edition_id)
    last = Question.objects.filter(edition=edition).aggregate(last=Max("order"))["last"]
    question = Question(edition=edition, region_id=edition.region_id, order=(last or 0) + 1)
    _set(question, facts)
    question.save(force_insert=True)
    audit.record(actor=by, action="day.add_question", target=question)
    return question.pk


@transaction.atomic
def add_ready(*, edition_id: int, which: str, ready: Mapping[str, Facts], by: Any) -> int:
    """Ask one of the questions that stand ready, or `all` of them, but none twice; returns how many.

    :raises PermissionDenied: when `by` arranges nothing.
    """
    demand(may_arrange, by)
    Edition.objects.select_for_update(no_key=True).get(pk=edition_id)
    there = set(Question.objects.filter(edition=edition_id).values_list("standard", flat=True))
    wanted = [facts for name, facts in ready.items() if which in (name, ALL) and name not in there]
    for facts in wanted:
        add(edition_id=edition_id, facts=facts, by=by)
    return len(wanted)


@transaction.atomic
def change(*, question_id: int, facts: Facts, by: Any) -> None:
    """Change a question. Answers that were given stay.

    :raises PermissionDenied: when `by` arranges nothing.
    """
    demand(may_arrange, by)
    question = Question.objects.select_for_update(of=("self",)).get(pk=question_id)
    _set(question, facts)
    question.save()
    audit.record(actor=by, action="day.change_question", target=question)


@transaction.atomic
def move_up(*, question_id: int, by: Any) -> None:
    """Ask a question before the one that stood before it.

    :raises PermissionDenied: when `by` arranges nothing.
    """
    demand(may_arrange, by)
    edition_id = Question.objects.values_list("edition_id", flat=True).get(pk=question_id)
    rows = {
        row.pk: row for row in Question.objects.select_for_update(of=("self",)).filter(edition_id=edition_id)
    }
    for number, key in enumerate(one_earlier(list(rows), question_id), start=1):
        rows[key].order = number
    Question.objects.bulk_update(rows.values(), ["order"])


@transaction.atomic
def remove(*, question_id: int, by: Any) -> None:
    """Ask it no more. Answers that were given are no longer shown.

    :raises PermissionDenied: when `by` arranges nothing.
    """
    demand(may_arrange, by)
    question = Question.objects.get(pk=question_id)
    audit.record(actor=by, action="day.remove_question", target=question)
    question.delete()


def look_at_needs(*, edition_id: int, by: Any, people: int, as_file: bool = False) -> None:
    """Note that somebody looks at what people have told of their needs.

    :raises PermissionDenied: when `by` is no organiser.
    """
    demand(may_see_needs, by)
    target = f"day.edition:{edition_id}"
    audit.record(actor=by, action="day.see_needs", target=target, people=people, as_file=as_file)


def copy(source_id: int, edition_id: int) -> None:
    """Give a new edition the questions of another, those that hang on others hanging on the copies."""
    copied: dict[int, Question] = {}
    for question in Question.objects.filter(edition_id=source_id):
        old = question.pk
        question.pk, question.edition_id = None, edition_id
        copied[old] = question
    waiting = {old: question.depends_on_id for old, question in copied.items() if question.depends_on_id}
    for question in copied.values():
        question.depends_on_id = None
    Question.objects.bulk_create(copied.values())
    for old, on in waiting.items():
        copied[old].depends_on_id = copied[on].pk if on in copied else None
    Question.objects.bulk_update(copied.values(), ["depends_on"])


def _set(question: Question, facts: Facts) -> None:
    question.standard, question.label, question.hint = facts.standard, facts.label, facts.hint
    question.kind, question.options = facts.kind, list(facts.options)
    question.required, question.sensitive = facts.required, facts.sensitive
    question.depends_on_id, question.depends_on_answer = facts.depends_on, facts.depends_on_answer
