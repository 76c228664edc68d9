"""Nothing is stored that the cookie page does not name, and nothing optional without a yes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Response

from samverk.base.organisations.models import Role
from samverk.parts.site.registry.cookies import ANSWER, VISIT, Place, is_registered

pytestmark = pytest.mark.browser

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
BESIDE_THE_SITEMAP = (
    "/kakor/",
    "/sok/",
    "/sok/?q=f%C3%B6retag",
    "/tillganglighet/",
    "/tillganglighet/rapportera/",
    "/synpunkter/",
    "/synpunkter/tack/",
    "/konto/login/",
    "/konto/password/reset/",
    "/stil/",
    "/demo/",
    "/demo/brev/",
    "/finns-inte/",
)
OWN_PAGES = ("/konto/", "/konto/2fa/", "/konto/sessions/", "/konto/email/")
EDITORS_TOOL = (
    "/redaktion/",
    "/redaktion/pages/",
    "/redaktion/importera/",
    "/redaktion/images/",
    "/redaktion/documents/",
    "/redaktion/synpunkter/",
    "/redaktion/synpunkter/statistik/",
    "/redaktion/sidvisningar/",
)
ARTICLE = "/aktuellt/sociala-foretagsdagen-i-norr/"


@dataclass
class Watched:
    """A browser whose storage is looked at after each page."""

    page: Page
    set_by_server: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.page.on("response", self._note)

    def _note(self, response: Response) -> None:
        headers = response.headers_array()
        lines = [header["value"] for header in headers if header["name"].lower() == "set-cookie"]
        self.set_by_server |= {line.partition("=")[0].strip() for line in lines}

    def stored(self) -> set[tuple[Place, str]]:
        """Everything that is kept now, and every cookie that was set on the way."""
        cookies = {cookie["name"] for cookie in self.page.context.cookies()} | self.set_by_server
        return {(Place.COOKIE, name) for name in cookies} | {
            (place, name)
            for place in (Place.LOCAL, Place.SESSION)
            for name in self.page.evaluate(f"Object.keys({place}Storage)")
        }

    def walk(self, addresses: tuple[str, ...]) -> list[str]:
        """Go to each address; returns what was stored there without being named."""
        return [
            f"{address}: {name} ({place})"
            for address in addresses
            if self.page.goto(address, wait_until="networkidle")
            for place, name in sorted(self.stored())
            if not is_registered(name, place)
        ]


@pytest.fixture
def visitor(
    browser: Browser, browser_context_args: dict[str, Any], base_url: str
) -> Iterator[BrowserContext]:
    """Somebody who comes for the first time."""
    context = browser.new_context(**{**browser_context_args, "base_url": base_url})
    yield context
    context.close()


@pytest.fixture
def statistics(page: Page, sign_in: Callable[[str], Page]) -> Iterator[None]:
    """The administrator has switched statistics on."""
    sign_in(Role.ADMINISTRATOR)
    _count_visits(page, on=True)
    yield
    _count_visits(page, on=False)


def _count_visits(page: Page, *, on: bool) -> None:
    page.goto("/redaktion/settings/site/cookiesettings/")
    page.locator("input[name=statistics]").set_checked(on)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state()


def button(page: Page, answer: str) -> Locator:
    return page.locator(f".cookie-notice button[value={answer}]")


def look_of(button: Locator) -> dict[str, Any]:
    return button.evaluate(
        "button => { const style = getComputedStyle(button), box = button.getBoundingClientRect();"
        " return {font: style.font, colour: style.color, ground: style.backgroundColor,"
        " border: style.border, width: box.width, height: box.height, top: box.top}; }"
    )


def addresses_in_the_sitemap(page: Page, base_url: str) -> tuple[str, ...]:
    found = ElementTree.fromstring(page.request.get("/sitemap.xml").text()).iter(SITEMAP)  # noqa: S314
    return tuple("/" + str(each.text).split("/", 3)[3] for each in found)


def test_a_visitor_is_given_only_what_the_cookie_page_names(visitor: BrowserContext, base_url: str) -> None:
    watched = Watched(visitor.new_page())
    addresses = addresses_in_the_sitemap(watched.page, base_url)

    assert ARTICLE in addresses
    assert watched.walk((*addresses, *BESIDE_THE_SITEMAP)) == []


@pytest.mark.parametrize("role", Role.values)
def test_nobody_who_signs_in_is_given_more(page: Page, sign_in: Callable[[str], Page], role: str) -> None:
    watched = Watched(page)
    sign_in(role)
    editors_tool = EDITORS_TOOL if role in {Role.EDITOR, Role.LEAD_EDITOR, Role.ADMINISTRATOR} else ()

    assert watched.walk((*OWN_PAGES, *editors_tool, "/")) == []


def test_reading_stores_nothing_at_all(visitor: BrowserContext) -> None:
    watched = Watched(visitor.new_page())
    for address in ("/", ARTICLE, "/en/"):
        watched.page.goto(address, wait_until="networkidle")

    assert watched.stored() == set()


@pytest.mark.usefixtures("statistics")
def test_yes_and_no_weigh_the_same(visitor: BrowserContext) -> None:
    page = visitor.new_page()
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(ARTICLE)

        assert look_of(button(page, "accept")) == look_of(button(page, "refuse"))


@pytest.mark.usefixtures("statistics")
def test_nothing_is_stored_before_an_answer_and_nothing_optional_after_a_no(visitor: BrowserContext) -> None:
    watched = Watched(visitor.new_page())
    watched.page.goto(ARTICLE, wait_until="networkidle")
    assert watched.stored() == set()

    button(watched.page, "refuse").click()
    watched.page.wait_for_url(f"**{ARTICLE}")
    watched.page.reload(wait_until="networkidle")

    assert watched.stored() == {(Place.COOKIE, ANSWER)}
    assert watched.page.locator(".cookie-notice").count() == 0


@pytest.mark.usefixtures("statistics")
def test_a_yes_can_be_taken_back_on_the_cookie_page(visitor: BrowserContext) -> None:
    page = visitor.new_page()
    page.goto(ARTICLE)
    with page.expect_response("**/statistik/"):
        button(page, "accept").click()
    assert {cookie["name"] for cookie in visitor.cookies()} == {ANSWER, VISIT}

    page.goto("/kakor/")
    page.locator("#svar button[value=refuse]").click()
    page.wait_for_load_state("networkidle")

    assert {cookie["name"] for cookie in visitor.cookies()} == {ANSWER}
    assert "Du har sagt nej" in page.locator("#svar").inner_text()


@pytest.mark.usefixtures("statistics")
def test_answering_needs_no_javascript(
    browser: Browser, browser_context_args: dict[str, Any], base_url: str
) -> None:
    context = browser.new_context(
        **{**browser_context_args, "base_url": base_url, "java_script_enabled": False}
    )
    page = context.new_page()
    page.goto(ARTICLE)
    button(page, "refuse").click()

    assert page.url.endswith(ARTICLE)
    assert page.locator(".cookie-notice").count() == 0
    context.close()
