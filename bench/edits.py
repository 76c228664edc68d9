"""How long a published edit takes until readers are given the new text."""

import threading
import time
import urllib.request

from tests.browser.site import RunningSite

EDITS = 8
BETWEEN_LOOKS = 0.01

# Publishing is Wagtail's own action; the moment that counts is when its transaction has ended.
PUBLISH = """
import time
from wagtail.models import Page
page = Page.objects.live().get(slug="sociala-foretagsdagen-i-norr", locale__language_code="sv").specific
words = page.lead
try:
    for number in range({edits}):
        page.lead = f"{{words}} Utgåva {{number}}."
        page.save_revision().publish()
        print("EDIT", number, time.time(), flush=True)
        time.sleep(1.6 + 0.13 * number)
finally:
    page.lead = words
    page.save_revision().publish()
"""


def seconds_until_seen(site: RunningSite, address: str) -> list[float]:
    """Publish edits from another process while a reader looks again and again; how long each was unseen."""
    watch = _Watch(address)
    watch.start()
    try:
        said = site.run("manage", "shell", "--no-imports", "-c", PUBLISH.format(edits=EDITS))
    finally:
        watch.over.set()
        watch.join()
    published = [line.split()[1:] for line in said.splitlines() if line.startswith("EDIT")]
    # without the page cache a reader may see the text before the publisher gets to say that it is out
    return [max(0.0, watch.seen[number] - float(moment)) for number, moment in published]


class _Watch(threading.Thread):
    """A reader who looks at the page all the time and remembers when each edit was first seen."""

    def __init__(self, address: str) -> None:
        super().__init__(daemon=True)
        self.address = address
        self.over = threading.Event()
        self.seen: dict[str, float] = {}

    def run(self) -> None:
        while not self.over.wait(BETWEEN_LOOKS):
            with urllib.request.urlopen(self.address, timeout=30) as answer:
                text = answer.read().decode()
            number = text.partition("Utgåva ")[2].partition(".")[0]
            if number:
                self.seen.setdefault(number, time.time())
