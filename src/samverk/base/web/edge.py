"""The outermost layer: every request gets an id, is timed, counted and written in the log."""

import time
from collections.abc import Iterable, Iterator
from typing import Any

import structlog

from samverk.base.web import metrics
from samverk.base.web.answers.whole import Application, Environ, Headers, StartResponse
from samverk.base.web.rules import paths, request_ids

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
UNLOGGED = ("/healthz", "/readyz", "/metrics", "/static/")

log = structlog.get_logger("samverk.access")


class Edge:
    """A WSGI application around the whole site. `trusted` says that a proxy of ours stands before it.

    The log line names the path without its query and without secret links, and nothing about who asked.
    """

    def __init__(self, application: Application, *, trusted: bool) -> None:
        self.application = application
        self.trusted = trusted

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        began = time.perf_counter()
        request_id = request_ids.chosen(environ.get("HTTP_X_REQUEST_ID", ""), trusted=self.trusted)
        environ["HTTP_X_REQUEST_ID"] = request_id
        said = ["500"]

        def start(status: str, headers: Headers, problem: Any = None) -> Any:
            said[0] = status[:3]
            headers.append(("X-Request-ID", request_id))
            return start_response(status, headers, *((problem,) if problem else ()))

        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)
        parts = self.application(environ, start)
        if isinstance(parts, list):
            _note(environ, said[0], began)
            return parts
        return _Observed(parts, lambda: _note(environ, said[0], began))


class _Observed:
    """An answer that is written in the log when it has been sent."""

    def __init__(self, parts: Iterable[bytes], note: Any) -> None:
        self.parts = parts
        self.note = note

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.parts)

    def close(self) -> None:
        try:
            getattr(self.parts, "close", lambda: None)()
        finally:
            self.note()


def _note(environ: Environ, status: str, began: float) -> None:
    seconds = time.perf_counter() - began
    view = environ.get(metrics.VIEW, metrics.UNKNOWN_VIEW)
    method = environ["REQUEST_METHOD"] if environ["REQUEST_METHOD"] in METHODS else "other"
    metrics.REQUESTS.labels(view, method, status).inc()
    metrics.SECONDS.labels(view).observe(seconds)
    path = paths.logged(environ.get("PATH_INFO", ""))
    if not path.startswith(UNLOGGED):
        log.info(
            "request", method=method, path=path, status=int(status), ms=round(seconds * 1000, 1), view=view
        )
