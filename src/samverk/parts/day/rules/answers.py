"""Answers to the questions of a registration."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol


class Asked(Protocol):
    """A question, as much of it as decides what becomes of its answer."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def sensitive(self) -> bool: ...
    @property
    def required(self) -> bool: ...
    @property
    def depends_on(self) -> int | None: ...
    @property
    def depends_on_answer(self) -> str: ...


@dataclass(frozen=True)
class Sorted:
    """Answers, the sensitive ones apart, by the question's key as text (as JSON keeps it)."""

    open: dict[str, Any]
    sensitive: dict[str, Any]


def applies(question: Asked, given: Callable[[int], Any]) -> bool:
    """Whether a question is asked, after what has been answered to another."""
    if question.depends_on is None:
        return True
    answer = given(question.depends_on)
    wanted = question.depends_on_answer.strip().casefold()
    answers = answer if isinstance(answer, list) else [answer]
    return any(str(one).strip().casefold() == wanted for one in answers if one not in (None, ""))


def missing(questions: Sequence[Asked], values: Mapping[str, Any]) -> list[Asked]:
    """The questions that must be answered, apply, and are not answered."""
    given = _by_id(questions, values)
    return [
        question
        for question in questions
        if question.required and applies(question, given) and values.get(question.name) in (None, "", [])
    ]


def sort(questions: Sequence[Asked], values: Mapping[str, Any]) -> Sorted:
    """The answers that were given to questions that apply; empty ones are left out."""
    given = _by_id(questions, values)
    sorted_ = Sorted({}, {})
    for question in questions:
        value = values.get(question.name)
        if value in (None, "", []) or not applies(question, given):
            continue
        (sorted_.sensitive if question.sensitive else sorted_.open)[str(question.id)] = value
    return sorted_


def _by_id(questions: Sequence[Asked], values: Mapping[str, Any]) -> Callable[[int], Any]:
    names = {question.id: question.name for question in questions}
    return lambda number: values.get(names.get(number, ""))
