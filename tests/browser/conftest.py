"""What every browser test stands on: the real site, the real browser, somebody signed in."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.site import RunningSite, running_site

REPOSITORY = Path(__file__).resolve().parents[2]
AXE = REPOSITORY / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def site() -> Iterator[RunningSite]:
    """The demonstration region, started once for the run. All of its visitors come from one address."""
    with running_site(SAMVERK_COMMENTS_IN_TEN_MINUTES="1000", SAMVERK_COMMENTS_IN_A_DAY="1000") as site:
        yield site


@pytest.fixture(scope="session")
def base_url(site: RunningSite) -> str:
    return site.url


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, "executable_path": "/usr/bin/chromium", "args": CHROMIUM_FLAGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "locale": "sv-SE", "timezone_id": "Europe/Stockholm"}


@pytest.fixture
def sign_in(page: Page) -> Callable[[str], Page]:
    """Sign in as somebody with a role, the way a newcomer does: with what the demonstration page says."""

    def enter(role: str) -> Page:
        page.goto("/demo/")
        account = page.locator(f"[data-role='{role}']")
        email = account.locator("[data-email]").inner_text()
        password = account.locator("[data-password]").inner_text()
        code = account.locator("[data-code]")
        one_time_code = code.inner_text() if code.count() else ""
        page.goto("/konto/login/")
        page.locator("input[name=login]").fill(email)
        page.locator("input[name=password]").fill(password)
        page.locator("main form button[type=submit]").first.click()
        if one_time_code:
            page.locator("input[name=code]").fill(one_time_code)
            page.locator("main form button[type=submit]").first.click()
        return page

    return enter


@pytest.fixture
def accessibility_faults(page: Page) -> Callable[[], list[str]]:
    """What axe-core finds wrong with the page as it stands, by WCAG 2.2 A and AA and best practice."""

    def faults() -> list[str]:
        # colours that are on their way from light to dark have no contrast to speak of
        page.evaluate("Promise.allSettled(document.getAnimations().map(a => a.finished)).then(() => null)")
        page.evaluate(AXE.read_text())
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)")
        return [f"{fault['id']}: {node['html'][:200]}" for fault in found for node in fault["nodes"]]

    return faults
