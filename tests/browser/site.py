"""The whole of Samverk, started as a newcomer starts it: with its own database, server and worker.

Tables and demonstration are made once for all the sites of a run: each starts from a copy of them.
"""

import atexit
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

READY_WITHIN = 180


@dataclass(frozen=True)
class RunningSite:
    """A site that answers at `url`; `environment` is what it was started with."""

    url: str
    environment: dict[str, str]
    log: Path

    def run(self, *command: str) -> str:
        """Run a samverk command against this site's database and return what it printed."""
        finished = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "samverk.cli", *command],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert finished.returncode == 0, finished.stdout + finished.stderr
        return finished.stdout

    def status_of(self, path: str) -> int:
        """What an anonymous visitor's request for `path` is answered with."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=10) as answer:  # noqa: S310
                return int(answer.status)
        except urllib.error.HTTPError as refused:
            return refused.code


def free_port() -> int:
    """A port nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def a_folder() -> Iterator[Path]:
    """A folder that PostgreSQL's own account may enter, gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="samverk-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def running_site(**settings: str) -> Iterator[RunningSite]:
    """Start `samverk run` in a folder of its own, wait until it is ready, and stop it as Ctrl-C would."""
    with a_folder() as folder:
        subprocess.run(["cp", "--archive", f"{_prepared()}/.", str(folder)], check=True)  # noqa: S603, S607
        with site_in(folder, **settings) as site:
            yield site


@cache
def _prepared() -> Path:
    """The folder of a site that was ready once and was stopped. It lasts as long as the run."""
    until_the_end = ExitStack()
    atexit.register(until_the_end.close)
    folder = until_the_end.enter_context(a_folder())
    with site_in(folder):
        return folder


@contextmanager
def site_in(folder: Path, **settings: str) -> Iterator[RunningSite]:
    """The same in a given folder, which keeps what the site writes."""
    port = free_port()
    environment = {**os.environ, "SAMVERK_VAR": str(folder), "PORT": str(port), **settings}
    environment["SAMVERK_BASE_URL"] = f"http://localhost:{port}"
    environment.pop("DATABASE_URL", None)
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    log = folder / "run.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "samverk.cli", "run"],
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        site = RunningSite(url=f"http://localhost:{port}", environment=environment, log=log)
        _wait_until_ready(site, process)
        yield site
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=60)


def _wait_until_ready(site: RunningSite, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline:
        assert process.poll() is None, f"the site stopped while starting:\n{site.log.read_text()}"
        if _answers(f"{site.url}/readyz"):
            return
        time.sleep(0.3)
    raise AssertionError(f"not ready within {READY_WITHIN} s:\n{site.log.read_text()}")


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
