"""What others put first on the page of a Day that is to come, such as the way to registration.

The page is kept and given to everybody, so it must be the same for every reader.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe


@dataclass(frozen=True)
class Shown:
    """The edition whose page it is."""

    edition_id: int
    series: str
    edition: str


_registered: dict[str, Callable[[Shown], SafeString]] = {}


def register(name: str, render: Callable[[Shown], SafeString]) -> None:
    """Put what `render` makes first on the page; it gives an empty string to say nothing."""
    _registered[name] = render


def render(shown: Shown) -> SafeString:
    """All that has been registered, for this edition."""
    return mark_safe("".join(render(shown) for render in _registered.values()))  # noqa: S308 rendered by templates
