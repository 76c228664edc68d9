"""Keeps programs running: starts them again when they fall, and stops them in order."""

import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from samverk.local.problem import Problem
from samverk.local.progress import step
from samverk.local.signals import ends_with_parent

SECONDS_BETWEEN_LOOKS = 0.2
SECONDS_TO_END = 15
SECONDS_THAT_COUNT_AS_WELL = 60
FALLS_IN_A_ROW = 5
FIRST_PAUSE = 0.5
LARGEST_LOG = 20_000_000


class Service:
    """A program that should always run, with its log."""

    def __init__(
        self,
        name: str,
        arguments: Sequence[str],
        log: Path,
        *,
        environment: Mapping[str, str],
        keeps: Sequence[int] = (),
    ) -> None:
        self.name, self.arguments, self.log = name, list(arguments), log
        self._environment, self._keeps = dict(environment), tuple(keeps)
        self._process: subprocess.Popen[bytes] | None = None
        self._falls, self._started, self._again = 0, 0.0, 0.0

    @property
    def pid(self) -> int | None:
        """The number of its process."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start it in a session of its own, so that Ctrl-C in the terminal reaches us alone."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                self.arguments,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                pass_fds=self._keeps,
                preexec_fn=ends_with_parent(signal.SIGTERM),
            )
        self._started = time.monotonic()

    def look(self, now: float) -> None:
        """Start it again, ever later, when it has fallen."""
        if self._process and self._process.poll() is not None:
            self._fell(now)
        if not self._process and now >= self._again:
            self.start()

    def stop(self) -> None:
        """Ask it to finish what it does, and end it when it takes too long."""
        if not self._process:
            return
        self._process.terminate()
        try:
            self._process.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def _fell(self, now: float) -> None:
        self._falls = 1 if now - self._started > SECONDS_THAT_COUNT_AS_WELL else self._falls + 1
        self._process = None
        if self._falls >= FALLS_IN_A_ROW:
            raise Problem(
                f"The {self.name} stops again and again; its reason: {self._last_words()} (in {self.log})."
            )
        self._again = now + FIRST_PAUSE * 2 ** (self._falls - 1)
        step(f"the {self.name} stopped unexpectedly and is started again")

    def _last_words(self) -> str:
        said = self.log.read_bytes()[-4000:].decode(errors="replace").strip().splitlines()
        return said[-1].strip() if said else "it gave none"


def keep_running(services: Sequence[Service], look_also: Callable[[], None]) -> None:
    """Run the services until `Stopped` or a problem comes; then stop them, the first one first."""
    try:
        while True:
            now = time.monotonic()
            for service in services:
                service.look(now)
                keep_small(service.log)
            look_also()
            time.sleep(SECONDS_BETWEEN_LOOKS)
    finally:
        for service in services:
            step(f"stopping the {service.name}")
            service.stop()


def keep_small(log: Path) -> None:
    """Empty a log that has grown large; what it held goes to one older file."""
    if log.exists() and log.stat().st_size > LARGEST_LOG:
        log.with_suffix(".old.log").write_bytes(log.read_bytes())
        with log.open("r+b") as file:
            file.truncate()
