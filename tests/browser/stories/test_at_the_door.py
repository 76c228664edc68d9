"""The story of a morning at the door: two doors without net, one ticket at both, and what is seen of it."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, expect

from tests.browser.conftest import CHROMIUM_FLAGS
from tests.browser.people import Editor
from tests.browser.site import RunningSite
from tests.browser.tickets import film_of

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 360, "height": 740}, "locale": "sv-SE", "timezone_id": "Europe/Stockholm"}
SOMEBODY = """
import json
from samverk.parts.day.models import Edition, Registration
from samverk.parts.day.queries.registration import ticket_code
from samverk.parts.day.rules.checkin import short
edition = Edition.objects.order_by("-starts_on").first()
seats = Registration.objects.filter(edition=edition, state="confirmed")
rows = seats.exclude(name="").exclude(email="").order_by("pk")  # the demonstration's people first
row = rows[{number}]
code = ticket_code(row.reference, row.link_version)
print(json.dumps({{"edition": edition.pk, "name": row.name, "code": code, "short": short(code)}}))
"""


@dataclass(frozen=True)
class Ticket:
    """Somebody who has a seat at the demonstration's next day."""

    edition: int
    name: str
    code: str
    short: str


def ticket(site: RunningSite, number: int) -> Ticket:
    """Each story has people of its own."""
    told = site.run("manage", "shell", "--no-imports", "-c", SOMEBODY.format(number=number))
    return Ticket(**json.loads(told.strip().splitlines()[-1]))


@dataclass
class Phone:
    """A volunteer's phone at a door."""

    context: BrowserContext
    page: Page

    def is_without_net(self, without: bool = True) -> None:
        self.context.set_offline(without)

    def finds(self, name: str) -> None:
        self.page.get_by_label("Sök namn").fill(name)

    def lets_in(self, name: str) -> None:
        self.finds(name)
        self.page.get_by_role("button", name=f"Släpp in {name}").first.click()

    def sees(self, words: str) -> None:
        expect(self.page.get_by_role("dialog").get_by_text(words).first).to_be_visible()

    def goes_on(self) -> None:
        self.page.get_by_role("button", name="Nästa").click()

    def opens(self, link: str) -> None:
        self.page.goto(link)
        self.page.get_by_role("button", name="Öppna dörren").click()
        self.is_ready()

    def is_ready(self) -> None:
        expect(self.page.locator("#door[data-ready=yes]")).to_be_visible(timeout=15000)

    def is_kept(self) -> None:
        """The page is on the phone, and would open without net."""
        self.page.evaluate("navigator.serviceWorker.ready.then(() => null)")
        self.page.reload()
        self.is_ready()


@pytest.fixture
def phone(browser: Browser, site: RunningSite) -> Iterator[Callable[..., Phone]]:
    made: list[BrowserContext] = []

    def make(link: str, **facts: object) -> Phone:
        context = browser.new_context(base_url=site.url, **PHONE, **facts)
        made.append(context)
        new = Phone(context, context.new_page())
        new.opens(link)
        return new

    yield make
    for context in made:
        context.close()


@pytest.fixture
def organiser(site: RunningSite, browser: Browser) -> Editor:
    someone = Editor.at(site, browser)
    someone.signs_in("organiser")
    return someone


def door(organiser: Editor, edition: int, name: str) -> str:
    """Open a door; returns its link."""
    page = organiser.page
    page.goto(f"/arrangera/{edition}/dorrar/")
    page.get_by_label("Dörrens namn").fill(name)
    page.get_by_role("button", name="Öppna en dörr").click()
    return page.locator(".door-link code").inner_text()


def test_two_doors_without_net_do_not_let_the_same_ticket_in_unseen(
    site: RunningSite, organiser: Editor, phone: Callable[..., Phone]
) -> None:
    alva = ticket(site, 0)
    north, south = (phone(door(organiser, alva.edition, name)) for name in ("Norra entrén", "Södra entrén"))
    for one in (north, south):
        one.is_kept()
        one.is_without_net()
        one.lets_in(alva.name)
        one.sees("Välkommen in")
        one.sees("Utan nät just nu")
        one.goes_on()

    # the phone is switched off and on, still without net: nothing is lost, and the door still knows
    north.page.reload()
    north.is_ready()
    expect(north.page.get_by_text("1 väntar på nät")).to_be_visible()
    north.lets_in(alva.name)
    north.sees("Redan inne")
    north.goes_on()

    for one in (north, south):
        one.is_without_net(False)
    for one in (north, south):
        clash = one.page.get_by_role("region", name="Att se över")
        expect(clash).to_contain_text(alva.name, timeout=30000)
        expect(clash).to_contain_text("Norra entrén")
        expect(clash).to_contain_text("Södra entrén")
        expect(one.page.get_by_text("väntar på nät")).to_be_hidden()
    the_organiser_settles_it(organiser, alva)
    for one in (north, south):
        expect(one.page.get_by_role("region", name="Att se över")).to_be_hidden(timeout=30000)


def the_organiser_settles_it(organiser: Editor, who: Ticket) -> None:
    page = organiser.page
    page.goto(f"/arrangera/{who.edition}/dorrar/")
    expect(page.get_by_text("Biljetten släpptes in 2 gånger.")).to_be_visible()
    page.get_by_label("Vad hände?").fill("Gick ut till bilen och kom in genom den andra dörren.")
    page.get_by_role("button", name="Anteckna och stäng").click()
    expect(page.get_by_text("Biljetten släpptes in 2 gånger.")).to_be_hidden()


def test_a_ticket_that_is_in_is_refused_at_the_other_door_at_once(
    site: RunningSite, organiser: Editor, phone: Callable[..., Phone]
) -> None:
    birk = ticket(site, 1)
    first, second = (phone(door(organiser, birk.edition, name)) for name in ("Östra", "Västra"))
    first.lets_in(birk.name)
    first.sees("Välkommen in")
    first.goes_on()

    second.lets_in(birk.name)

    second.sees("Redan inne")
    second.sees("Östra")
    second.goes_on()
    expect(second.page.get_by_role("region", name="Att se över")).to_be_hidden()


def test_the_camera_reads_a_ticket(
    site: RunningSite,
    organiser: Editor,
    browser_type: BrowserType,
    tmp_path: Path,
) -> None:
    cora = ticket(site, 2)
    link = door(organiser, cora.edition, "Kameradörren")
    film = film_of(cora.code, tmp_path / "biljett.y4m")
    flags = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"]
    browser = browser_type.launch(
        executable_path="/usr/bin/chromium",
        args=[*CHROMIUM_FLAGS, *flags, f"--use-file-for-fake-video-capture={film}"],
    )
    try:
        context = browser.new_context(base_url=site.url, **PHONE)
        scanner = Phone(context, context.new_page())
        scanner.opens(link)
        scanner.page.get_by_role("button", name="Skanna biljetter").click()

        expect(scanner.page.get_by_role("dialog").get_by_text(cora.name)).to_be_visible(timeout=20000)
        scanner.sees("Välkommen in")
        scanner.goes_on()
        scanner.sees("Redan inne")
    finally:
        browser.close()


def test_codes_are_written_by_hand_and_wrong_ones_are_told_apart(
    site: RunningSite, organiser: Editor, phone: Callable[..., Phone]
) -> None:
    dag = ticket(site, 3)
    one = phone(door(organiser, dag.edition, "Koddörren"))

    def writes(code: str) -> None:
        if not one.page.get_by_label("Koden på biljetten").is_visible():
            one.page.get_by_text("Skriv koden").click()
        one.page.get_by_label("Koden på biljetten").fill(code)
        one.page.get_by_role("button", name="Kontrollera").click()

    writes(dag.code[:-6] + "AAAAAA")
    one.sees("Gammal biljett")
    one.goes_on()
    writes("ZZZZ-ZZZZ")
    one.sees("Okänd kod")
    one.goes_on()
    writes(dag.short.lower())
    one.sees("Välkommen in")
    one.sees(dag.name)


def test_a_mistake_is_undone_and_newcomers_get_a_seat(
    site: RunningSite, organiser: Editor, phone: Callable[..., Phone]
) -> None:
    eira = ticket(site, 4)
    one = phone(door(organiser, eira.edition, "Ångerdörren"))
    one.lets_in(eira.name)
    one.sees("Välkommen in")
    one.page.get_by_role("dialog").get_by_role("button", name="Ångra").click()
    one.lets_in(eira.name)
    one.sees("Välkommen in")
    one.goes_on()

    one.page.get_by_role("link", name="Ta emot utan anmälan").click()
    sheet = one.page.get_by_role("dialog")
    sheet.get_by_role("button", name="Släpp in").click()
    expect(sheet.get_by_text("Skriv personens namn.")).to_be_visible()
    sheet.get_by_label("Namn", exact=True).fill("Nova Oanmäld")
    sheet.get_by_role("button", name="Släpp in").click()
    one.sees("Nova Oanmäld")
    one.goes_on()

    organiser.page.goto(f"/arrangera/{eira.edition}/narvaro/?visa=came")
    expect(organiser.page.get_by_role("link", name="Nova Oanmäld").first).to_be_visible()


def test_only_the_check_in_is_kept_on_the_phone_and_closing_takes_it_away(
    site: RunningSite, organiser: Editor, phone: Callable[..., Phone]
) -> None:
    someone = ticket(site, 5)
    one = phone(door(organiser, someone.edition, "Sista dörren"))
    one.is_kept()
    scopes = (
        "navigator.serviceWorker.getRegistrations().then(all => all.map(one => new URL(one.scope).pathname))"
    )
    assert one.page.evaluate(scopes) == [f"/arrangera/{someone.edition}/incheckning/"]
    one.page.goto("/")
    assert one.page.evaluate("navigator.serviceWorker.controller") is None
    one.page.go_back()
    one.is_ready()

    one.page.get_by_text("Om den här telefonen").click()
    one.page.get_by_role("button", name="Stäng dörren").click()

    expect(one.page.get_by_text("Listan är raderad ur telefonen")).to_be_visible()
    kept = "Promise.all([indexedDB.databases(), caches.keys(), navigator.serviceWorker.getRegistrations()])"
    assert one.page.evaluate(f"{kept}.then(all => all.map(one => one.length))") == [0, 0, 0]


def test_a_door_that_an_organiser_closes_forgets_the_list(
    site: RunningSite, organiser: Editor, phone: Callable[..., Phone]
) -> None:
    someone = ticket(site, 5)
    one = phone(door(organiser, someone.edition, "Stängda dörren"))
    organiser.page.goto(f"/arrangera/{someone.edition}/dorrar/")
    organiser.page.get_by_role("button", name="Stäng Stängda dörren").click()

    expect(one.page.get_by_role("heading", name="Dörren är stängd")).to_be_visible(timeout=30000)
    one.page.wait_for_timeout(500)
    assert one.page.evaluate("indexedDB.databases().then(all => all.length)") == 0


def test_without_a_script_plain_forms_do_the_same(
    site: RunningSite, organiser: Editor, browser: Browser
) -> None:
    folke = ticket(site, 6)
    link = door(organiser, folke.edition, "Dörren utan skript")
    context = browser.new_context(base_url=site.url, java_script_enabled=False, **PHONE)
    page = context.new_page()
    page.goto(link)
    page.get_by_role("button", name="Öppna dörren").click()
    page.get_by_label("Sök namn").fill(folke.name)
    page.get_by_role("button", name="Sök").click()
    page.get_by_role("button", name=re.compile(f"Släpp in {folke.name}")).click()
    expect(page.get_by_role("heading", name="Välkommen in")).to_be_visible()
    page.get_by_role("link", name="Nästa").click()
    expect(page.get_by_role("heading", name="Incheckning")).to_be_attached()
    context.close()


def test_the_door_is_open_to_everybody(
    site: RunningSite,
    organiser: Editor,
    sign_in: Callable[[str], Page],
    accessibility_faults: Callable[[], list[str]],
) -> None:
    someone = ticket(site, 7)
    link = door(organiser, someone.edition, "Öppen för alla")
    page = sign_in("organiser")
    for path in (link, f"/arrangera/{someone.edition}/dorrar/", f"/arrangera/{someone.edition}/narvaro/"):
        page.goto(path)
        assert accessibility_faults() == [], path
    page.goto(f"/arrangera/{someone.edition}/incheckning/skarm/")
    assert accessibility_faults() == []
    page.goto(f"/arrangera/{someone.edition}/incheckning/")
    expect(page.locator("#door[data-ready=yes]")).to_be_visible(timeout=15000)
    assert accessibility_faults() == []
    page.get_by_label("Sök namn").fill(someone.name)
    assert accessibility_faults() == []
    page.get_by_role("button", name=f"Släpp in {someone.name}").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert accessibility_faults() == []
