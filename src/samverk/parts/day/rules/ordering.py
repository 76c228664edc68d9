"""Things that stand in an order that people choose."""

from collections.abc import Sequence


def one_earlier(keys: Sequence[int], key: int) -> list[int]:
    """The order in which a thing has changed places with the one before it. The first stays first."""
    order = list(keys)
    place = order.index(key)
    if place:
        order[place - 1 : place + 1] = [key, order[place - 1]]
    return order
