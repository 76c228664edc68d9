"""What else is copied with an edition, such as ticket kinds and questions. Copying is one transaction."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Copying:
    """An edition that becomes a new one, so many days later. `sessions` tells which session became which."""

    source_id: int
    target_id: int
    days: int
    starts_on: date
    sessions: dict[int, int] = field(default_factory=dict)


_registered: dict[str, Callable[[Copying], None]] = {}


def register(name: str, copy: Callable[[Copying], None]) -> None:
    """Have `copy` called for every edition that is copied, after its programme."""
    _registered[name] = copy


def copy(what: Copying) -> None:
    """Copy everything that has been registered."""
    for copy_it in _registered.values():
        copy_it(what)
