"""What the article weighs over the wire, by kind, as Chromium gets it: `python -m bench.weight`.

Target: at most 120 kB without pictures, and no request to anybody else.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, sync_playwright
from tests.browser.site import running_site

from bench import chromium
from bench.page import PAGE
from bench.table import show

PICTURES = "Image"
VIEWS = ("first view", "second view")


@dataclass
class Request:
    """One thing that the browser asked for. What came from its own cache has no bytes."""

    url: str
    kind: str = ""
    encoding: str = ""
    bytes: int = 0


@dataclass
class View:
    """Everything asked for while a page was shown."""

    requests: dict[str, Request] = field(default_factory=lambda: defaultdict(lambda: Request("")))

    def sent(self, event: dict[str, Any]) -> None:
        request = self.requests[event["requestId"]]
        request.url, request.kind = event["request"]["url"], event.get("type", "Other")

    def answered(self, event: dict[str, Any]) -> None:
        headers = {name.lower(): value for name, value in event["response"]["headers"].items()}
        self.requests[event["requestId"]].encoding = headers.get("content-encoding", "")

    def finished(self, event: dict[str, Any]) -> None:
        self.requests[event["requestId"]].bytes = int(event["encodedDataLength"])


def main() -> None:
    """Look at the article twice with an empty cache at first, and print."""
    with running_site() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.path(), args=chromium.CHROMIUM_FLAGS)
        for width in (360, 1280):
            context = browser.new_context(viewport={"width": width, "height": 800}, locale="sv-SE")
            for name in VIEWS:
                report(f"{name}, {width} px wide", view(context, site.url + PAGE), urlsplit(site.url).netloc)
            context.close()
        browser.close()


def view(context: BrowserContext, address: str) -> View:
    """Open the page, read it to its end, and keep what was asked for."""
    page, seen = context.new_page(), View()
    wire = context.new_cdp_session(page)
    wire.on("Network.requestWillBeSent", seen.sent)
    wire.on("Network.responseReceived", seen.answered)
    wire.on("Network.loadingFinished", seen.finished)
    wire.send("Network.enable")
    page.goto(address, wait_until="networkidle")
    page.keyboard.press("End")
    page.wait_for_load_state("networkidle")
    page.close()
    return seen


def report(name: str, seen: View, host: str) -> None:
    """Print what one view weighed."""
    requests = [request for request in seen.requests.values() if not request.url.startswith("data:")]
    foreign = sum(urlsplit(request.url).netloc != host for request in requests)
    rows = [_row(kind, requests) for kind in sorted({request.kind for request in requests})]
    without = [request for request in requests if request.kind != PICTURES]
    total = [len(without), _kilobytes(without), ""]
    rows += [
        ["all but pictures (wanted: at most 120)", *total],
        ["asked of others (wanted: 0)", foreign, "", ""],
    ]
    show(f"The article, {name}", ("", "requests", "kB", "packed as"), rows)


def _row(kind: str, requests: list[Request]) -> list[object]:
    these = [request for request in requests if request.kind == kind]
    encodings = ", ".join(sorted({request.encoding for request in these} - {""}))
    return [kind.lower(), len(these), _kilobytes(these), encodings]


def _kilobytes(requests: list[Request]) -> str:
    return f"{sum(request.bytes for request in requests) / 1000:.1f}"


if __name__ == "__main__":
    main()
