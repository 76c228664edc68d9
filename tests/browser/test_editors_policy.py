"""The editors' interface works under a policy that lets nothing inline run."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

LISTEN = """
document.addEventListener("securitypolicyviolation", (refused) =>
  console.log(["REFUSED", refused.effectiveDirective, refused.blockedURI, refused.sample].join(" ")));
"""
# The hint in an empty text, which our own style sheet gives instead (docs/decisions/0009).
KNOWN = {"REFUSED style-src-elem inline "}

pytestmark = pytest.mark.browser


@pytest.fixture
def editor(page: Page, sign_in: Callable[[str], Page]) -> Iterator[Page]:
    """A lead editor at work; whatever the policy refuses fails the test."""
    refused: set[str] = set()
    page.on("console", lambda line: refused.add(line.text) if line.text.startswith("REFUSED") else None)
    page.add_init_script(LISTEN)
    yield sign_in("lead_editor")
    assert refused <= KNOWN


def begin_a_page(editor: Page) -> None:
    editor.goto("/redaktion/pages/3/add_subpage/")
    editor.locator("main a[href*='/pages/add/site/standardpage/']").first.click()
    editor.locator("#id_title").fill("Om oss")


def test_blocks_are_added_and_a_picture_is_uploaded_in_the_chooser(editor: Page, tmp_path: Path) -> None:
    Image.new("RGB", (800, 500), "teal").save(tmp_path / "fika.jpg")
    begin_a_page(editor)

    editor.locator("[data-chooser-action-choose]:visible").first.click()
    editor.get_by_role("tab", name="Ladda upp").click()
    editor.locator(".modal input[type=file]").set_input_files(tmp_path / "fika.jpg")
    editor.locator(".modal input[name$=title]").fill("Fika")
    editor.locator(".modal form:visible button[type=submit]").click()
    expect(editor.locator(".modal")).to_have_count(0)
    editor.locator("button.c-sf-add-button:visible").last.click()
    editor.get_by_role("option", name="Stycke").click()

    expect(editor.locator(".Draftail-Editor:visible")).to_have_count(1)


def test_a_publication_is_scheduled_with_the_calendar(editor: Page) -> None:
    begin_a_page(editor)

    editor.locator("[data-side-panel-toggle=status]").first.click()
    editor.locator("button[data-a11y-dialog-show*=schedule]:visible").click()
    editor.locator("#id_go_live_at").click()

    expect(editor.locator(".xdsoft_datetimepicker:visible")).to_have_count(1)


def test_a_contact_person_is_added_to_a_page(editor: Page) -> None:
    begin_a_page(editor)

    editor.get_by_role("button", name="Lägg till Kontaktperson").click()
    editor.get_by_role("button", name="Välj kontaktperson").click()

    expect(editor.locator(".modal:visible")).to_have_count(1)
