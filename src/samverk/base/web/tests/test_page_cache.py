import gzip
import io
import threading
import time

import brotli
import pytest

from samverk.base.web.page_cache import PageCache

PAGE = b"<p>Sociala f\xc3\xb6retagsdagen</p>" * 40


class Site:
    """A site that counts how often it is asked, and says what it is told to."""

    def __init__(self, body=PAGE, status="200 OK", seconds=0.0, **headers):
        self.body, self.status, self.seconds = body, status, seconds
        self.headers = [("Content-Type", "text/html"), *headers.items()]
        self.asked = []

    def __call__(self, environ, start_response):
        self.asked.append(dict(environ))
        time.sleep(self.seconds)
        start_response(self.status, list(self.headers))
        return [self.body]


class Reply:
    """An answer as a reader's browser sees it."""

    def __init__(self, application, path="/", method="GET", **headers):
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": "",
            "SERVER_NAME": "samverk.example",
            "wsgi.url_scheme": "https",
            "wsgi.input": io.BytesIO(),
            **headers,
        }
        self.body = b"".join(application(environ, self._started))

    def _started(self, status, headers, problem=None):
        self.status, self.headers = status, dict(headers)


def cached(site, seconds=60.0):
    return PageCache(
        site,
        seconds=seconds,
        own_cookies=["session"],
        private_paths=("/redaktion/",),
        kind=lambda cookies: "",
    )


def test_a_page_is_made_once_for_all_who_ask():
    site = Site()
    cache = cached(site)

    assert [Reply(cache).body, Reply(cache).body] == [PAGE, PAGE]
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    "difference",
    [
        {"HTTP_COOKIE": "session=abc"},
        {"path": "/redaktion/"},
        {"method": "POST"},
        {"HTTP_HOST": "other.example"},
        {"QUERY_STRING": "sida=2"},
        {"wsgi.url_scheme": "http"},
        {"path": "/annan/"},
    ],
)
def test_somebody_elses_page_is_never_given(difference):
    site = Site()
    cache = cached(site)
    Reply(cache)

    Reply(cache, **difference)

    assert len(site.asked) == 2


@pytest.mark.parametrize(
    "answer",
    [{"Set-Cookie": "session=1"}, {"Vary": "Cookie"}, {"Cache-Control": "private"}, {"status": "404 No"}],
)
def test_a_personal_answer_is_never_kept(answer):
    site = Site(**answer)
    cache = cached(site)

    Reply(cache)
    Reply(cache)

    assert len(site.asked) == 2


def test_what_one_reader_was_given_to_keep_is_given_to_that_reader_only():
    site = Site(**{"Set-Cookie": "session=1"})

    assert Reply(cached(site)).headers["Set-Cookie"] == "session=1"


def test_an_edit_shows_when_the_page_is_no_longer_fresh():
    site = Site()
    cache = cached(site, seconds=0.05)
    Reply(cache)
    site.body = b"ny text"

    time.sleep(0.06)

    assert Reply(cache).body == b"ny text"


def test_many_at_once_wait_for_one_page_in_the_making():
    site = Site(seconds=0.2)
    cache = cached(site)
    bodies = []
    readers = [threading.Thread(target=lambda: bodies.append(Reply(cache).body)) for _ in range(8)]

    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()

    assert (len(site.asked), bodies) == (1, [PAGE] * 8)


def test_those_who_waited_for_a_personal_page_each_get_their_own():
    site = Site(seconds=0.1, **{"Vary": "Cookie"})
    cache = cached(site)
    readers = [threading.Thread(target=lambda: Reply(cache)) for _ in range(3)]

    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()

    assert len(site.asked) == 3


def test_a_page_that_fails_leaves_nobody_waiting():
    def broken(environ, start_response):
        raise RuntimeError

    cache = cached(broken)
    for _ in range(2):
        with pytest.raises(RuntimeError):
            Reply(cache)

    assert cache.flights == {}


@pytest.mark.parametrize(
    ("accepted", "encoding", "opened"),
    [("br, gzip", "br", brotli.decompress), ("gzip", "gzip", gzip.decompress)],
)
def test_the_page_is_compressed_as_the_reader_understands(accepted, encoding, opened):
    site = Site()
    cache = cached(site)

    reply = Reply(cache, HTTP_ACCEPT_ENCODING=accepted)

    assert (reply.headers["Content-Encoding"], opened(reply.body)) == (encoding, PAGE)
    assert reply.headers["Vary"] == "Accept-Encoding"
    assert reply.headers["Content-Length"] == str(len(reply.body))
    assert site.asked[0].get("HTTP_ACCEPT_ENCODING", "") == ""


def test_a_reader_who_has_the_page_gets_no_body():
    cache = cached(Site())
    etag = Reply(cache).headers["ETag"]

    again = Reply(cache, HTTP_IF_NONE_MATCH=etag)

    assert (again.status, again.body) == ("304 Not Modified", b"")
    assert again.headers["ETag"] == etag


def test_the_head_of_a_kept_page_has_no_body():
    cache = cached(Site())
    Reply(cache)

    assert Reply(cache, method="HEAD").body == b""


def test_the_memory_it_takes_is_bounded(monkeypatch):
    monkeypatch.setattr("samverk.base.web.page_cache.MAX_BYTES", 50_000)
    cache = cached(Site())

    for number in range(100):
        Reply(cache, path=f"/{number}/")

    assert cache.bytes <= 50_000
    assert cache.bytes == sum(answer.size for answer in cache.answers.values())
