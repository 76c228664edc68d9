"""Lying bars, one beneath the other, for labels that are whole sentences. `row-chart` draws them."""

from collections.abc import Sequence
from dataclasses import dataclass

from samverk.ui.chart import number
from samverk.ui.table import Table

WIDTH = 720


@dataclass(frozen=True)
class Row:
    """One bar: what it is about, the number that stands by it, and how long it is."""

    label: str
    text: str
    width: float


@dataclass(frozen=True)
class RowChart:
    """Bars with their labels above them, and the same values as a table."""

    title: str
    rows: tuple[Row, ...]
    table: Table


def row_chart(
    *, title: str, labels: Sequence[str], values: Sequence[float], most: float, table: Table, unit: str = ""
) -> RowChart:
    """Bars on one scale from zero to `most`. `table` says the same, and may say more."""
    rows = tuple(
        Row(label, f"{number(round(value, 1))} {unit}".strip(), round(WIDTH * value / (most or 1), 1))
        for label, value in zip(labels, values, strict=True)
    )
    return RowChart(title=title, rows=rows, table=table)
