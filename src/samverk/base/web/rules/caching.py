"""Which answers may be given to several readers."""

import re
from collections.abc import Mapping

MAX_QUERY = 256
MAX_BODY = 1_000_000
# The pages' language stands in their address, so that what a reader's browser prefers does not matter.
HARMLESS_VARY = {"", "accept-encoding", "accept-language"}
PERSONAL_HEADERS = ("HTTP_AUTHORIZATION", "HTTP_RANGE", "HTTP_HX_REQUEST")
NOT_SHARED = ("private", "no-store", "no-cache")
SMALLEST_COMPRESSED = 400
STREAMED = "text/event-stream"
COMPRESSIBLE = re.compile(
    r"^(text/(?!event-stream)|application/(?:[a-z.+-]*\+)?(?:json|xml|javascript)|image/svg)"
)


def is_shareable_question(
    *, method: str, query: str, headers: Mapping[str, str], cookies: set[str], own: frozenset[str]
) -> bool:
    """Whether the answer to a request could be the same for everybody.

    `cookies` are the names that the request carries, `own` those that change what a page says.
    """
    return (
        method in ("GET", "HEAD")
        and len(query) <= MAX_QUERY
        and not any(name in headers for name in PERSONAL_HEADERS)
        and STREAMED not in headers.get("HTTP_ACCEPT", "")
        and cookies.isdisjoint(own)
    )


def is_shareable_answer(*, status: int, headers: Mapping[str, str], size: int) -> bool:
    """Whether an answer may be kept and given to others: a plain page that says nothing about who asked.

    `headers` have names in lower case.
    """
    control = headers.get("cache-control", "").lower()
    vary = {name.strip().lower() for name in headers.get("vary", "").split(",")}
    return (
        status == 200
        and size <= MAX_BODY
        and "set-cookie" not in headers
        and not any(word in control for word in NOT_SHARED)
        and vary <= HARMLESS_VARY
        and "'nonce-" not in headers.get("content-security-policy", "")
        and "content-encoding" not in headers
        and "content-range" not in headers
    )


def cookie_names(header: str) -> set[str]:
    """The names of the cookies that a request carries."""
    return {part.partition("=")[0].strip() for part in header.split(";") if "=" in part}


def encoding(accepted: str) -> str:
    """The best compression that a reader's browser understands: `br`, `gzip` or none."""
    found = {part.partition(";")[0].strip(): part.replace(" ", "") for part in accepted.lower().split(",")}
    for name in ("br", "gzip"):
        if name in found and not found[name].endswith((";q=0", ";q=0.0")):
            return name
    return ""


def is_compressible(content_type: str, size: int) -> bool:
    """Whether compression makes this answer smaller."""
    return size >= SMALLEST_COMPRESSED and bool(COMPRESSIBLE.match(content_type))


def knows_already(if_none_match: str, etag: str) -> bool:
    """Whether the reader has this version already (RFC 9110, 13.1.2: weak comparison)."""
    known = {tag.strip().removeprefix("W/") for tag in if_none_match.split(",")}
    return "*" in known or etag.removeprefix("W/") in known


def with_encoding(vary: str) -> str:
    """A `Vary` header that says that the answer also depends on what compressions its reader understands."""
    names = [name.strip() for name in vary.split(",") if name.strip()]
    return vary if "accept-encoding" in map(str.lower, names) else ", ".join([*names, "Accept-Encoding"])
