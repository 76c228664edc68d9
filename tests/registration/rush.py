"""A rush for the seats of a day, against the real site: many clients at once, and what came of it.

Used by `bench/registration.py`, and in small by the suite.
"""

import asyncio
import json
import time
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

from tests.browser.site import RunningSite

PATH = "/dagar/rusningen/nu/anmalan/"
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
series = Series.objects.create(region_id=region, slug="rusningen", name="Rusningen", organiser=organiser)
edition = Edition.objects.create(region_id=region, series=series, slug="nu", title="Rusningen", starts_on=day,
    ends_on=day, state="published")
print(TicketKind.objects.create(region_id=region, edition=edition, name="Biljett", quota={seats}).pk)
"""
COUNT = """
import json
from samverk.parts.day.models import Registration, TicketKind
from samverk.parts.day.queries.registration import link
kind = TicketKind.objects.get(edition__series__slug="rusningen")
rows = Registration.objects.filter(ticket_kind=kind).order_by("arrival")
print(json.dumps({
    "taken": kind.taken, "arrivals": kind.arrivals,
    "rows": [[row.email, row.state, row.arrival, link(row.reference, row.link_version)] for row in rows],
}))
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


def open_the_doors(site: RunningSite, *, seats: int) -> int:
    """Make a day with so many seats; returns the key of its kind of ticket."""
    return int(site.run("manage", "shell", "--no-imports", "-c", OPEN.format(seats=seats)).split()[-1])


def kept(site: RunningSite) -> Kept:
    """Read from the database what came of it."""
    found = json.loads(site.run("manage", "shell", "--no-imports", "-c", COUNT).strip().splitlines()[-1])
    return Kept(found["taken"], found["arrivals"], tuple(tuple(row) for row in found["rows"]))


def rush(site: RunningSite, *, kind: int, attempts: int, clients: int, twice: bool = False) -> Told:
    """Have so many clients register so many people; each tries until it gets a clear answer.

    With `twice` each form is sent two times at once, as by a double click.
    """
    return asyncio.run(_rush(site.url, kind, attempts, clients, twice))


async def _rush(url: str, kind: int, attempts: int, clients: int, twice: bool) -> Told:
    told = Told()
    people = iter(range(attempts))
    began = time.perf_counter()
    await asyncio.gather(*(_client(url, kind, people, told, twice) for _ in range(clients)))
    told.took = time.perf_counter() - began
    return told


async def _client(url: str, kind: int, people: "iter[int]", told: Told, twice: bool) -> None:  # type: ignore[valid-type]
    lines = [_Line(url) for _ in range(2 if twice else 1)]
    for number in people:  # type: ignore[attr-defined]
        email = f"besokare{number}@example.org"
        form = {"kind": kind, "name": f"Besökare {number}", "email": email, "key": uuid4()}
        await asyncio.gather(*(_until_clear(line, form, number, email, told) for line in lines))
    for line in lines:
        line.close()


async def _until_clear(line: "_Line", form: dict[str, object], number: int, email: str, told: Told) -> None:
    deadline = time.perf_counter() + PATIENCE
    while time.perf_counter() < deadline:
        asked = time.perf_counter()
        try:
            status, link = await line.post(PATH, form, sender=f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}")
        except (OSError, asyncio.IncompleteReadError, ValueError):
            told.broken += 1
            line.close()
            await asyncio.sleep(0.2)
            continue
        answered = time.perf_counter()
        told.statuses[status] += 1
        told.seconds.append(answered - asked)
        if status == 303:
            told.answers.append(Answer(email, link, asked, answered))
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

    async def post(self, path: str, form: dict[str, object], *, sender: str) -> tuple[int, str]:
        """Send a form; the status, and where it leads."""
        if not self.streams:
            self.streams = await asyncio.open_connection(self.address.hostname, self.address.port)
        reader, writer = self.streams
        body = urlencode(form).encode()
        writer.write(
            f"POST {path} HTTP/1.1\r\nHost: {self.address.netloc}\r\nSec-Fetch-Site: same-origin\r\n"
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
