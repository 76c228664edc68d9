"""Many who ask for a page at the moment when it has left the cache: `python -m bench.cache_stampede`.

Wanted: it is made once in each process, however many they are.
"""

import argparse
import re
import time
import urllib.request

from tests.browser.site import RunningSite, running_site

from bench import load
from bench.load import Answers
from bench.page import PAGE, warm_up
from bench.table import milliseconds, percentile, show

CACHE_SECONDS = 1.0
JUST_AFTER = 0.05
METRIC = re.compile(r'^samverk_page_cache_total\{[^}]*outcome="(\w+)"[^}]*\} ([\d.e+]+)', re.MULTILINE)


def main() -> None:
    """Send everybody at once, several times, and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--clients", type=int, default=200)
    arguments.add_argument("--rounds", type=int, default=5)
    chosen = arguments.parse_args()
    with running_site(SAMVERK_PAGE_CACHE=str(CACHE_SECONDS)) as site:
        rows = [row(site, number, chosen.clients) for number in range(1, chosen.rounds + 1)]
    show(
        f"{chosen.clients} clients when the article has left the cache (wanted: made once in each process)",
        ("round", "made", "waited", "from cache", "failed", "p50 ms", "p95 ms", "p99 ms", "last ms"),
        rows,
    )


def row(site: RunningSite, number: int, clients: int) -> list[object]:
    """One round: the page is made fresh in each process, leaves the cache, and everybody comes."""
    warm_up(site.url + PAGE)
    before = counted(site)
    answers = load.together(site.url + PAGE, clients=clients, at=time.time() + CACHE_SECONDS + JUST_AFTER)
    after = counted(site)
    made, waited, kept = (round(after[name] - before[name]) for name in ("miss", "joined", "hit"))
    return [str(number), made, waited, kept, answers.failed, *times(answers)]


def times(answers: Answers) -> list[str]:
    """How long they waited."""
    shares = (0.5, 0.95, 0.99, 1.0)
    return [milliseconds(percentile(answers.latencies, share)) for share in shares]


def counted(site: RunningSite) -> dict[str, float]:
    """What the page cache has done so far, over all processes."""
    with urllib.request.urlopen(f"{site.url}/metrics", timeout=30) as answer:
        found = METRIC.findall(answer.read().decode())
    return {"hit": 0.0, "miss": 0.0, "joined": 0.0} | {name: float(value) for name, value in found}


if __name__ == "__main__":
    main()
