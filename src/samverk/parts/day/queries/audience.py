"""The audience's questions: as visitors see them, and as whoever moderates does."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from django.db.models import Count, Q

from samverk.base.events import queries as events
from samverk.parts.day.models import Asked, QuestionTime, SpeakerQuestion
from samverk.parts.day.rules import topics

PUBLIC = (Asked.SHOWN, Asked.ANSWERED)


@dataclass(frozen=True)
class QuestionLine:
    """A question in a list."""

    id: int
    text: str
    state: str
    votes: int
    on_stage: bool


@dataclass(frozen=True)
class TimeFacts:
    """The questions of a session, most wanted first. `has_been` is false where nobody has opened them yet."""

    session_id: int
    version: int
    is_open: bool = False
    read_first: bool = True
    has_been: bool = False
    questions: tuple[QuestionLine, ...] = ()

    def of(self, *states: str) -> tuple[QuestionLine, ...]:
        """The questions in some states."""
        return tuple(line for line in self.questions if line.state in states)

    @property
    def on_stage(self) -> QuestionLine | None:
        """The question that is on the stage."""
        return next((line for line in self.questions if line.on_stage), None)


@dataclass(frozen=True)
class Summary:
    """The questions of a session, in figures."""

    is_open: bool
    read_first: bool
    counts: Mapping[str, int] = field(default_factory=dict)


def public_time(session_id: int) -> TimeFacts:
    """What visitors see of a session's questions. Three queries."""
    facts = time(session_id)
    return replace(facts, questions=facts.of(*PUBLIC))


def time(session_id: int) -> TimeFacts:
    """All of a session's questions."""
    version = events.version(topics.questions(session_id))  # asked first, so that nothing is missed
    row = QuestionTime.objects.filter(session=session_id).first()
    if row is None:
        return TimeFacts(session_id, version)
    return TimeFacts(
        session_id=session_id,
        version=version,
        is_open=row.is_open,
        read_first=row.read_first,
        has_been=True,
        questions=tuple(_lines(SpeakerQuestion.objects.filter(time=row))),
    )


def summaries(edition_id: int) -> dict[int, Summary]:
    """The same in figures, for each session of an edition that has had questions."""
    counts = {state: Count("asked", filter=Q(asked__state=state)) for state in Asked.values}
    rows = QuestionTime.objects.filter(session__edition=edition_id).annotate(**counts)
    return {
        row.session_id: Summary(
            row.is_open, row.read_first, {state: getattr(row, state) for state in Asked.values}
        )
        for row in rows
    }


def _lines(rows: Iterable[SpeakerQuestion]) -> Iterable[QuestionLine]:
    for row in rows:
        yield QuestionLine(row.pk, row.text, row.state, row.votes, row.on_stage)
