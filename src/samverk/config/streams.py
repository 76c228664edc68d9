"""Connections that stay open for events, beside the loop of a web process: none of them has a thread.

gunicorn's own worker would keep a thread for each page that follows events: thirty phones would stop the
site. Here a connection whose answer is a stream of events leaves its thread when its beginning is sent.

What is written is short and says only that something has changed, so whoever has not read the last ones
loses nothing by being cut off: their browser comes back and is told how far things have come.
"""

import selectors
import socket
import time
from collections import deque
from collections.abc import Collection
from contextlib import suppress
from functools import partial
from typing import Any

from gunicorn.workers.gthread import TConn, ThreadWorker

from samverk.base.events.rules import HEARTBEAT, STREAMS, event

SECONDS_BETWEEN_EVENTS = 1.0
SECONDS_BETWEEN_BEATS = 15.0
MILLISECONDS_UNHEARD = 60_000
BYTES_UNSENT = 16_384
AT_A_TIME = 100
READ_AT_A_TIME = 4_096


class Stream:
    """One open connection, and the last version that it was told of."""

    __slots__ = ("is_open", "sock", "topic", "version", "written")

    def __init__(self, sock: socket.socket, topic: str, version: int) -> None:
        self.sock = sock
        self.topic = topic
        self.version = version
        self.written = time.monotonic()
        self.is_open = True


class Streams:
    """Every open stream of a web process. Only its loop touches them; others ask it to, by `tell`."""

    def __init__(self, worker: Any) -> None:
        self.worker = worker
        self.asked: dict[Any, tuple[str, int]] = {}
        self.following: dict[str, dict[Stream, None]] = {}
        self.count = 0
        self.latest: dict[str, int] = {}
        self.beats: deque[tuple[float, Stream]] = deque()
        self.resting: dict[str, float] = {}  # topics that were just told of, until when they rest
        self.late: set[str] = set()  # those of them that have changed again

    # --- from any thread
    def has_room(self, most: int) -> bool:
        """Whether one more may follow."""
        return self.count + len(self.asked) < most

    def keep(self, environ: dict[str, Any], *, topic: str, version: int) -> None:
        """Keep the connection of this request open when its answer has been sent."""
        self.asked[environ["gunicorn.socket"]] = (topic, version)

    def topics(self) -> Collection[str]:
        """What is followed now."""
        return tuple(self.following.copy())

    def tell(self, topic: str, version: int) -> None:
        """Tell whoever follows a topic, soon."""
        self.worker.method_queue.defer(self._changed, topic, version)

    # --- from the threads that answer
    def is_asked_for(self, environ: dict[str, Any], *, status: str) -> bool:
        """Whether this answer is to stay open. One that went wrong after all is an ordinary one."""
        if not status.startswith("200"):
            self.asked.pop(environ["gunicorn.socket"], None)
        return environ["gunicorn.socket"] in self.asked

    # --- in the loop
    def hold(self, sock: socket.socket) -> bool:
        """Take over a connection whose answer has been sent, if it was asked for."""
        asked = self.asked.pop(sock, None)
        if asked is None or not self.worker.alive:
            return False
        stream = Stream(sock, *asked)
        try:
            _make_light(sock)
            self.worker.poller.register(sock, selectors.EVENT_READ, partial(self._hear, stream))
        except (OSError, ValueError, KeyError):
            return False
        self.count += 1
        self.following.setdefault(stream.topic, {})[stream] = None
        self.beats.append((stream.written + SECONDS_BETWEEN_BEATS, stream))
        if self.latest.get(stream.topic, 0) > stream.version:
            self._write_to([stream], self.latest[stream.topic])
        return True

    def tick(self) -> None:
        """Do what time has come for."""
        now = time.monotonic()
        for topic in [topic for topic, until in self.resting.items() if until <= now]:
            del self.resting[topic]
            if topic in self.late:
                self.late.discard(topic)
                self._send(topic)
        for _ in range(AT_A_TIME):
            if not self.beats or self.beats[0][0] > now:
                break
            self._beat(self.beats.popleft()[1], now)

    def seconds_to_wait(self, most: float) -> float:
        """For how long the loop may sleep."""
        due = [self.resting[topic] for topic in self.late]
        if self.beats:
            due.append(self.beats[0][0])
        return min([most, *(max(0.0, moment - time.monotonic()) for moment in due)])

    def close(self) -> None:
        """Let everybody go: they come back to whoever serves then."""
        for followers in [*self.following.values()]:
            for stream in [*followers]:
                self._close(stream)

    def _changed(self, topic: str, version: int) -> None:
        """Tell of a change at once; of those that follow within a second, only the last."""
        if version <= self.latest.get(topic, -1):
            return
        self.latest[topic] = version
        if self.resting.get(topic, 0.0) > time.monotonic():
            self.late.add(topic)
        else:
            self._send(topic)

    def _send(self, topic: str) -> None:
        self.resting[topic] = time.monotonic() + SECONDS_BETWEEN_EVENTS
        self._write_to(list(self.following.get(topic, ())), self.latest[topic])

    def _write_to(self, streams: list[Stream], version: int) -> None:
        """Write to some, and let the loop do other things before the next."""
        told = event(version)
        for stream in streams[:AT_A_TIME]:
            if stream.is_open and stream.version < version:
                stream.version = version
                self._write(stream, told)
        if len(streams) > AT_A_TIME:
            self.worker.method_queue.defer(self._write_to, streams[AT_A_TIME:], version)

    def _write(self, stream: Stream, text: bytes) -> None:
        """Write without waiting. Whoever does not read is let go."""
        stream.written = time.monotonic()
        try:
            is_whole = stream.sock.send(text) == len(text)
        except OSError:
            is_whole = False
        if not is_whole:
            self._close(stream)

    def _beat(self, stream: Stream, now: float) -> None:
        """Say something now and then, so that nobody on the way believes that the connection is dead."""
        if stream.is_open and stream.written + SECONDS_BETWEEN_BEATS <= now:
            self._write(stream, HEARTBEAT)
        if stream.is_open:
            self.beats.append((now + SECONDS_BETWEEN_BEATS, stream))

    def _hear(self, stream: Stream, _fileobj: Any) -> None:
        """A browser that follows says nothing more; that it can be read means that it has gone."""
        try:
            if stream.sock.recv(READ_AT_A_TIME):
                return
        except BlockingIOError:
            return
        except OSError:
            pass
        self._close(stream)

    def _close(self, stream: Stream) -> None:
        if not stream.is_open:
            return
        stream.is_open = False
        self.count -= 1
        followers = self.following[stream.topic]
        del followers[stream]
        if not followers:
            del self.following[stream.topic]
        with suppress(KeyError, ValueError, OSError):
            self.worker.poller.unregister(stream.sock)
        with suppress(OSError):
            stream.sock.close()


def _make_light(sock: socket.socket) -> None:
    """Never wait for it, keep little for it, and notice when it is gone without a word."""
    sock.setblocking(False)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, BYTES_UNSENT)
    if sock.family in (socket.AF_INET, socket.AF_INET6):
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if hasattr(socket, "TCP_USER_TIMEOUT"):
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, MILLISECONDS_UNHEARD)


class StreamingWorker(ThreadWorker):
    """The threaded worker, with a place for those who follow events."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.streams = Streams(self)

    def load_wsgi(self) -> None:
        """Let the site ask for an answer to stay open."""
        super().load_wsgi()
        self.site: Any = self.wsgi
        self.wsgi: Any = self._answer

    def stays_open(self, conn: TConn) -> bool:
        """Whether this connection, whose answer has been sent, is one that follows events from now on."""
        if self.streams.hold(conn.sock):
            self.nr_conns -= 1
            return True
        return False

    def wait_for_and_dispatch_events(self, timeout: float) -> None:
        """Sleep no longer than the streams may wait."""
        super().wait_for_and_dispatch_events(self.streams.seconds_to_wait(timeout))

    def murder_pending(self) -> None:
        """Do what time has come for."""
        super().murder_pending()
        self.streams.tick()

    def _cap_keepalive(self, deadline: float) -> None:
        """Let those who follow go at once when the worker stops: they come back to whoever serves then."""
        super()._cap_keepalive(deadline)
        self.streams.close()

    def _answer(self, environ: dict[str, Any], start_response: Any) -> Any:
        environ[STREAMS] = self.streams

        def start(status: str, headers: list[tuple[str, str]], *problem: Any) -> Any:
            write = start_response(status, headers, *problem)
            if self.streams.is_asked_for(environ, status=status):
                answer = (
                    start_response.__self__
                )  # gunicorn's: without a length, it ends as the connection does
                answer.chunked = False
                answer.force_close()
            return write

        return self.site(environ, start)
