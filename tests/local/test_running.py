"""`samverk run`, for real: the whole house started, started twice, killed, stopped."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from samverk.local.cluster import Cluster
from tests.local.folders import open_folder

SECONDS_FOR_ALL = 600
OF_THE_TESTS = ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "PORT")


class House:
    """One installation in a folder of its own, and the last start of it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, _free_port()
        self.cluster = Cluster(folder)
        self.output = folder / "output"
        self.process: subprocess.Popen[bytes] | None = None

    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name not in OF_THE_TESTS}
        return kept | {"SAMVERK_VAR": str(self.folder)}

    def command(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "samverk.cli", *arguments]
        return subprocess.run(command, env=self.environment(), capture_output=True, text=True, check=False)

    def start(self) -> str:
        """Start it and wait until it is ready; returns what it printed."""
        command = [sys.executable, "-m", "samverk.cli", "run", "--port", str(self.port)]
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                command, env=self.environment(), stdout=output, stderr=output, start_new_session=True
            )
        deadline = time.monotonic() + SECONDS_FOR_ALL
        while "is ready" not in self.output.read_text():
            assert self.process.poll() is None, self.output.read_text()
            assert time.monotonic() < deadline, self.output.read_text()
            time.sleep(0.1)
        return self.output.read_text()

    def ask_to_stop(self, request: signal.Signals) -> int:
        """Ask it to stop, as the terminal or the machine does; returns the exit code."""
        assert self.process
        self.process.send_signal(request)
        return self.process.wait(SECONDS_FOR_ALL)

    def kill(self) -> None:
        """Kill everything, with no chance to clean up."""
        for process in self.processes():
            os.kill(process, signal.SIGKILL)
        if self.process:
            self.process.wait()

    def processes(self) -> list[int]:
        """Everything alive that was started with this folder."""
        mark = f"SAMVERK_VAR={self.folder}".encode()
        found = [
            int(place.name) for place in Path("/proc").glob("[0-9]*") if mark in _words(place / "environ")
        ]
        return [*found, self._server()] if self.cluster.is_running() else found

    def _server(self) -> int:
        return int((self.cluster.data / "postmaster.pid").read_text().split()[0])


def _words(path: Path) -> list[bytes]:
    try:
        return path.read_bytes().split(b"\0")
    except OSError:
        return []


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    with open_folder() as folder:
        house = House(folder)
        yield house
        house.kill()


@pytest.fixture
def running(house: House) -> House:
    if not house.process or house.process.poll() is not None:
        house.start()
    return house


def test_the_site_answers_where_it_says(running: House) -> None:
    address = re.search(r"ready: +(\S+)", running.output.read_text())

    assert address
    with urllib.request.urlopen(address[1]) as answer:
        assert answer.status == 200


def test_started_twice_by_mistake_it_says_where_the_first_one_is(running: House) -> None:
    assert running.process
    second = running.command("run", "--port", str(_free_port()))

    assert second.returncode == 1
    assert second.stderr == (
        f"samverk: Samverk runs already at http://127.0.0.1:{running.port}: open it, "
        f"or stop it first with Ctrl-C in its window or `kill {running.process.pid}`.\n"
    )


def test_a_command_beside_it_uses_its_database_and_leaves_it_running(running: House) -> None:
    asked = running.command("database", "psql", "--tuples-only", "--command", "SELECT 6 * 7")

    assert asked.stdout.strip() == "42"
    assert running.cluster.is_ready()


@pytest.mark.parametrize("request_", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_asked_to_stop_it_stops_everything(running: House, request_: signal.Signals) -> None:
    assert running.ask_to_stop(request_) == 0

    said = running.output.read_text()
    assert re.search("stopping the site.*stopping the worker.*stopped; nothing is lost", said, re.DOTALL)
    assert running.processes() == []


def test_after_kill_9_of_every_process_it_starts_again_and_nothing_is_lost(running: House) -> None:
    with psycopg.connect(running.cluster.url) as connection:
        connection.execute("DROP TABLE IF EXISTS kept")
        connection.execute("CREATE TABLE kept AS SELECT 1 AS one")
    running.kill()

    said = running.start()

    assert "tables up to date" not in said
    with psycopg.connect(running.cluster.url) as connection:
        assert connection.execute("SELECT * FROM kept").fetchall() == [(1,)]


def test_a_taken_port_is_named_with_who_has_it(tmp_path: Path) -> None:
    house = House(tmp_path)
    with socket.create_server(("127.0.0.1", house.port)):
        refused = house.command("run", "--port", str(house.port))

    assert refused.returncode == 1
    who = rf"Port {house.port} is taken by \S.* \(process {os.getpid()}\): stop it, or choose another port"
    assert re.search(who, refused.stderr)


def test_with_a_server_of_ones_own_the_embedded_one_is_not_started(tmp_path: Path) -> None:
    house = House(tmp_path)
    command = [sys.executable, "-m", "samverk.cli", "database", "start"]
    given = house.environment() | {"DATABASE_URL": "postgresql://db.example/samverk"}

    refused = subprocess.run(command, env=given, capture_output=True, text=True, check=False)

    assert refused.returncode == 1
    assert "DATABASE_URL is set" in refused.stderr
    assert not house.cluster.data.exists()
