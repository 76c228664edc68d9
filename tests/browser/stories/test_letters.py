"""Two stories of letters: an organiser's own words reach a visitor, and a cancelled day is told to all."""

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.people import Editor, Person
from tests.browser.site import RunningSite
from tests.browser.stories.test_registration import PATIENCE, letter_to

pytestmark = pytest.mark.browser
WORDS = "Kära {namn}!\n\nTa med tofflor till {plats}."


def test_an_organisers_words_reach_a_visitor(site: RunningSite, browser: Browser) -> None:
    organiser, visitor = Editor.at(site, browser), Person.at(site, browser)
    organiser.signs_in("organiser")
    page = organiser.page
    desk = the_coming_day(page)

    page.goto(f"{desk}brev/")
    page.get_by_role("link", name=re.compile("Svenska.*Bekräftelse")).click()
    page.get_by_label("Text").fill("Kära {nam}!")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_text("Fältet {nam} finns inte.").first).to_be_visible()
    page.get_by_label("Text").fill(WORDS)
    page.get_by_role("button", name="Visa hur det blir").click()
    expect(page.get_by_text("Kära Alva Exempel!")).to_be_visible()
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_text("egen text")).to_be_visible()

    page.get_by_role("link", name="Biljetter").click()
    form = str(page.get_by_role("link", name="Visa anmälan som besökare ser den").get_attribute("href"))
    registers(visitor.reads(form), "tora.brev@example.org")
    letter = letter_to(visitor.page, "tora.brev@example.org", about="Din plats på")
    expect(letter.get_by_text("Kära Tora Brev!").first).to_be_visible()
    expect(letter.get_by_text("Du har en plats").first).to_be_visible()

    page.goto(f"{desk}brev/seat/sv/")
    page.get_by_role("button", name="Återställ standardtexten").click()
    expect(page.get_by_text("Brevet har standardtexten igen.")).to_be_visible()


def test_a_cancelled_day_is_told_to_all(
    site: RunningSite, browser: Browser, page: Page, accessibility_faults: Callable[[], list[str]]
) -> None:
    organiser = Editor.at(site, browser)
    organiser.signs_in("organiser")
    desk = organiser.page
    public = a_day_of_its_own(desk)
    registers(Person(page).reads(f"{public}anmalan/"), "ove.installd@example.org")
    expect(page.get_by_text("Du har en plats")).to_be_visible()
    own = page.url

    desk.get_by_role("link", name="Översikt").click()
    desk.get_by_role("link", name="Ställ in dagen …").click()
    expect(desk.get_by_text("Brevet går till 1 anmäld.")).to_be_visible()
    desk.get_by_label("Text").fill("Hej {namn}!\n\nTaket läcker.")
    desk.get_by_role("button", name="Ställ in dagen och skicka breven").click()
    expect(desk.get_by_text("Upplagan är inställd.")).to_be_visible()
    waits_for(desk, "1 av 1 brev är skrivna")

    letter = letter_to(page, "ove.installd@example.org", about="är inställd")
    expect(letter.get_by_text("Taket läcker.").first).to_be_visible()
    expect(letter.get_by_role("link", name=re.compile(r"\.ics"))).to_be_visible()
    page.goto(own)
    expect(page.get_by_text("Dagen är inställd").first).to_be_visible()
    page.goto(public)
    expect(page.get_by_text("Dagen är inställd").first).to_be_visible()
    assert accessibility_faults() == []


def the_coming_day(page: Page) -> str:
    page.goto("/arrangera/")
    page.locator(".desk-editions a").first.click()
    return page.url


def a_day_of_its_own(page: Page) -> str:
    """A day in a series of its own: the other stories keep theirs. Returns the address of its page."""
    page.goto("/arrangera/serier/ny/")
    page.get_by_label("Namn").fill("Övningsdagen")
    page.get_by_role("button", name="Skapa").click()
    page.get_by_label("Rubrik").fill("Dagen som ställs in")
    page.get_by_label("Första dagen").fill(f"{datetime.now(UTC).date() + timedelta(days=90)}")
    page.get_by_role("button", name="Skapa upplagan").click()
    page.get_by_role("button", name="Publicera").click()
    page.get_by_role("link", name="Biljetter").click()
    page.get_by_role("link", name="Ny biljett").click()
    page.get_by_label("Namn").fill("Besökare")
    page.get_by_label("Antal platser").fill("10")
    page.get_by_role("button", name="Spara").click()
    link = page.get_by_role("link", name="Visa anmälan som besökare ser den")
    return str(link.get_attribute("href")).removesuffix("anmalan/")


def registers(page: Page, email: str) -> None:
    page.get_by_label("Besökare").check()
    page.get_by_label("Ditt namn").fill("Tora Brev")
    page.get_by_label("Din e-postadress").fill(email)
    page.get_by_role("button", name="Skicka anmälan").click()


def waits_for(page: Page, text: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not page.get_by_text(text).count() and time.monotonic() < deadline:
        page.wait_for_timeout(500)
        page.reload()
    expect(page.get_by_text(text)).to_be_visible()
