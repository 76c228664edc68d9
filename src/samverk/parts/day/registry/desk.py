"""The rooms of the organisers' workspace, shown as links above each edition."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Room:
    """A page about an edition. The address `view` takes the edition's key as `edition_id`."""

    label: str | Promise
    view: str


_registered: dict[str, Room] = {}


def register(*rooms: Room) -> None:
    """Add rooms, in the order they are to be shown."""
    _registered.update({room.view: room for room in rooms})


def registered() -> tuple[Room, ...]:
    """Every room there is."""
    return tuple(_registered.values())
