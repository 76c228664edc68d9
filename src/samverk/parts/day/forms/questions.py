"""The fields of the questions that an organiser has built."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from samverk.parts.day.models import QuestionKind
from samverk.parts.day.presenters.questions import words
from samverk.parts.day.queries.questions import QuestionLine
from samverk.parts.day.rules import answers

LONGEST_ANSWER = 1_000
LARGEST_NUMBER = 1_000_000


class WithQuestions(forms.Form):
    """A form that also asks an edition's questions."""

    questions: Sequence[QuestionLine] = ()

    def ask(self, questions: Sequence[QuestionLine]) -> None:
        """Add the fields of the questions, last."""
        self.questions = questions
        for question in questions:
            self.fields[question.name] = field(question)

    def clean(self) -> dict[str, Any]:
        """Demand answers where they are demanded, to questions that apply."""
        given = super().clean() or self.cleaned_data
        for question in answers.missing(self.questions, given):
            if question.name not in self.errors:
                self.add_error(question.name, _("Svara på frågan."))
        return given

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
