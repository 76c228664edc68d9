"""The story of a comment: from a reader, past two editors at once, to a letter with the answer."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.people import Editor, Person
from tests.browser.site import RunningSite

pytestmark = pytest.mark.browser

ARTICLE = "/aktuellt/sociala-foretagsdagen-i-norr/"
SAID = "Kan ni berätta hur många som kom till dagen i april?"
ADDRESS = "lena.lasare@example.org"
ANSWER = "Ungefär 120 personer. Vi har lagt till det i texten. Tack för frågan!"
ALSO = "Hej! Jag återkommer om det."


@pytest.fixture
def reader(site: RunningSite, browser: Browser) -> Person:
    return Person.at(site, browser)


@pytest.fixture
def elsa(site: RunningSite, browser: Browser) -> Editor:
    return Editor.at(site, browser)


@pytest.fixture
def henrik(site: RunningSite, browser: Browser) -> Editor:
    return Editor.at(site, browser)


def test_a_comment_travels_from_a_reader_to_the_editors_and_back(
    reader: Person, elsa: Editor, henrik: Editor
) -> None:
    the_reader_comments_at_the_foot_of_the_page(reader)
    elsa.signs_in("editor")
    henrik.signs_in("lead_editor")
    for editor in (elsa, henrik):
        opens_what_was_said(editor.page)
    elsa_takes_it_and_answers(elsa.page)
    henrik_who_was_slower_is_told_and_loses_nothing(henrik.page)
    the_answer_lies_in_the_readers_mailbox(reader.page)


def the_reader_comments_at_the_foot_of_the_page(reader: Person) -> None:
    page = reader.reads(ARTICLE)
    page.get_by_text("Kommentera innehållet på sidan").click()
    page.get_by_label("Din synpunkt").fill(SAID)
    page.get_by_label("Din e-postadress").fill(ADDRESS)
    page.locator("#kommentera").get_by_role("button", name=re.compile("Skicka")).click()

    expect(page).to_have_url(re.compile(r"/synpunkter/tack/"))


def opens_what_was_said(page: Page) -> None:
    page.goto("/redaktion/")
    page.get_by_role("link", name=re.compile(r"^Synpunkter \(\d+\)$")).click()
    page.get_by_role("link", name=SAID).first.click()

    expect(page.get_by_role("link", name="Sociala företagsdagen i Norr")).to_be_visible()
    expect(page.get_by_text("Vill ha svar med e-post.")).to_be_visible()
    assert ADDRESS not in page.content()


def elsa_takes_it_and_answers(page: Page) -> None:
    page.get_by_role("button", name="Jag tar den").click()
    expect(page.get_by_text("Synpunkten är tilldelad.")).to_be_visible()
    page.get_by_label("Ditt svar").fill(ANSWER)
    page.get_by_role("button", name="Skicka svaret").click()

    expect(page.get_by_text("Svaret är på väg till 1 person.")).to_be_visible()
    expect(page.locator(".inbox-said--answer")).to_contain_text(ANSWER)


def henrik_who_was_slower_is_told_and_loses_nothing(page: Page) -> None:
    page.get_by_label("Ditt svar").fill(ALSO)
    page.get_by_role("button", name="Skicka svaret").click()

    expect(page.get_by_text("Någon hann före dig")).to_be_visible()
    expect(page.get_by_label("Ditt svar")).to_have_value(ALSO)
    expect(page.locator(".inbox-said--answer")).to_contain_text(ANSWER)


def the_answer_lies_in_the_readers_mailbox(page: Page) -> None:
    page.goto("/demo/brev/")
    page.get_by_role("link", name="Svar på din synpunkt").first.click()

    expect(page.get_by_text(ADDRESS)).to_be_visible()
    expect(page.get_by_text(ANSWER)).to_be_visible()
    expect(page.get_by_text(SAID)).to_be_visible()
    expect(page.get_by_text(ALSO)).to_have_count(0)
