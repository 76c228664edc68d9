"""The code of a certificate: short enough to be typed from paper, made by us alone, stored nowhere.

It holds the registration's number and a fingerprint of that number and the name. So it can be checked after
we have forgotten the name, by whoever has the paper and types the name that stands on it.
"""

import hashlib
import hmac
import unicodedata
from dataclasses import dataclass

# Crockford's alphabet has no letters that are taken for digits or for each other.
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
READ_AS = str.maketrans("OIL", "011")
BYTES_OF_NUMBER, BYTES_OF_PRINT = 5, 8
BITS_OF_A_LETTER = 5
LENGTH = -(-(BYTES_OF_NUMBER + BYTES_OF_PRINT) * 8 // BITS_OF_A_LETTER)
GROUP = 7


@dataclass(frozen=True)
class Code:
    """What a code says."""

    registration_id: int
    fingerprint: bytes


def make(secret: str, registration_id: int, name: str) -> str:
    """The code of somebody's certificate, in groups."""
    whole = registration_id.to_bytes(BYTES_OF_NUMBER, "big") + _print(secret, registration_id, name)
    number = int.from_bytes(whole, "big")
    letters = "".join(
        LETTERS[number >> BITS_OF_A_LETTER * place & (len(LETTERS) - 1)] for place in reversed(range(LENGTH))
    )
    return "-".join(letters[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def read(code: str) -> Code | None:
    """What a code says, however it was typed; None when it is no code."""
    typed = "".join(sign for sign in code.upper().translate(READ_AS) if sign.isalnum())
    if len(typed) != LENGTH or not set(typed) <= set(LETTERS):
        return None
    number = 0
    for sign in typed:
        number = number << BITS_OF_A_LETTER | LETTERS.index(sign)
    length = BYTES_OF_NUMBER + BYTES_OF_PRINT
    if number.bit_length() > length * 8:
        return None
    whole = number.to_bytes(length, "big")
    return Code(int.from_bytes(whole[:BYTES_OF_NUMBER], "big"), whole[BYTES_OF_NUMBER:])


def is_of(secret: str, code: Code, name: str) -> bool:
    """Whether we made the code for somebody with this name."""
    return hmac.compare_digest(code.fingerprint, _print(secret, code.registration_id, name))


def _print(secret: str, registration_id: int, name: str) -> bytes:
    key = hmac.new(secret.encode(), b"samverk.day:certificate", hashlib.sha256).digest()
    written = " ".join(unicodedata.normalize("NFKC", name).casefold().split())
    whole = registration_id.to_bytes(BYTES_OF_NUMBER, "big") + written.encode()
    return hmac.new(key, whole, hashlib.sha256).digest()[:BYTES_OF_PRINT]
