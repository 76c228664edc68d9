"""The questions that are asked when one registers."""

from collections.abc import Iterable
from dataclasses import dataclass

from samverk.parts.day.models import Question


@dataclass(frozen=True)
class QuestionLine:
    """A question as it was written; the words of one that stands ready are the presenters'."""

    id: int
    standard: str
    label: str
    hint: str
    kind: str
    options: tuple[str, ...]
    required: bool
    sensitive: bool
    order: int
    depends_on: int | None
    depends_on_answer: str

    @property
    def name(self) -> str:
        """What its field is called in a form."""
        return f"fraga-{self.id}"


def questions(edition_id: int) -> tuple[QuestionLine, ...]:
    """The questions of an edition, in order."""
    return lines(Question.objects.filter(edition_id=edition_id))


def question(question_id: int) -> QuestionLine | None:
    """One question."""
    return next(iter(lines(Question.objects.filter(pk=question_id))), None)


def lines(rows: Iterable[Question]) -> tuple[QuestionLine, ...]:
    """Rows as plain values."""
    return tuple(
        QuestionLine(
            id=row.pk,
            standard=row.standard,
            label=row.label,
            hint=row.hint,
            kind=row.kind,
            options=tuple(row.options),
            required=row.required,
            sensitive=row.sensitive,
            order=row.order,
            depends_on=row.depends_on_id,
            depends_on_answer=row.depends_on_answer,
        )
        for row in rows
    )
