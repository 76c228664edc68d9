"""Charts: geometry follows the values, and the table holds every one of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverk.ui.chart import BOTTOM, HEIGHT, TOP, Series, bar_chart, line_chart, number, ticks

HUNDREDTHS = st.integers(-(10**11), 10**11).map(lambda number: number / 100)


def bars(*values: float):
    return bar_chart(
        title="Affärer", unit="st", labels=[str(i) for i in range(len(values))], series=[Series("A", values)]
    )


def test_a_bar_twice_the_value_is_twice_as_high():
    one, two = bars(10, 20).marks
    assert two.height == pytest.approx(2 * one.height, abs=0.2)


def test_a_loss_hangs_below_zero():
    chart = bars(10, -5)
    gain, loss = chart.marks
    assert gain.y + gain.height == pytest.approx(chart.zero, abs=0.2)
    assert loss.y == chart.zero


def test_a_line_goes_through_its_points():
    chart = line_chart(title="Besökare", labels=["2017", "2018"], series=[Series("A", (1, 2))])
    assert chart.lines[0].path == "M" + " L".join(f"{mark.x},{mark.y}" for mark in chart.marks)


def test_the_table_holds_every_value():
    chart = bar_chart(
        title="T", labels=["Kv 1"], series=[Series("2017", (4,)), Series("2018", (8.5,))], first="Kvartal"
    )
    assert [column.label for column in chart.table.columns] == ["Kvartal", "2017", "2018"]
    assert chart.table.rows == (("Kv 1", "4", "8,5"),)


def test_numbers_are_written_as_swedes_write_them():
    assert [number(value) for value in (12500, 3.5, -2, 0)] == ["12\u00a0500", "3,5", "\u22122", "0"]


def test_values_without_labels_are_refused():
    with pytest.raises(ValueError, match="A: 2 values for 1 labels"):
        bar_chart(title="T", labels=["x"], series=[Series("A", (1, 2))])


def test_nothing_to_show_is_an_empty_chart():
    assert bar_chart(title="T", labels=[], series=[]).marks == ()


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=30))
def test_marks_stay_inside_the_picture(values):
    for mark in bars(*values).marks:
        assert TOP - 0.1 <= mark.y <= mark.y + mark.height <= HEIGHT - BOTTOM + 0.1


@given(HUNDREDTHS, HUNDREDTHS)
def test_ticks_hold_the_values_and_zero(one, other):
    low, high = min(one, other), max(one, other)
    scale = ticks(low, high)
    assert scale[0] <= min(low, 0) <= max(high, 0) <= scale[-1]
    assert len(scale) <= 9


def test_a_chart_is_a_picture_with_a_name_and_a_table(render):
    page = render('<c-chart :chart="chart" />', chart=bars(1, 2))
    assert page.svg["aria-label"] == "Affärer (st)"
    assert page.svg["role"] == "img"
    assert len(page("rect")) == 2
    assert page.table.caption.text == "Affärer (st)"


def test_coordinates_have_a_point_whatever_the_language(render):
    assert "," not in render('<c-chart :chart="chart" />', chart=bars(1, 2, 3)).rect["x"]


def test_what_has_no_value_has_no_bar_and_a_dash_in_the_table() -> None:
    chart = bar_chart(title="Besökare", labels=["2026", "2027"], series=[Series("På plats", (110, None))])

    assert [mark.text for mark in chart.marks] == ["110"]
    assert chart.table.rows == (("2026", "110"), ("2027", "\u2013"))
