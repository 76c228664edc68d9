"""Proposals: when they may be sent, what may become of them, and what the grades say together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

MOST_PEOPLE = 3
MOST_CRITERIA = 6


class Deed(StrEnum):
    """What may be done with a proposal that is there."""

    CHANGE = "change"
    WITHDRAW = "withdraw"
    REVIEW = "review"
    DECIDE = "decide"


BEFORE = {
    Deed.CHANGE: {"new", "waiting"},
    Deed.WITHDRAW: {"new", "waiting", "accepted"},
    Deed.REVIEW: {"new", "waiting"},
    Deed.DECIDE: {"new", "waiting", "accepted", "rejected"},
}


class Shut(StrEnum):
    """Why nobody can propose anything now."""

    OFF = "off"
    NOT_YET = "not_yet"
    NO_LONGER = "no_longer"


@dataclass(frozen=True)
class Invitation:
    """When, and whether, an edition takes proposals. `begins` is when its first day does."""

    is_on: bool
    state: str
    opens_at: datetime | None
    closes_at: datetime | None
    begins: datetime


@dataclass(frozen=True)
class Opinion:
    """What several reviewers think: the mean of their means, and how far apart the furthest are."""

    mean: float
    low: float
    high: float
    count: int

    @property
    def is_divided(self) -> bool:
        """Whether they differ by so much that they should talk."""
        return self.high - self.low >= 2


def allows(deed: Deed, state: str) -> bool:
    """Whether a proposal in this state lets it be done."""
    return state in BEFORE[deed]


def shut(invitation: Invitation, *, now: datetime) -> Shut | None:
    """Why one cannot propose anything now; None when one can."""
    if not invitation.is_on or invitation.state != "published":
        return Shut.OFF
    if invitation.opens_at and now < invitation.opens_at:
        return Shut.NOT_YET
    if now >= min(invitation.closes_at or invitation.begins, invitation.begins):
        return Shut.NO_LONGER
    return None


def opinion(grades: Sequence[Sequence[int]]) -> Opinion | None:
    """What the reviewers' grades say together, each reviewer counted as much; None when nobody has graded."""
    means = [sum(one) / len(one) for one in grades if one]
    if not means:
        return None
    return Opinion(sum(means) / len(means), min(means), max(means), len(means))


def by_criterion(grades: Sequence[Sequence[int]], criteria: int) -> tuple[Opinion | None, ...]:
    """The same for each criterion."""
    return tuple(
        opinion([[one[number]] for one in grades if number < len(one)]) for number in range(criteria)
    )


def sees_others(*, has_graded: bool, has_conflict: bool) -> bool:
    """Whether somebody may read what others think: after one's own grades, and never with a conflict."""
    return has_graded and not has_conflict
