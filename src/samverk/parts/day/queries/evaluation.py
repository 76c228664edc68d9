"""The evaluation of an edition: what is asked, of whom, and whether somebody has answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from samverk.parts.day.models import (
    AnsweredMark,
    Kind,
    Registration,
    RegistrationState,
    Session,
    Survey,
    SurveyQuestion,
)
from samverk.parts.day.queries.checkin import came as turnout
from samverk.parts.day.queries.checkin import who_came
from samverk.parts.day.rules import evaluation as rules
from samverk.parts.day.rules import urn

NOT_JUDGED = (Kind.MEAL,)


@dataclass(frozen=True)
class Asked:
    """A question as it was written; the words of one that stands ready are the presenters'."""

    id: int
    standard: str
    about: str
    kind: str
    label: str
    hint: str
    options: tuple[str, ...]
    order: int


@dataclass(frozen=True)
class SurveyFacts:
    """The evaluation of an edition. `waiting` answers are in the urn, and cannot be read yet."""

    id: int
    edition_id: int
    is_on: bool
    days_open: int
    invited_on: date | None
    closed_on: date | None
    opened: int
    waiting: int
    ends_on: date
    questions: tuple[Asked, ...]

    @property
    def answered(self) -> int:
        """How many have answered."""
        return self.opened + self.waiting

    @property
    def closes_on(self) -> date:
        """The last day on which one can answer."""
        return rules.closes_on(ends_on=self.ends_on, days_open=self.days_open)

    @property
    def has_begun(self) -> bool:
        """Whether somebody may have answered."""
        return bool(self.invited_on or self.closed_on or self.answered)

    def door(self, today: date) -> rules.Door:
        """Whether one can answer."""
        return rules.door(
            is_on=self.is_on,
            is_closed=bool(self.closed_on),
            ends_on=self.ends_on,
            days_open=self.days_open,
            today=today,
        )


@dataclass(frozen=True)
class About:
    """A session or a day that questions were asked of; neither for the edition as a whole."""

    session_id: int | None = None
    title: str = ""
    day: date | None = None


def survey(edition_id: int) -> SurveyFacts | None:
    """The evaluation of an edition, with its questions. Three queries."""
    row = Survey.objects.select_related("edition").filter(edition_id=edition_id).first()
    if row is None:
        return None
    return SurveyFacts(
        id=row.pk,
        edition_id=edition_id,
        is_on=row.is_on,
        days_open=row.days_open,
        invited_on=row.invited_on,
        closed_on=row.closed_on,
        opened=row.answered,
        waiting=row.urn.count(),
        ends_on=row.edition.ends_on,
        questions=lines(SurveyQuestion.objects.filter(survey=row)),
    )


def has_answered(*, survey_id: int, reference: UUID) -> bool:
    """Whether somebody has answered, as long as the evaluation is open. Only we can ask."""
    mark = urn.mark(settings.SECRET_KEY, survey_id, reference)
    return AnsweredMark.objects.filter(pk=mark).exists()


def judged_sessions(edition_id: int) -> tuple[About, ...]:
    """The sessions that people are asked about: those that were held, pauses and meals apart."""
    held = Session.objects.filter(edition=edition_id, is_cancelled=False, is_draft=False)
    rows = held.exclude(kind__in=NOT_JUDGED).order_by("starts_at", "pk")
    return tuple(About(key, title) for key, title in rows.values_list("pk", "title"))


def invited(edition_id: int) -> tuple[UUID, ...]:
    """Who is to be written to: those who came, or whoever registered them and can reach them. When nobody
    was checked in, everybody who had a seat."""
    confirmed = Registration.objects.filter(edition=edition_id, state=RegistrationState.CONFIRMED)
    rows = confirmed.filter(pk__in=who_came(edition_id)) if turnout([edition_id]) else confirmed
    reached = Q(email="", leader__isnull=False)
    own = rows.exclude(email="").values_list("reference", flat=True)
    leaders = rows.filter(reached).exclude(leader__email="").values_list("leader__reference", flat=True)
    return tuple(dict.fromkeys([*own, *leaders]))


def lines(rows: Iterable[SurveyQuestion]) -> tuple[Asked, ...]:
    """Rows as plain values."""
    return tuple(_asked(row) for row in rows)


def _asked(row: SurveyQuestion) -> Asked:
    return Asked(
        id=row.pk,
        standard=row.standard,
        about=row.about,
        kind=row.kind,
        label=row.label,
        hint=row.hint,
        options=tuple(row.options),
        order=row.order,
    )
