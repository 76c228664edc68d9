from datetime import UTC, datetime

import pytest

from samverk.parts.feedback.rules import handling
from samverk.parts.feedback.rules.digest import is_due
from samverk.parts.feedback.rules.due import due
from samverk.parts.feedback.rules.handling import Deed

TUESDAY = datetime(2026, 11, 24, 9, tzinfo=UTC)


def test_what_is_held_can_only_be_let_in_or_thrown_away():
    assert handling.possible(state="held") == {Deed.LET_IN, Deed.DELETE}


def test_what_is_closed_is_opened_before_it_is_answered():
    assert Deed.ANSWER not in handling.possible(state="closed")
    assert Deed.REOPEN in handling.possible(state="closed")


def test_a_duplicate_follows_the_comment_that_it_points_at():
    assert handling.possible(state="new", is_merged=True) == {Deed.DELETE}


def test_a_comment_that_is_opened_again_goes_back_to_whoever_had_it():
    assert handling.state_when_open(is_assigned=True) == "assigned"
    assert handling.state_when_open(is_assigned=False) == "new"


@pytest.mark.parametrize(
    ("came", "days", "expected"),
    [(24, 2, 26), (26, 2, 30), (28, 1, 30), (28, 0, 30), (24, 0, 24)],
)
def test_days_until_an_answer_is_due_are_counted_from_monday_to_friday(came, days, expected):
    assert due(came=TUESDAY.replace(day=came), working_days=days).day == expected


@pytest.mark.parametrize(
    ("frequency", "today", "last", "expected"),
    [
        ("daily", 24, None, True),
        ("daily", 24, 24, False),
        ("daily", 24, 23, True),
        ("weekly", 24, None, False),
        ("weekly", 23, None, True),
        ("weekly", 23, 23, False),
        ("weekly", 24, 16, True),
        ("never", 23, None, False),
    ],
)
def test_letters_come_as_often_as_they_are_wanted(frequency, today, last, expected):
    day = TUESDAY.date()
    before = day.replace(day=last) if last else None

    assert is_due(frequency=frequency, today=day.replace(day=today), last=before) is expected
