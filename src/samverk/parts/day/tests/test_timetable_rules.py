"""The table of a day: everything once, and no cell where another is."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from samverk.parts.day.rules.timetable import EVERYWHERE, Cell, Item, Row, table

MORNING = datetime(2027, 4, 14, 8, tzinfo=UTC)
COLUMNS = 3
QUARTER = timedelta(minutes=15)


@st.composite
def items(draw: st.DrawFn) -> list[Item]:
    found = draw(
        st.lists(
            st.tuples(st.integers(0, 30), st.integers(1, 8), st.sampled_from([EVERYWHERE, 0, 1, 2])),
            max_size=10,
        )
    )
    return [
        Item(key, MORNING + QUARTER * start, MORNING + QUARTER * (start + length), column)
        for key, (start, length, column) in enumerate(found)
    ]


def covered(rows: tuple[Row, ...]) -> list[tuple[int, int]]:
    """Every place of the table, as often as a cell covers it."""
    return [
        (number + down, cell.column + across)
        for number, row in enumerate(rows)
        for cell in row.cells
        for down in range(cell.rows)
        for across in range(cell.columns)
    ]


@given(items(), st.sampled_from([None, QUARTER]))
def test_the_cells_fill_the_table_and_never_lie_over_each_other(
    held: list[Item], step: timedelta | None
) -> None:
    rows = table(held, columns=COLUMNS, step=step)

    places = covered(rows)
    assert len(places) == len(set(places))
    assert set(places) == {(row, column) for row in range(len(rows)) for column in range(COLUMNS)}


@given(items(), st.sampled_from([None, QUARTER]))
def test_everything_is_in_the_table_once_and_begins_no_later_than_its_row_ends(
    held: list[Item], step: timedelta | None
) -> None:
    rows = table(held, columns=COLUMNS, step=step)

    shown = [key for row in rows for cell in row.cells for key in cell.items]
    assert sorted(shown) == [item.key for item in held]
    for row in rows:
        for cell in row.cells:
            assert not cell.items or row.starts_at == min(held[key].starts_at for key in cell.items)


def test_a_pause_has_the_whole_width_and_a_lecture_its_own_room() -> None:
    pause = Item(1, MORNING, MORNING + QUARTER, EVERYWHERE)
    lecture = Item(2, MORNING + QUARTER, MORNING + 3 * QUARTER, 1)

    first, second = table([lecture, pause], columns=2)

    assert first.cells == (Cell(0, (1,), 1, 2),)
    assert second.cells == (Cell(0), Cell(1, (2,), 1))
