"""The worker: runs jobs until it is told to stop."""

import asyncio
import os
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from asgiref.sync import sync_to_async
from django.core.management.base import BaseCommand, CommandParser
from django.db import connections
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

from samverk.base.queue import actions

STOP_SECONDS = 30
AUTOGROUP = Path("/proc/self/autogroup")


class Command(BaseCommand):
    """Run background jobs; SIGINT and SIGTERM let the running ones finish, for half a minute at most."""

    help = "Run background jobs until stopped."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--concurrency", type=int, default=4, help="How many jobs run at a time.")
        parser.add_argument("--once", action="store_true", help="Stop when the queue is empty.")

    def handle(self, *args: Any, concurrency: int, once: bool, **options: Any) -> None:
        _let_the_session_give_way()
        actions.rescue(now=timezone.now())
        asyncio.run(_work(concurrency=concurrency, wait=not once))


def _let_the_session_give_way() -> None:
    """A worker that was started with `nice` gives way to the site, too.

    Linux shares the processors between sessions first, and looks at the niceness of processes only within one
    (sched(7), "The autogroup feature"). So the whole session takes on what its worker was given.
    """
    if (niceness := os.nice(0)) > 0:
        with suppress(OSError):
            AUTOGROUP.write_text(str(niceness))


async def _work(*, concurrency: int, wait: bool) -> None:
    connector = cast(DjangoConnector, app.connector).get_worker_connector()
    async with app.with_connector(connector).open_async() as worker:
        try:
            await worker.run_worker_async(
                concurrency=concurrency, wait=wait, shutdown_graceful_timeout=STOP_SECONDS
            )
        finally:
            # Periodic jobs are enqueued through Django's connection of the thread that asgiref keeps.
            await sync_to_async(connections.close_all)()
