"""A rush for the seats of a day, against the real site: many clients at once, and what came of it.

Used by `bench/registration.py`, and in small by the suite.
"""

import asyncio
import json
import os
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

from samverk.local.cluster import Cluster
from tests.browser.site import RunningSite

PATH = "/dagar/{name}/nu/anmalan/"
PATIENCE = 60.0
OPEN = """
from datetime import timedelta
from django.utils import timezone
from samverk.base.organisations.models import Organisation
from samverk.base.region.queries import current_region_id
from samverk.parts.day.models import Edition, Series, TicketKind
region, day = current_region_id(), timezone.localdate() + timedelta(days=60)
organiser = Organisation.objects.filter(region_id=region).first() or Organisation.objects.create(
    region_id=region, name="Rusningsprov", kind="region")
series = Series.objects.create(region_id=region, slug="{name}", name="Rusningen", organiser=organiser)
edition = Edition.objects.create(region_id=region, series=series, slug="nu", title="Rusningen", starts_on=day,
    ends_on=day, state="published")
print(TicketKind.objects.create(region_id=region, edition=edition, name="Biljett", quota={seats}).pk)
"""
COUNT = """
import json
from samverk.parts.day.models import Registration, TicketKind
from samverk.parts.day.queries.registration import link
kind = TicketKind.objects.get(edition__series__slug="{name}")
rows = Registration.objects.filter(ticket_kind=kind).order_by("arrival")
found = [[row.email, row.state, row.arrival, link(row.reference, row.link_version)] for row in rows]
print(json.dumps([kind.taken, kind.arrivals, found]))
"""


@dataclass(frozen=True)
class Answer:
    """What a client was told: the address of its registration, and when it asked and got the answer."""

    email: str
    link: str
    asked: float
    answered: float


@dataclass
class Told:
    """Everything that the clients were told."""

    answers: list[Answer] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    broken: int = 0
    took: float = 0.0


@dataclass(frozen=True)
class Kept:
    """What the database holds afterwards: (address, state, arrival, link), in order of arrival."""

    taken: int
    arrivals: int
    rows: tuple[tuple[str, str, int, str], ...]

    @property
    def states(self) -> Counter[str]:
        """How many there are in each state."""
        return Counter(state for _, state, _, _ in self.rows)


@dataclass(frozen=True)
class Rush:
    """Many people who want the same seats, from so many clients at once.

    With `twice` each form is sent two times at once, as by a double click. `meanwhile` is done when half of
    them have their answer.
    """

    attempts: int
    clients: int
    twice: bool = False
    meanwhile: Callable[[], None] | None = None


def open_the_doors(site: RunningSite, *, seats: int, name: str = "rusningen") -> int:
    """Make a day with so many seats; returns the key of its kind of ticket."""
    return int(_asked(site, OPEN.format(seats=seats, name=name)))


def kept(site: RunningSite, *, name: str = "rusningen") -> Kept:
    """Read from the database what came of it."""
    taken, arrivals, rows = json.loads(_asked(site, COUNT.format(name=name)))
    return Kept(taken, arrivals, tuple(tuple(row) for row in rows))


def run(site: RunningSite, rush: Rush, *, kind: int, name: str = "rusningen") -> Told:
    """Have them all register; each tries until it gets a clear answer."""
    return asyncio.run(_run(site.url, rush, kind, PATH.format(name=name)))


def kill_the_database(site: RunningSite) -> None:
    """Kill the server as a power cut would; whoever runs the site starts it again."""
    data = Cluster(Path(site.environment["SAMVERK_VAR"])).data
    os.kill(int((data / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)


def _asked(site: RunningSite, code: str) -> str:
    return site.run("manage", "shell", "--no-imports", "-c", code).strip().splitlines()[-1]


async def _run(url: str, rush: Rush, kind: int, path: str) -> Told:
    told = Told()
    people = iter(range(rush.attempts))
    began = time.perf_counter()
    clients = (_client(url + path, kind, people, rush, told) for _ in range(rush.clients))
    await asyncio.gather(*clients)
    told.took = time.perf_counter() - began
    return told


async def _client(url: str, kind: int, people: Iterator[int], rush: Rush, told: Told) -> None:
    lines = [_Line(url) for _ in range(2 if rush.twice else 1)]
    for number in people:
        email = f"besokare{number}@example.org"
        form = {"kind": kind, "name": f"Besökare {number}", "email": email, "key": uuid4()}
        await asyncio.gather(*(_until_clear(line, form, number, told) for line in lines))
        if rush.meanwhile and number == rush.attempts // 2:
            rush.meanwhile()
    for line in lines:
        line.close()


async def _until_clear(line: "_Line", form: dict[str, object], number: int, told: Told) -> None:
    sender = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
    deadline = time.perf_counter() + PATIENCE
    while time.perf_counter() < deadline:
        asked = time.perf_counter()
        try:
            status, link = await line.post(form, sender=sender)
        except (OSError, asyncio.IncompleteReadError, ValueError):
            told.broken += 1
            line.close()
            await asyncio.sleep(0.2)
            continue
        answered = time.perf_counter()
        told.statuses[status] += 1
        told.seconds.append(answered - asked)
        if status == 303:
            told.answers.append(Answer(str(form["email"]), link, asked, answered))
            return
        await asyncio.sleep(0.2)


class _Line:
    """One client's connection, kept open."""

    def __init__(self, url: str) -> None:
        self.address = urlsplit(url)
        self.streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    def close(self) -> None:
        if self.streams:
            self.streams[1].close()
        self.streams = None

    async def post(self, form: dict[str, object], *, sender: str) -> tuple[int, str]:
        """Send a form; the status, and where it leads."""
        if not self.streams:
            self.streams = await asyncio.open_connection(self.address.hostname, self.address.port)
        reader, writer = self.streams
        body = urlencode(form).encode()
        writer.write(
            f"POST {self.address.path} HTTP/1.1\r\nHost: {self.address.netloc}\r\n"
            f"Sec-Fetch-Site: same-origin\r\n"
            f"X-Forwarded-For: {sender}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(body)}\r\n\r\n".encode()
            + body
        )
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        fields = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:])}
        await reader.readexactly(int(fields.get("content-length", "0")))
        if fields.get("connection", "").lower() == "close":
            self.close()
        return int(head[0].split()[1]), fields.get("location", "")
