"""Bar and line charts: values in, geometry out. The chart component draws it, with the table beneath."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from samverk.ui.table import Column, Table

WIDTH, HEIGHT = 720, 320
LEFT, RIGHT, TOP, BOTTOM = 64, 12, 24, 36
SHOWN_VALUES = 12
FLAT = 1e-6
NONE = "\u2013"


@dataclass(frozen=True)
class Series:
    """One row of values under a name; None where there is no value."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True)
class Mark:
    """A bar (with its size) or a point of a line, with the text that stands by it."""

    series: int
    x: float
    y: float
    width: float
    height: float
    text: str


@dataclass(frozen=True)
class Tick:
    """A word on an axis and where it stands."""

    position: float
    text: str


@dataclass(frozen=True)
class Value:
    """A number written above its bar or point."""

    position: float
    height: float
    text: str


@dataclass(frozen=True)
class Line:
    """The path of one series."""

    series: int
    path: str


@dataclass(frozen=True)
class Chart:
    """Geometry in a box of 720 × 320 and the same values as a table."""

    title: str
    kind: str
    unit: str
    legend: tuple[str, ...]
    marks: tuple[Mark, ...]
    lines: tuple[Line, ...]
    across: tuple[Tick, ...]
    upward: tuple[Tick, ...]
    zero: float
    show_values: bool
    table: Table

    @property
    def values(self) -> tuple[Value, ...]:
        """The numbers that stand by the marks."""
        return tuple(Value(round(mark.x + mark.width / 2, 1), mark.y - 8, mark.text) for mark in self.marks)

    @property
    def description(self) -> str:
        """What a screen reader says instead of the picture: the table says the rest."""
        return f"{self.title} ({self.unit})" if self.unit else self.title


def bar_chart(
    *, title: str, labels: Sequence[str], series: Sequence[Series], unit: str = "", first: str = ""
) -> Chart:
    """Bars side by side for each label; the scale always holds zero."""
    return _chart("bar", title, labels, series, unit, first)


def line_chart(
    *, title: str, labels: Sequence[str], series: Sequence[Series], unit: str = "", first: str = ""
) -> Chart:
    """One line for each series; the scale always holds zero."""
    return _chart("line", title, labels, series, unit, first)


def number(value: float) -> str:
    """A number as Swedes write it: `12 500`, `3,5`."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return text.replace(",", "\u00a0").replace(".", ",").replace("-", "\u2212")


def ticks(low: float, high: float, wanted: int = 5) -> tuple[float, ...]:
    """Round numbers, evenly spaced, that hold `low`, `high` and zero."""
    low, high = min(low, 0.0), max(high, 0.0)
    if high - low < FLAT:
        high = low + 1.0
    rough = (high - low) / wanted
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    first, last = math.floor(low / step), math.ceil(high / step)
    return tuple(round(index * step, 10) for index in range(first, last + 1))


def _chart(
    kind: str, title: str, labels: Sequence[str], series: Sequence[Series], unit: str, first: str
) -> Chart:
    for one in series:
        if len(one.values) != len(labels):
            raise ValueError(f"{one.name}: {len(one.values)} values for {len(labels)} labels")
    values = [value for one in series for value in one.values if value is not None]
    scale = ticks(min(values, default=0), max(values, default=0))
    marks = tuple(_bars(labels, series, scale) if kind == "bar" else _dots(labels, series, scale))
    return Chart(
        title=title,
        kind=kind,
        unit=unit,
        legend=tuple(one.name for one in series),
        marks=marks,
        lines=_lines(marks, len(series)) if kind == "line" else (),
        across=tuple(Tick(_middle(index, len(labels)), label) for index, label in enumerate(labels)),
        upward=tuple(Tick(_height(value, scale), number(value)) for value in scale),
        zero=_height(0, scale),
        show_values=len(values) <= SHOWN_VALUES and (kind == "bar" or len(series) == 1),
        table=_table(labels, series, first),
    )


def _height(value: float, scale: Sequence[float]) -> float:
    share = (value - scale[0]) / (scale[-1] - scale[0])
    return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)


def _middle(index: int, count: int) -> float:
    return round(LEFT + (WIDTH - LEFT - RIGHT) * (index + 0.5) / count, 1)


def _bars(labels: Sequence[str], series: Sequence[Series], scale: Sequence[float]) -> list[Mark]:
    group = (WIDTH - LEFT - RIGHT) / max(len(labels), 1) * 0.7
    width = round(min(group / max(len(series), 1), 72), 1)
    zero, marks = _height(0, scale), []
    for index in range(len(labels)):
        start = _middle(index, len(labels)) - width * len(series) / 2
        for which, one in enumerate(series):
            value = one.values[index]
            if value is None:
                continue
            y = _height(value, scale)
            size = round(abs(zero - y), 1)
            x = round(start + which * width, 1)
            marks.append(Mark(which + 1, x, min(y, zero), round(width - 3, 1), size, number(value)))
    return marks


def _dots(labels: Sequence[str], series: Sequence[Series], scale: Sequence[float]) -> list[Mark]:
    return [
        Mark(which + 1, _middle(index, len(labels)), _height(value, scale), 0, 0, number(value))
        for which, one in enumerate(series)
        for index, value in enumerate(one.values)
        if value is not None
    ]


def _lines(marks: Sequence[Mark], count: int) -> tuple[Line, ...]:
    points = {which: [mark for mark in marks if mark.series == which] for which in range(1, count + 1)}
    return tuple(
        Line(which, "M" + " L".join(f"{mark.x},{mark.y}" for mark in line)) for which, line in points.items()
    )


def _table(labels: Sequence[str], series: Sequence[Series], first: str) -> Table:
    columns = (Column(first or "\u00a0"), *(Column(one.name, numeric=True) for one in series))
    rows = tuple((label, *(_told(one.values[index]) for one in series)) for index, label in enumerate(labels))
    return Table(columns=columns, rows=rows)


def _told(value: float | None) -> str:
    return NONE if value is None else number(value)
