"""A day's programme as a table: a row for each time when something begins or ends, a column for each room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

EVERYWHERE = -1


@dataclass(frozen=True)
class Item:
    """Something that goes on for a while in a column, or in all of them (`EVERYWHERE`)."""

    key: int
    starts_at: datetime
    ends_at: datetime
    column: int


@dataclass(frozen=True)
class Cell:
    """A cell of the table: empty, or with what goes on. It reaches over rows and columns."""

    column: int
    items: tuple[int, ...] = ()
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True)
class Row:
    """The time at which a row begins, and the cells that begin in it."""

    starts_at: datetime
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class _Block:
    items: tuple[int, ...]
    starts_at: datetime
    ends_at: datetime
    column: int
    columns: int = 1


def table(items: Iterable[Item], *, columns: int, step: timedelta | None = None) -> tuple[Row, ...]:
    """The rows of a table with `columns` columns, from the first beginning to the last end.

    With a `step` there is also a row for each step, so that there is somewhere to drop things.
    """
    blocks = _blocks(list(items), columns)
    if not blocks:
        return ()
    times = _times(blocks, step)
    place = {time: number for number, time in enumerate(times)}
    taken: set[tuple[int, int]] = set()
    rows: list[list[Cell]] = [[] for _ in times]
    for block in blocks:
        first, last = place[block.starts_at], place[block.ends_at]
        rows[first].append(Cell(block.column, block.items, last - first, block.columns))
        covered = range(block.column, block.column + block.columns)
        taken |= {(row, column) for row in range(first, last) for column in covered}
    for number, row in enumerate(rows[:-1]):
        row += [Cell(column) for column in range(columns) if (number, column) not in taken]
        row.sort(key=lambda cell: cell.column)
    return tuple(Row(time, tuple(row)) for time, row in zip(times[:-1], rows[:-1], strict=True))


def _blocks(items: Sequence[Item], columns: int) -> list[_Block]:
    """What goes on at once in the same column shares a cell. What belongs everywhere has the whole width for
    itself, or else shares the last column."""
    homes = [_at_home(item, items, columns) for item in items]
    blocks: list[_Block] = []
    home = None
    for item in sorted(homes, key=lambda item: (item.column, item.starts_at, item.key)):
        if home == item.column and item.starts_at < blocks[-1].ends_at:
            before = blocks[-1]
            ends_at = max(before.ends_at, item.ends_at)
            blocks[-1] = replace(before, items=(*before.items, item.key), ends_at=ends_at)
        else:
            blocks.append(_block(item, columns))
        home = item.column
    return blocks


def _at_home(item: Item, items: Sequence[Item], columns: int) -> Item:
    if item.column != EVERYWHERE:
        return item
    alone = not any(
        other.starts_at < item.ends_at and item.starts_at < other.ends_at
        for other in items
        if other.key != item.key
    )
    return item if alone else replace(item, column=columns - 1)


def _block(item: Item, columns: int) -> _Block:
    if item.column == EVERYWHERE:
        return _Block((item.key,), item.starts_at, item.ends_at, 0, columns)
    return _Block((item.key,), item.starts_at, item.ends_at, item.column)


def _times(blocks: Sequence[_Block], step: timedelta | None) -> list[datetime]:
    times = {moment for block in blocks for moment in (block.starts_at, block.ends_at)}
    if step:
        moment, last = min(times), max(times)
        while moment < last:
            times.add(moment)
            moment += step
    return sorted(times)
