"""What became of comments, seen from inside a running site."""

from playwright.sync_api import Page

from tests.browser.site import RunningSite

KEPT = """
from samverk.parts.feedback.models import Comment
for one in Comment.objects.filter(text__startswith={start!r}).order_by("pk"):
    print("KEPT", one.state, one.path, one.email or "-", one.text.replace(chr(10), chr(92) + "n"))
"""
DIGITS = """
from django.utils import timezone
from samverk.parts.feedback.actions import verification
print("DIGITS", verification.read_picture({ticket!r}, now=timezone.now()).digits)
"""
PROOFS = """
import altcha
from django.utils import timezone
from samverk.parts.feedback.actions import verification
for _ in range({count}):
    made = altcha.Challenge.from_dict(verification.challenge(in_a_flood=False, now=timezone.now()))
    print("PROOF", altcha.Payload(made, altcha.solve_challenge(made)).to_base64())
"""
STATES = """
from collections import Counter
from samverk.parts.feedback.models import Comment
for state, count in Counter(Comment.objects.values_list("state", flat=True)).items():
    print("STATE", state, count)
"""


def kept_in(site: RunningSite, start: str) -> list[str]:
    """The comments that begin so: state, page, address and text of each."""
    return _said(site, "KEPT", KEPT.format(start=start))


def digits_of(site: RunningSite, page: Page) -> str:
    """What the picture on the page shows; the site's own key opens its ticket."""
    ticket = page.locator("input[name=picture]").input_value()
    return _said(site, "DIGITS", DIGITS.format(ticket=ticket))[0]


def proofs_for(site: RunningSite, count: int) -> list[str]:
    """Proofs as patient machines would make them."""
    return _said(site, "PROOF", PROOFS.format(count=count))


def states_in(site: RunningSite) -> dict[str, int]:
    """How many comments are in each state."""
    return {state: int(count) for state, count in map(str.split, _said(site, "STATE", STATES))}


def _said(site: RunningSite, mark: str, code: str) -> list[str]:
    printed = site.run("manage", "shell", "--no-imports", "-c", code)
    return [line.removeprefix(f"{mark} ") for line in printed.splitlines() if line.startswith(mark)]
