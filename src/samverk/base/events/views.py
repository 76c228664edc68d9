"""A stream of events. Who may follow a topic is for the part to say whose topic it is."""

import secrets
from typing import Any

from django.conf import settings
from django.http import HttpRequest, StreamingHttpResponse

from samverk.base.events import listening, queries
from samverk.base.events.rules import CONTENT_TYPE, STREAMS, known, opening

PATIENCE = 2.0
# When everybody has lost their stream at once, they do not come back at once.
SOON, SPREAD = 1_000, 3_000
LATER = 5_000


def stream(request: HttpRequest, *, topic: str) -> StreamingHttpResponse:
    """Tell a page of each change of a topic, as it happens.

    Our own web server keeps the connection without a thread of its own. Another server, or one that has no
    room left, gets a short answer after which the browser comes back by itself: the page is told later.
    """
    environ: dict[str, Any] = getattr(request, "environ", {})
    streams = _that_has_room(environ) if _may_stay(request) else None
    version = queries.version(topic)  # asked after the listener hears, so that nothing falls between
    if streams:
        streams.keep(environ, topic=topic, version=version)
    begins = opening(
        version,
        known=known(request.headers.get("Last-Event-ID", "") or request.GET.get("sedan", "")),
        retry=(SOON if streams else LATER) + secrets.randbelow(SPREAD),
    )
    response = StreamingHttpResponse([begins], content_type=CONTENT_TYPE)
    response["Cache-Control"] = "no-store, no-transform"
    response["X-Accel-Buffering"] = "no"
    return response


def _that_has_room(environ: dict[str, Any]) -> listening.Streams | None:
    """The streams of this web process, when one more can be kept and told of every change."""
    streams: listening.Streams | None = environ.get(STREAMS)
    if streams is None or not streams.has_room(settings.STREAMS):
        return None
    return streams if listening.hears(streams, patience=PATIENCE) else None


def _may_stay(request: HttpRequest) -> bool:
    """Only a browser that follows: others wait for an answer that ends."""
    return request.method == "GET" and CONTENT_TYPE in request.headers.get("Accept", "")
