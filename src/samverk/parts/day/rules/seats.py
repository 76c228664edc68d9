"""Seats, the queue for them, and what may become of a registration."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

MOST_COLLEAGUES = 20
SHORTEST_TIME_TO_ANSWER = timedelta(hours=1)


class Deed(StrEnum):
    """What may be done with a registration that is there."""

    CANCEL = "cancel"
    ACCEPT = "accept"
    OFFER = "offer"
    LAPSE = "lapse"
    REJOIN = "rejoin"
    HAND_OVER = "hand_over"


BEFORE = {
    Deed.CANCEL: {"confirmed", "waiting", "offered"},
    Deed.ACCEPT: {"offered"},
    Deed.OFFER: {"waiting"},
    Deed.LAPSE: {"offered"},
    Deed.REJOIN: {"lapsed", "cancelled"},
    Deed.HAND_OVER: {"confirmed"},
}


class Closed(StrEnum):
    """Why nobody can register now."""

    NOT_PUBLISHED = "not_published"
    CANCELLED = "cancelled"
    NOT_YET = "not_yet"
    NO_LONGER = "no_longer"


@dataclass(frozen=True)
class Opening:
    """When, and whether, one can register. `ends` is when the last day is over."""

    state: str
    opens_at: datetime | None
    closes_at: datetime | None
    ends: datetime


def allows(deed: Deed, state: str) -> bool:
    """Whether a registration in this state lets it be done."""
    return state in BEFORE[deed]


def closed(opening: Opening, *, now: datetime) -> Closed | None:
    """Why one cannot register now; None when one can."""
    if opening.state == "cancelled":
        return Closed.CANCELLED
    if opening.state != "published":
        return Closed.NOT_PUBLISHED
    if opening.opens_at and now < opening.opens_at:
        return Closed.NOT_YET
    if now >= min(opening.closes_at or opening.ends, opening.ends):
        return Closed.NO_LONGER
    return None


def answer_until(*, now: datetime, begins: datetime, time_to_answer: timedelta) -> datetime | None:
    """When a free seat that is offered now must be answered; None when the day is too near for offers.

    Near the day the time is halved again and again, so that the next in line gets a chance as well.
    """
    left = begins - now
    if left < SHORTEST_TIME_TO_ANSWER:
        return None
    return now + max(SHORTEST_TIME_TO_ANSWER, min(time_to_answer, left / 2))
