"""What goes on at a moment of a day, what comes next, and what has been changed since it was announced."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from samverk.parts.day.rules.shifting import STOCKHOLM


@dataclass(frozen=True)
class Slot:
    """A session in time and place. `place` is its room, or its stream when it has none."""

    key: int
    starts_at: datetime
    ends_at: datetime
    place: tuple[str, int]
    is_cancelled: bool = False


class Phase(StrEnum):
    """How far a day has come."""

    EMPTY = "empty"
    BEFORE = "before"
    ON = "on"
    OVER = "over"


@dataclass(frozen=True)
class Moment:
    """What goes on, what comes next in each place, and when this is no longer true."""

    phase: Phase
    now: tuple[int, ...]
    next: tuple[int, ...]
    changes_at: datetime | None


def at(slots: Iterable[Slot], *, now: datetime) -> Moment:
    """The programme at a moment. What comes next is on the same day as the first of what is to come."""
    known = sorted(slots, key=lambda slot: (slot.starts_at, slot.key))
    coming = [slot for slot in known if slot.starts_at > now]
    edges = [edge for slot in known for edge in (slot.starts_at, slot.ends_at) if edge > now]
    return Moment(
        phase=_phase(known, now),
        now=tuple(slot.key for slot in known if slot.starts_at <= now < slot.ends_at),
        next=tuple(slot.key for slot in _first_of_each(coming)),
        changes_at=min(edges, default=None),
    )


def _phase(slots: list[Slot], now: datetime) -> Phase:
    if not slots:
        return Phase.EMPTY
    if now < slots[0].starts_at:
        return Phase.BEFORE
    return Phase.ON if now < max(slot.ends_at for slot in slots) else Phase.OVER


def _first_of_each(coming: list[Slot]) -> Iterable[Slot]:
    """The first in each place; a cancelled one is shown, and what stands after it too."""
    done: set[tuple[str, int]] = set()
    for slot in coming:
        if day_of(slot.starts_at) == day_of(coming[0].starts_at) and slot.place not in done:
            if not slot.is_cancelled:
                done.add(slot.place)
            yield slot


def day_of(moment: datetime) -> date:
    """The day that a moment belongs to here."""
    return moment.astimezone(STOCKHOLM).date()


def minutes_left(ends_at: datetime, *, now: datetime) -> int:
    """Whole minutes until something ends, the one that has begun counted."""
    return max(0, -int((now - ends_at).total_seconds() // 60))


@dataclass(frozen=True)
class Placing:
    """Where and when a session is held, if it is."""

    room: str
    starts_at: datetime
    ends_at: datetime
    is_cancelled: bool


class What(StrEnum):
    """In what a session differs from what was announced."""

    CANCELLED = "cancelled"
    HELD_AFTER_ALL = "held"
    ROOM = "room"
    LATER = "later"
    EARLIER = "earlier"
    LENGTH = "length"


def differences(was: Placing, became: Placing) -> tuple[What, ...]:
    """What has changed; of a session that is cancelled nothing else matters."""
    if became.is_cancelled:
        return () if was.is_cancelled else (What.CANCELLED,)
    found = [What.HELD_AFTER_ALL] if was.is_cancelled else []
    if became.room and became.room != was.room:
        found.append(What.ROOM)
    if became.starts_at != was.starts_at:
        found.append(What.LATER if became.starts_at > was.starts_at else What.EARLIER)
    elif became.ends_at != was.ends_at:
        found.append(What.LENGTH)
    return tuple(found)


def is_worth_noting(*, starts_at: datetime, noted_at: datetime | None, now: datetime) -> bool:
    """Whether a session is to be kept as it stands before it is changed: on its own day, the first time."""
    today = day_of(now)
    return day_of(starts_at) == today and (noted_at is None or day_of(noted_at) != today)
