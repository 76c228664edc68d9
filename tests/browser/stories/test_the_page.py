"""The story of the page: from another site, corrected and published, to readers in two languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

import samverk.demo
from tests.browser.people import Editor, Person
from tests.browser.site import RunningSite, running_site

pytestmark = pytest.mark.browser

SAVED_PAGE = Path(samverk.demo.__file__).parent / "pages" / "sociala-foretagsdagen-i-norr.html"
TITLE = "Dagen i norr, berättad igen"
ENGLISH_TITLE = "The Day in the north, told again"
ADDRESS = "/aktuellt/dagen-i-norr-berattad-igen/"


@pytest.fixture(scope="module")
def own_site() -> Iterator[RunningSite]:
    """A site of the story's own, for its owner switches statistics on."""
    with running_site() as site:
        yield site


@pytest.fixture
def editor(own_site: RunningSite, browser: Browser) -> Editor:
    return Editor.at(own_site, browser)


@pytest.fixture
def owner(own_site: RunningSite, browser: Browser) -> Editor:
    return Editor.at(own_site, browser)


@pytest.fixture
def reader(own_site: RunningSite, browser: Browser) -> Person:
    return Person.at(own_site, browser)


def test_a_page_travels_from_another_site_to_its_readers(
    own_site: RunningSite, editor: Editor, owner: Editor, reader: Person
) -> None:
    the_editor_imports_corrects_and_publishes_it(own_site, editor)
    a_reader_finds_it_and_reads_it_in_swedish(own_site, reader)
    the_editor_translates_it_and_the_reader_turns_to_english(editor, reader)
    the_owner_asks_about_statistics_and_the_reader_refuses(owner, reader)
    the_reader_prints_the_story_alone(reader)


def the_editor_imports_corrects_and_publishes_it(site: RunningSite, editor: Editor) -> None:
    editor.signs_in("lead_editor")
    editor.takes_in(SAVED_PAGE)
    expect(editor.page.get_by_text("Följer inte med").first).to_be_visible()
    editor.keeps_as_draft(section="Aktuellt (Svenska)", title=TITLE)

    assert site.status_of(ADDRESS) == 404
    assert editor.publishes() == ADDRESS
    assert site.status_of(ADDRESS) == 200


def a_reader_finds_it_and_reads_it_in_swedish(site: RunningSite, reader: Person) -> None:
    page = reader.reads("/")
    page.get_by_role("link", name="Aktuellt").first.click()
    page.get_by_role("link", name=TITLE).first.click()

    expect(page).to_have_url(site.url + ADDRESS)
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(page.get_by_text("Anna Lindberg")).to_be_visible()
    expect(page.locator(".fact-box")).to_contain_text("Bakgrund")
    expect(page.locator("time[datetime='2018-04-17']").first).to_be_visible()


def the_editor_translates_it_and_the_reader_turns_to_english(editor: Editor, reader: Person) -> None:
    editor.opens(TITLE)
    editor.translates_to("English", title=ENGLISH_TITLE)
    editor.publishes()
    page = reader.reads(ADDRESS)
    page.get_by_role("link", name="English").first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text(ENGLISH_TITLE)
    expect(page.locator("html")).to_have_attribute("lang", "en")


def the_owner_asks_about_statistics_and_the_reader_refuses(owner: Editor, reader: Person) -> None:
    owner.signs_in("administrator")
    owner.asks_visitors_about_statistics()
    page = reader.reads(ADDRESS)
    refuse = page.locator(".cookie-notice").get_by_role("button", name="Neka")

    expect(refuse).to_be_visible()
    assert reader.cookie_names() == set()
    refuse.click()
    expect(refuse).to_be_hidden()
    page.reload()
    expect(refuse).to_be_hidden()
    assert reader.cookie_names() == {"samverk_cookies"}


def the_reader_prints_the_story_alone(reader: Person) -> None:
    page = reader.page
    page.emulate_media(media="print")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("header.site-header nav").first).to_be_hidden()
    expect(page.locator("main form").first).to_be_hidden()
    assert page.pdf(format="A4").startswith(b"%PDF")
