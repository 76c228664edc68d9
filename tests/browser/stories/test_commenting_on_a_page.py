"""The story of a comment, as its sender lives it: with JavaScript, without it, with the keyboard alone."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.comments import digits_of, kept_in
from tests.browser.site import RunningSite

pytestmark = pytest.mark.browser

ARTICLE = "/aktuellt/sociala-foretagsdagen-i-norr/"
SMALLEST = {"width": 320, "height": 640}
NUMBER = "811228-9874"


@pytest.fixture
def plain_page(browser: Browser, site: RunningSite) -> Iterator[Page]:
    """A telephone whose browser runs no JavaScript."""
    context = browser.new_context(
        base_url=site.url, java_script_enabled=False, viewport={"width": 360, "height": 740}, locale="sv-SE"
    )
    yield context.new_page()
    context.close()


def opens_the_form(page: Page, address: str = ARTICLE) -> None:
    page.goto(address)
    page.locator("#kommentera summary").click()


def test_a_reader_comments_and_nothing_asks_whether_they_are_human(page: Page, site: RunningSite) -> None:
    opens_the_form(page)
    page.get_by_label("Din synpunkt *").fill("Berättelsen om läsaren: tack för rutan om bakgrund!")
    page.get_by_label("Din e-postadress").fill("lo@example.org")
    page.get_by_role("button", name="Skicka synpunkten").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Tack för din synpunkt")
    assert page.url == f"{site.url}/synpunkter/tack/"
    assert kept_in(site, "Berättelsen om läsaren") == [
        f"new {ARTICLE} lo@example.org Berättelsen om läsaren: tack för rutan om bakgrund!"
    ]


def test_a_reader_is_shown_what_gives_them_away_and_removes_it_with_one_press(
    page: Page, site: RunningSite, accessibility_faults: Callable[[], list[str]]
) -> None:
    opens_the_form(page)
    page.get_by_label("Din synpunkt *").fill(f"Berättelsen om numret: jag är {NUMBER}. Sidan är bra.")
    page.get_by_role("button", name="Skicka synpunkten").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Vi hittade detta i din text")
    expect(page.locator("mark")).to_contain_text("personnummer")
    assert accessibility_faults() == []
    page.get_by_role("button", name="Ta bort det markerade").click()

    expect(page.get_by_label("Din synpunkt *")).not_to_have_value(f"*{NUMBER}*")
    page.get_by_role("button", name="Skicka synpunkten").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tack för din synpunkt")
    (kept,) = kept_in(site, "Berättelsen om numret")
    assert NUMBER not in kept


def test_without_javascript_digits_are_read_and_nothing_written_is_lost(
    plain_page: Page, site: RunningSite
) -> None:
    page = plain_page
    opens_the_form(page)
    page.get_by_label("Din synpunkt *").fill("Berättelsen utan skript:\nrad två")
    page.get_by_role("button", name="Skicka synpunkten").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Visa att du är en människa")

    page.get_by_label("Siffrorna *").fill("0")
    page.get_by_role("button", name="Skicka synpunkten").click()
    expect(page.get_by_text("Siffrorna stämde inte. Här är nya.")).to_be_visible()

    page.get_by_label("Siffrorna *").fill(digits_of(site, page))
    page.get_by_role("button", name="Skicka synpunkten").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tack för din synpunkt")
    assert kept_in(site, "Berättelsen utan skript")[0].endswith("Berättelsen utan skript:\\nrad två")


def test_the_digits_are_drawn_and_can_be_heard(plain_page: Page) -> None:
    page = plain_page
    opens_the_form(page)
    page.get_by_label("Din synpunkt *").fill("Lyssna")
    page.get_by_role("button", name="Skicka synpunkten").click()

    picture = page.request.get(page.locator(".digits img").get_attribute("src") or "")
    sound = page.request.get(page.locator("audio").get_attribute("src") or "")
    assert picture.headers["content-type"] == "image/png"
    assert sound.headers["content-type"] == "audio/wav"
    assert len(sound.body()) > 100_000


def test_with_the_keyboard_alone(page: Page) -> None:
    page.goto(f"{ARTICLE}#kommentera")
    page.locator("#kommentera summary").focus()
    if page.locator("#kommentera details:not([open])").count():
        page.keyboard.press("Enter")
    for _ in range(4):  # 1177, its site, 112, the text
        page.keyboard.press("Tab")
    page.keyboard.type("Berättelsen med tangenter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Skicka synpunkten")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Tack för din synpunkt")


def test_after_an_error_the_focus_is_on_what_to_do_and_the_text_is_there(page: Page) -> None:
    opens_the_form(page)
    page.get_by_label("Din synpunkt *").fill("Tack!")
    page.get_by_label("Din e-postadress").fill("lo")
    page.get_by_role("button", name="Skicka synpunkten").click()

    expect(page.locator(".ds-error-summary")).to_be_focused()
    page.get_by_role("link", name="Din e-postadress: Skriv en hel e-postadress").click()
    expect(page.get_by_label("Din e-postadress")).to_be_focused()
    expect(page.get_by_label("Din synpunkt *")).to_have_value("Tack!")


def test_who_reports_a_shortcoming_comes_from_the_statement(page: Page) -> None:
    page.goto("/tillganglighet/")
    page.get_by_role("link", name="Rapportera en brist").click()
    page.get_by_label("Vad fungerar inte? *").fill("Berättelsen om bristen: kartan läses inte upp.")
    page.get_by_label("På vilken sida?").fill("Startsidan")
    page.get_by_role("button", name="Skicka rapporten").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Tack för din rapport")


def test_the_form_stands_at_the_foot_of_every_public_page_and_nowhere_else(page: Page) -> None:
    for address in ("/", "/en/", ARTICLE, "/kakor/", "/tillganglighet/", "/sok/", "/finns-inte/"):
        page.goto(address)
        expect(page.locator(".page-feedback form[data-proof]")).to_have_count(1)
    for address in ("/konto/login/", "/synpunkter/", "/synpunkter/tack/", "/demo/", "/stil/"):
        page.goto(address)
        expect(page.locator(".page-feedback form")).to_have_count(0)


def test_the_trap_is_hidden_from_everybody(page: Page) -> None:
    opens_the_form(page)

    expect(page.locator("input[name=website]")).to_be_hidden()
    assert page.get_by_role("textbox", name="Lämna det här fältet tomt").count() == 0


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_of_a_comment_shuts_anybody_out(
    page: Page, accessibility_faults: Callable[[], list[str]], width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    opens_the_form(page)
    assert accessibility_faults() == []

    for address in (
        "/synpunkter/?sida=/kakor/",
        "/synpunkter/?slag=brist",
        "/synpunkter/tack/",
        "/en/synpunkter/",
    ):
        page.goto(address)
        assert accessibility_faults() == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_the_page_of_digits_shuts_nobody_out(
    page: Page, accessibility_faults: Callable[[], list[str]]
) -> None:
    page.route("**/synpunkter/prov/", lambda route: route.abort())
    page.set_viewport_size(SMALLEST)  # type: ignore[arg-type]
    opens_the_form(page)
    page.get_by_label("Din synpunkt *").fill("När webbläsaren inte kan räkna")
    page.get_by_role("button", name="Skicka synpunkten").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Visa att du är en människa")
    assert accessibility_faults() == []
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALLEST["width"]


def test_commenting_stores_nothing_in_the_browser(page: Page) -> None:
    opens_the_form(page)
    page.get_by_label("Din synpunkt *").fill("Inget sparas i webbläsaren")
    page.get_by_role("button", name="Skicka synpunkten").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tack för din synpunkt")

    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_reading_a_page_fetches_nothing_of_the_form(page: Page) -> None:
    asked: list[Any] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(ARTICLE, wait_until="networkidle")

    assert [url for url in asked if "proof" in url or "/synpunkter/" in url] == []
