"""Figures of an edition, such as how many were registered.

They stand side by side when editions are compared, and become sentences in the follow-up.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise

Values = Callable[[Collection[int]], Mapping[int, float]]


@dataclass(frozen=True)
class Figure:
    """A figure for each of several editions, in a fixed number of queries.

    An edition that has no such figure is left out of `values`. `sentence` tells it in words, for the article
    about how the day was; figures without one are only compared. `unit` stands after the number. Figures with
    the same `chart` are drawn together, under that heading.
    """

    name: str
    label: str | Promise
    values: Values
    sentence: Callable[[float], str] | None = None
    unit: str | Promise = ""
    decimals: int = 0
    chart: str | Promise = ""


_registered: dict[str, Figure] = {}


def register(*figures: Figure) -> None:
    """Add figures, in the order they are to be shown."""
    _registered.update({figure.name: figure for figure in figures})


def registered() -> tuple[Figure, ...]:
    """Every figure there is."""
    return tuple(_registered.values())
