"""Django's answers, whole, so that they can be given many times, compressed or only confirmed."""

import gzip
import hashlib
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import brotli
from django.utils.text import compress_string

from samverk.base.web.rules import caching

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]
Headers = list[tuple[str, str]]

# The sizes of Django's own answer to the BREACH attack (django.middleware.gzip).
RANDOM_BYTES = 100
BROTLI_QUALITY = 5
GZIP_LEVEL = 6
KEPT_AT_304 = {"etag", "cache-control", "vary", "content-security-policy", "expires", "content-location"}


@dataclass
class Answer:
    """What Django said to one request."""

    status: str
    headers: Headers
    body: bytes
    began: float
    is_shareable: bool
    etag: str
    dressed: dict[str, tuple[Headers, bytes]] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """About how many bytes it takes in memory, with its compressed forms."""
        return 2 * len(self.body) + 2_000

    def give(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request: the body, compressed as its reader understands, or that the reader has it
        already."""
        headers, body = self._in(caching.encoding(environ.get("HTTP_ACCEPT_ENCODING", "")))
        known = environ.get("HTTP_IF_NONE_MATCH")
        if known and self.etag and caching.knows_already(known, self.etag):
            start_response("304 Not Modified", [item for item in headers if item[0].lower() in KEPT_AT_304])
            return []
        start_response(self.status, list(headers))
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    def _in(self, encoding: str) -> tuple[Headers, bytes]:
        found = self.dressed.get(encoding)
        if found is None:
            found = self.dressed[encoding] = self._dress(encoding)
        return found

    def _dress(self, encoding: str) -> tuple[Headers, bytes]:
        headers = {
            name.lower(): (name, value) for name, value in self.headers if name.lower() != "set-cookie"
        }
        body = self.body
        if caching.is_compressible(headers.get("content-type", ("", ""))[1], len(body)):
            headers["vary"] = ("Vary", caching.with_encoding(headers.get("vary", ("", ""))[1]))
            if encoding and "content-encoding" not in headers:
                body, encoding = self._compressed(encoding)
                headers["content-encoding"] = ("Content-Encoding", encoding)
        headers["content-length"] = ("Content-Length", str(len(body)))
        if self.etag:
            headers["etag"] = ("ETag", self.etag)
            headers.setdefault("cache-control", ("Cache-Control", "no-cache"))
        return [*headers.values(), *(item for item in self.headers if item[0].lower() == "set-cookie")], body

    def _compressed(self, encoding: str) -> tuple[bytes, str]:
        if not self.is_shareable:
            return compress_string(self.body, max_random_bytes=RANDOM_BYTES), "gzip"
        if encoding == "br":
            return brotli.compress(self.body, quality=BROTLI_QUALITY), "br"
        return gzip.compress(self.body, compresslevel=GZIP_LEVEL, mtime=0), "gzip"


def whole(application: Application, environ: Environ) -> Answer:
    """Ask an application, and gather all of its answer, uncompressed."""
    said: list[Any] = []

    def start_response(status: str, headers: Headers, problem: Any = None) -> Callable[[bytes], None]:
        said[:] = [status, headers]
        return lambda _: None

    began = time.monotonic()
    accepted = environ.pop("HTTP_ACCEPT_ENCODING", "")
    try:
        parts = application(environ, start_response)
        try:
            body = b"".join(parts)
        finally:
            getattr(parts, "close", lambda: None)()
    finally:
        environ["HTTP_ACCEPT_ENCODING"] = accepted
    return _judged(said[0], said[1], body, began)


def _judged(status: str, headers: Headers, body: bytes, began: float) -> Answer:
    names = {name.lower(): value for name, value in headers}
    shareable = caching.is_shareable_answer(status=int(status[:3]), headers=names, size=len(body))
    etag = names.get("etag") or f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    return Answer(status, headers, body, began, shareable, etag if shareable else "")
