"""Whether a room or a speaker is wanted in two places at once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True)
class Placed:
    """A session in its place: when, in which room, with whom. `id` is None until it is kept."""

    id: int | None
    title: str
    starts_at: datetime
    ends_at: datetime
    room_id: int | None = None
    room: str = ""
    speakers: Mapping[int, str] = field(default_factory=dict)

    def overlaps(self, other: "Placed") -> bool:
        """Whether both go on at some moment. One that begins when the other ends does not overlap it."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


class Wanted(StrEnum):
    """What two sessions want at once."""

    ROOM = "room"
    SPEAKER = "speaker"


@dataclass(frozen=True)
class Clash:
    """Two sessions that want the same room or speaker at once; `name` is the room's or the speaker's."""

    wanted: Wanted
    name: str
    first: Placed
    second: Placed


def clashes_with(one: Placed, others: Iterable[Placed]) -> tuple[Clash, ...]:
    """The clashes that `one` has with each of the others."""
    return tuple(clash for other in others if not _same(one, other) for clash in _between(one, other))


def clashes(sessions: Iterable[Placed]) -> tuple[Clash, ...]:
    """Every clash among the sessions, each told once, the earlier session first."""
    in_order = sorted(sessions, key=lambda session: session.starts_at)
    return tuple(
        clash
        for place, one in enumerate(in_order)
        for other in in_order[place + 1 :]
        for clash in _between(one, other)
    )


def _between(one: Placed, other: Placed) -> Iterator[Clash]:
    if not one.overlaps(other):
        return
    if one.room_id is not None and one.room_id == other.room_id:
        yield Clash(Wanted.ROOM, one.room, one, other)
    for key in one.speakers:
        if key in other.speakers:
            yield Clash(Wanted.SPEAKER, one.speakers[key], one, other)


def _same(one: Placed, other: Placed) -> bool:
    return one.id is not None and one.id == other.id
