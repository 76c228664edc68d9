"""Keys for one purpose each, made of the installation's one secret."""

import hashlib
import hmac


def key(secret: str, purpose: str) -> bytes:
    """A key that nobody can get from another purpose's key (RFC 5869, one step)."""
    return hmac.new(secret.encode(), b"samverk.feedback:" + purpose.encode(), hashlib.sha256).digest()


def fingerprint(secret: str, *parts: str) -> str:
    """What tells that two forms say the same, and nothing else about them."""
    written = "\0".join(parts).encode()
    return hmac.new(key(secret, "contents"), written, hashlib.sha256).hexdigest()
