"""`samverk run`: everything that the site stands on, in order, then the site and the worker."""

import json
import os
import shutil
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from samverk.local import database, locks, places, ports, preparing
from samverk.local.cluster import Cluster
from samverk.local.problem import Problem
from samverk.local.progress import say, step
from samverk.local.signals import Stopped, raise_when_asked_to_stop, stop_when_terminal_is_gone
from samverk.local.supervisor import Service, keep_running, keep_small

SERVE = (sys.executable, "-m", "gunicorn", "--config", "python:samverk.config.server", "samverk.config.wsgi")
LEAST_SPACE = 100_000_000
SECONDS_UNTIL_READY = 180
GIVES_WAY = ("nice", "-n", "10")  # letters can wait, visitors not


def run(host: str, port: int) -> None:
    """Serve until asked to stop."""
    raise_when_asked_to_stop()
    try:
        with _only_one(f"http://{_shown(host)}:{port}") as address, ports.listen(host, port) as listener:
            _require_space()
            os.environ.setdefault("SAMVERK_BASE_URL", address)
            os.environ["SAMVERK_VAR"] = str(places.var())
            step("starting the database")
            with database.at_hand(ends_with_us=True):
                preparing.prepare()
                _serve(address, listener.fileno())
    except Stopped:
        step("stopped; nothing is lost")


def _serve(address: str, listener: int) -> None:
    step("starting the site and the worker")
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    site = (*SERVE, "--bind", f"fd://{listener}")
    services = [
        Service("site", site, places.logs() / "site.log", environment=environment, keeps=[listener]),
        Service(
            "worker",
            (*GIVES_WAY, *preparing.MANAGE, "worker"),
            places.logs() / "worker.log",
            environment=environment,
        ),
    ]
    watch = _Watch(address)
    keep_running(services, watch.look)


class _Watch:
    """Says when the site is ready, and starts the embedded database again when it falls."""

    def __init__(self, address: str) -> None:
        self._address, self._began, self._ready = address, time.monotonic(), False
        cluster = database.embedded()
        self._cluster = cluster if os.environ[database.SETTING] == cluster.url else None

    def look(self) -> None:
        stop_when_terminal_is_gone()
        if self._cluster:
            self._look_at(self._cluster)
        if not self._ready:
            self._ready = _answers(f"{self._address}/readyz")
            if self._ready:
                _welcome(self._address)
            elif time.monotonic() - self._began > SECONDS_UNTIL_READY:
                raise Problem(f"The site does not become ready: look in {places.logs() / 'site.log'}.")

    def _look_at(self, cluster: Cluster) -> None:
        keep_small(cluster.log)
        if not cluster.is_running():
            step("the database stopped unexpectedly and is started again")
            cluster.start(ends_with_us=True)


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2):  # noqa: S310 (our own address)
            return True
    except (urllib.error.URLError, OSError):
        return False


def _welcome(address: str) -> None:
    say(f"\n  Samverk is ready:  {address}\n")
    logins = preparing.logins()
    if logins:
        say(f"{logins.rstrip()}\n\n  Sign in: {address}/konto/login/   One-time codes: {address}/demo/\n")
    say(f"  Logs are in {places.logs()}. Stop with Ctrl-C.\n")


@contextmanager
def _only_one(address: str) -> Iterator[str]:
    path = places.var() / "run.lock"
    lock = locks.try_exclusive(path)
    if not lock:
        raise Problem(_already_running(path))
    try:
        lock.write(json.dumps({"address": address, "process": os.getpid()}))
        yield address
    finally:
        lock.write("")
        lock.release()


def _already_running(path: Path) -> str:
    try:
        who = json.loads(path.read_text())
    except (OSError, ValueError):
        return "Samverk is being started or stopped in another window: wait a moment and try again."
    return (
        f"Samverk runs already at {who['address']}: open it, "
        f"or stop it first with Ctrl-C in its window or `kill {who['process']}`."
    )


def _require_space() -> None:
    free = shutil.disk_usage(places.var()).free
    if free < LEAST_SPACE:
        raise Problem(
            f"The disk that holds {places.var()} is full ({free // 1_000_000} MB are left): "
            f"free at least {LEAST_SPACE // 1_000_000} MB and start again."
        )


def _shown(host: str) -> str:
    return "127.0.0.1" if host == "0.0.0.0" else host  # noqa: S104 (compared, not listened on)
