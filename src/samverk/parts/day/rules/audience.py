"""What the audience may ask, and what is known of a phone that votes."""

import hashlib
import re
import unicodedata
from enum import StrEnum

LONGEST = 300
KEPT = 2_000  # of a text that is too long, so that its writer can shorten it
MOST_IN_A_SESSION = 500
JOINERS = "\u200c\u200d"
NAME_OF_A_PHONE = re.compile(r"[A-Za-z0-9-]{20,64}")


class Deed(StrEnum):
    """What a moderator does with a question."""

    SHOW = "show"
    HIDE = "hide"
    ANSWERED = "answered"
    STAGE = "stage"
    UNSTAGE = "unstage"


def clean(text: str) -> str:
    """A question on one line, without what cannot be seen."""
    seen = (
        " " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign
        for sign in unicodedata.normalize("NFC", text)
        if sign in JOINERS or unicodedata.category(sign) not in {"Cf", "Cs", "Co"}
    )
    return " ".join("".join(seen).split())


def seen_mark(text: str) -> str:
    """A short name of a text, so that whoever insists on it insists on that text and no other."""
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def voter(phone: str, *, network: str, browser: str, salt: bytes) -> str:
    """The name of a phone in one session. Where it has chosen none, its network and its kind of browser are
    all that tells it from another. Nothing of it can be read without the session's salt."""
    own = phone if NAME_OF_A_PHONE.fullmatch(phone) else f"{network} {browser}"
    return hashlib.blake2b(own.encode(), key=salt, digest_size=16).hexdigest()
