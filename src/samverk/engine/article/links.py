"""Addresses that are safe to follow, and nothing else."""

import re
from urllib.parse import unquote, urljoin, urlsplit

_SAFE = {"http", "https", "mailto", "tel"}
_NOT_IN_ADDRESSES = re.compile(r"[\s\x00-\x20\"<>\\^`{|}]")
_FOLLOWED_BY_TEXT = re.compile(r"^(?P<text>[^:]{2,120}):\s+(?P<href>https?://\S+)$")


def safe_href(href: str, base: str = "") -> str:
    """Give an absolute web, mail or telephone address, or nothing."""
    href = re.sub(r"[\t\n\r]", "", href).strip()
    try:
        if base and not urlsplit(href).scheme and not href.startswith("#"):
            href = urljoin(base, href)
        parts = urlsplit(href)
    except ValueError:
        return ""
    if parts.scheme.lower() not in _SAFE or len(href) > 2000:
        return ""
    if parts.scheme.lower() in {"http", "https"} and not parts.netloc:
        return ""
    return _NOT_IN_ADDRESSES.sub(lambda odd: f"%{ord(odd[0]):02X}", href)


def file_name(source: str) -> str:
    """Give the name of the file that an address of a picture points at."""
    if source.startswith("data:"):
        return ""
    name = unquote(re.split(r"[?#]", source)[0]).rstrip("/").rsplit("/", 1)[-1]
    return re.sub(r"[^\w.() -]", "_", name)[:120]


def link_line(words: str) -> tuple[str, str] | None:
    """Read a line of plain text that is a link: "Läs mer: https://..." or the bare address."""
    if found := _FOLLOWED_BY_TEXT.match(words):
        text, href = found["text"], safe_href(found["href"])
    elif re.fullmatch(r"https?://\S+", words):
        text, href = words, safe_href(words)
    else:
        return None
    return (text, href) if href else None
