"""Figures as a table that can be read in a terminal and pasted into a page of Markdown."""

import math
from collections.abc import Sequence


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share of the values do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * share) - 1)] if ordered else math.nan


def milliseconds(seconds: float) -> str:
    """Seconds as milliseconds, with as many digits as mean something."""
    value = seconds * 1000
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def show(title: str, head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print one table; the first column is words, the others are figures."""
    cells = [list(head), *([_cell(value) for value in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    print(f"\n{title}\n")
    for number, row in enumerate(cells):
        print("| " + " | ".join(_aligned(row, widths)) + " |")
        if number == 0:
            print(
                "|"
                + "|".join(f"{'-' * (width + 1)}{'-' if first else ':'}" for width, first in _marked(widths))
                + "|"
            )
    print(flush=True)


def _cell(value: object) -> str:
    return f"{value:,}".replace(",", " ") if isinstance(value, int) else str(value)


def _aligned(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [
        row[0].ljust(widths[0]),
        *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)),
    ]


def _marked(widths: Sequence[int]) -> list[tuple[int, bool]]:
    return [(width, number == 0) for number, width in enumerate(widths)]
