"""What the actions in the log are called on the screen.

Each room names its own when it starts (`AppConfig.ready`).
"""

from collections.abc import Mapping

from django.utils.functional import Promise

_words: dict[str, str | Promise] = {}


def register(words: Mapping[str, str | Promise]) -> None:
    """Name actions, in the past tense: `{"people.erase": _("tog bort en person")}`."""
    _words.update(words)


def in_words(action: str) -> str:
    """The name of an action on the screen; its key when nobody has named it."""
    return str(_words.get(action, action))


def named() -> frozenset[str]:
    """The actions that have a name."""
    return frozenset(_words)
