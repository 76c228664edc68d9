"""The editors' inbox: open to everybody who edits, on any screen, with nothing inline."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_editors_policy import KNOWN, LISTEN

pytestmark = pytest.mark.browser

INBOX = "/redaktion/synpunkter/"
SCREENS = ("", "?state=held", "?state=all&mine=on", "statistik/", "ansvar/", "brev/")
SMALLEST = {"width": 320, "height": 640}


@pytest.fixture
def desk(page: Page, sign_in: Callable[[str], Page]) -> Iterator[Page]:
    """A lead editor at work; whatever the policy refuses fails the test."""
    refused: set[str] = set()
    page.on("console", lambda line: refused.add(line.text) if line.text.startswith("REFUSED") else None)
    page.add_init_script(LISTEN)
    yield sign_in("lead_editor")
    assert refused <= KNOWN


def opens_the_first(desk: Page) -> None:
    desk.goto(f"{INBOX}?failing=on&state=all")
    desk.locator(".inbox-list a.inbox-text").first.click()
    expect(desk.get_by_role("heading", name="Det här har hänt")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_screen_of_the_inbox_is_accessible(
    desk: Page, accessibility_faults: Callable[[], list[str]], scheme: str
) -> None:
    desk.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    faults = {}
    for screen in SCREENS:
        desk.goto(INBOX + screen)
        faults[screen] = accessibility_faults()
    opens_the_first(desk)
    faults["comment"] = accessibility_faults()

    assert {screen: found for screen, found in faults.items() if found} == {}


def test_nothing_sticks_out_on_the_smallest_screen(desk: Page) -> None:
    desk.set_viewport_size(SMALLEST)  # type: ignore[arg-type]
    too_wide = []
    for screen in SCREENS:
        desk.goto(INBOX + screen)
        if desk.evaluate("document.documentElement.scrollWidth > innerWidth"):
            too_wide.append(screen)

    assert too_wide == []


def test_a_flood_is_thrown_away_with_the_keyboard_alone(desk: Page) -> None:
    desk.goto(f"{INBOX}?state=held")
    desk.locator(".inbox-list input[type=checkbox]").first.focus()
    desk.keyboard.press("Space")
    desk.get_by_role("button", name="Släpp in de förkryssade").press("Enter")
    expect(desk.get_by_text("1 synpunkt är ändrad.")).to_be_visible()

    desk.locator(".inbox-sure summary").press("Enter")
    desk.get_by_role("button", name="Släng alla").press("Enter")

    expect(desk.get_by_text("2 synpunkter är ändrade.")).to_be_visible()
    expect(desk.locator(".inbox-empty")).to_be_visible()
