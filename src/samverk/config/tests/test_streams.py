"""Pages that are told of changes hold up nobody: their connections stay open without a thread."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from samverk.base.events.rules import HEARTBEAT, event

PATIENCE = 30
HANG_UP_WITHIN = 15  # seconds; gunicorn itself would wait thirty for those who keep a connection
SITE = """
import os
from urllib.parse import parse_qs

from samverk.base.events.rules import STREAMS
from samverk.config import streams

for name in ("SECONDS_BETWEEN_EVENTS", "SECONDS_BETWEEN_BEATS"):
    setattr(streams, name, float(os.environ.get(name, getattr(streams, name))))

def application(environ, start_response):
    asked = {name: values[0] for name, values in parse_qs(environ["QUERY_STRING"]).items()}
    kept, what = environ[STREAMS], environ["PATH_INFO"]
    if what == "/follow":
        kept.keep(environ, topic=asked["topic"], version=int(asked.get("version", 0)))
        start_response(asked.get("status", "200 OK"), [("Content-Type", "text/event-stream")])
        return [b"begun;"]
    if what == "/tell":
        for version in range(int(asked["first"]), int(asked["last"]) + 1):
            kept.tell(asked["topic"], version)
    text = str(kept.count if what == "/count" else kept.has_room(3)).encode()
    start_response("200 OK", [("Content-Length", str(len(text)))])
    return [text]
"""


@contextmanager
def served(tmp_path: Path, **environment: str) -> Iterator[tuple[str, int]]:
    """A small site of one process with one thread, which lets its clients follow what they want."""
    (tmp_path / "site_with_streams.py").write_text(SITE)
    with socket.create_server(("127.0.0.1", 0), backlog=512) as listener:
        listener.set_inheritable(True)
        command = ["-m", "gunicorn", "--worker-class", "samverk.config.worker.Worker", "--threads", "1"]
        command += ["--worker-connections", "20", "--bind", f"fd://{listener.fileno()}"]
        server = subprocess.Popen(  # noqa: S603
            [sys.executable, *command, "--no-control-socket", "site_with_streams:application"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(tmp_path), **environment},
            pass_fds=[listener.fileno()],
            stderr=subprocess.DEVNULL,
        )
        try:
            yield listener.getsockname()
        finally:
            server.terminate()
            assert server.wait(PATIENCE) == 0


class Follower:
    """Somebody whose browser follows a topic."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection
        self.heard = b""

    def hears(self, what: bytes) -> None:
        """Wait until something has been heard."""
        while what not in self.heard:
            said = self.connection.recv(65_536)
            assert said, f"hung up before {what!r}; heard {self.heard!r}"
            self.heard += said

    def is_let_go(self) -> bool:
        """Wait until the other end hangs up."""
        try:
            while said := self.connection.recv(65_536):
                self.heard += said
        except ConnectionError:
            pass
        return True


Follow = Callable[..., Follower]
Ask = Callable[[str], str]


def follow_at(place: tuple[str, int], stack: ExitStack, topic: str, **more: object) -> Follower:
    connection = stack.enter_context(socket.create_connection(place, timeout=PATIENCE))
    query = "&".join(f"{name}={value}" for name, value in {"topic": topic, **more}.items())
    connection.sendall(f"GET /follow?{query.replace(' ', '%20')} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    follower = Follower(connection)
    follower.hears(b"begun;")
    return follower


def ask_at(place: tuple[str, int], path: str) -> str:
    with socket.create_connection(place, timeout=PATIENCE) as connection:
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        return connection.makefile("rb").read().rpartition(b"\r\n\r\n")[2].decode()


def wait_for(wanted: int, ask: Ask) -> None:
    """Until so many follow: a connection that is over is noticed by the loop, in its own time."""
    last = time.monotonic() + PATIENCE
    while (count := int(ask("/count"))) != wanted:
        assert time.monotonic() < last, f"{count} follow, not {wanted}"
        time.sleep(0.02)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[tuple[str, int]]:
    with served(tmp_path) as place:
        yield place


@pytest.fixture
def follow(place: tuple[str, int]) -> Iterator[Follow]:
    with ExitStack() as stack:
        yield lambda topic, **more: follow_at(place, stack, topic, **more)


@pytest.fixture
def ask(place: tuple[str, int]) -> Ask:
    return lambda path: ask_at(place, path)


def test_more_follow_than_there_are_threads_and_connections(follow: Follow, ask: Ask) -> None:
    everybody = [follow("day") for _ in range(60)]

    ask("/tell?topic=day&first=1&last=1")

    for follower in everybody:
        follower.hears(event(1))
    assert ask("/count") == "60"


def test_only_those_who_follow_a_topic_are_told_of_it(follow: Follow, ask: Ask) -> None:
    one, other = follow("one"), follow("other")

    ask("/tell?topic=one&first=1&last=1")
    ask("/tell?topic=other&first=7&last=7")
    one.hears(event(1))
    other.hears(event(7))

    assert event(7) not in one.heard
    assert event(1) not in other.heard


def test_a_change_while_the_answer_was_made_is_told(follow: Follow, ask: Ask) -> None:
    first = follow("day", version=4)
    ask("/tell?topic=day&first=5&last=5")
    first.hears(event(5))

    follow("day", version=4).hears(event(5))


def test_of_many_changes_at_once_the_first_and_the_last_are_told(follow: Follow, ask: Ask) -> None:
    follower = follow("day")

    ask("/tell?topic=day&first=1&last=500")
    follower.hears(event(500))

    assert event(1) in follower.heard
    assert follower.heard.count(b"id: ") < 50  # two, unless the machine stands still meanwhile


def test_a_version_that_comes_late_is_not_told_again(follow: Follow, ask: Ask) -> None:
    follower = follow("day")

    ask("/tell?topic=day&first=9&last=9")
    follower.hears(event(9))
    ask("/tell?topic=day&first=3&last=3")
    ask("/tell?topic=day&first=10&last=10")
    follower.hears(event(10))

    assert event(3) not in follower.heard


def test_somebody_who_leaves_is_forgotten(follow: Follow, ask: Ask) -> None:
    stays, leaves = follow("day"), follow("day")

    leaves.connection.close()
    wait_for(1, ask)
    ask("/tell?topic=day&first=1&last=1")

    stays.hears(event(1))


def test_there_is_room_for_so_many_and_no_more(follow: Follow, ask: Ask) -> None:
    assert ask("/room") == "True"
    for _ in range(3):
        follow("day")
    wait_for(3, ask)

    assert ask("/room") == "False"


def test_an_answer_that_went_wrong_does_not_stay_open(follow: Follow, ask: Ask) -> None:
    refused = follow("day", status="503 Service Unavailable")
    refused.connection.sendall(b"GET /count HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")

    assert refused.is_let_go()
    assert refused.heard.endswith(b"0")


def test_nobody_waits_for_somebody_who_does_not_read(tmp_path: Path) -> None:
    with served(tmp_path, SECONDS_BETWEEN_EVENTS="0") as place, ExitStack() as stack:
        reads = follow_at(place, stack, "day")
        sleeps = stack.enter_context(socket.socket())
        sleeps.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
        sleeps.connect(place)
        sleeps.sendall(b"GET /follow?topic=day HTTP/1.1\r\nHost: x\r\n\r\n")
        wait_for(2, lambda path: ask_at(place, path))

        last = 0
        while int(ask_at(place, "/count")) == 2:
            ask_at(place, f"/tell?topic=day&first={last + 1}&last={last + 10}")
            last += 10
            reads.hears(event(last))
            assert last < 1_000_000

        assert ask_at(place, "/count") == "1"


def test_a_connection_that_is_quiet_is_kept_alive(tmp_path: Path) -> None:
    with served(tmp_path, SECONDS_BETWEEN_BEATS="0.05") as place, ExitStack() as stack:
        follower = follow_at(place, stack, "day")

        follower.hears(b"begun;" + HEARTBEAT + HEARTBEAT)


def test_a_process_that_stops_lets_everybody_go_at_once(tmp_path: Path) -> None:
    with ExitStack() as stack:
        with served(tmp_path) as place:
            everybody = [follow_at(place, stack, "day") for _ in range(5)]
            began = time.monotonic()

        assert time.monotonic() - began < HANG_UP_WITHIN
        assert all(follower.is_let_go() for follower in everybody)
