"""Ways that other parts add: to their public pages from the menu, to their workspaces from one's own name.

A part calls `to_pages` and `to_workspace` when it starts (`AppConfig.ready`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise


@dataclass(frozen=True)
class Way:
    """A link to the address called `view`, shown to those whom `allowed` lets in."""

    label: str | Promise
    view: str
    allowed: Callable[[Any], bool] = lambda user: True


_pages: dict[str, Way] = {}
_workspaces: dict[str, Way] = {}


def to_pages(label: str | Promise, view: str) -> None:
    """Put a link in the menu of every page, for everybody."""
    _pages[view] = Way(label, view)


def to_workspace(label: str | Promise, view: str, *, allowed: Callable[[Any], bool]) -> None:
    """Put a link beside the name of those who are signed in and whom `allowed` lets in."""
    _workspaces[view] = Way(label, view, allowed)


def pages() -> tuple[Way, ...]:
    """The links for everybody."""
    return tuple(_pages.values())


def workspaces(user: Any) -> tuple[Way, ...]:
    """The links for somebody who is signed in."""
    return tuple(way for way in _workspaces.values() if way.allowed(user))
