"""What people thought, as far as it may be shown: nothing that fewer than five have answered."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import F, QuerySet

from samverk.parts.day.models import Asks, Edition, Quotation, SaidText, Survey, SurveyQuestion, Tally
from samverk.parts.day.queries.evaluation import About, Asked, judged_sessions, lines
from samverk.parts.day.rules import evaluation as rules
from samverk.parts.day.rules import urn


@dataclass(frozen=True)
class Words:
    """What somebody said, and whether it has been released as a quotation."""

    id: UUID
    text: str
    may_quote: bool
    quotation_id: int | None
    quoted: str


@dataclass(frozen=True)
class Result:
    """What was answered to a question about one thing. Empty, with `is_hidden`, when too few have."""

    question: Asked
    about: About
    answered: int
    counts: Mapping[str, int] = field(default_factory=dict)
    words: tuple[Words, ...] = ()
    is_hidden: bool = False


@dataclass(frozen=True)
class Released:
    """A quotation that may be used."""

    id: int
    text: str
    session: str
    released_on: date


@dataclass(frozen=True)
class Before:
    """The closest earlier edition of the same series that has an evaluation to show."""

    title: str
    results: tuple[Result, ...]


def results(edition_id: int) -> tuple[Result, ...]:
    """What people thought, question by question and thing by thing, in their order. Seven queries at most."""
    found = Survey.objects.filter(edition_id=edition_id).first()
    if found is None:
        return ()
    counts, said = _counts([found.pk]), _words(found.pk)
    asked = lines(SurveyQuestion.objects.filter(survey=found))
    crowd, things = _crowd(found, asked, counts, said), _things(edition_id, [*counts, *said])
    places = (
        (one, about, (one.id, about.session_id, about.day)) for one in asked for about in things[one.about]
    )
    return tuple(
        _result(question, about, counts.get(place, {}), said.get(place, []), crowd)
        for question, about, place in places
    )


def before(edition_id: int) -> Before | None:
    """What people thought of the edition before this one."""
    this = Edition.objects.values_list("series_id", "starts_on").filter(pk=edition_id).first()
    if this is None:
        return None
    earlier = Edition.objects.filter(
        series=this[0], starts_on__lt=this[1], survey__answered__gte=urn.FEWEST
    ).order_by("-starts_on")
    found = earlier.values_list("pk", "title").first()
    return Before(found[1], results(found[0])) if found else None


def tallies(edition_ids: Collection[int], standard: str) -> dict[int, dict[str, int]]:
    """What was answered to a question that stands ready, about each of several editions as a whole.

    Editions where too few have answered are left out. One query.
    """
    rows = Tally.objects.filter(question__standard=standard, question__survey__edition__in=list(edition_ids))
    found: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for edition_id, option, count in rows.values_list("survey__edition_id", "option", "count"):
        found[edition_id][option] = found[edition_id].get(option, 0) + count
    return {key: told for key, told in found.items() if rules.may_be_shown(sum(told.values()))}


def grades(edition_ids: Collection[int]) -> dict[int, float]:
    """The mean grade that each edition got as a whole."""
    told = {key: rules.average(counts) for key, counts in tallies(edition_ids, rules.Ready.GRADE).items()}
    return {key: mean for key, mean in told.items() if mean is not None}


def recommending(edition_ids: Collection[int]) -> dict[int, float]:
    """How many per cent would tell a colleague to come."""
    told = tallies(edition_ids, rules.Ready.RECOMMEND)
    return {key: 100 * counts.get(rules.YES, 0) / sum(counts.values()) for key, counts in told.items()}


def answered(edition_ids: Collection[int]) -> dict[int, float]:
    """How many have answered the evaluation of each edition."""
    rows = Survey.objects.filter(edition__in=list(edition_ids), answered__gte=urn.FEWEST)
    return dict(rows.values_list("edition_id", "answered"))


def quotations(edition_id: int) -> tuple[Released, ...]:
    """The quotations that were released."""
    rows = Quotation.objects.filter(edition=edition_id).annotate(about=F("session__title"))
    told = rows.values_list("pk", "text", "about", "released_on")
    return tuple(Released(key, text, about or "", on) for key, text, about, on in told)


Place = tuple[int, int | None, date | None]
Thing = int | date | None
Counts = Mapping[str, int]


def _counts(survey_ids: list[int]) -> dict[Place, dict[str, int]]:
    found: defaultdict[Place, dict[str, int]] = defaultdict(dict)
    for row in Tally.objects.filter(survey__in=survey_ids):
        found[row.question_id, row.session_id, row.day][row.option] = row.count
    return dict(found)


def _words(survey_id: int) -> dict[Place, list[Words]]:
    rows: QuerySet[SaidText] = SaidText.objects.filter(survey=survey_id).order_by("pk")
    released = {row.source: row for row in Quotation.objects.filter(edition__survey=survey_id)}
    found: defaultdict[Place, list[Words]] = defaultdict(list)
    for row in rows:
        quote = released.get(row.pk)
        words = Words(
            row.pk, row.text, row.may_quote, quote.pk if quote else None, quote.text if quote else ""
        )
        found[row.question_id, row.session_id, row.day].append(words)
    return dict(found)


def _crowd(
    survey: Survey, asked: Iterable[Asked], counts: Mapping[Place, Counts], said: Mapping[Place, list[Words]]
) -> dict[Thing, int]:
    """How many at least have answered something about the whole, and about each session and day."""
    kinds = {question.id: question.kind for question in asked}
    most: dict[Thing, int] = {}
    for place in {*counts, *said}:
        number = _givers(kinds.get(place[0], ""), counts.get(place, {}), said.get(place, []))
        thing = place[1] or place[2]
        most[thing] = max(most.get(thing, 0), number)
    return {**most, None: survey.answered}


def _givers(kind: str, told: Counts, words: list[Words]) -> int:
    """How many have answered a question; of several choices at least so many."""
    if kind == Asks.TEXT:
        return len(words)
    return max(told.values(), default=0) if kind == Asks.CHOICES else sum(told.values())


def _things(edition_id: int, places: Iterable[Place]) -> dict[str, tuple[About, ...]]:
    days = sorted({day for _, _, day in places if day})
    return {
        "whole": (About(),),
        "day": tuple(About(day=day) for day in days),
        "session": judged_sessions(edition_id),
    }


def _result(
    question: Asked, about: About, told: Counts, words: list[Words], crowd: Mapping[Thing, int]
) -> Result:
    """What may be shown. A word is hidden by all who spoke of the same, a grade by all who gave one."""
    givers = _givers(question.kind, told, words)
    around = crowd.get(about.session_id or about.day, 0)
    enough = around if question.kind in (Asks.TEXT, Asks.CHOICES) else givers
    if not rules.may_be_shown(enough):
        return Result(question, about, 0, is_hidden=bool(givers))
    return Result(question, about, givers, told, tuple(words))
