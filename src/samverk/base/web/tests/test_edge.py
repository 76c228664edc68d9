import io

import pytest
import structlog
from prometheus_client import REGISTRY

from samverk.base.web.edge import Edge


def asked(path="/sida/", query="namn=Anna", answer=None, trusted=False, **headers):
    """Ask a site behind the edge; return the headers that came back and the lines that were written in the
    log."""

    def site(environ, start_response):
        environ["samverk.view"] = "site:page"
        start_response("200 OK", [("Content-Type", "text/plain")])
        return answer or [b"hej"]

    said = {}
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "REMOTE_ADDR": "192.0.2.7",
        **headers,
    }
    with structlog.testing.capture_logs(processors=[structlog.contextvars.merge_contextvars]) as lines:
        parts = Edge(site, trusted=trusted)(environ, lambda status, found, *_: said.update(found))
        b"".join(parts)
        getattr(parts, "close", lambda: None)()
    return said, lines


def test_every_answer_and_line_carry_the_requests_id():
    headers, [line] = asked()

    assert line["request_id"] == headers["X-Request-ID"]


def test_a_proxy_of_ours_may_name_the_request():
    headers, _ = asked(trusted=True, HTTP_X_REQUEST_ID="from-the-proxy-1")

    assert headers["X-Request-ID"] == "from-the-proxy-1"


def test_the_line_says_what_was_asked_and_nothing_about_who():
    _, [line] = asked(HTTP_USER_AGENT="Annas webbläsare")

    assert (line["method"], line["path"], line["status"], line["view"]) == ("GET", "/sida/", 200, "site:page")
    assert not {"Anna", "192.0.2.7"} & {part for value in line.values() for part in str(value).split()}
    assert "Anna" not in str(line)


def test_a_streamed_answer_is_noted_when_it_has_been_sent():
    _, [line] = asked(answer=io.BytesIO(b"a\nb\n"))

    assert line["status"] == 200


@pytest.mark.parametrize("path", ["/healthz", "/static/a.css"])
def test_probes_and_styles_are_counted_but_not_written(path):
    count = {"view": "site:page", "method": "GET", "status": "200"}
    before = REGISTRY.get_sample_value("samverk_requests_total", count) or 0

    _, lines = asked(path=path)

    assert lines == []
    assert REGISTRY.get_sample_value("samverk_requests_total", count) == before + 1


def test_an_invented_method_does_not_fill_the_metrics():
    asked(REQUEST_METHOD="ANNA")

    assert (
        REGISTRY.get_sample_value(
            "samverk_requests_total", {"view": "site:page", "method": "ANNA", "status": "200"}
        )
        is None
    )
