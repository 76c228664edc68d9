"""A short beginning of a text, for cards and for search engines."""

import re

SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def teaser(text: str, length: int) -> str:
    """The whole sentences that fit in `length` signs; when not even the first does, its first words."""
    kept = ""
    for sentence in SENTENCE_END.split(" ".join(text.split())):
        if len(kept) + len(sentence) + 1 > length:
            break
        kept = f"{kept} {sentence}".strip()
    return kept or _words(" ".join(text.split()), length)


def _words(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    words = text[:length].rpartition(" ")[0] or text[: length - 1]
    return words.rstrip(" ,;:–-") + "…"
