"""The urn: never fewer than five are opened at once, and a sealed answer tells nothing."""

from datetime import date
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from samverk.parts.day.rules import urn
from samverk.parts.day.rules.urn import FEWEST, Point, Said, Sheet

SECRET = "hemligt"
points = st.builds(
    Point,
    st.integers(1, 9),
    st.none() | st.integers(1, 9),
    st.none() | st.dates(date(2027, 1, 1), date(2027, 12, 31)),
)
sheets = st.builds(
    Sheet,
    st.lists(st.tuples(points, st.sampled_from(("1", "5", "Ja, åtta"))), max_size=4).map(tuple),
    st.lists(st.builds(Said, points, st.text(max_size=2000), st.booleans()), max_size=3).map(tuple),
)


@given(st.lists(st.integers(0, 12), max_size=30))
def test_never_fewer_than_five_are_opened_at_once_and_all_are_at_last(arrivals: list[int]) -> None:
    waiting = opened = 0
    for came in arrivals:
        waiting += came
        number = urn.to_open(waiting=waiting, opened=opened, is_closing=False)
        assert number == 0 or number >= FEWEST
        waiting, opened = waiting - number, opened + number
        assert opened == 0 or waiting >= FEWEST

    last = urn.to_open(waiting=waiting, opened=opened, is_closing=True)

    assert last == 0 or last >= FEWEST
    assert opened + last in (0, sum(arrivals))
    assert (opened + last == 0) is (sum(arrivals) < FEWEST)


@given(sheets)
def test_what_was_sealed_is_read_with_the_same_secret_and_no_other(sheet: Sheet) -> None:
    sealed = urn.seal(SECRET, 7, sheet)

    assert urn.unseal(SECRET, 7, sealed) == sheet
    assert urn.unseal("annat", 7, sealed) is None
    assert urn.unseal(SECRET, 8, sealed) is None
    assert urn.unseal(SECRET, 7, sealed[:-1]) is None


@given(sheets, sheets)
def test_sealed_answers_look_alike(one: Sheet, other: Sheet) -> None:
    assert len(urn.seal(SECRET, 7, one)) == len(urn.seal(SECRET, 7, other))
    assert urn.seal(SECRET, 7, one) != urn.seal(SECRET, 7, one)


def test_a_mark_is_the_same_each_time_and_another_for_each_person_survey_and_secret() -> None:
    person, other = uuid4(), uuid4()
    mark = urn.mark(SECRET, 1, person)

    assert mark == urn.mark(SECRET, 1, person)
    assert len({mark, urn.mark(SECRET, 1, other), urn.mark(SECRET, 2, person), urn.mark("x", 1, person)}) == 4
    assert str(person) not in mark
