"""A programme that moves to other days keeps its hours, its weekday and its length."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverk.parts.day.rules.shifting import (
    STOCKHOLM,
    same_weekday_next_year,
    shifted,
    shifted_span,
)

moments = st.integers(0, 18 * 366 * 24 * 60).map(
    lambda minutes: datetime(2018, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
days = st.integers(-800, 800)
lengths = st.timedeltas(timedelta(minutes=1), timedelta(hours=10))


def is_leapt_over(moment: datetime, days: int) -> bool:
    """Whether the new day has no such time, since summer time begins then."""
    wanted = moment.astimezone(STOCKHOLM).replace(tzinfo=None) + timedelta(days=days)
    there_and_back = wanted.replace(tzinfo=STOCKHOLM).astimezone(UTC).astimezone(STOCKHOLM)
    return there_and_back.replace(tzinfo=None) != wanted


@given(moments, days)
def test_the_clock_on_the_wall_stays_the_same(moment: datetime, days: int) -> None:
    before, after = moment.astimezone(STOCKHOLM), shifted(moment, days=days)

    if not is_leapt_over(moment, days):
        assert after.time() == before.time()
        assert after.date() == before.date() + timedelta(days=days)


@given(moments, st.integers(-100, 100))
def test_whole_weeks_keep_the_weekday(moment: datetime, weeks: int) -> None:
    after = shifted(moment, days=7 * weeks)

    assert after.weekday() == moment.astimezone(STOCKHOLM).weekday()


@given(moments, lengths, days)
def test_what_had_a_length_still_has_one(start: datetime, length: timedelta, days: int) -> None:
    new_start, new_end = shifted_span(start, start + length, days=days)

    assert new_end.astimezone(UTC) > new_start.astimezone(UTC)


@given(moments, days)
def test_there_and_back_again_is_where_it_began(moment: datetime, days: int) -> None:
    there = shifted(moment, days=days)

    if not is_leapt_over(moment, days):
        back = shifted(there, days=-days)
        assert back.replace(tzinfo=None) == moment.astimezone(STOCKHOLM).replace(tzinfo=None)


@given(st.dates(date(2018, 1, 1), date(2060, 1, 1)))
def test_next_year_means_the_same_weekday(day: date) -> None:
    later = same_weekday_next_year(day)

    assert later.weekday() == day.weekday()
    assert 363 < (later - day).days < 366


@pytest.mark.parametrize(
    ("winter", "summer"),
    [(datetime(2027, 2, 10, 8, tzinfo=UTC), datetime(2027, 6, 2, 7, tzinfo=UTC))],
)
def test_nine_in_winter_is_nine_in_summer(winter: datetime, summer: datetime) -> None:
    assert shifted(winter, days=112) == summer


def test_a_session_in_the_hour_that_summer_time_leaps_over_keeps_its_length() -> None:
    start = datetime(2027, 3, 27, 2, 30, tzinfo=STOCKHOLM)
    end = datetime(2027, 3, 27, 3, 0, tzinfo=STOCKHOLM)

    new_start, new_end = shifted_span(start, end, days=1)

    assert new_end.astimezone(UTC) - new_start.astimezone(UTC) == timedelta(minutes=30)
