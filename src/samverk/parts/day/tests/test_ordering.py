"""Things that people put in an order."""

import pytest

from samverk.parts.day.rules.ordering import one_earlier


@pytest.mark.parametrize(("key", "order"), [(1, [1, 2, 3]), (2, [2, 1, 3]), (3, [1, 3, 2])])
def test_a_thing_changes_places_with_the_one_before_it_and_the_first_stays_first(
    key: int, order: list[int]
) -> None:
    assert one_earlier([1, 2, 3], key) == order
