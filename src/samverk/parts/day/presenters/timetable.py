"""The programme of a day as a table: rooms beside each other, the hours downwards."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Generic, TypeVar

from django.utils.translation import gettext as _

from samverk.parts.day.presenters import wording
from samverk.parts.day.queries.programme import Named, SessionFacts
from samverk.parts.day.rules import timetable as rules

V = TypeVar("V")


@dataclass(frozen=True)
class Slot(Generic[V]):
    """A cell: what goes on there, or else a time and a room that are free."""

    sessions: tuple[V, ...]
    rows: int
    columns: int
    room_id: int | None
    starts_at: datetime


@dataclass(frozen=True)
class Line(Generic[V]):
    """A row of the table, with the time at which it begins."""

    clock: str
    slots: tuple[Slot[V], ...]


@dataclass(frozen=True)
class DayTable(Generic[V]):
    """A day's table."""

    day: date
    heading: str
    columns: tuple[str, ...]
    lines: tuple[Line[V], ...]


def tables(
    sessions: Iterable[SessionFacts],
    rooms: Sequence[Named],
    *,
    show: Callable[[SessionFacts], V],
    step: timedelta | None = None,
) -> tuple[DayTable[V], ...]:
    """A table for each day; `show` makes what stands in a cell of a session."""
    by_day: dict[date, list[SessionFacts]] = {}
    for session in sessions:
        by_day.setdefault(wording.local_day(session.starts_at), []).append(session)
    return tuple(_table(day, held, rooms, show, step) for day, held in sorted(by_day.items()))


def _table(
    day: date,
    sessions: list[SessionFacts],
    rooms: Sequence[Named],
    show: Callable[[SessionFacts], V],
    step: timedelta | None,
) -> DayTable[V]:
    used = rooms if step else [room for room in rooms if any(held.room == room for held in sessions)]
    columns = [room.name for room in used]
    if not columns or _needs_another(sessions):
        columns.append(_("Utan lokal"))
    items = [_item(session, used) for session in sessions]
    by_key = {session.id: session for session in sessions}
    whole = {one.starts_at for one in sessions if wording.is_whole_day(one.starts_at, one.ends_at)}
    lines = tuple(
        Line(
            clock="" if row.starts_at in whole else wording.clock(row.starts_at),
            slots=tuple(
                Slot(
                    sessions=tuple(show(by_key[key]) for key in cell.items),
                    rows=cell.rows,
                    columns=cell.columns,
                    room_id=used[cell.column].id if cell.column < len(used) else None,
                    starts_at=row.starts_at,
                )
                for cell in row.cells
            ),
        )
        for row in rules.table(items, columns=len(columns), step=step)
    )
    return DayTable(day=day, heading=wording.day(day), columns=tuple(columns), lines=lines)


def _item(session: SessionFacts, rooms: Sequence[Named]) -> rules.Item:
    column = rooms.index(session.room) if session.room in rooms else rules.EVERYWHERE
    return rules.Item(session.id, session.starts_at, session.ends_at, column)


def _needs_another(sessions: list[SessionFacts]) -> bool:
    """Whether a session without a room goes on at the same time as another session."""
    return any(
        session.room is None
        and any(other.id != session.id and session.placed.overlaps(other.placed) for other in sessions)
        for session in sessions
    )
