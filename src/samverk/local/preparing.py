"""What the site stands on besides a running database: static files, tables, and the demonstration region."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from samverk.local import database, places, programs
from samverk.local.progress import Count, step
from samverk.local.stamps import Stamp, fingerprint

MANAGE = (sys.executable, "-m", "samverk.config.manage")
SOURCE = places.REPOSITORY / "src" / "samverk"
LOCK = places.REPOSITORY / "requirements" / "runtime.txt"
TELLS_PROGRESS, TELLS_A_LOGIN = "Demonstration: ", "  "
ANY = "any"


@dataclass(frozen=True)
class Preparation:
    """One of Django's commands, and what makes it necessary to run it again."""

    name: str
    words: str
    command: tuple[str, ...]
    made_from: str
    unit: str = ""
    of_database: bool = True


STATIC = Preparation(
    name="static",
    words="gathering styles, scripts and pictures",
    command=("collectstatic", "--no-input", "--verbosity", "2"),
    made_from="**/static",
    unit="files",
    of_database=False,
)
TABLES = Preparation(
    name="tables",
    words="bringing the tables up to date",
    command=("migrate", "--no-input"),
    made_from="**/migrations",
    unit="steps",
)
DEMONSTRATION = Preparation(
    name="demonstration",
    words="loading the demonstration",
    command=("demonstration",),
    made_from="demo",
)


def is_demonstration() -> bool:
    """Whether invented people are shown (SAMVERK_MODE)."""
    return os.environ.get("SAMVERK_MODE", "demonstration") == "demonstration"


def prepare() -> None:
    """Bring everything up to date; what is current is left alone, without so much as starting Django."""
    _run(STATIC)
    _run(TABLES)
    if is_demonstration():
        _run(DEMONSTRATION)


def forget() -> None:
    """Something has been done to the database by hand: look at it again at the next start."""
    for name in ("tables", "demonstration"):
        _stamp(name).remove()


def logins() -> str:
    """How to sign in to the demonstration, as the loading of it told; empty when there is none."""
    told = _logins()
    return told.read_text() if is_demonstration() and told.exists() else ""


def _run(preparation: Preparation) -> None:
    stamp = _stamp(preparation.name)
    identity = _identity() if preparation.of_database else ""
    now = fingerprint([LOCK, *SOURCE.glob(preparation.made_from)], identity)
    if identity != ANY and stamp.is_of(now):
        return
    step(preparation.words)
    listen = _Logins() if preparation.name == "demonstration" else Count(preparation.unit)
    programs.run(
        [*MANAGE, *preparation.command],
        failing=f"{preparation.words.capitalize()} failed",
        path=places.var(),
        listen=listen,
        log=places.logs() / f"{preparation.name}.log",
    )
    listen.end()
    stamp.set(now)


class _Logins:
    """Tells the progress of the demonstration, and keeps the logins that it tells."""

    def __init__(self) -> None:
        self._logins: list[str] = []

    def __call__(self, line: str) -> None:
        if line.startswith(TELLS_PROGRESS):
            step(line.removeprefix(TELLS_PROGRESS).strip())
        elif line.startswith(TELLS_A_LOGIN):
            self._logins.append(line)

    def end(self) -> None:
        _logins().parent.mkdir(exist_ok=True)
        _logins().write_text("".join(self._logins))


def _logins() -> Path:
    return places.var() / "stamps" / "logins"


def _stamp(name: str) -> Stamp:
    return Stamp(places.var() / "stamps" / name)


def _identity() -> str:
    """Tells one database from another; a server of the operator's own is looked at every time."""
    cluster = database.embedded()
    if os.environ[database.SETTING] != cluster.url:
        return ANY
    mark = (cluster.data / "PG_VERSION").stat()
    return f"{mark.st_ino} {mark.st_mtime_ns}"
