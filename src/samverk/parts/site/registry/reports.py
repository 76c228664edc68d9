"""Where somebody reports that a page does not work for them.

The part that receives reports registers the address of its form when it starts (`AppConfig.ready`).
"""

from collections.abc import Callable

_registered: list[Callable[[str], str]] = []


def register(address: Callable[[str], str]) -> None:
    """Name the form: a function that gives its address for a report about a page."""
    _registered[:] = [address]


def address(page: str) -> str:
    """The form's address for a report about `page`; empty when no part receives reports."""
    return _registered[0](page) if _registered else ""
