"""A phone at the door with 5,000 people on its list: `python -m bench.checkin`.

A real Chromium, slowed down to a phone (`--slower`), fetches the list, searches it, opens without net, and
sends 500 passages that it has queued. All figures are as the phone sees them.
"""

import argparse
import json
import time
from collections.abc import Callable

from playwright.sync_api import Page, Request, sync_playwright
from tests.browser.site import RunningSite, running_site

from bench import chromium
from bench.table import milliseconds, percentile, show

PREPARE = """
import json
from django.utils import timezone
from samverk.base.organisations.permissions import OPERATOR
from samverk.parts.day.actions import doors
from samverk.parts.day.models import Edition, Registration, TicketKind
edition, now = Edition.objects.order_by("-starts_on").first(), timezone.now()
kind = TicketKind.objects.create(edition=edition, region_id=edition.region_id, name="Många", quota={people},
    taken={people})
Registration.objects.bulk_create([
    Registration(region_id=edition.region_id, edition=edition, ticket_kind=kind, language="sv",
        name=f"Förnamn{{n % 700}} Efternamn{{n}}", organisation=f"Organisation {{n % 300}}",
        state="confirmed", arrival=n + 1,
        email=f"besokare{{n}}@example.org", created_at=now, changed_at=now)
    for n in range({people})], batch_size=1000)
secret = doors.open_door(edition_id=edition.pk, name="Mätdörren", by=OPERATOR, now=now)
print(json.dumps([edition.pk, secret]))
"""
# What was written in the search field until what was found stands on the screen, for one name after another.
SEARCH = """
async () => {
  const field = document.querySelector("[name=q]");
  const took = [];
  for (let n = 0; n < 30; n += 1) {
    field.value = `efternamn${n * 37}`;
    const began = performance.now();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    document.querySelector("[data-results]").getBoundingClientRect();
    took.push((performance.now() - began) / 1000);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  field.value = "";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return took;
}
"""
QUEUE = """
async ([edition, number]) => {
  const { openStore } = await import("/static/day/door/store.js");
  const store = await openStore(edition);
  const { people } = await store.list();
  const at = new Date().toISOString();
  for (const [who, , , , , shown] of people.slice(0, number)) {
    await store.add({ key: crypto.randomUUID(), deed: "in", at, who, session: 0, way: "scan", shown });
  }
  store.close();
}
"""
WAITING = """
async (edition) => {
  const { openStore } = await import("/static/day/door/store.js");
  const store = await openStore(edition);
  const left = (await store.queue()).length;
  store.close();
  return left;
}
"""


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--people", type=int, default=5_000)
    arguments.add_argument("--passages", type=int, default=500)
    arguments.add_argument("--slower", type=int, default=4, help="how many times slower the phone is")
    chosen = arguments.parse_args()
    with running_site() as site, sync_playwright() as machine:
        code = PREPARE.format(people=chosen.people)
        told = site.run("manage", "shell", "--no-imports", "-c", code).strip().splitlines()[-1]
        browser = machine.chromium.launch(executable_path=chromium.path(), args=chromium.CHROMIUM_FLAGS)
        rows = _measured(site, browser.new_page(), json.loads(told), chosen)
        browser.close()
    title = f"A phone with {chosen.people} people on its list, {chosen.slower} times slower than this machine"
    show(title, ("", "figure"), rows)


def _measured(
    site: RunningSite, page: Page, told: tuple[int, str], chosen: argparse.Namespace
) -> list[tuple[str, str]]:
    edition, secret = told
    network = page.context.new_cdp_session(page)
    network.send("Emulation.setCPUThrottlingRate", {"rate": chosen.slower})
    sizes = _sizes(page)
    page.goto(f"{site.url}/dagar/dorr/{secret}/")
    began = time.perf_counter()
    page.get_by_role("button", name="Öppna dörren").click()
    _is_ready(page)
    opened = time.perf_counter() - began
    page.evaluate("navigator.serviceWorker.ready.then(() => null)")
    searched = page.evaluate(SEARCH)
    page.context.set_offline(True)
    again = _timed(lambda: _reload(page))
    page.evaluate(QUEUE, [edition, chosen.passages])
    began = time.perf_counter()
    page.context.set_offline(False)
    while page.evaluate(WAITING, edition):
        time.sleep(0.25)
    sent = time.perf_counter() - began
    return [
        ("the list over the wire, kB", f"{sizes.get('lista.json', 0) / 1000:.0f}"),
        ("the page with its scripts and styles over the wire, kB", f"{sizes['others'] / 1000:.0f}"),
        ("opened and the list kept, ms", milliseconds(opened)),
        ("a name searched and shown, p50 ms", milliseconds(percentile(searched, 0.5))),
        ("a name searched and shown, p95 ms", milliseconds(percentile(searched, 0.95))),
        ("opened without net, ms", milliseconds(again)),
        (f"{chosen.passages} passages sent and kept, ms", milliseconds(sent)),
    ]


def _sizes(page: Page) -> dict[str, int]:
    """Collects how many bytes come over the wire: the list by itself, and the rest until it has come."""
    sizes = {"others": 0}

    def finished(request: Request) -> None:
        path = request.url.split("?")[0]
        size = request.sizes()["responseBodySize"]
        if path.endswith("lista.json"):
            sizes["lista.json"] = size
        elif "lista.json" not in sizes:
            sizes["others"] += size

    page.on("requestfinished", finished)
    return sizes


def _is_ready(page: Page) -> None:
    page.wait_for_selector("#door[data-ready=yes]", timeout=120_000)


def _reload(page: Page) -> None:
    page.reload()
    _is_ready(page)


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
