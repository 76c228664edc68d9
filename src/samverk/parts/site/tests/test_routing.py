"""A page view begins by finding the site and the page."""

import pytest
from django.test import RequestFactory
from wagtail.models import Site

from samverk.parts.site.models import HomePage
from samverk.parts.site.models.routing import page_at, site_at
from samverk.parts.site.tests.conftest import Write

HERE = ("dagen.example", 80, True)
PORT = ("dagen.example", 8001, False)
THERE = ("norr.example", 80, False)
THERE_TOO = ("norr.example", 8001, False)


@pytest.mark.parametrize(
    ("sites", "host"),
    [
        ([HERE], "dagen.example"),
        ([HERE], "nobody.example"),
        ([HERE, PORT], "dagen.example:8001"),
        ([HERE, PORT], "dagen.example:9000"),
        ([HERE, THERE], "norr.example"),
        ([HERE, THERE], "norr.example:9000"),
        ([HERE, THERE, THERE_TOO], "norr.example:9000"),
        ([THERE], "norr.example:9000"),
        ([THERE, THERE_TOO], "norr.example:9000"),
        ([THERE], "nobody.example"),
    ],
)
def test_the_site_is_the_one_that_wagtail_would_choose(
    home: HomePage, sites: list[tuple[str, int, bool]], host: str, settings: object
) -> None:
    settings.ALLOWED_HOSTS = ["*"]  # type: ignore[attr-defined]
    Site.objects.all().delete()
    for name, port, is_default in sites:
        Site.objects.create(hostname=name, port=port, is_default_site=is_default, root_page=home)

    def request() -> object:
        return RequestFactory().get("/", headers={"host": host})

    assert site_at(request()) == Site.find_for_request(request())


@pytest.mark.parametrize(
    ("path", "language", "is_there"),
    [
        ("", "sv", True),
        ("aktuellt/dagen-i-norr/", "sv", True),
        ("aktuellt//dagen-i-norr", "sv", True),
        ("dagen-i-norr/", "sv", False),
        ("annat/dagen-i-norr/", "sv", False),
        ("aktuellt/dagen-i-norr/", "en", False),
    ],
)
def test_a_page_is_found_at_its_own_address_only(
    write: Write, path: str, language: str, is_there: bool
) -> None:
    write()
    site = Site.objects.get(is_default_site=True)

    assert (page_at(site=site, path=path, language=language) is not None) is is_there


def test_a_page_that_is_not_live_is_not_found(write: Write) -> None:
    write().unpublish()
    site = Site.objects.get(is_default_site=True)

    assert page_at(site=site, path="aktuellt/dagen-i-norr/", language="sv") is None
