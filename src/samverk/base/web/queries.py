"""Whether the installation can serve."""

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from samverk.base.queue import queries as queue

WORKER_SECONDS = 60


@dataclass(frozen=True)
class Finding:
    """One thing that must be right, and what is wrong with it; empty when nothing is."""

    name: str
    problem: str


def readiness(*, now: datetime) -> list[Finding]:
    """Look at everything that the site needs to serve: database, migrations, worker, folder for files."""
    return [
        Finding("database", _database()),
        Finding("migrations", _answered(_migrations)),
        Finding("worker", _answered(lambda: _worker(now))),
        Finding("files", _files()),
    ]


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "the database does not answer"
    return ""


def _answered(question: Callable[[], str]) -> str:
    try:
        return question()
    except DatabaseError:
        return "unknown, for the database does not answer"


def _migrations() -> str:
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return f"{len(missing)} migrations are not applied" if missing else ""


def _worker(now: datetime) -> str:
    seen = queue.state(now=now).worker_seen
    if seen is None:
        return "no worker has been seen"
    return f"no worker has been seen for {seen:.0f} s" if seen > WORKER_SECONDS else ""


def _files() -> str:
    try:
        os.makedirs(settings.MEDIA_ROOT, exist_ok=True)
        with tempfile.TemporaryFile(dir=settings.MEDIA_ROOT) as probe:
            probe.write(b"x")
    except OSError as problem:
        return f"files cannot be written: {problem.strerror}"
    return ""
