"""Hearing what the database tells: one connection for each web process, only while somebody follows."""

import time
from collections.abc import Collection
from contextlib import closing
from threading import Event, Lock, Thread
from typing import Any, Protocol

import psycopg
import structlog
from django.db import connections

from samverk.base.events.rules import CHANNEL, read

IDLE_SECONDS = 30.0
LOOK_UP_SECONDS = 5.0
SHORTEST_PAUSE, LONGEST_PAUSE = 0.1, 3.0
# So that a database machine that is gone without a word is noticed.
ALIVE = {"connect_timeout": 5, "keepalives_idle": 20, "keepalives_interval": 5, "keepalives_count": 3}
CATCH_UP = "SELECT name, version FROM events_topic WHERE name = ANY(%s)"

log = structlog.get_logger(__name__)


class Streams(Protocol):
    """Those who follow, in a web process that can keep their connections open."""

    def has_room(self, most: int) -> bool:
        """Whether one more may follow."""

    def keep(self, environ: dict[str, Any], *, topic: str, version: int) -> None:
        """Keep the connection of this request open when its answer has been sent, and tell it of changes."""

    def topics(self) -> Collection[str]:
        """What is followed now."""

    def tell(self, topic: str, version: int) -> None:
        """Tell whoever follows a topic. May be called from any thread."""


class Listener(Thread):
    """Listens as long as somebody follows, and for a while after; comes back when the database has."""

    def __init__(self, streams: Streams) -> None:
        super().__init__(name="samverk-events", daemon=True)
        self.streams = streams
        self.hears = Event()
        self.lock = Lock()
        self.needed_until = time.monotonic() + IDLE_SECONDS
        self.is_over = False

    def is_wanted(self) -> bool:
        """Ask it to stay a while longer; False when it has stopped already."""
        with self.lock:
            self.needed_until = time.monotonic() + IDLE_SECONDS
            return not self.is_over and self.is_alive()

    def run(self) -> None:
        """Listen, and connect again when the connection is lost: what was missed meanwhile is told then."""
        pause = SHORTEST_PAUSE
        while self._goes_on():
            try:
                with closing(_connected()) as connection:
                    connection.execute(f"LISTEN {CHANNEL}")
                    self._catch_up(connection)
                    self.hears.set()
                    pause = SHORTEST_PAUSE
                    self._listen(connection)
            except (psycopg.Error, OSError) as problem:
                log.warning("events_not_heard", problem=type(problem).__name__)
                self.hears.clear()
                time.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)

    def _listen(self, connection: psycopg.Connection[Any]) -> None:
        while self._goes_on():
            for told in connection.notifies(timeout=LOOK_UP_SECONDS):
                if change := read(told.payload):
                    self.streams.tell(change.topic, change.version)

    def _catch_up(self, connection: psycopg.Connection[Any]) -> None:
        for topic, version in connection.execute(CATCH_UP, [list(self.streams.topics())]).fetchall():
            self.streams.tell(topic, version)

    def _goes_on(self) -> bool:
        with self.lock:
            now = time.monotonic()
            if self.streams.topics():
                self.needed_until = now + IDLE_SECONDS
            self.is_over = now > self.needed_until
            return not self.is_over


class _Ear:
    """The one listener of this process."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.listener: Listener | None = None

    def of(self, streams: Streams) -> Listener:
        with self.lock:
            if self.listener is None or self.listener.streams is not streams or not self.listener.is_wanted():
                self.listener = Listener(streams)
                self.listener.start()
            return self.listener


_EAR = _Ear()


def hears(streams: Streams, *, patience: float) -> bool:
    """Whether every change from now on will be told to those who follow; begins to listen if nobody does."""
    return _EAR.of(streams).hears.wait(patience)


def _connected() -> psycopg.Connection[Any]:
    """A connection of its own, outside Django's pool. It waits for nothing in a transaction."""
    parameters = connections["default"].get_connection_params()
    return psycopg.connect(**{**ALIVE, **parameters}, autocommit=True)
