"""The worker: runs jobs until it is told to stop."""

import asyncio
from typing import Any, cast

from asgiref.sync import sync_to_async
from django.core.management.base import BaseCommand, CommandParser
from django.db import connections
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

from samverk.base.queue import actions

STOP_SECONDS = 30


class Command(BaseCommand):
    """Run background jobs; SIGINT and SIGTERM let the running ones finish, for half a minute at most."""

    help = "Run background jobs until stopped."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--concurrency", type=int, default=4, help="How many jobs run at a time.")
        parser.add_argument("--once", action="store_true", help="Stop when the queue is empty.")

    def handle(self, *args: Any, concurrency: int, once: bool, **options: Any) -> None:
        actions.rescue(now=timezone.now())
        asyncio.run(_work(concurrency=concurrency, wait=not once))


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
