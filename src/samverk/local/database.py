"""The database that commands, the site and the tests stand on: the given server, or the embedded one."""

import atexit
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg

from samverk.local import binaries, places
from samverk.local.cluster import USER, Cluster
from samverk.local.problem import Problem, from_output

SETTING = "DATABASE_URL"
SECONDS_TO_ANSWER = 10


def embedded() -> Cluster:
    """The embedded server of this installation."""
    return Cluster(places.var())


def is_given() -> bool:
    """Whether a server of the operator's own is to be used."""
    return bool(os.environ.get(SETTING))


@contextmanager
def at_hand(*, ends_with_us: bool = False) -> Iterator[str]:
    """The address of a database that is there; the embedded server runs at least until the block ends."""
    if is_given():
        yield os.environ[SETTING]
        return
    cluster = embedded()
    with cluster.in_use(ends_with_us=ends_with_us) as url:
        make_when_missing(cluster)
        os.environ[SETTING] = url
        try:
            yield url
        finally:
            del os.environ[SETTING]


def for_tests() -> str:
    """The address of a server for tests; it runs until the last process that asked for it has ended."""
    cluster = Cluster(places.var() / "test", forgetful=True)
    stack = ExitStack()
    atexit.register(stack.close)
    url = stack.enter_context(cluster.in_use())
    make_when_missing(cluster)
    return url


def make_when_missing(cluster: Cluster) -> None:
    """Make the database itself in a server where it is not there yet."""
    with _connected(cluster) as connection:
        if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [USER]).fetchone():
            return
        try:
            connection.execute(f'CREATE DATABASE "{USER}"')
        except (psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation):
            return


def _connected(cluster: Cluster) -> psycopg.Connection:
    """A connection to the server; one that is found dying (it was killed just now) is started again."""
    deadline = time.monotonic() + SECONDS_TO_ANSWER
    while True:
        try:
            return psycopg.connect(cluster.url, dbname="postgres", autocommit=True)
        except psycopg.OperationalError as refused:
            if time.monotonic() > deadline:
                raise Problem(f"The database does not answer: {str(refused).strip()}") from None
            time.sleep(0.05)
            cluster.start()


def back_up(url: str, to: Path) -> None:
    """Write everything in the database to one file; an older file stays until the new one is whole."""
    draft = to.with_name(f"{to.name}.part")
    try:
        _run("pg_dump", "--format=custom", f"--file={draft}", f"--dbname={url}")
        draft.replace(to)
    finally:
        draft.unlink(missing_ok=True)


def restore(url: str, backup: Path) -> None:
    """Put back what a backup holds, all of it or nothing."""
    if not backup.is_file():
        raise Problem(f"There is no backup file {backup}.")
    _run("pg_restore", "--list", str(backup))
    _run(
        "pg_restore",
        "--clean",
        "--if-exists",
        "--no-owner",
        "--single-transaction",
        f"--dbname={url}",
        str(backup),
    )


def _run(program: str, *arguments: str) -> None:
    done = subprocess.run(
        [binaries.folder() / program, *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise from_output(f"{program} failed", done.stderr, path=places.var())
