"""Finding a page: with a keyboard, with a finger, with and without JavaScript, and leaving no trace."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.site import RunningSite

pytestmark = pytest.mark.browser

WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}
SMALLEST = {"width": 320, "height": 640}
BUYING = "/stod-och-kontakt/kop/"
STATES = (
    "/sok/",
    "/sok/?q=f%C3%B6retag",
    "/sok/?q=f%C3%B6retag&typ=news&sida=2",
    "/sok/?q=socila+f%C3%B6retag",
    "/sok/?q=qwxzjkqq",
    "/en/sok/?q=supervisor",
)


@pytest.fixture(scope="module", autouse=True)
def everything_is_indexed(site: RunningSite) -> None:
    site.run("manage", "rebuild_search")


@pytest.fixture(params=[WIDE, PHONE], ids=["wide", "phone"])
def plain_page(browser: Browser, site: RunningSite, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A browser that runs no JavaScript."""
    context = browser.new_context(
        base_url=site.url, java_script_enabled=False, viewport=request.param, locale="sv-SE"
    )
    yield context.new_page()
    context.close()


def field_of(page: Page) -> Any:
    """The field in the header, ready to suggest."""
    field = page.locator(".site-header > .inner > .search input")
    expect(field).to_have_attribute("role", "combobox")
    return field


def test_without_javascript_the_field_in_the_header_finds_a_page(plain_page: Page) -> None:
    plain_page.goto("/")
    on_a_phone = plain_page.locator(".to-search")
    if on_a_phone.is_visible():
        on_a_phone.click()
    field = plain_page.get_by_role("searchbox", name="Sök på webbplatsen").locator("visible=true")
    field.fill("köpa av sociala företag")
    field.press("Enter")
    plain_page.get_by_role("link", name="Köp av ett socialt företag").click()

    expect(plain_page.get_by_role("heading", level=1)).to_have_text("Köp av ett socialt företag")


def test_without_javascript_the_list_can_be_narrowed_and_turned(plain_page: Page) -> None:
    plain_page.goto("/sok/?q=sociala+f%C3%B6retag")
    expect(plain_page.locator(".results > ol > li")).to_have_count(10)
    plain_page.get_by_role("link", name="Nästa").click()
    expect(plain_page.locator(".pagination [aria-current=page]")).to_contain_text("2")
    plain_page.locator(".results-choices a", has_text="Nyheter").click()

    expect(plain_page.locator(".results-choices [aria-current]")).to_contain_text("Nyheter")


def test_a_typing_error_is_forgiven(page: Page) -> None:
    page.goto("/sok/")
    page.locator("main input[type=search]").fill("socila företag")
    page.keyboard.press("Enter")

    expect(page.locator(".results-notice").first).to_contain_text("Menade du sociala företag?")
    expect(page.locator(".results mark").first).to_be_visible()


def test_suggestions_are_chosen_with_the_keyboard(page: Page) -> None:
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    page.goto("/")
    field = field_of(page)
    field.press_sequentially("köp av")
    expect(page.get_by_role("listbox")).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    expect(chosen).to_have_text("Köp av ett socialt företag")
    expect(field).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "")
    page.keyboard.press("Enter")

    page.wait_for_url(f"**{BUYING}")


def test_the_marked_suggestion_goes_round_and_escape_closes_the_list(page: Page) -> None:
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    page.goto("/")
    field = field_of(page)
    field.press_sequentially("handl")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("ArrowUp")
    expect(page.locator("[role=option]").last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[aria-selected=true]")).to_have_count(0)
    page.keyboard.press("Escape")

    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_be_focused()
    expect(field).to_have_value("handl")


def test_a_suggested_word_is_searched_for(page: Page) -> None:
    page.goto("/sok/")
    field = page.locator("main input[type=search]")
    expect(field).to_have_attribute("role", "combobox")
    field.press_sequentially("kooperat")
    page.get_by_role("option", name="kooperativ", exact=True).click()

    page.wait_for_url("**/sok/?q=kooperativ")
    expect(page.locator(".results > ol > li").first).to_contain_text("Bilda ett kooperativ")


def test_suggestions_fit_on_the_smallest_phone(page: Page) -> None:
    page.set_viewport_size(SMALLEST)  # type: ignore[arg-type]
    page.goto("/")
    page.locator("summary", has_text="Meny").click()
    field = page.locator(".site-menu input[type=search]")
    field.press_sequentially("handledare")
    expect(page.get_by_role("listbox").locator("visible=true")).to_have_count(1)

    assert page.evaluate("document.documentElement.scrollWidth") <= SMALLEST["width"]


@pytest.mark.parametrize("address", STATES)
def test_axe_finds_nothing(page: Page, accessibility_faults: Callable[[], list[str]], address: str) -> None:
    page.goto(address)
    assert accessibility_faults() == []
    page.emulate_media(color_scheme="dark")

    assert accessibility_faults() == []


def test_axe_finds_nothing_while_suggestions_are_shown(
    page: Page, accessibility_faults: Callable[[], list[str]]
) -> None:
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    page.goto("/")
    field_of(page).press_sequentially("handl")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("ArrowDown")

    assert accessibility_faults() == []


@pytest.mark.parametrize("address", STATES)
def test_nothing_is_cut_off_at_320_pixels(page: Page, address: str) -> None:
    page.set_viewport_size(SMALLEST)  # type: ignore[arg-type]
    page.goto(address)

    assert page.evaluate("document.documentElement.scrollWidth") <= SMALLEST["width"]


def test_searching_breaks_no_rule_and_asks_nobody_else(page: Page, site: RunningSite) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto("/sok/?q=%3Cscript%3Ealert(1)%3C/script%3E+f%C3%B6retag")
    page.locator("main input[type=search]").press_sequentially(" h")
    page.wait_for_timeout(500)

    assert [url for url in asked if not url.startswith(site.url)] == []
    assert complaints == []


def test_what_is_searched_for_stands_in_no_log(page: Page, site: RunningSite) -> None:
    page.goto("/sok/?q=f%C3%B6rl%C3%A4genhet+forlagenheten")
    page.goto("/sok/forslag/?q=forlagenhet")
    logs = [path for path in site.log.parent.rglob("*.log") if path.is_file()]

    assert len(logs) >= 3
    assert not any(
        b"rlagenhet" in path.read_bytes() or b"rl%C3%A4genhet" in path.read_bytes() for path in logs
    )
