"""How fast the rebuilt page is served, with the page cache and without: `python -m bench.page`.

Targets: 1,500 requests/s with the cache and 150 without it, on two cores; p99 under 40 ms at half of that.
The generator shares the cores with the site, so each figure is also compared with a small file that the same
server gives in the same minute.
"""

import argparse
import statistics
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass

from tests.browser.site import RunningSite, running_site

from bench import load
from bench.edits import seconds_until_seen
from bench.flat_out import FlatOut, flat_out
from bench.load import Answers
from bench.processes import memory_of_the_site
from bench.table import milliseconds, percentile, show

PAGE = "/aktuellt/sociala-foretagsdagen-i-norr/"
SMALL_FILE = "/static/ui/icon.svg"
HEAD = ("", "requests/s", "p50 ms", "p95 ms", "p99 ms", "failed", "of small file")


@dataclass(frozen=True)
class Case:
    """The site with a setting, and what is wanted of it."""

    name: str
    page_cache: str
    target: int


CASES = (Case("page cache on", "1", 1500), Case("page cache off", "0", 150))


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seconds", type=int, default=10, help="how long each measurement takes")
    arguments.add_argument("--rounds", type=int, default=3, help="how many times; the median is printed")
    chosen = arguments.parse_args()
    for case in CASES:
        with running_site(SAMVERK_PAGE_CACHE=case.page_cache) as site:
            measure(site, case, seconds=chosen.seconds, rounds=chosen.rounds)


def measure(site: RunningSite, case: Case, *, seconds: int, rounds: int) -> None:
    """One site: as fast as it can, at half of what is wanted, its memory, and how soon an edit shows."""
    page, small = site.url + PAGE, site.url + SMALL_FILE
    for address in (page, small):
        warm_up(address)
    files = median([flat_out(small, seconds=seconds) for _ in range(rounds)])
    pages = median([flat_out(page, seconds=seconds) for _ in range(rounds)])
    rate = case.target / 2
    half = [load.steady(page, rate=rate, seconds=seconds) for _ in range(rounds)]
    share = f"{pages.per_second / files.per_second:.2f}"
    show(
        f"The article, {case.name} (wanted: {case.target} requests/s, p99 under 40 ms at {rate:.0f}/s)",
        HEAD,
        [
            flat_out_row("a small file, flat out", files, "1"),
            flat_out_row("the article, flat out", pages, share),
            steady_row(f"the article at {rate:.0f}/s", half, rate),
            generator_row(half),
        ],
    )
    show_memory()
    seen = seconds_until_seen(site, site.url + PAGE)
    show(
        f"From a published edit to the new text being served, {case.name} (wanted: within 1 s)",
        ("edits", "soonest ms", "median ms", "latest ms"),
        [[len(seen), *map(milliseconds, (min(seen), statistics.median(seen), max(seen)))]],
    )


def warm_up(address: str) -> None:
    """Let each process of the site fill its caches; a page that is not there ends the measurement."""
    for _ in range(50):
        with urllib.request.urlopen(address, timeout=30) as answer:
            answer.read()


def median(results: Sequence[FlatOut]) -> FlatOut:
    """The run in the middle, by requests/s."""
    return sorted(results, key=lambda result: result.per_second)[len(results) // 2]


def flat_out_row(name: str, result: FlatOut, share: str) -> list[object]:
    times = map(milliseconds, (result.p50, result.p95, result.p99))
    return [name, round(result.per_second), *times, result.failed, share]


def steady_row(name: str, rounds: Sequence[Answers], rate: float) -> list[object]:
    times = (milliseconds(middle(rounds, share)) for share in (0.5, 0.95, 0.99))
    return [name, round(rate), *times, sum(answers.failed for answers in rounds), ""]


def middle(rounds: Sequence[Answers], share: float) -> float:
    """The median of the rounds' percentiles."""
    return statistics.median(percentile(answers.latencies, share) for answers in rounds)


def generator_row(rounds: Sequence[Answers]) -> list[object]:
    """How late the generator itself was, which the row above holds too."""
    delays = [delay for answers in rounds for delay in answers.delays]
    return [
        "of which the generator's own",
        "",
        *(milliseconds(percentile(delays, p)) for p in (0.5, 0.95, 0.99)),
        "",
        "",
    ]


def show_memory() -> None:
    """Memory of every process of the site, its database included."""
    found = memory_of_the_site()
    rows = [[memory.kind, memory.processes, round(memory.megabytes)] for memory in found]
    total = [sum(memory.processes for memory in found), round(sum(memory.megabytes for memory in found))]
    show(
        "Memory after it (what processes share is divided between them)",
        ("", "processes", "MB"),
        [*rows, ["all", *total]],
    )


if __name__ == "__main__":
    main()
