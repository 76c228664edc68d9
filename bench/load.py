"""Requests at set moments, each timed from the moment when it was due and not from when it could be sent.

A generator that waits for one answer before it asks again leaves out the very moments when a server is slow
("coordinated omission"). These ask on time, on a new connection when all others are busy.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from urllib.parse import urlsplit

SETTLING = 1.0
PATIENCE = 10.0
SHORTEST_SLEEP = 0.01


@dataclass
class Answers:
    """Seconds from due to answered, seconds from due to asked, and what went wrong."""

    latencies: list[float] = field(default_factory=list)
    delays: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    broken: int = 0
    wanted: int = 200

    @property
    def failed(self) -> int:
        """Requests that got no answer, or another one than the one that is wanted."""
        return self.broken + sum(count for status, count in self.statuses.items() if status != self.wanted)


def steady(url: str, *, rate: float, seconds: float) -> Answers:
    """Ask for one address at a constant rate, after a second of settling that is not counted."""
    return asyncio.run(_steady(_Asker(url), rate, seconds))


def each_once(url: str, requests: Sequence[bytes], *, rate: float, wanted: int) -> Answers:
    """Send every request once, at a constant rate; the first second is settling and not counted."""
    asker = _Asker(url, iter(requests))
    asker.answers.wanted = wanted
    return asyncio.run(_steady(asker, rate, len(requests) / rate - SETTLING))


def post(url: str, body: bytes, headers: Mapping[str, str]) -> bytes:
    """A request that sends a form."""
    kind = "application/x-www-form-urlencoded"
    fields = {**headers, "Content-Type": kind, "Content-Length": str(len(body))}
    return _head("POST", url, fields) + body


def together(url: str, *, clients: int, at: float) -> Answers:
    """Ask for one address from so many connections at once, at a moment of `time.time`."""
    return asyncio.run(_together(_Asker(url), clients, at))


async def _steady(asker: "_Asker", rate: float, seconds: float) -> Answers:
    start = time.perf_counter()
    asker.counts_from = start + SETTLING
    for number in range(int(rate * (seconds + SETTLING))):
        due = start + number / rate
        if (wait := due - time.perf_counter()) > 0:
            await asyncio.sleep(wait)
        await asker.ask(due)
    return await asker.finished()


async def _together(asker: "_Asker", clients: int, at: float) -> Answers:
    connections = [await asker.connected() for _ in range(clients)]
    await asyncio.sleep(at - time.time())
    due = time.perf_counter()
    for connection in connections:
        asker.ask_on(connection, due)
    return await asker.finished()


class _Asker:
    """Asks for one address and keeps what comes back."""

    def __init__(self, url: str, requests: Iterator[bytes] | None = None) -> None:
        address = urlsplit(url)
        self.place = (address.hostname or "localhost", address.port or 80)
        self.requests = requests or repeat(_head("GET", url, {}))
        self.idle: list[_Connection] = []
        self.opening: set[asyncio.Task[None]] = set()
        self.answers = Answers()
        self.counts_from = 0.0
        self.under_way = 0

    async def ask(self, due: float) -> None:
        if self.idle:
            self.ask_on(self.idle.pop(), due)
        else:
            task = asyncio.create_task(self._ask_on_a_new_one(due))
            self.opening.add(task)
            task.add_done_callback(self.opening.discard)

    async def _ask_on_a_new_one(self, due: float) -> None:
        try:
            connection = await self.connected()
        except OSError:
            self.answers.broken += 1
        else:
            self.ask_on(connection, due)

    async def connected(self) -> "_Connection":
        _, connection = await asyncio.get_running_loop().create_connection(
            lambda: _Connection(self), *self.place
        )
        return connection

    def ask_on(self, connection: "_Connection", due: float) -> None:
        self.under_way += 1
        if due >= self.counts_from:
            self.answers.delays.append(time.perf_counter() - due)
        connection.ask(next(self.requests), due)

    def answered(self, due: float, status: int) -> None:
        self.under_way -= 1
        if due >= self.counts_from:
            self.answers.latencies.append(time.perf_counter() - due)
            self.answers.statuses[status] += 1

    async def finished(self) -> Answers:
        """Wait for what is under way; what has not come in time is counted as broken."""
        end = time.perf_counter() + PATIENCE
        while (self.under_way or self.opening) and time.perf_counter() < end:
            await asyncio.sleep(SHORTEST_SLEEP)
        self.answers.broken += self.under_way
        return self.answers


class _Connection(asyncio.Protocol):
    """One kept-alive connection with at most one request under way."""

    transport: asyncio.Transport

    def __init__(self, asker: _Asker) -> None:
        self.asker = asker
        self.due: float | None = None
        self.received = bytearray()
        self.expected = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport  # type: ignore[assignment] (a stream's transport is asyncio.Transport)

    def ask(self, request: bytes, due: float) -> None:
        self.due, self.expected = due, 0
        self.received.clear()
        self.transport.write(request)

    def data_received(self, data: bytes) -> None:
        self.received += data
        self.expected = self.expected or _length(self.received)
        if self.due is None or not self.expected or len(self.received) < self.expected:
            return
        self.asker.answered(self.due, int(self.received[9:12]))
        self.due = None
        if b"connection: close" not in self.received[: self.expected].lower():
            self.asker.idle.append(self)

    def connection_lost(self, exc: Exception | None) -> None:
        if self in self.asker.idle:
            self.asker.idle.remove(self)
        if self.due is not None:
            self.asker.under_way -= 1
            self.asker.answers.broken += 1


def _head(method: str, url: str, headers: Mapping[str, str]) -> bytes:
    address = urlsplit(url)
    lines = {"Host": address.netloc, "Accept-Encoding": "gzip, br", **headers}
    fields = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"{method} {address.path or '/'} HTTP/1.1\r\n{fields}\r\n".encode()


def _length(received: bytearray) -> int:
    """Bytes of the whole answer, head and body; 0 until its head has come. Answers must tell their length."""
    head, end, _ = bytes(received).partition(b"\r\n\r\n")
    if not end:
        return 0
    fields = dict(line.lower().split(b":", 1) for line in head.split(b"\r\n")[1:])
    return len(head) + len(end) + int(fields.get(b"content-length", b"0"))
