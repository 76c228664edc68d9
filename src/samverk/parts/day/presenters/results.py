"""What people thought, in charts and words, for organisers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import formats
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samverk.parts.day.models import Asks
from samverk.parts.day.presenters import wording
from samverk.parts.day.presenters.survey import words
from samverk.parts.day.queries.evaluation import About, Asked, SurveyFacts
from samverk.parts.day.queries.results import Before, Result, Words
from samverk.parts.day.rules import evaluation as rules
from samverk.parts.day.rules.evaluation import Door
from samverk.ui.chart import Chart, Series, bar_chart
from samverk.ui.row_chart import RowChart, row_chart
from samverk.ui.table import Column, Table

FULL_GRADE = 5


@dataclass(frozen=True)
class Earlier:
    """What was answered to the same question last time, so that it can stand beside."""

    title: str
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Figure:
    """The answers to a question about the whole: a chart, or why there is none."""

    label: str
    chart: Chart | RowChart | None
    is_rows: bool
    told: str


@dataclass(frozen=True)
class Saying:
    """What was said about one thing."""

    title: str
    questions: tuple[tuple[str, tuple[Words, ...]], ...]


@dataclass(frozen=True)
class Overview:
    """All that an organiser sees."""

    state: str
    answered: str
    figures: tuple[Figure, ...]
    sessions: tuple[RowChart, ...]
    sayings: tuple[Saying, ...]
    is_anything_hidden: bool

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show yet."""
        return not (any(figure.chart for figure in self.figures) or self.sessions or self.sayings)


def overview(
    survey: SurveyFacts, results: Sequence[Result], before: Before | None, *, today: date
) -> Overview:
    """The evaluation of an edition, with what was answered to the same questions last time."""
    earlier = _earlier(before) if before else {}
    chosen = [one for one in results if one.question.kind != Asks.TEXT]
    about_sessions = [one for one in chosen if one.about.session_id]
    return Overview(
        state=state(survey, today=today),
        answered=answered(survey),
        figures=tuple(
            _figure(one, earlier.get(_key(one.question))) for one in chosen if not one.about.session_id
        ),
        sessions=tuple(_by_session(about_sessions)),
        sayings=tuple(_sayings(results)),
        is_anything_hidden=any(one.is_hidden for one in results),
    )


def state(survey: SurveyFacts, *, today: date) -> str:
    """Whether people can answer, in a sentence."""
    last = formats.date_format(survey.closed_on or survey.closes_on, "j F Y")
    door = survey.door(today)
    if door is Door.CLOSED:
        return _("Stängd {day}.").format(day=last)
    if door is Door.OFF:
        return _("Avstängd. Ingen får någon inbjudan.")
    if door is Door.EARLY:
        return _("Öppnar {day}.").format(day=formats.date_format(survey.ends_on, "j F Y"))
    return _("Öppen till och med {day}.").format(day=last)


def answered(survey: SurveyFacts) -> str:
    """How many have answered, and how many of them wait in the urn."""
    told = ngettext("%(count)d person har svarat.", "%(count)d personer har svarat.", survey.answered)
    told %= {"count": survey.answered}
    if not survey.waiting:
        return told
    waiting = ngettext(
        "%(count)d svar väntar på att blandas med andras.",
        "%(count)d svar väntar på att blandas med andras.",
        survey.waiting,
    )
    return f"{told} {waiting % {'count': survey.waiting}}"


def file_rows(results: Iterable[Result]) -> Iterator[list[str | int]]:
    """The results as rows of a file, headings first. What may not be shown is in none of them."""
    yield [_("Fråga"), _("Om"), _("Svar"), _("Antal")]
    for one in results:
        label, about = words(one.question).label, _about(one.about)
        names = dict(words(one.question).options)
        if one.is_hidden:
            yield [label, about, _("färre än fem svar, visas inte"), ""]
        for option in _options(one.question, one.counts):
            if not one.is_hidden and one.counts:
                yield [label, about, names.get(option, option), one.counts.get(option, 0)]
        for said in one.words:
            yield [label, about, said.text, ""]


def _key(question: Asked) -> str:
    """What tells that two editions asked the same."""
    return question.standard or question.label.casefold()


def _earlier(before: Before) -> dict[str, Earlier]:
    """What was answered about the whole, by what tells that the same was asked."""
    shown = (one for one in before.results if one.about == About() and one.counts)
    return {_key(one.question): Earlier(before.title, one.counts) for one in shown}


def _figure(result: Result, earlier: Earlier | None) -> Figure:
    label = words(result.question).label
    if result.about.day:
        label = f"{label} {_about(result.about)}"
    if result.is_hidden or not result.answered:
        told = _("Färre än fem har svarat, så svaren visas inte.") if result.is_hidden else _("Inga svar än.")
        return Figure(label, None, is_rows=False, told=told)
    if result.question.kind == Asks.SCALE:
        return Figure(label, _grades(result, label, earlier), is_rows=False, told=_mean(result, earlier))
    return Figure(label, _choices(result, label, earlier), is_rows=True, told=_count(result.answered))


def _grades(result: Result, label: str, earlier: Earlier | None) -> Chart:
    series = [Series(_("Den här gången"), _percentages(result.counts))]
    if earlier:
        series.append(Series(earlier.title, _percentages(earlier.counts)))
    return bar_chart(title=label, labels=rules.SCALE, series=series, unit=_("procent"), first=_("Betyg"))


def _percentages(counts: Mapping[str, int]) -> tuple[float, ...]:
    told = rules.shares(counts, sum(counts.values()))
    return tuple(round(told.get(grade, 0)) for grade in rules.SCALE)


def _mean(result: Result, earlier: Earlier | None) -> str:
    mean = rules.average(result.counts)
    told = _("Medel {mean}.").format(mean=wording.number(mean or 0, decimals=1))
    before = rules.average(earlier.counts) if earlier else None
    if earlier and before is not None:
        then = _("{title}: {mean}.").format(title=earlier.title, mean=wording.number(before, decimals=1))
        told = f"{told} {then}"
    return f"{told} {_count(result.answered)}"


def _count(number: int) -> str:
    return ngettext("%(count)d svar.", "%(count)d svar.", number) % {"count": number}


def _choices(result: Result, label: str, earlier: Earlier | None) -> RowChart:
    names = dict(words(result.question).options)
    options = _options(result.question, result.counts)
    now, then = _shares(result.counts), _shares(earlier.counts) if earlier else {}
    columns = [Column(_("Svar")), Column(_("Antal"), numeric=True), Column(_("Andel"), numeric=True)]
    columns += [Column(earlier.title, numeric=True)] if earlier else []
    rows = [
        [names.get(one, one), result.counts.get(one, 0), _percent(now.get(one, 0))]
        + ([_percent(then.get(one, 0))] if earlier else [])
        for one in options
    ]
    return row_chart(
        title=label,
        labels=[names.get(one, one) for one in options],
        values=[now.get(one, 0) for one in options],
        most=100,
        unit="%",
        table=Table(columns, rows),
    )


def _shares(counts: Mapping[str, int]) -> dict[str, float]:
    return {option: round(share) for option, share in rules.shares(counts, sum(counts.values())).items()}


def _percent(share: float) -> str:
    return f"{share:.0f} %"


def _options(question: Asked, counts: Mapping[str, int]) -> list[str]:
    """What could be answered, and what could be before it was changed."""
    offered = [option for option, _label in words(question).options]
    return [*offered, *(option for option in counts if option not in offered)]


def _by_session(results: Iterable[Result]) -> Iterator[RowChart]:
    """A chart of means for each question of grades that is asked about sessions."""
    by_question: defaultdict[int, list[Result]] = defaultdict(list)
    for one in results:
        if one.question.kind == Asks.SCALE:
            by_question[one.question.id].append(one)
    for asked in by_question.values():
        shown = [(one, mean) for one in asked if (mean := rules.average(one.counts)) is not None]
        if not shown:
            continue
        columns = [
            Column(_("Programpunkt")),
            Column(_("Medel"), numeric=True),
            Column(_("Svar"), numeric=True),
        ]
        columns += [Column(grade, numeric=True) for grade in rules.SCALE]
        rows = [
            [one.about.title, wording.number(mean, decimals=1), one.answered]
            + [one.counts.get(grade, 0) for grade in rules.SCALE]
            for one, mean in shown
        ]
        yield row_chart(
            title=words(asked[0].question).label,
            labels=[one.about.title for one, _mean_ in shown],
            values=[mean for _one, mean in shown],
            most=FULL_GRADE,
            table=Table(columns, rows),
        )


def _sayings(results: Iterable[Result]) -> Iterator[Saying]:
    """What was said in own words, by what it was about."""
    found: defaultdict[About, list[tuple[str, tuple[Words, ...]]]] = defaultdict(list)
    for one in results:
        if one.words:
            found[one.about].append((words(one.question).label, one.words))
    for about, told in found.items():
        yield Saying(_about(about), tuple(told))


def _about(about: About) -> str:
    if about.day:
        return capfirst(formats.date_format(about.day, "l j F"))
    return about.title or _("Dagen som helhet")
