"""The story of a programme: copied from an earlier day, changed by keys and mouse, published, taken home."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import AXE
from tests.browser.people import Editor, Person
from tests.browser.site import RunningSite, running_site

pytestmark = pytest.mark.browser

TITLE = "Sociala företagsdagen i repris"
LECTURE = "Välkommen"


@pytest.fixture(scope="module")
def own_site() -> Iterator[RunningSite]:
    """A site of the story's own, for it adds an edition."""
    with running_site() as site:
        yield site


@pytest.fixture
def organiser(own_site: RunningSite, browser: Browser) -> Editor:
    return Editor.at(own_site, browser)


@pytest.fixture
def visitor(own_site: RunningSite, browser: Browser) -> Iterator[Page]:
    """A phone whose browser runs no JavaScript."""
    context = browser.new_context(
        base_url=own_site.url,
        java_script_enabled=False,
        viewport={"width": 360, "height": 740},
        locale="sv-SE",
    )
    yield context.new_page()
    context.close()


def test_a_programme_is_copied_changed_published_and_taken_home(organiser: Editor, visitor: Page) -> None:
    organiser.signs_in("organiser")
    copies_the_last_edition(organiser.page)
    opens_the_programme(organiser.page)
    moves_a_session_by_keyboard(organiser.page)
    drags_it_to_another_room(organiser.page)
    is_warned_of_a_clash_with_both_sessions_named(organiser.page)
    address = publishes(organiser.page)
    filters_and_chooses_without_javascript(visitor, address)
    takes_the_calendar_file(organiser, visitor)


def test_the_rooms_of_the_workspace_are_open_to_everybody(organiser: Editor) -> None:
    organiser.signs_in("organiser")
    for path in ("", "2/", "2/texter/", "2/program/", "2/program/ny/", "2/forelasare/", "2/lokaler/"):
        page = organiser.reads(f"/arrangera/{path}")
        assert faults(page) == [], path
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


@pytest.mark.parametrize("light", ["light", "dark"])
def test_the_page_of_a_day_is_open_to_everybody(own_site: RunningSite, browser: Browser, light: Any) -> None:
    page = Person.at(own_site, browser).reads("/dagar/")
    page.emulate_media(color_scheme=light)
    page.locator(".card-link").first.click()
    page.wait_for_load_state()
    address = page.url

    for query in ("", "?som=tabell", "?val=5,6,7", "?spar=999"):
        page.goto(address + query)
        assert faults(page) == [], query
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, query


def faults(page: Page) -> list[Any]:
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)")
    return [(fault["id"], node["html"][:150]) for fault in found for node in fault["nodes"]]


def copies_the_last_edition(page: Page) -> None:
    page.goto("/konto/")
    page.get_by_role("link", name="Arrangera").first.click()
    page.get_by_role("link", name=re.compile("Ny upplaga")).first.click()
    page.get_by_label("Rubrik").fill(TITLE)
    page.get_by_role("button", name="Skapa upplagan").click()

    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(page.get_by_text("utkast", exact=True)).to_be_visible()


def opens_the_programme(page: Page) -> None:
    page.get_by_role("navigation", name="Om upplagan").get_by_role("link", name="Program").click()
    expect(row(page)).to_contain_text("9.00–9.20")


def row(page: Page) -> Locator:
    return page.locator(".desk-sessions > li", has_text=LECTURE)


def moves_a_session_by_keyboard(page: Page) -> None:
    row(page).get_by_role("button", name=re.compile("Tidigare")).focus()
    page.keyboard.press("Enter")

    expect(row(page)).to_contain_text("8.45–9.05")


def drags_it_to_another_room(page: Page) -> None:
    """A quarter later, from the large hall to the third column."""
    session = page.locator("[data-session]", has_text=LECTURE)
    room = page.locator("[data-editable] thead th").nth(2)
    slot = page.locator("td.free[data-starts='9.15']:not([data-room=''])").last
    session.hover(position={"x": 30, "y": 30})
    page.mouse.down()
    where = slot.bounding_box()
    assert where is not None
    page.mouse.move(where["x"] + 20, where["y"] + 8, steps=5)
    page.mouse.up()

    expect(page.locator(".messages")).to_contain_text("är flyttad")
    expect(row(page)).to_contain_text("9.15–9.35")
    expect(row(page).get_by_role("combobox").locator("option:checked")).to_have_text(room.inner_text())


def is_warned_of_a_clash_with_both_sessions_named(page: Page) -> None:
    row(page).get_by_role("combobox").select_option(label="Stora salen")
    row(page).get_by_role("button", name=re.compile("Byt lokal")).click()

    summary = page.locator(".ds-error-summary")
    expect(summary).to_contain_text("Stora salen är redan upptagen")
    expect(summary).to_contain_text(LECTURE)
    expect(summary).to_contain_text("Det här letar en upphandlare efter")
    page.get_by_label("Lokal").select_option(label="Ateljén")
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(row(page)).to_be_visible()


def publishes(page: Page) -> str:
    page.get_by_role("navigation", name="Om upplagan").get_by_role("link", name="Översikt").click()
    page.get_by_role("button", name="Publicera").click()
    link = page.get_by_role("link", name="Visa sidan som besökare ser den")
    return str(link.get_attribute("href"))


def filters_and_chooses_without_javascript(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator(".session")).to_have_count(14)
    page.get_by_label("Spår").select_option(label="Affärer")
    page.get_by_role("button", name="Visa", exact=True).click()
    expect(page.locator(".session")).to_have_count(5)

    page.get_by_role("link", name="Välj Räkna på ett anbud").click()
    page.get_by_role("link", name="Välj Vem vågar köpa?").click()
    expect(page.get_by_text("Du har valt 2 punkter")).to_be_visible()
    page.get_by_role("link", name="Visa bara mina val").click()
    expect(page.locator(".session")).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def takes_the_calendar_file(organiser: Person, page: Page) -> None:
    href = page.get_by_role("link", name="Lägg mina val i kalendern").get_attribute("href")
    answer = organiser.page.request.get(str(href))

    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    text = answer.text()
    assert text.count("BEGIN:VEVENT") == 2
    assert "SUMMARY:Vem vågar köpa?" in text
