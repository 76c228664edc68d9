"""People of the stories. Each has a browser of their own, and does what a person would do."""

import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser.site import RunningSite


@dataclass(frozen=True)
class Person:
    """Somebody in front of a browser."""

    page: Page

    @classmethod
    def at(cls, site: RunningSite, browser: Browser) -> "Person":
        context = browser.new_context(base_url=site.url, locale="sv-SE", timezone_id="Europe/Stockholm")
        return cls(page=context.new_page())

    def reads(self, address: str) -> Page:
        answer = self.page.goto(address)
        assert answer is not None
        assert answer.ok, f"{address} answered {answer.status}"
        return self.page

    def cookie_names(self) -> set[str]:
        return {cookie["name"] for cookie in self.page.context.cookies()}


@dataclass(frozen=True)
class Editor(Person):
    """Somebody who makes pages."""

    def signs_in(self, role: str) -> None:
        """As a newcomer does, with what the demonstration page says."""
        page = self.page
        page.goto("/demo/")
        account = page.locator(f"[data-role='{role}']")
        email, password, code = (
            account.locator(f"[data-{fact}]").inner_text() for fact in ("email", "password", "code")
        )
        page.goto("/konto/login/")
        page.get_by_label("E-postadress").fill(email)
        page.get_by_label("Lösenord").fill(password)
        page.get_by_role("button", name="Logga in", exact=True).click()
        page.locator("input[name=code]").fill(code)
        page.locator("main form button[type=submit]").first.click()
        expect(page).to_have_url(re.compile(r"/konto/$"))

    def takes_in(self, file: Path) -> None:
        """Hand the site a saved page, and see it split."""
        self.page.goto("/redaktion/importera/")
        self.page.locator("input[type=file]").set_input_files(file)
        self.page.get_by_role("button", name="Läs in sidan").click()
        expect(self.page.get_by_role("heading", name="Rätta sidan")).to_be_visible()

    def keeps_as_draft(self, *, section: str = "", title: str = "") -> None:
        if section:
            self.page.get_by_label("Avdelning").select_option(label=section)
        if title:
            self.page.get_by_role("textbox", name="Rubrik").first.fill(title)
        self.page.get_by_role("button", name="Spara utkast").click()
        expect(self.page).to_have_url(re.compile(r"/redaktion/pages/\d+/edit/$"))

    def opens(self, title: str) -> None:
        """Find a page by its title and open it for editing."""
        self.page.goto(f"/redaktion/pages/search/?q={title}")
        self.page.get_by_role("link", name=title, exact=True).first.click()
        expect(self.page).to_have_url(re.compile(r"/redaktion/pages/\d+/edit/"))

    def uploads_film(self, film: Path, captions: Path, *, title: str) -> None:
        page = self.page
        page.goto("/redaktion/media/video/add/")
        page.locator("input[name=file]").set_input_files(film)
        page.locator("input[name=captions]").set_input_files(captions)
        expect(page.get_by_label("Titel")).to_have_value(film.stem)
        page.get_by_label("Titel").fill(title)
        page.locator("main form[enctype] button[type=submit]").click()
        expect(page.locator(".messages .success")).to_contain_text(title)

    def adds_film(self, title: str, *, caption: str) -> None:
        """Put a film last in the text of the page that is open."""
        page = self.page
        page.locator("[data-contentpath=body] button[title='Lägg till ett block']").last.click()
        page.get_by_role("option", name="Film", exact=True).click()
        block = page.locator("[data-streamfield-child]", has=page.locator("[data-contentpath=film]")).last
        block.locator("[data-contentpath=film] .unchosen button").click()
        page.locator(".modal").get_by_role("link", name=title, exact=True).click()
        expect(block.locator("[data-contentpath=film] .chosen")).to_contain_text(title)
        block.locator("[data-contentpath=caption] input").fill(caption)

    def publishes(self) -> str:
        """Publish the page that is open, and give back its public address."""
        self.page.get_by_role("button", name="Fler åtgärder").click()
        self.page.locator("[name=action-publish]").click()
        told = self.page.locator(".messages .success")
        expect(told).to_be_visible()
        return str(told.get_by_role("link", name="Visa").first.get_attribute("href"))

    def translates_to(self, language: str, *, title: str) -> None:
        """Make a copy of the page that is open in another language, and give it its title there."""
        self.page.get_by_role("button", name="Handlingar").first.click()
        self.page.get_by_role("link", name="Översätt").click()
        self.page.get_by_label(language).check()
        self.page.get_by_role("button", name="Skicka").click()
        self.page.get_by_role("textbox", name="Titel").first.fill(title)

    def asks_visitors_about_statistics(self) -> None:
        self.page.goto("/redaktion/settings/site/cookiesettings/")
        self.page.get_by_role("checkbox", name="Räkna besök").check()
        self.page.get_by_role("button", name="Spara").click()
        expect(self.page.locator(".messages .success")).to_be_visible()
