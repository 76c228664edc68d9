"""The letters whose words organisers may choose, and the named fields that are filled in."""

import re
from collections.abc import Mapping
from enum import StrEnum

FIELDS = ("namn", "dag", "datum", "plats")
A_FIELD = re.compile(r"\{([^{}]*)\}")
LONGEST_NAME = 80
LOOKS_LIKE_AN_ADDRESS = re.compile(r"[/@:\\]|www|\.\w{2}", re.IGNORECASE)


class Letter(StrEnum):
    """The letters of an edition."""

    SEAT = "seat"
    WAITING = "waiting"
    OFFER = "offer"
    LAPSED = "lapsed"
    REMINDER = "reminder"
    CANCELLED = "cancelled"
    PROGRAMME = "programme"
    MOVED = "moved"
    DAY_CANCELLED = "day_cancelled"
    ON_AGAIN = "on_again"
    THANKS = "thanks"


NOTICES = (Letter.PROGRAMME, Letter.MOVED, Letter.DAY_CANCELLED, Letter.ON_AGAIN, Letter.THANKS)
"""The letters that go to everybody, when an organiser says so."""


def unknown_fields(text: str) -> tuple[str, ...]:
    """The fields in a text that we cannot fill in, as they are written there."""
    named = dict.fromkeys(A_FIELD.findall(text))
    return tuple(f"{{{name}}}" for name in named if name.strip().lower() not in FIELDS)


def has_loose_brace(text: str) -> bool:
    """Whether a brace stands without its other half."""
    left = A_FIELD.sub("", text)
    return "{" in left or "}" in left


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its fields filled in, once: what is filled in is never read as a field.

    A field without a value disappears with the space before it, so that "Hej {namn}!" becomes "Hej!".
    """

    def fill(found: re.Match[str]) -> str:
        value = values.get(found[2].strip().lower())
        if value is None:
            return found[0]
        return f"{found[1]}{value}" if value else ""

    return re.sub(rf"( ?){A_FIELD.pattern}", fill, text)


def safe_name(name: str) -> str:
    """A name to write in a letter; nothing when it could be somebody's advertisement sent by us."""
    if len(name) > LONGEST_NAME or LOOKS_LIKE_AN_ADDRESS.search(name):
        return ""
    return name


def paragraphs(text: str) -> tuple[str, ...]:
    """A text in paragraphs, which empty lines divide."""
    return tuple(part.strip() for part in text.replace("\r\n", "\n").split("\n\n") if part.strip())
