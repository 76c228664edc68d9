"""Loads the demonstration region: invented people, pages and news. Safe to run again."""

import logging
import time
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from samverk.demo import accounts, comments, days, past, region, registrations


class Command(BaseCommand):
    """`manage demonstration`"""

    help = "Load the demonstration region. Run again, it adds only what is missing."

    def handle(self, *args: Any, **options: Any) -> None:
        began = time.monotonic()
        for talkative in ("django_tasks", "wagtail"):
            logging.getLogger(talkative).setLevel(logging.WARNING)
        with transaction.atomic():  # all of it or nothing, and one wait for the disk instead of hundreds
            logins = accounts.create(now=timezone.now())
            self._say(f"{len(logins)} people to sign in as")
            region.build(say=self._say)
            days.build(today=timezone.localdate(), say=self._say)
            if many := past.build(today=timezone.localdate()):
                self._say(f"{many} people came to the edition that has been, and said what they thought")
            if many := registrations.build(now=timezone.now(), today=timezone.localdate()):
                self._say(f"{many} people registered for the coming day, some of them waiting")
            if comments.build(now=timezone.now()):
                self._say("comments from readers, some of them answered")
        self._say(f"ready in {time.monotonic() - began:.1f} s")
        for login in logins:
            self.stdout.write(f"  {login.role_in_words:<16} {login.email:<32} {login.password}")

    def _say(self, what: str) -> None:
        self.stdout.write(f"Demonstration: {what}")
        self.stdout.flush()
