"""The worker: runs jobs until it is told to stop."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone
from procrastinate.contrib.django import app

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
        worker = app.with_connector(app.connector.get_worker_connector())
        worker.run_worker(concurrency=concurrency, wait=not once, shutdown_graceful_timeout=STOP_SECONDS)
