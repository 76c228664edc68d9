"""The story of the page: it comes from another site, is corrected, published, translated, read and printed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

import samverk.demo
from tests.browser.people import Editor, Person
from tests.browser.site import RunningSite, running_site

pytestmark = pytest.mark.browser

SAVED_PAGE = Path(samverk.demo.__file__).parent / "pages" / "sociala-foretagsdagen-i-norr.html"


@pytest.fixture(scope="module")
def own_site() -> Iterator[RunningSite]:
    """A site of the story's own, for its owner switches statistics on."""
    with running_site() as site:
        yield site


def test_a_page_travels_from_another_site_to_its_readers(own_site: RunningSite, browser: Browser) -> None:
    editor, owner, reader = (
        Editor.at(own_site, browser),
        Editor.at(own_site, browser),
        Person.at(own_site, browser),
    )

    # The editor imports the page, corrects it, and publishes it.
    editor.signs_in("lead_editor")
    editor.takes_in(SAVED_PAGE)
    expect(editor.page.get_by_text("Följer inte med").first).to_be_visible()
    editor.keeps_as_draft(section="Aktuellt (Svenska)", title="Dagen i norr, berättad igen")
    assert own_site.status_of("/aktuellt/dagen-i-norr-berattad-igen/") == 404
    address = editor.publishes()

    # A reader finds it on the front page, two clicks at most, and reads it in Swedish.
    page = reader.reads("/aktuellt/")
    page.get_by_role("link", name="Dagen i norr, berättad igen").click()
    expect(page).to_have_url(own_site.url + "/aktuellt/dagen-i-norr-berattad-igen/")
    assert address.endswith("/aktuellt/dagen-i-norr-berattad-igen/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Dagen i norr, berättad igen")
    expect(page.get_by_text("Anna Lindberg")).to_be_visible()
    expect(page.locator(".fact-box")).to_contain_text("Bakgrund")
    expect(page.locator("time[datetime='2018-04-17']")).to_be_visible()

    # The editor translates it, and the reader turns to English.
    editor.page.go_back()
    editor.translates_to("English", title="The Day in the north, told again")
    editor.publishes()
    page.reload()
    page.get_by_role("link", name="English").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The Day in the north, told again")
    expect(page.locator("html")).to_have_attribute("lang", "en")

    # The owner begins to ask about statistics; nothing is kept before the reader has answered, and no is no.
    owner.signs_in("administrator")
    owner.asks_visitors_about_statistics()
    page = reader.reads("/aktuellt/dagen-i-norr-berattad-igen/")
    question = page.locator(".cookie-notice")
    expect(question.get_by_role("button", name="Neka")).to_be_visible()
    assert reader.cookie_names() == set()
    question.get_by_role("button", name="Neka").click()
    expect(page.locator(".cookie-notice").get_by_role("button", name="Neka")).to_be_hidden()
    page.reload()
    expect(page.locator(".cookie-notice").get_by_role("button", name="Neka")).to_be_hidden()
    assert reader.cookie_names() == {"samverk_cookies"}

    # The reader prints it: the story alone, without the menus.
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("header.site-header nav").first).to_be_hidden()
    expect(page.locator(".cookie-notice").first).to_be_hidden()
    assert page.pdf(format="A4").startswith(b"%PDF")
