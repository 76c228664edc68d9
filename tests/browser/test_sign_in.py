"""Signing in, in a real browser: with a password and a code, and with a passkey."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def finger(page: Page) -> Iterator[None]:
    """A fingerprint reader that always knows its owner."""
    chromium = page.context.new_cdp_session(page)
    chromium.send("WebAuthn.enable")
    made = chromium.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    yield
    chromium.send("WebAuthn.removeVirtualAuthenticator", made)


def sign_out(page: Page) -> None:
    page.goto("/konto/logout/")
    page.locator("main").get_by_role("button", name="Logga ut").click()


def test_an_editor_signs_in_with_password_and_code_and_reaches_the_editors_room(
    page: Page, sign_in: Callable[[str], Page]
) -> None:
    sign_in("editor")

    page.goto("/redaktion/")
    expect(page).to_have_url(re.compile("/redaktion/$"))
    expect(page.get_by_text("Elsa").first).to_be_visible()


@pytest.mark.usefixtures("finger")
def test_a_passkey_is_added_and_opens_the_door_without_a_password(
    page: Page, sign_in: Callable[[str], Page]
) -> None:
    sign_in("lead_editor")
    page.goto("/konto/2fa/webauthn/add/")
    page.get_by_label("Namn på passnyckeln").fill("Min telefon")
    page.get_by_role("button", name="Lägg till").click()
    expect(page.get_by_role("heading", name="Reservkoder")).to_be_visible()
    sign_out(page)

    page.goto("/konto/login/")
    page.get_by_role("button", name="Logga in med passnyckel").click()

    expect(page).to_have_url(re.compile("/konto/$"))
    expect(page.get_by_text("Henrik Älvsund")).to_be_visible()
    page.goto("/redaktion/")
    expect(page).to_have_url(re.compile("/redaktion/$"))


def test_the_sign_in_page_works_with_the_keyboard_alone_and_says_what_is_wrong(
    page: Page, accessibility_faults: Callable[[], list[str]]
) -> None:
    page.goto("/konto/login/")
    page.get_by_label("E-postadress").focus()
    page.keyboard.type("ingen@example.org")
    page.keyboard.press("Tab")
    page.keyboard.type("fel lösenord helt")
    page.keyboard.press("Enter")

    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("Adressen och lösenordet hör inte ihop.")
    expect(summary).to_be_focused()
    assert accessibility_faults() == []


@pytest.mark.parametrize(
    "path", ["/demo/", "/konto/login/", "/konto/password/reset/", "/konto/signup/", "/konto/inbjudan/okand/"]
)
def test_the_doors_are_open_to_everybody(
    page: Page, accessibility_faults: Callable[[], list[str]], path: str
) -> None:
    page.goto(path)

    assert accessibility_faults() == []


def test_so_is_the_account(
    page: Page, sign_in: Callable[[str], Page], accessibility_faults: Callable[[], list[str]]
) -> None:
    sign_in("funder")
    rooms = [
        "",
        "uppgifter/",
        "email/",
        "password/change/",
        "2fa/",
        "2fa/totp/activate/",
        "sessions/",
        "tva-steg/",
    ]

    for room in rooms:
        page.goto(f"/konto/{room}")
        assert accessibility_faults() == [], room
