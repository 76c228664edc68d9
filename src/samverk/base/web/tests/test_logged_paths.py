import pytest

from samverk.base.web.rules.paths import logged


@pytest.mark.parametrize(
    ("path", "written"),
    [
        (
            "/dagar/anmalan/-zHnYeqCRo-mL4t-uF8fJwABZp4ZB5iY-o9KS-TELhdyTw/biljett.pdf",
            "/dagar/anmalan/…/biljett.pdf",
        ),
        ("/konto/inbjudan/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6:1a2b3c/", "/konto/inbjudan/…/"),
        ("/aktuellt/sociala-foretagsdagen-i-norr/", "/aktuellt/sociala-foretagsdagen-i-norr/"),
        (
            "/aktuellt/lappverket-syr-nytt-av-sjukhusets-gamla-gardiner-igen/",
            "/aktuellt/lappverket-syr-nytt-av-sjukhusets-gamla-gardiner-igen/",
        ),
    ],
)
def test_secret_links_are_not_written_in_the_log(path: str, written: str) -> None:
    assert logged(path) == written
