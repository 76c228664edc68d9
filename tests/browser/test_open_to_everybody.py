"""Every page works for everybody: by keyboard, in the dark, on the smallest screen, without JavaScript."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.site import RunningSite

pytestmark = pytest.mark.browser

ARTICLE = "/aktuellt/sociala-foretagsdagen-i-norr/"
PUBLIC = [
    "/",
    "/en/",
    "/aktuellt/",
    ARTICLE,
    "/en/news/social-enterprise-day-in-the-north/",
    f"{ARTICLE}lattlast/",
    "/om-satsningen/",
    "/kakor/",
    "/tillganglighet/",
    "/tillganglighet/rapportera/",
    "/dagar/",
    "/dagar/sociala-foretagsdagen/",
    "/dagar/sociala-foretagsdagen/2018/",
    "/synpunkter/?sida=/kakor/",
    "/synpunkter/tack/",
    "/konto/login/",
    "/konto/password/reset/",
    "/demo/",
    "/demo/brev/",
    "/stil/",
    "/finns-inte/",
]
PERSONAL = [
    "/konto/",
    "/konto/uppgifter/",
    "/konto/2fa/",
    "/konto/sessions/",
    "/konto/email/",
    "/konto/password/change/",
]
SMALLEST = {"width": 320, "height": 640}

WITHOUT_VISIBLE_FOCUS = """() => {
    const shows = (element) => {
        const look = getComputedStyle(element);
        return look.outlineStyle !== "none" && look.outlineWidth !== "0px" || look.boxShadow !== "none";
    };
    const focused = document.activeElement;
    const framed = focused.matches(".card-link") ? focused.closest(".card") : focused;
    return shows(framed) ? null : focused.outerHTML.slice(0, 120);
}"""


@pytest.mark.parametrize("address", PUBLIC)
def test_axe_finds_nothing(page: Page, accessibility_faults: Callable[[], list[str]], address: str) -> None:
    page.goto(address)

    assert accessibility_faults() == []


@pytest.mark.parametrize("address", ["/", ARTICLE, "/kakor/", "/konto/login/", "/stil/"])
def test_axe_finds_nothing_in_the_dark(
    page: Page, accessibility_faults: Callable[[], list[str]], address: str
) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(address)

    assert accessibility_faults() == []


def test_axe_finds_nothing_on_the_pages_of_somebody_signed_in(
    sign_in: Callable[[str], Page], accessibility_faults: Callable[[], list[str]]
) -> None:
    page = sign_in("organiser")

    for address in PERSONAL:
        page.goto(address)
        assert accessibility_faults() == [], address


@pytest.mark.parametrize("address", PUBLIC)
def test_nothing_is_cut_off_at_320_pixels_which_is_400_per_cent(page: Page, address: str) -> None:
    page.set_viewport_size(SMALLEST)  # type: ignore[arg-type]
    page.goto(address)

    assert page.evaluate("document.documentElement.scrollWidth") <= SMALLEST["width"]


def test_the_first_tab_leads_past_the_menus(page: Page) -> None:
    page.goto(ARTICLE)
    page.keyboard.press("Tab")

    expect(page.locator(":focus")).to_have_text("Hoppa till innehållet")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "innehall"


@pytest.mark.parametrize("address", ["/", ARTICLE, "/konto/login/"])
def test_focus_is_always_visible(page: Page, address: str) -> None:
    page.goto(address)
    stops = page.locator("a[href]:visible, button:visible, input:visible, summary:visible").count()

    unseen = []
    for _ in range(stops):
        page.keyboard.press("Tab")
        unseen.append(page.evaluate(WITHOUT_VISIBLE_FOCUS))

    assert stops > 5
    assert [element for element in unseen if element] == []


@pytest.fixture
def plain_page(browser: Browser, site: RunningSite) -> Any:
    """A phone whose browser runs no JavaScript."""
    context = browser.new_context(
        base_url=site.url, java_script_enabled=False, viewport={"width": 360, "height": 740}, locale="sv-SE"
    )
    yield context.new_page()
    context.close()


def test_a_phone_without_javascript_finds_its_way(plain_page: Page) -> None:
    plain_page.goto("/")
    plain_page.locator("summary", has_text="Meny").click()
    plain_page.get_by_role("link", name="Aktuellt").locator("visible=true").first.click()
    plain_page.get_by_role("link", name="Sociala företagsdagen i Norr").first.click()

    expect(plain_page.get_by_role("heading", level=1)).to_have_text("Sociala företagsdagen i Norr")


def test_the_cookie_notice_goes_away_without_javascript(plain_page: Page) -> None:
    plain_page.goto("/")
    plain_page.get_by_role("button", name="Jag förstår").click()

    expect(plain_page.get_by_role("button", name="Jag förstår")).to_have_count(0)


def test_whoever_is_bothered_by_movement_sees_none(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto("/")

    moving = page.evaluate(
        "document.getAnimations().filter(a => a.effect.getComputedTiming().duration > 1).map(String)"
    )

    assert moving == []


def test_a_page_asks_nobody_else_and_breaks_no_rule_of_its_own(page: Page, site: RunningSite) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))

    for address in ["/", ARTICLE, "/kakor/", "/konto/login/"]:
        page.goto(address)

    assert [url for url in asked if not url.startswith((site.url, "data:"))] == []
    assert complaints == []
