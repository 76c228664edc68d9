"""A room or a speaker wanted in two places at once is found, always, and never where there is none."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from samverk.parts.day.rules.choice import read, turned, written
from samverk.parts.day.rules.clashes import Placed, Wanted, clashes, clashes_with

MORNING = datetime(2027, 4, 14, 8, tzinfo=UTC)
TEN = timedelta(minutes=10)


@st.composite
def programmes(draw: st.DrawFn) -> list[Placed]:
    drawn = draw(
        st.lists(
            st.tuples(
                st.integers(0, 20),
                st.integers(1, 6),
                st.none() | st.integers(1, 3),
                st.sets(st.integers(1, 4)),
            ),
            max_size=8,
        )
    )
    return [
        Placed(
            id=number,
            title=f"Punkt {number}",
            starts_at=MORNING + TEN * start,
            ends_at=MORNING + TEN * (start + length),
            room_id=room,
            room=f"Sal {room}",
            speakers={key: f"Person {key}" for key in speakers},
        )
        for number, (start, length, room, speakers) in enumerate(drawn)
    ]


def minute_by_minute(held: list[Placed]) -> set[tuple[Wanted, object]]:
    """The same told in another way: by looking at every ten minutes."""
    found: set[tuple[Wanted, object]] = set()
    for number in range(30):
        now = MORNING + TEN * number
        going_on = [one for one in held if one.starts_at <= now < one.ends_at]
        rooms = [one.room_id for one in going_on if one.room_id]
        people = [key for one in going_on for key in one.speakers]
        found |= {(Wanted.ROOM, f"Sal {room}") for room in rooms if rooms.count(room) > 1}
        found |= {(Wanted.SPEAKER, f"Person {key}") for key in people if people.count(key) > 1}
    return found


@given(programmes())
def test_what_the_rule_finds_is_what_one_sees_by_looking(held: list[Placed]) -> None:
    assert {(clash.wanted, clash.name) for clash in clashes(held)} == minute_by_minute(held)


@given(programmes())
def test_each_clash_is_told_once_and_by_both(held: list[Placed]) -> None:
    told = [(clash.wanted, clash.name, clash.first.id, clash.second.id) for clash in clashes(held)]
    one_by_one = [
        (clash.wanted, clash.name, *sorted((clash.first.id or 0, clash.second.id or 0)))
        for one in held
        for clash in clashes_with(one, held)
    ]

    assert len(told) == len(set(told))
    assert len(one_by_one) == 2 * len(told)


def test_a_session_is_not_in_its_own_way() -> None:
    one = Placed(1, "Inledning", MORNING, MORNING + TEN, room_id=1, room="Salen")

    assert clashes_with(one, [one]) == ()


@given(st.sets(st.integers(1, 10**15), max_size=50), st.integers(1, 10**15))
def test_a_choice_travels_in_the_address_and_comes_back_whole(keys: set[int], key: int) -> None:
    chosen = read(written(tuple(keys)))

    assert set(chosen) == keys
    assert set(turned(turned(chosen, key), key)) == keys


@given(st.text())
def test_nothing_in_the_address_breaks_the_page(text: str) -> None:
    assert all(isinstance(key, int) for key in read(text))
