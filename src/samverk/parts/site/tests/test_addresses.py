import pytest

from samverk.parts.site.rules.addresses import address


@pytest.mark.parametrize(
    ("url_path", "language", "url"),
    [
        ("/hem/", "sv", "/"),
        ("/hem/aktuellt/", "sv", "/aktuellt/"),
        ("/hem/aktuellt/dagen/", "sv", "/aktuellt/dagen/"),
        ("/start/", "en", "/en/"),
        ("/start/news/the-day/", "en", "/en/news/the-day/"),
    ],
)
def test_the_home_page_of_a_language_is_its_root(url_path: str, language: str, url: str) -> None:
    assert address(url_path=url_path, language=language, default_language="sv") == url
