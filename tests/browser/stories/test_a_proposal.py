"""The story of an idea: proposed, judged blind by two, accepted, and seen in the programme."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.people import Editor, Person
from tests.browser.site import RunningSite
from tests.browser.stories.test_registration import letter_to

pytestmark = pytest.mark.browser
TITLE = "Att börja i liten skala"


def test_an_idea_becomes_a_session(site: RunningSite, browser: Browser) -> None:
    organiser, administrator, writer = (kind.at(site, browser) for kind in (Editor, Editor, Person))
    organiser.signs_in("organiser")
    administrator.signs_in("administrator")
    desk = Desk.of(organiser)
    form = desk.opens_the_call()

    proposes(writer, form)
    letter = letter_to(writer.page, "frida.forslag@example.org", about="Vi har fått ditt förslag")
    address = re.search(r"/dagar/forslag/[\w-]+/", letter.locator("main").inner_text())
    assert address
    own = address[0]

    judges(organiser.page, desk.opens_the_proposal(organiser.page), grade=5, note="Ja, ja, ja!")
    page = administrator.page
    judging = desk.opens_the_proposal(page)
    expect(page.get_by_text("1 person har bedömt förslaget.")).to_be_visible()
    expect(page.get_by_text("Ja, ja, ja!")).to_have_count(0)
    judges(page, judging, grade=2, note="Kanske.")
    expect(page.get_by_text("Ja, ja, ja!")).to_be_visible()
    expect(page.get_by_text("3,5 (från 2,0 till 5,0)").first).to_be_visible()
    expect(page.get_by_text("Bedömarna tycker olika.")).to_be_visible()

    desk.accepts(organiser.page, words="Vi ses efter lunch!")
    letter = letter_to(writer.page, "frida.forslag@example.org", about="är antaget")
    expect(letter.get_by_text("Vi ses efter lunch!").first).to_be_visible()
    expect(writer.reads(own).get_by_text("Förslaget är antaget.")).to_be_visible()
    expect(writer.reads(desk.public).get_by_text(TITLE)).to_have_count(0)

    desk.shows_the_session(organiser.page)
    page = reads_when_it_is_new(writer, desk.public)
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(page.get_by_role("heading", name="Frida Förslag")).to_be_visible()


def test_proposing_is_open_to_everybody(
    page: Page, site: RunningSite, browser: Browser, accessibility_faults: Callable[[], list[str]]
) -> None:
    organiser = Editor.at(site, browser)
    organiser.signs_in("organiser")
    page.goto(Desk.of(organiser).opens_the_call())
    assert accessibility_faults() == []
    page.get_by_role("button", name="Skicka förslaget").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert accessibility_faults() == []
    writes(page, email="oppen@example.org", title="Öppet för alla")
    assert accessibility_faults() == []
    own = page.url.split("?")[0]
    for way in ("andra", "dra-tillbaka"):
        page.goto(f"{own}{way}/")
        assert accessibility_faults() == [], way
    page.get_by_role("button", name="Ja, dra tillbaka").click()
    expect(page.get_by_text("Du har dragit tillbaka förslaget.")).to_be_visible()


def reads_when_it_is_new(visitor: Any, address: str) -> Page:
    """Read a page again until the title is on it: pages are kept for a second."""
    deadline = time.monotonic() + 10
    page: Page = visitor.reads(address)
    while not page.get_by_role("heading", name=TITLE).count() and time.monotonic() < deadline:
        page = visitor.reads(address)
    return page


@dataclass(frozen=True)
class Desk:
    """The organisers' workspace for the coming day."""

    page: Page
    desk: str
    public: str

    @classmethod
    def of(cls, organiser: Editor) -> "Desk":
        page = organiser.page
        page.goto("/arrangera/")
        page.locator(".desk-editions a").first.click()
        public = page.get_by_role("link", name="Visa sidan som besökare ser den").get_attribute("href")
        return cls(page, page.url, str(public))

    def opens_the_call(self) -> str:
        """Returns the address of the form."""
        self.page.goto(f"{self.desk}forslag/inbjudan/")
        self.page.get_by_label("Ta emot förslag till programmet").check()
        self.page.get_by_role("textbox", name=re.compile("^Inbjudan")).fill("Visa hur ni gör.")
        self.page.get_by_role("button", name="Spara").click()
        link = self.page.get_by_role("link", name="Visa formuläret som besökare ser det")
        return str(link.get_attribute("href"))

    def opens_the_proposal(self, page: Page) -> str:
        page.goto(f"{self.desk}forslag/")
        page.get_by_role("link", name=TITLE).click()
        expect(page.get_by_role("heading", name=TITLE, level=1)).to_be_visible()
        return page.url

    def accepts(self, page: Page, *, words: str) -> None:
        page.get_by_role("link", name="Anta …").click()
        page.get_by_label("Börjar").fill("16:30")
        page.get_by_label("Brev", exact=True).fill(words)
        page.get_by_role("button", name="Besluta och skicka brevet").click()
        expect(page.get_by_text("Beslutet är sparat och brevet är på väg.")).to_be_visible()

    def shows_the_session(self, page: Page) -> None:
        page.get_by_role("link", name="Punkten i programmet").click()
        page.get_by_label("Visa inte punkten för besökare än").uncheck()
        page.get_by_role("button", name="Spara").click()
        expect(page.get_by_text("Ändringen är sparad.")).to_be_visible()


def proposes(writer: Person, form: str) -> None:
    writes(writer.reads(form), email="frida.forslag@example.org", title=TITLE)


def writes(page: Page, *, email: str, title: str) -> None:
    page.get_by_label("Rubrik").fill(title)
    page.get_by_label("Vad är det?").select_option(label="Workshop")
    page.get_by_label("Beskrivning").fill("Vi räknar på en liten verksamhet tillsammans.")
    page.get_by_label("Ditt namn").fill("Frida Förslag")
    page.get_by_label("Din e-postadress").fill(email)
    page.get_by_label("Ja, mitt namn, min presentation och min bild").check()
    page.get_by_role("button", name="Skicka förslaget").click()
    expect(page.get_by_text("Tack för ditt förslag")).to_be_visible()


def judges(page: Page, address: str, *, grade: int, note: str) -> None:
    page.goto(address)
    for group in page.locator("form.grades fieldset").all():
        group.get_by_role("radio").nth(grade - 1).check()
    page.get_by_label("Anteckning").fill(note)
    page.get_by_role("button", name="Spara bedömningen").click()
    expect(page.get_by_text("Din bedömning är sparad.")).to_be_visible()
