"""Secret links and ticket codes: made of a reference and the installation's secret, stored nowhere.

Whoever reads the database can make none; a new version of a registration makes its older ones worthless.
"""

import hashlib
import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

LENGTH_OF_BODY = 18
LENGTH_OF_SIGNATURE = 16


class Purpose(StrEnum):
    """What a code is for; one for another purpose is worth nothing."""

    LINK = "link"
    TICKET = "ticket"
    PROPOSAL = "proposal"


@dataclass(frozen=True)
class Code:
    """What a code says: which registration, in which version."""

    reference: UUID
    version: int


def make(secret: str, purpose: Purpose, reference: UUID, version: int) -> str:
    """The code for a registration, of letters, digits, `-` and `_`."""
    body = reference.bytes + version.to_bytes(2, "big")
    return urlsafe_b64encode(body + _signature(secret, purpose, body)).decode().rstrip("=")


def read(secret: str, purpose: Purpose, code: str) -> Code | None:
    """What a code says, if we made it; None when it is forged, cut off or for something else."""
    try:
        whole = urlsafe_b64decode(code + "=" * (-len(code) % 4))
    except (Error, ValueError):
        return None
    body, signature = whole[:LENGTH_OF_BODY], whole[LENGTH_OF_BODY:]
    if len(body) != LENGTH_OF_BODY or not hmac.compare_digest(signature, _signature(secret, purpose, body)):
        return None
    return Code(UUID(bytes=body[:16]), int.from_bytes(body[16:], "big"))


def _signature(secret: str, purpose: Purpose, body: bytes) -> bytes:
    key = hmac.new(secret.encode(), b"samverk.day:" + purpose.encode(), hashlib.sha256).digest()
    return hmac.new(key, body, hashlib.sha256).digest()[:LENGTH_OF_SIGNATURE]
