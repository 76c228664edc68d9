"""The story of an invoice: an enterprise registers, is billed, pays, and the books get a file."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from samverk.parts.day.tests.sie_reader import read
from tests.browser.people import Editor, Person
from tests.browser.site import RunningSite
from tests.browser.stories.test_registration import letter_to

pytestmark = pytest.mark.browser

TICKET = "Kurs mot betalning"
SELLER = {
    "Namn på fakturan": "Region Exempel",
    "Organisationsnummer": "555555-5555",
    "Momsregistreringsnummer": "SE555555555501",
    "Gata eller box": "Provgatan 1",
    "Postnummer": "972 34",
    "Ort": "Exempelstad",
    "E-postadress för frågor om fakturan": "ekonomi@example.org",
    "Bankgiro": "5050-1055",
}
PAYER = {
    "Organisation på fakturan": "Återbruket Exempel AB",
    "Fakturaadress": "Exempelvägen 2",
    "Postnummer": "972 35",
    "Ort": "Exempelstad",
    "E-postadress för fakturan": "faktura@example.org",
    "Er referens": "Kim Exempel",
}


def test_an_enterprise_registers_is_billed_pays_and_the_books_get_a_file(
    site: RunningSite, browser: Browser, tmp_path: Path
) -> None:
    organiser, enterprise = (kind.at(site, browser) for kind in (Editor, Person))
    form = the_organiser_sets_a_price(organiser)

    registers(enterprise, form)
    bills(organiser)
    letter = letter_to(enterprise.page, "faktura@example.org", about="Faktura 1")
    expect(letter.locator("main")).to_contain_text("1\xa0250,00 kr")
    expect(letter.get_by_role("link", name=re.compile(r"faktura-1\.pdf"))).to_be_visible()

    is_paid(organiser)
    file = takes_out_the_file(organiser, tmp_path)
    (voucher,) = read(file).vouchers
    assert voucher.text == "Faktura 1, Återbruket Exempel AB"
    assert sum(amount for _account, amount, _objects in voucher.entries) == 0


def test_the_pages_about_invoices_are_open_to_everybody(
    site: RunningSite, page: Page, accessibility_faults: Callable[[], list[str]]
) -> None:
    Editor(page).signs_in("organiser")
    page.goto("/arrangera/")
    page.locator(".desk-editions a").first.click()
    page.get_by_role("link", name="Fakturor").click()
    assert accessibility_faults() == []
    for way in ("avsandare", "bokforing"):
        page.goto(f"{re.sub('fakturor/.*', 'fakturor/', page.url)}{way}/")
        assert accessibility_faults() == [], way


def the_organiser_sets_a_price(organiser: Editor) -> str:
    """Says first who sends the invoices. Returns the address of the form for registering."""
    organiser.signs_in("organiser")
    page = organiser.page
    page.goto("/arrangera/")
    page.locator(".desk-editions a").first.click()
    page.get_by_role("link", name="Fakturor").click()
    page.get_by_role("link", name=re.compile("vem som fakturerar", re.IGNORECASE)).click()
    for label, value in SELLER.items():
        page.get_by_label(label).fill(value)
    page.get_by_role("button", name="Spara").click()
    page.get_by_role("link", name="Biljetter").click()
    page.get_by_role("link", name="Ny biljett").click()
    page.get_by_label("Namn").fill(TICKET)
    page.get_by_label("Antal platser").fill("5")
    page.get_by_label("Pris i kronor").fill("1000")
    page.get_by_role("button", name="Spara").click()
    return str(page.get_by_role("link", name="Visa anmälan som besökare ser den").get_attribute("href"))


def registers(person: Person, form: str) -> None:
    page = person.reads(form)
    expect(page.get_by_label("Fakturaadress")).to_be_hidden()
    page.get_by_label(TICKET).check()
    page.get_by_label("Ditt namn").fill("Kim Exempel")
    page.get_by_label("Din e-postadress").fill("kim@example.org")
    for label, value in PAYER.items():
        page.get_by_label(label).fill(value)
    page.get_by_label("Organisationsnummer").fill("556677-8898")
    page.get_by_role("button", name="Skicka anmälan").click()
    expect(page.get_by_role("alert")).to_contain_text("någon siffra är fel")
    expect(page.get_by_label("Fakturaadress")).to_have_value("Exempelvägen 2")
    page.get_by_label("Organisationsnummer").fill("556677-8899")
    page.get_by_role("button", name="Skicka anmälan").click()
    expect(page.get_by_text("Du har en plats")).to_be_visible()


def bills(organiser: Editor) -> None:
    page = organiser.page
    page.get_by_role("link", name="Fakturor").first.click()
    expect(page.get_by_role("row", name=re.compile("Återbruket Exempel AB"))).to_be_visible()
    page.get_by_role("button", name="Fakturera alla").click()
    expect(page.get_by_text("1 faktura är på väg.")).to_be_visible()


def is_paid(organiser: Editor) -> None:
    page = organiser.page
    page.get_by_role("link", name="1", exact=True).click()
    page.get_by_role("button", name="Markera som betald").click()
    expect(page.get_by_text("Fakturan är betald.")).to_be_visible()


def takes_out_the_file(organiser: Editor, folder: Path) -> bytes:
    page = organiser.page
    page.get_by_role("link", name="Fakturor").first.click()
    page.get_by_role("link", name="Bokföring och SIE-fil").click()
    with page.expect_download() as taken:
        page.get_by_role("button", name="Hämta SIE-fil").click()
    place = folder / "fakturor.si"
    taken.value.save_as(place)
    return place.read_bytes()
