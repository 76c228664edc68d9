"""Lists of those who have registered: on the screen, and as rows of a file."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from samverk.parts.day.models import Standard
from samverk.parts.day.presenters.questions import said, words
from samverk.parts.day.queries.lists import Line, Need
from samverk.parts.day.queries.questions import QuestionLine
from samverk.parts.day.queries.tickets import KindCounts
from samverk.ui.table import Column, Table


def facts(line: Line) -> tuple[tuple[str, str], ...]:
    """One registration, in words."""
    return (
        (_("Läge"), line.state_label),
        (_("E-post"), line.email or line.leader_email),
        (_("Organisation"), line.organisation),
        (_("Biljett"), line.kind),
        (_("Anmäld"), _moment(line.created_at)),
        (_("Anmäld av"), line.leader),
    )


def table(lines: Iterable[Line], *, edition_id: int, in_line: bool) -> Table:
    """The list on the screen."""
    last = Column(_("Svar senast")) if in_line else Column(_("Anmäld"))
    columns = (Column(_("Namn")), Column(_("Organisation")), Column(_("Biljett")), Column(_("Läge")), last)
    rows = [
        (
            (called(line), reverse("day_desk:attendee", args=[edition_id, line.id])),
            line.organisation,
            line.kind,
            line.state_label,
            (_moment(line.offered_until) if line.offered_until else "–")
            if in_line
            else _moment(line.created_at),
        )
        for line in lines
    ]
    return Table(columns, rows)


def counts(kinds: Iterable[KindCounts]) -> Table:
    """How many have registered for each kind of ticket."""
    columns = (
        Column(_("Biljett")),
        Column(_("Platser"), numeric=True),
        Column(_("Har plats"), numeric=True),
        Column(_("Erbjudna"), numeric=True),
        Column(_("Väntar"), numeric=True),
        Column(_("Lediga"), numeric=True),
    )
    rows = [
        (one.kind.name, one.kind.quota, one.confirmed, one.offered, one.waiting, one.kind.left)
        for one in kinds
    ]
    return Table(columns, rows)


def needs_table(needs: Iterable[Need], questions: Sequence[QuestionLine]) -> Table:
    """What those who are coming need, a column for each question."""
    columns = (Column(_("Namn")), *(Column(words(question).label) for question in questions))
    rows = [
        (
            need.name or need.reaches,
            *(said(question, need.answers.get(str(question.id))) or "–" for question in questions),
        )
        for need in needs
    ]
    return Table(columns, rows)


def diet_of(questions: Iterable[QuestionLine]) -> QuestionLine | None:
    """The question about diet, if it is asked."""
    return next((question for question in questions if question.standard == Standard.DIET), None)


def for_kitchen(answers: Iterable[tuple[Any, int]], diet: QuestionLine) -> list[tuple[str, int]]:
    """How many have asked for the same diet: no names, so that the list can be given to a kitchen."""
    told: dict[str, tuple[str, int]] = {}
    for answer, count in answers:
        text = said(diet, answer).strip()
        if text:
            first, number = told.get(text.casefold(), (text, 0))
            told[text.casefold()] = first, number + count
    return sorted(told.values(), key=lambda one: (-one[1], one[0].casefold()))


def called(line: Line) -> str:
    """What to call somebody whose name may not be known yet."""
    return line.name or _("Kollega till %(name)s") % {"name": line.leader}


def file_rows(lines: Iterable[Line], questions: Sequence[QuestionLine]) -> Iterator[list[str]]:
    """The list as rows of a file, headings first. Sensitive answers are in none of them."""
    open_ones = [question for question in questions if not question.sensitive]
    yield [
        *(_("Namn"), _("E-post"), _("Organisation"), _("Biljett"), _("Läge"), _("Anmäld"), _("Anmäld av")),
        *(words(question).label for question in open_ones),
    ]
    for line in lines:
        yield [
            *(called(line), line.email or line.leader_email, line.organisation, line.kind, line.state_label),
            *(f"{localtime(line.created_at):%Y-%m-%d %H:%M}", line.leader),
            *(said(question, line.answers.get(str(question.id))) for question in open_ones),
        ]


def need_rows(needs: Iterable[Need], questions: Sequence[QuestionLine]) -> Iterator[list[str]]:
    """What those who are coming need, as rows of a file, headings first."""
    yield [_("Namn"), _("E-post"), _("Organisation"), *(words(question).label for question in questions)]
    for need in needs:
        answers = (said(question, need.answers.get(str(question.id))) for question in questions)
        yield [need.name, need.reaches, need.organisation, *answers]


def _moment(at: datetime) -> str:
    return date_format(localtime(at), "SHORT_DATETIME_FORMAT")
