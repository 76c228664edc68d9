"""Events as browsers read them (HTML Living Standard, 9.2 "Server-sent events"), and as the database does.

An event says no more than a version. The page that hears it asks for what is new.
"""

import json
from dataclasses import dataclass

# The key in a WSGI environ under which a web process that can keep streams open is found.
STREAMS = "samverk.streams"
CHANNEL = "samverk_events"
CONTENT_TYPE = "text/event-stream"
HEARTBEAT = b":\n\n"
MOST_DIGITS = 18


@dataclass(frozen=True)
class Change:
    """A topic that has changed, and how many times it has by now."""

    topic: str
    version: int


def event(version: int) -> bytes:
    """The event that tells of a version. Its id is what the browser says it knows when it comes back."""
    return b"id: %d\ndata: %d\n\n" % (version, version)


def opening(version: int, *, known: int | None, retry: int) -> bytes:
    """What a stream begins with: after how many milliseconds to come back when it breaks, and the version
    when it is another than the page knows."""
    begins = b"retry: %d\n\n" % retry
    return begins if known == version else begins + event(version)


def known(text: str) -> int | None:
    """The version that a page says it knows; None when it says nothing that can be read."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else None


def read(payload: str) -> Change | None:
    """What the database tells; None when somebody else uses the channel."""
    try:
        topic, version = json.loads(payload)
        return Change(str(topic), int(version))
    except (ValueError, TypeError):
        return None
