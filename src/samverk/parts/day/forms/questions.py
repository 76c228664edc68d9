"""The fields of the questions that an organiser has built."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from samverk.parts.day.forms.files import KEPT, Answer, FileAnswerField
from samverk.parts.day.models import QuestionKind
from samverk.parts.day.presenters.questions import words
from samverk.parts.day.queries.questions import QuestionLine
from samverk.parts.day.rules import answers

LONGEST_ANSWER = 1_000
LARGEST_NUMBER = 1_000_000


class WithQuestions(forms.Form):
    """A form that also asks an edition's questions."""

    questions: Sequence[QuestionLine] = ()
    file_answers: dict[int, Answer]

    def ask(self, questions: Sequence[QuestionLine]) -> None:
        """Add the fields of the questions, last."""
        self.questions, self.file_answers = questions, {}
        for question in questions:
            made = self.fields[question.name] = field(question)
            if isinstance(made, FileAnswerField):
                made.widget.initial_name = str(self.initial.get(question.name, ""))

    def clean(self) -> dict[str, Any]:
        """Demand answers where they are demanded, to questions that apply."""
        given = super().clean() or self.cleaned_data
        for question in answers.missing(self.questions, given):
            if question.name not in self.errors:
                self.add_error(question.name, _("Svara på frågan."))
        for question in self.questions:
            answer = given.get(question.name)
            if isinstance(answer, Answer):
                self.file_answers[question.id] = answer
                given[question.name] = answer.name
        return given

    def keep(self, question_id: int, token: UUID) -> None:
        """Remember under which key an accepted file waits, also when the form is shown again."""
        before = self.file_answers[question_id]
        self.file_answers[question_id] = Answer(before.name, token=token)
        said = QueryDict(mutable=True)
        said.update(self.data)
        said[f"fraga-{question_id}{KEPT}"] = str(token)
        self.data = said

    @property
    def waiting_files(self) -> dict[int, UUID]:
        """The keys of the files that answer questions which apply."""
        answered = {**self.sorted_answers.open, **self.sorted_answers.sensitive}
        return {
            key: answer.token
            for key, answer in self.file_answers.items()
            if answer.token and str(key) in answered
        }

    @property
    def sorted_answers(self) -> answers.Sorted:
        """The answers, the sensitive ones apart."""
        return answers.sort(self.questions, self.cleaned_data)

    @property
    def asked(self) -> list[forms.BoundField]:
        """The questions' fields."""
        return [self[question.name] for question in self.questions]


def initial(questions: Sequence[QuestionLine], *given: Mapping[str, Any]) -> dict[str, Any]:
    """What stands in the questions' fields to begin with."""
    return {
        question.name: answered[str(question.id)]
        for question in questions
        for answered in given
        if str(question.id) in answered
    }


def field(question: QuestionLine) -> forms.Field:
    """The field of one question. Whether one that depends on another must be answered is decided later."""
    said = words(question)
    common: dict[str, Any] = {
        "label": said.label,
        "help_text": said.hint,
        "required": question.required and question.depends_on is None,
    }
    unanswered = {"required": _("Svara på frågan.")}
    if question.kind in (QuestionKind.CHOICE, QuestionKind.YES_NO):
        return forms.ChoiceField(
            choices=_choices(question), widget=forms.RadioSelect, error_messages=unanswered, **common
        )
    if question.kind == QuestionKind.CHOICES:
        return forms.MultipleChoiceField(
            choices=said.options, widget=forms.CheckboxSelectMultiple, error_messages=unanswered, **common
        )
    if question.kind == QuestionKind.FILE:
        return FileAnswerField(question_id=question.id, **common)
    if question.kind == QuestionKind.NUMBER:
        return forms.IntegerField(
            min_value=0,
            max_value=LARGEST_NUMBER,
            error_messages={**unanswered, "invalid": _("Skriv ett heltal med siffror.")},
            **common,
        )
    return forms.CharField(
        max_length=LONGEST_ANSWER,
        error_messages={
            **unanswered,
            "max_length": _("Svaret har %(show_value)d tecken. Korta det till högst %(limit_value)d."),
        },
        **common,
    )


def _choices(question: QuestionLine) -> list[tuple[str, str]]:
    """One that need not be answered can also be answered with nothing."""
    options = list(words(question).options)
    return (
        options
        if question.required or question.kind == QuestionKind.YES_NO
        else [("", _("Nej tack")), *options]
    )
