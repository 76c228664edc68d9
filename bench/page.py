"""How fast the rebuilt page and a Day's programme are served, with and without cache: `python -m bench.page`.

Targets: 1,500 requests/s with the cache and 150 without it, on two cores; p99 under 40 ms at half of that.
The generator shares the cores with the site. So each figure is also compared with a small file that the same
server gives in the same minute, and the processor time of a request is told: it depends least on the rest.
"""

import argparse
import statistics
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass

from tests.browser.site import RunningSite, a_folder, site_in

from bench import load
from bench.edits import seconds_until_seen
from bench.flat_out import flat_out
from bench.processes import memory_of_the_site, work_of_the_site
from bench.table import milliseconds, percentile, show

PAGE = "/aktuellt/sociala-foretagsdagen-i-norr/"
PROGRAMME = "/dagar/sociala-foretagsdagen/2027/"
SMALL_FILE = "/static/ui/favicon.svg"
HEAD = (
    "",
    "requests/s",
    "of small file",
    "p50 ms",
    "p95 ms",
    "p99 ms",
    "generator's p99 ms",
    "failed",
    "processor ms",
)


@dataclass(frozen=True)
class Case:
    """The site with a setting, and what is wanted of it."""

    name: str
    page_cache: str
    target: int


@dataclass(frozen=True)
class Run:
    """What one measurement found, in seconds. `work` is the site's processor time for one request."""

    requests: int
    per_second: float
    p50: float
    p95: float
    p99: float
    failed: int
    generators_own: float = 0.0
    work: float = 0.0


CASES = (Case("page cache on", "1", 1500), Case("page cache off", "0", 150))


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seconds", type=int, default=10, help="how long each measurement takes")
    arguments.add_argument("--rounds", type=int, default=3, help="how many times; the median is printed")
    chosen = arguments.parse_args()
    with a_folder() as folder:
        for case in CASES:
            with site_in(folder, SAMVERK_PAGE_CACHE=case.page_cache) as site:
                measure(site, case, seconds=chosen.seconds, rounds=chosen.rounds)


def measure(site: RunningSite, case: Case, *, seconds: int, rounds: int) -> None:
    """One site: as fast as it can, at half of what is wanted, its memory, and how soon an edit shows."""
    page, programme, small = (site.url + path for path in (PAGE, PROGRAMME, SMALL_FILE))
    rate = case.target / 2
    for address in (page, programme, small):
        warm_up(address)
    files = median(lambda: fastest(small, seconds), rounds)
    pages = median(lambda: fastest(page, seconds), rounds)
    spread = median(lambda: fastest(page, seconds, kept_open=False), rounds)
    half = median(lambda: at_rate(page, rate, seconds), rounds)
    days = median(lambda: fastest(programme, seconds, kept_open=False), rounds)
    half_of_days = median(lambda: at_rate(programme, rate, seconds), rounds)
    show(
        f"Article and programme, {case.name} (wanted: {case.target}/s, p99 under 40 ms at {rate:.0f}/s)",
        HEAD,
        [
            row("a small file, flat out", files, files),
            row("the article, flat out, eight connections kept open", pages, files),
            row("the article, flat out, a connection for each request", spread, files),
            row("the article at half of what is wanted", half, files),
            row("the programme, flat out, a connection for each request", days, files),
            row("the programme at half of what is wanted", half_of_days, files),
        ],
    )
    show_memory()
    show_freshness(case, seconds_until_seen(site, page))


def warm_up(address: str) -> None:
    """Let each process of the site fill its caches; an address that does not answer ends the measurement."""
    try:
        for _ in range(50):
            with urllib.request.urlopen(address, timeout=30) as answer:
                answer.read()
    except urllib.error.HTTPError as refusal:
        raise SystemExit(f"{address} answers {refusal.code}") from refusal


def fastest(address: str, seconds: int, *, kept_open: bool = True) -> Run:
    """Ask from eight connections at a time, each as soon as it has its answer."""
    before = work_of_the_site()
    found = flat_out(address, seconds=seconds, kept_open=kept_open)
    work = (work_of_the_site() - before) / max(1, found.requests)
    return Run(found.requests, found.per_second, found.p50, found.p95, found.p99, found.failed, work=work)


def at_rate(address: str, rate: float, seconds: int) -> Run:
    """Ask so many times a second, whatever the answers take."""
    before = work_of_the_site()
    found = load.steady(address, rate=rate, seconds=seconds)
    work = (work_of_the_site() - before) / (rate * (seconds + load.SETTLING))
    times = (percentile(found.latencies, share) for share in (0.5, 0.95, 0.99))
    own = percentile(found.delays, 0.99)
    return Run(
        len(found.latencies),
        len(found.latencies) / seconds,
        *times,
        found.failed,
        generators_own=own,
        work=work,
    )


def median(measure_once: Callable[[], Run], rounds: int) -> Run:
    """The middle of several runs, by requests/s and then by p99."""
    runs = sorted((measure_once() for _ in range(rounds)), key=lambda run: (round(run.per_second), -run.p99))
    return runs[len(runs) // 2]


def row(name: str, run: Run, small_file: Run) -> list[object]:
    """A line of the table."""
    share = f"{run.per_second / small_file.per_second:.2f}"
    own = milliseconds(run.generators_own) if run.generators_own else ""
    times = map(milliseconds, (run.p50, run.p95, run.p99))
    return [name, round(run.per_second), share, *times, own, run.failed, milliseconds(run.work)]


def show_freshness(case: Case, seen: list[float]) -> None:
    """How soon readers are given what an editor has published."""
    show(
        f"From a published edit to the new text being served, {case.name} (wanted: within 1 s)",
        ("edits", "soonest ms", "median ms", "latest ms"),
        [[str(len(seen)), *map(milliseconds, (min(seen), statistics.median(seen), max(seen)))]],
    )


def show_memory() -> None:
    """Memory of every process of the site, its database included."""
    found = memory_of_the_site()
    rows: list[list[object]] = [[kind.kind, kind.processes, round(kind.megabytes)] for kind in found]
    rows.append(["all", sum(kind.processes for kind in found), round(sum(kind.megabytes for kind in found))])
    show("Memory after it (what processes share is divided between them)", ("", "processes", "MB"), rows)


if __name__ == "__main__":
    main()
