"""Tables as values, drawn by the table component."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """A heading; a link with `sort_url`, the order of the rows with `sorted` (`ascending`, `descending`)."""

    label: str
    numeric: bool = False
    sort_url: str = ""
    sorted: str = ""


@dataclass(frozen=True)
class Cell:
    """A value in its column; `url` makes it a link."""

    column: Column
    value: object
    url: str = ""


@dataclass(frozen=True)
class Table:
    """Columns and rows; the first cell of each row names the row. A cell may be a value or (value, url)."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[object]]

    @property
    def body(self) -> list[list[Cell]]:
        """The rows as cells that know their column."""
        return [
            [_cell(column, value) for column, value in zip(self.columns, row, strict=True)]
            for row in self.rows
        ]


def _cell(column: Column, value: object) -> Cell:
    return Cell(column, *value) if isinstance(value, tuple) else Cell(column, value)
