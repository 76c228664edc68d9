"""What is said of a day while it goes on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from samverk.base.events import queries as events
from samverk.parts.day.models import AsAnnounced, LiveNotice, QuestionTime
from samverk.parts.day.rules import topics
from samverk.parts.day.rules.live import Placing


@dataclass(frozen=True)
class NoticeLine:
    """A short word from the organisers."""

    id: int
    text: str
    posted_at: datetime


@dataclass(frozen=True)
class Announced:
    """How a session stood before it was changed, and when that was."""

    placing: Placing
    noted_at: datetime


@dataclass(frozen=True)
class LiveFacts:
    """Everything that a live page tells beside the programme."""

    notices: tuple[NoticeLine, ...]
    announced: Mapping[int, Announced]
    may_ask: frozenset[int]


def version(edition_id: int) -> int:
    """How far the live page has come. Ask before reading what it tells, so that nothing is missed."""
    return events.version(topics.live(edition_id))


def live(edition_id: int) -> LiveFacts:
    """What is said of an edition now. Three queries."""
    changed = AsAnnounced.objects.filter(session__edition=edition_id)
    asking = QuestionTime.objects.filter(session__edition=edition_id, is_open=True)
    return LiveFacts(
        notices=notices(edition_id),
        announced={row.session_id: _announced(row) for row in changed},
        may_ask=frozenset(asking.values_list("session_id", flat=True)),
    )


def notices(edition_id: int) -> tuple[NoticeLine, ...]:
    """The words that stand on the live page now, the newest first."""
    rows = LiveNotice.objects.filter(edition=edition_id, withdrawn_at=None)
    return tuple(NoticeLine(row.pk, row.text, row.posted_at) for row in rows)


def _announced(row: AsAnnounced) -> Announced:
    placing = Placing(row.room_name, row.starts_at, row.ends_at, row.is_cancelled)
    return Announced(placing, row.noted_at)
