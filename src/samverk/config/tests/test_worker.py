"""The site serves on while others are silent or do not hang up, and shares its work between its processes."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from threading import Event

import pytest

PATIENCE = 20  # gunicorn's own worker would need a minute
QUESTION = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
QUESTION_OF_ONE_WHO_STAYS = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
SLOW_QUESTION = QUESTION.replace(b"GET /", b"GET /slow")
SITE = """
import os, time
from pathlib import Path

def application(environ, start_response):
    if environ["PATH_INFO"] == "/slow":
        Path("at-work").touch()
        while Path("at-work").exists():
            time.sleep(0.01)
    if environ["PATH_INFO"] == "/brief":
        time.sleep(0.005)
    start_response("200 OK", [("X-Process", str(os.getpid())), ("Content-Length", "2")])
    return [b"ok"]
"""


@contextmanager
def served(tmp_path: Path, *, processes: int = 1) -> Iterator[tuple[str, int]]:
    """A small site, with one thread in each process."""
    (tmp_path / "small_site.py").write_text(SITE)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.set_inheritable(True)
        command = ["-m", "gunicorn", "--worker-class", "samverk.config.worker.Worker", "--threads", "1"]
        command += ["--workers", str(processes), "--bind", f"fd://{listener.fileno()}"]
        command += ["--no-control-socket", "small_site:application"]
        server = subprocess.Popen(  # noqa: S603
            [sys.executable, *command],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(tmp_path)},
            pass_fds=[listener.fileno()],
            stderr=subprocess.DEVNULL,
        )
        try:
            yield listener.getsockname()
        finally:
            server.terminate()
            assert server.wait(PATIENCE) == 0


@pytest.fixture
def place(tmp_path: Path) -> Iterator[tuple[str, int]]:
    with served(tmp_path) as place:
        yield place


def connect(place: tuple[str, int], stack: ExitStack) -> socket.socket:
    return stack.enter_context(socket.create_connection(place, timeout=PATIENCE))


def answer(connection: socket.socket) -> bytes:
    connection.sendall(QUESTION)
    return connection.makefile("rb").read()


def test_connections_that_say_nothing_hold_nobody_up(place: tuple[str, int]) -> None:
    with ExitStack() as stack:
        silent = [connect(place, stack) for _ in range(12)]

        assert answer(connect(place, stack)).endswith(b"ok")
        assert answer(silent[0]).endswith(b"ok")


def test_clients_that_do_not_hang_up_hold_nobody_up(place: tuple[str, int]) -> None:
    with ExitStack() as stack:
        answered = [connect(place, stack) for _ in range(40)]
        for connection in answered:
            connection.sendall(QUESTION)
        assert answered[0].makefile("rb").read().endswith(b"ok")

        assert answer(connect(place, stack)).endswith(b"ok")


def test_what_a_client_says_after_its_answer_is_heard_and_forgotten(place: tuple[str, int]) -> None:
    with ExitStack() as stack:
        talkative = connect(place, stack)
        talkative.sendall(QUESTION + b"x" * 1000)

        assert talkative.makefile("rb").read().endswith(b"ok")
        assert answer(connect(place, stack)).endswith(b"ok")


def test_somebody_new_comes_in_while_others_never_stop_asking(place: tuple[str, int]) -> None:
    with ExitStack() as stack:
        pool, is_over = stack.enter_context(ThreadPoolExecutor(16)), Event()
        stack.callback(is_over.set)
        asking = [pool.submit(ask_on, place, is_over) for _ in range(16)]

        assert answer(connect(place, stack)).endswith(b"ok")

        is_over.set()
        assert all(request.result() > 0 for request in asking)


def ask_on(place: tuple[str, int], is_over: Event) -> int:
    """Ask again and again, on the same connection as long as it is kept: how often it was answered."""
    client, count = HTTPConnection(*place, timeout=PATIENCE), 0
    while not is_over.is_set() or not count:
        client.request("GET", "/brief")
        count += client.getresponse().read() == b"ok"
    client.close()
    return count


def test_a_connection_is_kept_until_somebody_waits_for_its_place(
    tmp_path: Path, place: tuple[str, int]
) -> None:
    with ExitStack() as stack:
        first = connect(place, stack)
        first.sendall(SLOW_QUESTION)
        with at_work(tmp_path / "at-work"):
            second, third = connect(place, stack), connect(place, stack)
            second.sendall(QUESTION_OF_ONE_WHO_STAYS)
            third.sendall(QUESTION_OF_ONE_WHO_STAYS)

        assert b"Connection: close" in head_of_answer(second)
        assert b"Connection: keep-alive" in head_of_answer(third)


def head_of_answer(connection: socket.socket) -> bytes:
    return b"".join(iter(connection.makefile("rb").readline, b"\r\n"))


def test_a_process_that_works_leaves_new_connections_to_another(tmp_path: Path) -> None:
    with served(tmp_path, processes=2) as place, ExitStack() as stack:
        for _ in range(6):
            first = connect(place, stack)
            first.sendall(SLOW_QUESTION)
            with at_work(tmp_path / "at-work"):
                other = process_of(answer(connect(place, stack)))

            assert process_of(first.makefile("rb").read()) != other


@contextmanager
def at_work(sign: Path) -> Iterator[None]:
    """While somebody works on a slow question; afterwards they are done with it."""
    last = time.monotonic() + PATIENCE
    while not sign.exists():
        assert time.monotonic() < last, "nobody took up the slow question"
        time.sleep(0.01)
    try:
        yield
    finally:
        sign.unlink()


def process_of(answer: bytes) -> bytes:
    """The process that an answer came from."""
    return answer.partition(b"X-Process: ")[2].partition(b"\r\n")[0]
