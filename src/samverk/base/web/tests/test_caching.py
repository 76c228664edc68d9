import pytest

from samverk.base.web.rules import caching, request_ids

QUESTION = {"method": "GET", "query": "", "headers": {}, "cookies": set(), "own": frozenset({"session"})}
ANSWER = {"status": 200, "headers": {"content-type": "text/html"}, "size": 1000}


def test_a_plain_question_may_be_shared():
    assert caching.is_shareable_question(**QUESTION)
    assert caching.is_shareable_question(**{**QUESTION, "cookies": {"_somebody_elses"}, "query": "q=a"})


@pytest.mark.parametrize(
    "difference",
    [
        {"method": "POST"},
        {"cookies": {"session"}},
        {"query": "x" * 300},
        {"headers": {"HTTP_AUTHORIZATION": "Bearer x"}},
        {"headers": {"HTTP_RANGE": "bytes=0-1"}},
        {"headers": {"HTTP_HX_REQUEST": "true"}},
        {"headers": {"HTTP_ACCEPT": "text/event-stream"}},
    ],
)
def test_a_question_that_is_somebodys_own_is_not_shared(difference):
    assert not caching.is_shareable_question(**{**QUESTION, **difference})


@pytest.mark.parametrize(
    "headers", [{}, {"vary": "Accept-Language, Accept-Encoding"}, {"cache-control": "public"}]
)
def test_a_page_for_everybody_may_be_kept(headers):
    assert caching.is_shareable_answer(**{**ANSWER, "headers": headers})


@pytest.mark.parametrize(
    "difference",
    [
        {"status": 404},
        {"status": 302},
        {"size": 2_000_000},
        {"headers": {"set-cookie": "session=1"}},
        {"headers": {"vary": "Cookie"}},
        {"headers": {"vary": "*"}},
        {"headers": {"cache-control": "max-age=0, private"}},
        {"headers": {"cache-control": "no-store"}},
        {"headers": {"content-security-policy": "script-src 'nonce-abc'"}},
        {"headers": {"content-encoding": "gzip"}},
    ],
)
def test_other_answers_are_never_kept(difference):
    assert not caching.is_shareable_answer(**{**ANSWER, **difference})


@pytest.mark.parametrize(
    ("accepted", "best"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip;q=1.0, br;q=0", "gzip"),
        ("", ""),
        ("identity", ""),
        ("GZIP", "gzip"),
    ],
)
def test_the_best_compression_is_chosen(accepted, best):
    assert caching.encoding(accepted) == best


def test_a_reader_may_know_the_page_already():
    assert caching.knows_already('"a", W/"b"', 'W/"b"')
    assert caching.knows_already("*", 'W/"b"')
    assert not caching.knows_already('"a"', 'W/"b"')


def test_only_what_becomes_smaller_is_compressed():
    assert caching.is_compressible("text/html; charset=utf-8", 1000)
    assert caching.is_compressible("application/rss+xml", 1000)
    assert not caching.is_compressible("image/jpeg", 1000)
    assert not caching.is_compressible("text/event-stream", 1000)
    assert not caching.is_compressible("text/html", 100)


def test_the_vary_header_names_each_thing_once():
    assert caching.with_encoding("") == "Accept-Encoding"
    assert caching.with_encoding("Accept-Language") == "Accept-Language, Accept-Encoding"
    assert caching.with_encoding("accept-encoding") == "accept-encoding"


@pytest.mark.parametrize(
    ("given", "trusted", "kept"),
    [
        ("abc-123_x.y", True, True),
        ("abc-123_x.y", False, False),
        ("short", True, False),
        ("a" * 65, True, False),
        ("abcdefgh\nX", True, False),
    ],
)
def test_only_a_trusted_proxy_may_name_the_request(given, trusted, kept):
    assert (request_ids.chosen(given, trusted=trusted) == given) is kept
