"""The urn of an evaluation: answers wait sealed until there are enough of them to be mixed (decision 0023).

A pool mix (Serjantov, Dingledine and Syverson 2002, after Chaum 1981): some answers always stay behind, so
that never fewer than `FEWEST` are opened at once, and nobody can say which of those in the urn they were.
"""

import hashlib
import hmac
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from os import urandom
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

FEWEST = 5
LENGTH_OF_NONCE = 12
LENGTH_OF_BLOCK = 16 * 1024


@dataclass(frozen=True, order=True)
class Point:
    """What an answer is about: a question and, when it is asked of each, the session or the day."""

    question: int
    session: int | None = None
    day: date | None = None


@dataclass(frozen=True)
class Said:
    """Somebody's own words about a point."""

    point: Point
    text: str
    may_quote: bool


@dataclass(frozen=True)
class Sheet:
    """All that one person answered: what was chosen, and what was said. It is never kept as a whole."""

    chosen: tuple[tuple[Point, str], ...] = ()
    said: tuple[Said, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was answered."""
        return not self.chosen and not self.said


def to_open(*, waiting: int, opened: int, is_closing: bool) -> int:
    """How many of those that wait are to be opened now. Never fewer than `FEWEST` at once.

    While the evaluation goes on, at least `FEWEST` stay in the urn. When it closes all are opened, unless so
    few have answered in all that they could be guessed: those are never opened.
    """
    if is_closing:
        return waiting if waiting + opened >= FEWEST else 0
    return max(0, waiting - FEWEST) // FEWEST * FEWEST


def mark(secret: str, survey_id: int, reference: UUID) -> str:
    """The fingerprint that says that a seat's holder has answered: the same each time, made by us alone."""
    whole = survey_id.to_bytes(8, "big") + reference.bytes
    return hmac.new(_key(secret, b"mark"), whole, hashlib.sha256).hexdigest()


def seal(secret: str, survey_id: int, sheet: Sheet, *, random: Callable[[int], bytes] = urandom) -> bytes:
    """A sheet that can be read with our secret only. Its length does not tell how much was written."""
    written = json.dumps(asdict(sheet), default=str).encode()
    padded = written + b" " * (-len(written) % LENGTH_OF_BLOCK)
    nonce = random(LENGTH_OF_NONCE)
    return nonce + AESGCM(_key(secret, b"seal")).encrypt(nonce, padded, _aad(survey_id))


def unseal(secret: str, survey_id: int, sealed: bytes) -> Sheet | None:
    """What was sealed; None when it was with another secret, or for another evaluation."""
    nonce, rest = sealed[:LENGTH_OF_NONCE], sealed[LENGTH_OF_NONCE:]
    try:
        told = json.loads(AESGCM(_key(secret, b"seal")).decrypt(nonce, rest, _aad(survey_id)))
    except (InvalidTag, ValueError):
        return None
    return Sheet(
        chosen=tuple((_point(point), option) for point, option in told["chosen"]),
        said=tuple(Said(_point(one["point"]), one["text"], one["may_quote"]) for one in told["said"]),
    )


def _point(told: dict[str, int | str | None]) -> Point:
    day = told["day"]
    question, session = told["question"], told["session"]
    return Point(
        int(question or 0),
        int(session) if session is not None else None,
        date.fromisoformat(str(day)) if day else None,
    )


def _aad(survey_id: int) -> bytes:
    return survey_id.to_bytes(8, "big")


def _key(secret: str, purpose: bytes) -> bytes:
    return hmac.new(secret.encode(), b"samverk.day.evaluation:" + purpose, hashlib.sha256).digest()
