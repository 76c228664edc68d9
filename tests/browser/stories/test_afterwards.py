"""The story of the day after: a letter, answers on a phone, a chart, a quotation and a certificate."""

import re
import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.people import Editor
from tests.browser.site import RunningSite

IS_WRITTEN = "text => [...document.querySelectorAll('textarea')].some(field => field.value === text)"

pytestmark = pytest.mark.browser

PATIENCE = 90
PHONE = {"viewport": {"width": 360, "height": 740}, "locale": "sv-SE", "timezone_id": "Europe/Stockholm"}
VISITORS = 6
YESTERDAY = """
from datetime import timedelta
from uuid import uuid4
from django.utils import timezone
from samverk.base.organisations.models import Organisation
from samverk.base.organisations.permissions import OPERATOR as by
from samverk.parts.day.actions import checkin, editions, programme, registration, tickets
from samverk.parts.day.models import Registration, Series
now = timezone.localtime()
day = now.date() - timedelta(days=1)
home = Organisation.objects.get(name="Region Norrsken")
key = editions.create_series(name="Återträffen", purpose="Att ses igen.", organiser_id=home.pk, by=by)
edition = editions.create_edition(series_id=key, outline=editions.Outline("Återträffen", day, day), by=by)
then = now - timedelta(days=1)
start = then.replace(hour=9, minute=0, second=0, microsecond=0)
draft = programme.SessionDraft(
    title="Ett samtal", kind="panel", starts_at=start, ends_at=start + timedelta(hours=1)
)
session = programme.add_session(edition_id=edition, draft=draft, by=by)
editions.publish(edition_id=edition, by=by)
kind = tickets.add(edition_id=edition, facts=tickets.Facts("Besökare", 9), by=by)
for number in range({visitors}):
    who = registration.Person(f"Åter {{number}}", f"ater{{number}}@example.org")
    registration.register(
        entry=registration.Entry(uuid4(), kind, who, "sv"), now=now - timedelta(days=9)
    )
keys = Registration.objects.filter(edition=edition).values_list("pk", flat=True)
passages = [
    checkin.Sent(uuid4(), start, registration_id=key, session_id=place)
    for key in keys
    for place in (None, session)
]
batch = checkin.Batch(None, start, passages)
checkin.receive(edition_id=edition, batch=batch, sender=checkin.Sender(user=by), now=start)
print(edition)
"""


@pytest.fixture
def edition(site: RunningSite) -> int:
    """A day that was yesterday, to which six people came."""
    told = site.run("manage", "shell", "--no-imports", "-c", YESTERDAY.format(visitors=VISITORS))
    return int(told.strip().splitlines()[-1])


@pytest.fixture
def phone(site: RunningSite, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(base_url=site.url, java_script_enabled=False, **PHONE)
    yield context.new_page()
    context.close()


def test_the_day_after(
    site: RunningSite,
    browser: Browser,
    edition: int,
    phone: Page,
    page: Page,
    accessibility_faults: Callable[[], list[str]],
) -> None:
    organiser = Editor.at(site, browser)
    organiser.signs_in("organiser")
    invites(organiser.page, edition)
    for number in range(VISITORS):
        address = link_in_letter_to(phone, f"ater{number}@example.org")
        if number == 0:
            page.goto(address)
            assert accessibility_faults() == []
        answers(phone, address, number)

    reads_the_answers_and_releases_a_quotation(organiser.page, edition)
    has_the_article_drafted(organiser.page, edition)
    finds_the_quotation_in_the_draft(Editor.at(site, browser))
    takes_out_the_certificate(phone, site)


def invites(page: Page, edition: int) -> None:
    page.goto(f"/arrangera/{edition}/utvardering/")
    page.get_by_role("button", name="Använd de färdiga frågorna").click()
    expect(page.get_by_role("link", name="Vilket betyg ger du dagen?")).to_be_visible()
    page.get_by_role("link", name="Till svaren").click()
    page.get_by_role("button", name="Bjud in nu").click()
    expect(page.get_by_text(f"{VISITORS} brev är på väg.")).to_be_visible()


def link_in_letter_to(page: Page, email: str) -> str:
    """Open the letter as soon as the worker has written it; returns the link in it."""
    deadline = time.monotonic() + PATIENCE
    row = page.locator("tr", has_text=email).filter(has_text="Vad tyckte du om Återträffen?")
    page.goto("/demo/brev/")
    while not row.count() and time.monotonic() < deadline:
        page.wait_for_timeout(500)
        page.reload()
    row.first.get_by_role("link").first.click()
    found = re.search(r"/dagar/anmalan/[\w-]+/utvardering/", page.locator("main").inner_text())
    assert found, "the letter holds no link"
    return found[0]


def answers(page: Page, address: str, number: int) -> None:
    """On a phone, without JavaScript."""
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Vad tyckte du om Återträffen?")
    page.get_by_role("group", name="Vilket betyg ger du dagen?").get_by_label("5", exact=True).check()
    page.get_by_label("Vad tar du med dig?").fill(f"En kund till, den {number + 1}:e.")
    page.get_by_label("Det jag skriver får citeras").check()
    page.get_by_role("button", name="Skicka mina svar").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tack för ditt svar")
    page.goto(address)
    expect(page.get_by_text("Ditt svar är inne")).to_be_visible()


def reads_the_answers_and_releases_a_quotation(page: Page, edition: int) -> None:
    page.goto(f"/arrangera/{edition}/utvardering/")
    expect(page.get_by_text("Inga svar att visa än")).to_be_visible()
    page.get_by_text("Stäng utvärderingen nu").click()
    page.get_by_role("button", name="Ja, stäng utvärderingen").click()
    expect(page.locator("figure.chart svg").first).to_be_visible()
    expect(page.get_by_text(f"Medel 5,0. {VISITORS} svar.")).to_be_visible()
    said = page.locator(".sayings > li", has_text="En kund till, den 3:e.")
    said.locator("summary").click()
    said.get_by_role("button", name="Släpp").click()
    expect(page.locator(".quotations", has_text="En kund till, den 3:e.")).to_be_visible()


def has_the_article_drafted(page: Page, edition: int) -> None:
    page.goto(f"/arrangera/{edition}/")
    page.get_by_role("button", name="Gör utkast till uppföljning").click()
    expect(page.get_by_text("Utkastet ligger bland nyheterna.").first).to_be_visible()


def finds_the_quotation_in_the_draft(editor: Editor) -> None:
    editor.signs_in("lead_editor")
    editor.opens("Så blev Återträffen")
    editor.page.wait_for_function(IS_WRITTEN, arg="En kund till, den 3:e.")


def takes_out_the_certificate(page: Page, site: RunningSite) -> None:
    own = link_in_letter_to(page, "ater0@example.org").removesuffix("utvardering/")
    page.goto(own)
    address = page.get_by_role("link", name="Hämta ditt intyg").get_attribute("href")
    answer = page.request.get(f"{site.url}{address}")
    assert answer.ok
    assert answer.body().startswith(b"%PDF")
    page.goto("/dagar/intyg/")
    page.get_by_label("Koden på intyget").fill("0000000-0000000-0000000")
    page.get_by_role("button", name="Kontrollera").click()
    expect(page.get_by_text("Vi känner inte igen intyget")).to_be_visible()
