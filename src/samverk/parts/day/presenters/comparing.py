"""The editions of a series side by side: every figure that is registered, as charts and as one table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from samverk.parts.day.presenters import wording
from samverk.parts.day.queries.editions import EditionLine
from samverk.parts.day.registry import figures
from samverk.ui.chart import Chart, Series, bar_chart
from samverk.ui.table import Column, Table

Known = Mapping[str, Mapping[int, float]]


@dataclass(frozen=True)
class Comparison:
    """Charts of what is told in charts, and the table of everything."""

    charts: tuple[Chart, ...]
    table: Table


def comparison(editions: Sequence[EditionLine]) -> Comparison:
    """Editions beside each other, the oldest first, with every figure there is."""
    in_order = sorted(editions, key=lambda edition: edition.starts_on)
    ids = [edition.id for edition in in_order]
    known = {figure.name: figure.values(ids) for figure in figures.registered()}
    columns = [Column(_("Uppgift")), *(Column(edition.title, numeric=True) for edition in in_order)]
    when = [_("När"), *(wording.days(edition.starts_on, edition.ends_on) for edition in in_order)]
    rows: list[list[Any]] = [when]
    for figure in figures.registered():
        values = known[figure.name]
        rows.append([str(figure.label), *(_shown(figure, values.get(key)) for key in ids)])
    rows += _cost_for_each(known, ids)
    return Comparison(tuple(_charts(in_order, known)), Table(columns=columns, rows=rows))


def _charts(editions: Sequence[EditionLine], known: Known) -> Iterator[Chart]:
    """A chart for each group of figures that are drawn together, of the editions that have any of them."""
    titles = dict.fromkeys(str(figure.chart) for figure in figures.registered() if figure.chart)
    for title in titles:
        drawn = [figure for figure in figures.registered() if str(figure.chart) == title]
        shown = [line for line in editions if any(known[figure.name].get(line.id) for figure in drawn)]
        series = [
            Series(
                str(figure.label),
                tuple(_rounded(figure, known[figure.name].get(line.id)) for line in shown),
            )
            for figure in drawn
            if any(known[figure.name].get(line.id) for line in shown)
        ]
        if len(shown) > 1:
            yield bar_chart(
                title=title, labels=[_short(line) for line in shown], series=series, first=_("Upplaga")
            )


def _rounded(figure: figures.Figure, value: float | None) -> float | None:
    return None if value is None else round(value, figure.decimals)


def _short(line: EditionLine) -> str:
    """What tells editions apart where there is little room."""
    return f"{line.starts_on:%Y}" if line.slug == f"{line.starts_on:%Y}" else line.slug


def _cost_for_each(known: Known, ids: Sequence[int]) -> list[list[str]]:
    """What the day cost for each who came, or else for each who was registered; where both are known."""
    heads = known.get("came") or known.get("registered") or {}
    label = _("Kostnad för varje besökare") if known.get("came") else _("Kostnad för varje anmäld")
    costs = known.get("cost", {})
    told = [
        _("{number} kr").format(number=wording.number(costs[key] / heads[key]))
        if costs.get(key) is not None and heads.get(key)
        else "–"
        for key in ids
    ]
    return [[label, *told]]


def _shown(figure: figures.Figure, value: float | None) -> str:
    if value is None:
        return "–"
    return f"{wording.number(value, decimals=figure.decimals)} {figure.unit}".strip()
