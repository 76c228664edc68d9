"""Open pages that are told of a change: `python -m bench.streams`.

Wanted: two thousand open pages cost no thread, all are told within a second or two, and other pages are made
as fast as without them.
"""

import argparse
import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast
from urllib.parse import urlsplit

from tests.browser.live import LiveDay, a_day_that_goes_on
from tests.browser.site import RunningSite, running_site

from bench import load
from bench.page import warm_up
from bench.processes import memory_of_the_site
from bench.table import milliseconds, percentile, show

PAGE = "/aktuellt/sociala-foretagsdagen-i-norr/"
AT_ONCE = 50
PATIENCE = 30.0
RATE = 100
CHANGE = """
import time
from django.utils import timezone
from samverk.base.organisations.permissions import OPERATOR
from samverk.parts.day.actions import live
for number in range({times}):
    began = time.time()
    live.post_notice(edition_id={edition}, text=f"Besked {{number}}", by=OPERATOR, now=timezone.now())
    print(began, flush=True)
    time.sleep({pause})
"""


@dataclass
class Crowd:
    """Everybody who follows, and when each was told of which version."""

    told: dict[int, list[float]] = field(default_factory=dict)
    connections: list[asyncio.Transport] = field(default_factory=list)
    begun: int = 0
    lost: int = 0


class Follower(asyncio.Protocol):
    """One open page."""

    def __init__(self, crowd: Crowd, request: bytes) -> None:
        self.crowd, self.request, self.has_begun = crowd, request, False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask."""
        connection = cast(asyncio.Transport, transport)
        self.crowd.connections.append(connection)
        connection.write(self.request)

    def data_received(self, data: bytes) -> None:
        """Note when it was told."""
        if not self.has_begun and b"retry:" in data:
            self.has_begun = True
            self.crowd.begun += 1
            return
        for line in data.split(b"\n"):
            if line.startswith(b"data: "):
                self.crowd.told.setdefault(int(line[6:]), []).append(time.time())

    def connection_lost(self, exc: Exception | None) -> None:
        """Note that it was let go."""
        self.crowd.lost += 1


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--streams", type=int, default=2_000)
    arguments.add_argument("--changes", type=int, default=5)
    arguments.add_argument("--seconds", type=float, default=10)
    chosen = arguments.parse_args()
    with running_site() as site:
        asyncio.run(measured(site, a_day_that_goes_on(site), chosen))


async def measured(site: RunningSite, day: LiveDay, chosen: argparse.Namespace) -> None:
    """Pages alone, then pages while everybody follows, then the changes."""
    warm_up(site.url + PAGE)
    before, alone = memory(), await asyncio.to_thread(pages, site, chosen.seconds)
    crowd = Crowd()
    began = time.perf_counter()
    await follow(site, day, crowd, chosen.streams)
    opened = time.perf_counter() - began
    after, meanwhile = memory(), await asyncio.to_thread(pages, site, chosen.seconds)
    delays = await changes(site, day, crowd, chosen.changes)
    show(
        f"{crowd.begun} open pages, opened in {opened:.1f} s; let go: {crowd.lost}",
        ("", "p50 ms", "p95 ms", "failed"),
        [
            ["article, nobody follows", *alone],
            ["article, everybody follows", *meanwhile],
            *(
                [f"change {number + 1}: told to {len(told)}", *spread(told)]
                for number, told in enumerate(delays)
            ),
        ],
    )
    print(f"memory: {1024 * (after - before) / max(1, crowd.begun):.1f} kB for each open page")
    print(f"until the last was told: {milliseconds(max(max(told, default=0.0) for told in delays))} ms")
    for connection in crowd.connections:
        connection.abort()


def pages(site: RunningSite, seconds: float) -> list[object]:
    """How soon the article comes at a constant rate."""
    answers = load.steady(site.url + PAGE, rate=RATE, seconds=seconds)
    return [*(milliseconds(percentile(answers.latencies, share)) for share in (0.5, 0.95)), answers.failed]


def spread(told: list[float]) -> list[object]:
    """How soon half of them, and nearly all, were told."""
    return [milliseconds(percentile(told, 0.5)), milliseconds(percentile(told, 0.95)), ""]


def memory() -> float:
    """Megabytes of the site's web processes."""
    return next((found.megabytes for found in memory_of_the_site() if found.kind == "site"), 0.0)


async def follow(site: RunningSite, day: LiveDay, crowd: Crowd, wanted: int) -> None:
    """Open the pages, some at a time."""
    address = urlsplit(site.url)
    request = (
        f"GET {day.now}handelser/ HTTP/1.1\r\nHost: {address.netloc}\r\nAccept: text/event-stream\r\n\r\n"
    ).encode()
    loop = asyncio.get_running_loop()
    for first in range(0, wanted, AT_ONCE):
        some = range(first, min(first + AT_ONCE, wanted))
        await asyncio.gather(
            *(
                loop.create_connection(lambda: Follower(crowd, request), address.hostname, address.port or 80)
                for _ in some
            )
        )
        await until(lambda: crowd.begun + crowd.lost, some.stop)


async def changes(site: RunningSite, day: LiveDay, crowd: Crowd, times: int) -> list[list[float]]:
    """Make changes; returns for each how long it took until each was told, from when it was committed."""
    code = CHANGE.format(times=times, edition=day.edition, pause=3)
    known = set(crowd.told)
    said = await asyncio.to_thread(site.run, "manage", "shell", "--no-imports", "-c", code)
    moments = [float(line) for line in said.split() if line.replace(".", "").isdigit()]
    await asyncio.sleep(2)
    new = sorted(set(crowd.told) - known)
    return [
        [max(0.0, at - moment) for at in crowd.told[version]]
        for version, moment in zip(new, moments, strict=False)
    ]


async def until(count: Callable[[], int], wanted: int) -> None:
    """Wait until there are so many, but not for ever."""
    end = time.perf_counter() + PATIENCE
    while count() < wanted and time.perf_counter() < end:
        await asyncio.sleep(0.01)


if __name__ == "__main__":
    main()
