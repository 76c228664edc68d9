"""Makes the whole search index again, in place."""

import time
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from samverk.base.search.actions import indexing
from samverk.base.search.queries import dictionaries


class Command(BaseCommand):
    """`manage rebuild_search`"""

    help = "Make the search index again, in place: what is there is found all the while."

    def handle(self, *args: Any, **options: Any) -> None:
        began = time.monotonic()
        number = indexing.rebuild(now=timezone.now(), say=self._say)
        with_dictionary = "with" if dictionaries.configured() else "without"
        self.stdout.write(
            f"Search: {number} entries in {time.monotonic() - began:.1f} s, "
            f"Swedish {with_dictionary} the dictionary"
        )

    def _say(self, number: int) -> None:
        self.stdout.write(f"Search: {number} entries so far")
        self.stdout.flush()
