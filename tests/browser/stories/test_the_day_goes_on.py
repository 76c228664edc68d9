"""The day goes on: a session is moved, somebody asks, a moderator lets it through; the phone hears of it."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from samverk.parts.day.registry.phones import KEY
from tests.browser.live import LiveDay, a_day_that_goes_on
from tests.browser.people import Editor, Person
from tests.browser.site import RunningSite

pytestmark = pytest.mark.browser
QUESTION = "Hur fick ni er första kund?"


class Phone(Person):
    """Somebody in the hall, whose phone says which requests it makes."""

    def listens(self) -> list[str]:
        """What it asks for from now on."""
        asked: list[str] = []
        self.page.on("request", lambda request: asked.append(path_of(request)))
        return asked

    def asks(self, day: LiveDay, question: str) -> None:
        """Go from what happens now to the audience's questions, and ask one."""
        self.reads(day.now)
        self.page.get_by_role("link", name="Frågor till scenen").click()
        self.page.get_by_label("Din fråga").fill(question)
        self.page.get_by_role("button", name="Skicka frågan").click()

    def stores(self) -> set[str]:
        """What it keeps."""
        return set(self.page.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))"))


def without_files(asked: list[str]) -> list[str]:
    """The pages among what was asked for, without their questions."""
    return [path.split("?")[0] for path in asked if not path.startswith("/static/")]


def path_of(request: Request) -> str:
    return re.sub(r"^https?://[^/]+", "", request.url)


@pytest.fixture(scope="module")
def day(site: RunningSite) -> LiveDay:
    return a_day_that_goes_on(site)


@pytest.fixture
def phone(site: RunningSite, browser: Browser) -> Iterator[Phone]:
    somebody = Phone.at(site, browser)
    somebody.page.set_viewport_size({"width": 360, "height": 740})
    yield somebody
    somebody.page.context.close()


@pytest.fixture
def organiser(site: RunningSite, browser: Browser) -> Iterator[Page]:
    somebody = Editor.at(site, browser)
    somebody.signs_in("organiser")
    yield somebody.page
    somebody.page.context.close()


def test_a_change_of_room_and_a_notice_are_told_to_the_phone_at_once(
    day: LiveDay, phone: Phone, organiser: Page
) -> None:
    page = phone.page
    with page.expect_request("**/handelser/**"):
        phone.reads(day.now)
    card = page.locator(f"[data-session='{day.session}']")
    expect(card).to_contain_text("Lilla salen")
    asked = phone.listens()

    organiser.goto(f"/arrangera/{day.edition}/program/{day.session}/")
    organiser.locator("select[name=room]").select_option(label="Stora salen")
    organiser.get_by_role("button", name="Spara").click()

    expect(card).to_contain_text("Flyttad till Stora salen")
    expect(page.locator("[data-said]")).to_have_text("Så startade vi bageriet: Flyttad till Stora salen")
    assert without_files(asked) == [f"{day.now}del/"]  # pushed: it asked once, when told

    organiser.goto(f"/arrangera/{day.edition}/nu/")
    organiser.get_by_label("Besked till besökarna").fill("Lunchen är framflyttad 10 minuter.")
    organiser.get_by_role("button", name="Visa för alla").click()
    expect(page.locator(".live-notice")).to_have_text("Lunchen är framflyttad 10 minuter.")
    organiser.get_by_role("button", name=re.compile("^Ta bort")).click()
    expect(page.locator(".live-notice")).to_have_count(0)


def test_a_question_is_asked_let_through_voted_for_and_put_on_the_stage(
    site: RunningSite, browser: Browser, day: LiveDay, phone: Phone, organiser: Page
) -> None:
    with organiser.expect_request("**/handelser/**"):
        organiser.goto(day.moderation)
    stage = organiser.context.new_page()
    stage.goto(f"{day.moderation}scen/")
    page = phone.page
    phone.asks(day, QUESTION)
    expect(page.get_by_text("Din fråga visas när den har blivit läst.")).to_be_visible()

    asked = phone.listens()
    organiser.get_by_role("button", name=f"Släpp fram {QUESTION}").click()
    expect(page.locator(".live-question")).to_have_text(QUESTION)
    assert without_files(asked) == [f"{day.questions}del/"]
    assert phone.stores() == set()

    neighbour = Phone.at(site, browser)
    neighbour.reads(day.questions)
    for each in (page, neighbour.page):
        each.get_by_role("button", name=f"Jag undrar också {QUESTION}").click()
        expect(each.get_by_role("button", name="Din röst är räknad")).to_be_disabled()
    expect(page.locator(".live-votes")).to_have_text("2 undrar")
    assert phone.stores() == {KEY}
    assert phone.cookie_names() == set()
    page.reload()
    expect(page.get_by_role("button", name="Din röst är räknad")).to_be_disabled()
    neighbour.page.context.close()

    expect(organiser.locator("#shown + ul")).to_contain_text("2 röster")
    organiser.get_by_role("button", name=f"På scenen {QUESTION}").click()
    expect(stage.locator(".stage-question")).to_have_text(QUESTION)
    expect(page.get_by_text("Besvaras nu", exact=True)).to_be_visible()
    organiser.get_by_role("button", name=f"Besvarad {QUESTION}").click()
    expect(page.get_by_role("heading", name="Besvarade")).to_be_visible()


def test_without_a_script_the_page_is_read_asked_and_voted_on_too(
    site: RunningSite, browser: Browser, day: LiveDay
) -> None:
    context = browser.new_context(base_url=site.url, locale="sv-SE", java_script_enabled=False)
    page = context.new_page()
    page.goto(day.now)
    expect(page.get_by_role("link", name="Uppdatera sidan")).to_be_visible()
    Phone(page).asks(day, "Går det utan skript?")

    expect(page.get_by_text("Tack! Din fråga")).to_be_visible()
    context.close()
