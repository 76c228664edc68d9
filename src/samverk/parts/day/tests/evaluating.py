"""An evaluation to try things on, and people who answer it."""

from datetime import date, timedelta
from uuid import UUID

from samverk.base.organisations.permissions import OPERATOR
from samverk.parts.day.actions import answering
from samverk.parts.day.actions import evaluation as actions
from samverk.parts.day.models import Edition, Registration, Session, SurveyQuestion, TicketKind
from samverk.parts.day.presenters.survey import READY
from samverk.parts.day.rules.evaluation import Ready
from samverk.parts.day.rules.urn import Point, Said, Sheet
from samverk.parts.day.tests.build import THE_DAY, kind, registered
from samverk.parts.day.tests.building import at

AFTER = THE_DAY + timedelta(days=1)
LATE = THE_DAY + timedelta(days=60)


def survey(edition: Edition | None = None) -> Edition:
    """An edition with the evaluation that stands ready."""
    found = edition or kind(quota=300).edition
    facts = [
        actions.Facts(standard=name, about=one.about, kind=one.kind, options=one.options)
        for name, one in READY.items()
    ]
    actions.begin(edition_id=found.pk, questions=facts, by=OPERATOR)
    return found


def a_session(edition_id: int, title: str, start: str, end: str, **facts: str) -> int:
    """A session on the day."""
    edition = Edition.objects.get(pk=edition_id)
    row = Session.objects.create(
        region_id=edition.region_id,
        edition=edition,
        title=title,
        starts_at=at(start, THE_DAY),
        ends_at=at(end, THE_DAY),
        **facts,
    )
    return row.pk


def visitors(edition: Edition, number: int, first: int = 0) -> list[Registration]:
    """People with a seat."""
    ticket = TicketKind.objects.filter(edition=edition).first() or kind(quota=300, edition=edition)
    return [
        registered(ticket, name=f"Person {one}", email=f"person{one}@example.org")
        for one in range(first, first + number)
    ]


def question(edition: Edition, standard: str = Ready.GRADE) -> int:
    """The key of a question that stands ready."""
    return SurveyQuestion.objects.get(survey__edition=edition, standard=standard).pk


def sheet(edition: Edition, *, grade: str = "4", words: str = "", may_quote: bool = True) -> Sheet:
    """A grade, and some words."""
    said = (Said(Point(question(edition, Ready.TAKE_HOME)), words, may_quote),) if words else ()
    return Sheet(chosen=((Point(question(edition)), grade),), said=said)


def answers(edition: Edition, reference: UUID, filled: Sheet, *, today: date = AFTER) -> None:
    """Somebody answers."""
    answering.answer(edition_id=edition.pk, reference=reference, sheet=filled, today=today)


def asked(number: int, *, grade: str = "4", words: str = "") -> Edition:
    """An edition whose evaluation so many have answered, and that is closed."""
    edition = survey()
    for place, person in enumerate(visitors(edition, number)):
        said = f"{words} {place}" if words else ""
        answers(edition, person.reference, sheet(edition, grade=grade, words=said))
    close(edition)
    return edition


def close(edition: Edition) -> None:
    """The time to answer is over."""
    answering.close(survey_id=edition.survey.pk, today=LATE)
