"""A visitor's own choice of sessions, carried in the address: `3,5,8`. No account, nothing stored."""

MOST = 100


def read(text: str) -> tuple[int, ...]:
    """The keys in an address, each once and in order. What is no key is left out."""
    parts = text[: MOST * 20].split(",")
    keys = {int(part) for part in parts if part.isascii() and part.isdigit() and len(part) < 19}
    return tuple(sorted(keys))[:MOST]


def written(keys: tuple[int, ...]) -> str:
    """The choice as an address carries it."""
    return ",".join(str(key) for key in keys)


def turned(keys: tuple[int, ...], key: int) -> tuple[int, ...]:
    """The choice with `key` added, or taken away when it was there."""
    others = tuple(kept for kept in keys if kept != key)
    return others if key in keys else tuple(sorted((*keys, key)))
