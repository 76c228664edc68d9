"""How many comments a second are taken in, with every check on: `python -m bench.comments`.

Target: 200 comments/s on two cores, p99 under 250 ms, none lost. The worker stands still and the mail server
is away during the whole run. Verification is solved beforehand, each comment comes from an address of its
own, and afterwards the rows are counted. The generator shares the cores with the site: so the same rate of
`/healthz`, which asks the database nothing, is measured in the same run.
"""

import argparse
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

from tests.browser.site import RunningSite, a_folder, site_in

from bench import load
from bench.processes import work_of_the_site, workers_of_the_site
from bench.table import milliseconds, percentile, show

PAGE = "/aktuellt/sociala-foretagsdagen-i-norr/"
TEXT = (
    "Tack för en bra sida om dagen i Norr. Jag saknar programmet för nästa år, och länken till anmälan "
    "leder fel. Kan ni skriva vilka företag som var där? Rutan med bakgrund var lätt att förstå. "
)
NOWHERE = "smtp://127.0.0.1:9"
A_FLOOD_IS = 60
HEAD = (
    "",
    "asked",
    "p50 ms",
    "p95 ms",
    "p99 ms",
    "generator's p99 ms",
    "failed",
    "processor ms",
    "kept rows",
)
SOLVE = """
import altcha
from django.utils import timezone
from samverk.parts.feedback.actions import verification
for _ in range({count}):
    made = altcha.Challenge.from_dict(verification.challenge(in_a_flood=False, now=timezone.now()))
    print("PROOF", altcha.Payload(made, altcha.solve_challenge(made)).to_base64())
"""
COUNT = """
from collections import Counter
from samverk.parts.feedback.models import Comment
print("ROWS", Comment.objects.filter(text__startswith="Nummer ").values("text").distinct().count())
"""


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seconds", type=int, default=20, help="how long each measurement takes")
    arguments.add_argument("--rate", type=int, default=200, help="comments a second")
    chosen = arguments.parse_args()
    for name, flood in (
        ("into the inbox", 10_000_000),
        (f"as a flood: over {A_FLOOD_IS} a minute", A_FLOOD_IS),
    ):
        with (
            a_folder() as folder,
            site_in(
                folder,
                SAMVERK_TRUSTED_PROXIES="1",
                SAMVERK_SMTP_URL=NOWHERE,
                SAMVERK_COMMENTS_IN_A_MINUTE=str(flood),
                SAMVERK_VERIFICATION_EFFORT="2",
            ) as site,
        ):
            measure(site, name, rate=chosen.rate, seconds=chosen.seconds)


def measure(site: RunningSite, name: str, *, rate: int, seconds: int) -> None:
    """One site: as many comments a second as wanted, and as many requests that do nothing."""
    sent = requests(site, int(rate * (seconds + load.SETTLING)))
    with no_worker():
        idle = row("/healthz", *timed(lambda: load.steady(f"{site.url}/healthz", rate=rate, seconds=seconds)))
        before = rows_of(site)
        comments = row(
            "comments", *timed(lambda: load.each_once(f"{site.url}/synpunkter/", sent, rate=rate, wanted=303))
        )
        kept = rows_of(site) - before
    show(
        f"Comments, {name} (wanted: {rate}/s, p99 under 250 ms, none lost; no worker, no mail server)",
        HEAD,
        [[*idle, ""], [*comments, f"{kept} of {len(sent)}"]],
    )


def requests(site: RunningSite, count: int) -> list[bytes]:
    """Comments that differ, each with a proof of its own and from an address of its own."""
    said = site.run("manage", "shell", "--no-imports", "-c", SOLVE.format(count=count))
    proofs = [line.split()[1] for line in said.splitlines() if line.startswith("PROOF")]
    return [_request(site, number, proof) for number, proof in enumerate(proofs)]


def _request(site: RunningSite, number: int, proof: str) -> bytes:
    address = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
    fields = {
        "text": f"Nummer {number}. {TEXT}",
        "page": PAGE,
        "title": "Dagen",
        "kind": "comment",
        "proof": proof,
    }
    headers = {"X-Forwarded-For": address, "Sec-Fetch-Site": "same-origin"}
    return load.post(f"{site.url}/synpunkter/", urlencode(fields).encode(), headers)


def timed(measurement: Callable[[], load.Answers]) -> tuple[load.Answers, float]:
    """What was measured, and the processor time that the site took for it."""
    before = work_of_the_site()
    answers = measurement()
    return answers, work_of_the_site() - before


def row(name: str, answers: load.Answers, work: float) -> list[object]:
    """A line of the table."""
    times = [milliseconds(percentile(answers.latencies, share)) for share in (0.5, 0.95, 0.99)]
    own = milliseconds(percentile(answers.delays, 0.99))
    asked = len(answers.latencies)
    return [name, asked, *times, own, answers.failed, milliseconds(work / max(1, asked))]


def rows_of(site: RunningSite) -> int:
    """How many different comments of ours are kept."""
    said = site.run("manage", "shell", "--no-imports", "-c", COUNT)
    return int(next(line for line in said.splitlines() if line.startswith("ROWS")).split()[1])


@contextmanager
def no_worker() -> Iterator[None]:
    """Let the worker stand still meanwhile. Ended, it would be started again."""
    workers = workers_of_the_site()
    if not workers:
        raise SystemExit("The site has no worker to hold still. Start it with one, and measure again.")
    for worker in workers:
        os.kill(worker, signal.SIGSTOP)
    try:
        yield
    finally:
        for worker in workers:
            os.kill(worker, signal.SIGCONT)


if __name__ == "__main__":
    main()
