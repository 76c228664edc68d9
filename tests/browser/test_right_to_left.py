"""A language needs only a translation file, and one that is written from the right mirrors every page."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.browser.site import RunningSite, running_site

pytestmark = pytest.mark.browser

WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 320, "height": 800}
PAGES = (
    "/ar/",
    "/ar/kakor/",
    "/ar/tillganglighet/",
    "/ar/tillganglighet/rapportera/",
    "/ar/finns-inte/",
    "/ar/sok/",
)


@pytest.fixture(scope="module")
def arabic_site() -> Iterator[RunningSite]:
    """The demonstration, with Arabic beside Swedish and English."""
    with running_site(SAMVERK_LANGUAGES="sv,en,ar") as site:
        yield site


@pytest.fixture
def reader(
    arabic_site: RunningSite, browser: Browser, browser_context_args: dict[str, Any]
) -> Iterator[Page]:
    """Somebody who reads Arabic."""
    context = browser.new_context(**{**browser_context_args, "base_url": arabic_site.url, "locale": "ar"})
    yield context.new_page()
    context.close()


def middle(place: Locator) -> float:
    """How far from the left edge something stands."""
    box = place.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2


def test_the_language_switch_leads_to_arabic_and_back(reader: Page) -> None:
    reader.goto("/")
    reader.locator(".language-switch a[hreflang=ar]").first.click()
    assert reader.url.endswith("/ar/")

    assert reader.locator("html").get_attribute("lang") == "ar"
    reader.locator(".language-switch a[hreflang=sv]").first.click()

    assert reader.locator("html").get_attribute("dir") == "ltr"


def test_the_page_is_mirrored(reader: Page) -> None:
    reader.set_viewport_size(WIDE)
    places = {}
    for direction, address in (("ltr", "/kakor/"), ("rtl", "/ar/kakor/")):
        reader.goto(address)
        assert reader.locator("html").get_attribute("dir") == direction
        places[direction] = [
            middle(reader.locator(part).first)
            for part in (".site-header a", ".language-switch a", "main th", "main td:last-child", "main h1")
        ]

    half = WIDE["width"] / 2
    for left, right in zip(places["ltr"], places["rtl"], strict=True):
        assert (left < half) is not (right < half)


@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_cut_off_on_a_narrow_screen(reader: Page, address: str) -> None:
    reader.set_viewport_size(NARROW)
    reader.goto(address)

    assert reader.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


@pytest.mark.parametrize("address", PAGES)
def test_arabic_pages_speak_arabic(reader: Page, address: str) -> None:
    reader.goto(address)

    heading = reader.locator("h1").inner_text()
    assert any("\u0600" <= letter <= "\u06ff" for letter in heading)


def test_names_and_numbers_keep_their_own_direction(reader: Page) -> None:
    reader.goto("/ar/kakor/")

    names = reader.locator("main th bdi")
    assert names.count() > 0
    assert set(names.evaluate_all("names => names.map(name => getComputedStyle(name).direction)")) == {"ltr"}
