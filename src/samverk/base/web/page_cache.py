"""A small cache before Django: a page that many ask for in the same second is made once.

It holds only answers that are the same for everybody, for so short a time that an edit shows at once. It
stands in each web process, so that there is nothing to run, to empty or to trust beside it.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping

from django.http import parse_cookie

from samverk.base.web import metrics
from samverk.base.web.answers.whole import Answer, Application, Environ, StartResponse, whole
from samverk.base.web.rules import caching

Key = tuple[str, str, str, str, str]
Kind = Callable[[Mapping[str, str]], str]

MAX_BYTES = 64 * 1024 * 1024
WAIT_SECONDS = 10


class Flight:
    """One answer in the making, which others wait for."""

    def __init__(self) -> None:
        self.landed = threading.Event()
        self.answer: Answer | None = None


class PageCache:
    """A WSGI application that gives the answers of another one again for `seconds`.

    Requests with one of `own_cookies`, or below `private_paths`, go straight through. `kind` tells from
    a visitor's other cookies which of few kinds of page they get; each kind has its own answers.
    """

    def __init__(
        self,
        application: Application,
        *,
        seconds: float,
        own_cookies: Iterable[str],
        private_paths: tuple[str, ...],
        kind: Kind,
    ) -> None:
        self.application = application
        self.seconds = seconds
        self.own_cookies = frozenset(own_cookies)
        self.private_paths = private_paths
        self.kind = kind
        self.answers: OrderedDict[Key, Answer] = OrderedDict()
        self.bytes = 0
        self.flights: dict[Key, Flight] = {}
        self.lock = threading.Lock()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        if not self._may_be_shared(environ):
            return self.application(environ, start_response)
        key = self._key(environ)
        answer = self.answers.get(key)
        if answer and self._is_fresh(answer):
            metrics.PAGE_CACHE_HIT.inc()
            environ[metrics.VIEW] = "page_cache"
            return answer.give(environ, start_response)
        if environ["REQUEST_METHOD"] == "HEAD":
            return self.application(environ, start_response)
        return self._made_once(key, environ).give(environ, start_response)

    def _may_be_shared(self, environ: Environ) -> bool:
        return not environ["PATH_INFO"].startswith(self.private_paths) and caching.is_shareable_question(
            method=environ["REQUEST_METHOD"],
            query=environ.get("QUERY_STRING", ""),
            headers=environ,
            cookies=caching.cookie_names(environ.get("HTTP_COOKIE", "")),
            own=self.own_cookies,
        )

    def _is_fresh(self, answer: Answer) -> bool:
        return answer.is_shareable and time.monotonic() - answer.began < self.seconds

    def _made_once(self, key: Key, environ: Environ) -> Answer:
        with self.lock:
            flight = self.flights.get(key)
            if leads := flight is None:
                flight = self.flights[key] = Flight()
        if leads:
            return self._led(flight, key, environ)
        flight.landed.wait(WAIT_SECONDS)
        if flight.answer and self._is_fresh(flight.answer):
            metrics.PAGE_CACHE_JOINED.inc()
            return flight.answer
        return self._made(environ)

    def _led(self, flight: Flight, key: Key, environ: Environ) -> Answer:
        try:
            flight.answer = self._made(environ)
            if flight.answer.is_shareable:
                self._keep(key, flight.answer)
            return flight.answer
        finally:
            with self.lock:
                del self.flights[key]
            flight.landed.set()

    def _made(self, environ: Environ) -> Answer:
        metrics.PAGE_CACHE_MISS.inc()
        return whole(self.application, environ)

    def _keep(self, key: Key, answer: Answer) -> None:
        with self.lock:
            old = self.answers.pop(key, None)
            self.bytes += answer.size - (old.size if old else 0)
            self.answers[key] = answer
            while self.bytes > MAX_BYTES:
                self.bytes -= self.answers.popitem(last=False)[1].size

    def _key(self, environ: Environ) -> Key:
        cookies = environ.get("HTTP_COOKIE", "")
        return (
            f"{environ['wsgi.url_scheme']} {environ.get('HTTP_X_FORWARDED_PROTO', '')}",
            environ.get("HTTP_HOST") or environ["SERVER_NAME"],
            environ["PATH_INFO"],
            environ.get("QUERY_STRING", ""),
            self.kind(parse_cookie(cookies) if cookies else {}),
        )
