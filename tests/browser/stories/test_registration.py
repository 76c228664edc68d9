"""The story of a seat: somebody gets it, the next waits, the first cancels, and the next takes the offer."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.people import Editor, Person
from tests.browser.site import RunningSite

pytestmark = pytest.mark.browser

TICKET = "Seminariet med en enda plats"
PATIENCE = 60


def test_a_seat_goes_from_one_to_the_next(site: RunningSite, browser: Browser) -> None:
    organiser, first, second = (kind.at(site, browser) for kind in (Editor, Person, Person))
    form = the_organiser_adds_a_ticket_with_one_seat(organiser)

    registers(first, form, name="Alva Först", email="alva.forst@example.org")
    expect(first.page.get_by_text("Du har en plats")).to_be_visible()
    letter = letter_to(first.page, "alva.forst@example.org", about="Din plats på")
    expect(letter.get_by_role("link", name=re.compile(r"biljett.*\.pdf"))).to_be_visible()

    registers(second, form, name="Birk Sedan", email="birk.sedan@example.org")
    expect(second.page.get_by_text("Du är nummer 1 i kön")).to_be_visible()

    cancels(first)
    opens_the_link_of(letter_to(second.page, "birk.sedan@example.org", about="En plats är ledig"))
    expect(second.page.get_by_text("En plats är ledig för dig")).to_be_visible()
    second.page.get_by_role("button", name="Ja tack").click()
    expect(second.page.get_by_text("Du har en plats")).to_be_visible()
    the_organiser_sees_who_has_the_seat(organiser)


def test_registering_is_open_to_everybody(page: Page, accessibility_faults: Callable[[], list[str]]) -> None:
    page.goto("/dagar/sociala-foretagsdagen/")
    page.get_by_role("link", name=re.compile("Sociala företagsdagen 20")).first.click()
    page.get_by_role("link", name="Anmäl dig").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Anmälan till")
    assert accessibility_faults() == []
    page.get_by_role("button", name="Skicka anmälan").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert accessibility_faults() == []
    page.get_by_label("Besökare").check()
    page.get_by_label("Ditt namn").fill("Cora Öppen")
    page.get_by_label("Din e-postadress").fill("cora.oppen@example.org")
    page.get_by_label("Antal kollegor").fill("1")
    page.get_by_role("button", name="Skicka anmälan").click()
    expect(page.get_by_text("Du har en plats")).to_be_visible()
    assert accessibility_faults() == []
    own = page.url
    for way in ("andra", "lamna-over", "avboka", "kollegor"):
        page.goto(f"{own}{way}/")
        assert accessibility_faults() == [], way


def the_organiser_adds_a_ticket_with_one_seat(organiser: Editor) -> str:
    """Returns the address of the form for registering."""
    organiser.signs_in("organiser")
    page = organiser.page
    page.goto("/arrangera/")
    page.locator(".desk-editions a").first.click()
    page.get_by_role("link", name="Biljetter").click()
    page.get_by_role("link", name="Ny biljett").click()
    page.get_by_label("Namn").fill(TICKET)
    page.get_by_label("Antal platser").fill("1")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_role("link", name=TICKET)).to_be_visible()
    return str(page.get_by_role("link", name="Visa anmälan som besökare ser den").get_attribute("href"))


def registers(person: Person, form: str, *, name: str, email: str) -> None:
    page = person.reads(form)
    page.get_by_label(TICKET).check()
    page.get_by_label("Ditt namn").fill(name)
    page.get_by_label("Din e-postadress").fill(email)
    page.get_by_role("button", name="Skicka anmälan").click()
    expect(page).to_have_url(re.compile(r"/dagar/anmalan/[\w-]{40,}/$"))


def cancels(person: Person) -> None:
    page = person.page
    page.go_back()
    opens_the_link_of(letter_to(page, "alva.forst@example.org", about="Din plats på"))
    page.get_by_role("link", name="Avboka").click()
    page.get_by_role("button", name="Ja, avboka min anmälan").click()
    expect(page.get_by_text("Din anmälan är avbokad")).to_be_visible()


def letter_to(page: Page, email: str, *, about: str) -> Page:
    """Open the latest letter to an address, as soon as the worker has written it."""
    deadline = time.monotonic() + PATIENCE
    row = page.locator("tr", has_text=email).filter(has_text=about)
    page.goto("/demo/brev/")
    while not row.count() and time.monotonic() < deadline:
        page.wait_for_timeout(500)
        page.reload()
    row.first.get_by_role("link").first.click()
    return page


def opens_the_link_of(letter: Page) -> None:
    """Follow the link in a letter, wherever the site was told that it lives."""
    address = re.search(r"/dagar/anmalan/[\w-]+/", letter.locator("main").inner_text())
    assert address, "the letter holds no link"
    letter.goto(address[0])


def the_organiser_sees_who_has_the_seat(organiser: Editor) -> None:
    page = organiser.page
    page.get_by_role("link", name="Anmälda").first.click()
    page.get_by_label("Sök namn, adress eller organisation").fill("birk.sedan")
    page.get_by_role("button", name="Visa").click()
    expect(page.get_by_role("row", name=re.compile("Birk Sedan"))).to_contain_text("har plats")
