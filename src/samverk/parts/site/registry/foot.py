"""What other parts put at the foot of every public page, such as the form for comments.

Pages are kept and given to everybody, so what is put there must be the same for every reader of the page.
A part calls `register` when it starts (`AppConfig.ready`).
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe


@dataclass(frozen=True)
class Spot:
    """The page whose foot it is. Views that are no pages of the editors' have no `page_id`."""

    path: str
    language: str
    view: str
    site_name: str = ""
    page_id: int | None = None
    title: str = ""


_registered: dict[str, Callable[[Spot], SafeString]] = {}


def register(name: str, render: Callable[[Spot], SafeString]) -> None:
    """Put what `render` makes at the foot of pages, as HTML, or an empty string to stay away."""
    _registered[name] = render


def render(spot: Spot) -> SafeString:
    """All that stands at the foot of this page."""
    return mark_safe("".join(render(spot) for render in _registered.values()))  # noqa: S308 rendered by templates
