"""Telling search what has changed."""

from datetime import datetime

from samverk.base.search.actions import indexing
from samverk.parts.site.queries import found


def index_page(*, page_id: int, now: datetime) -> None:
    """Have search read a page again, and what is beneath it: they show its title, and hide when it does."""
    indexing.index(source=found.SOURCE, keys=found.beneath(page_id), now=now)


def index_contact(*, person_id: int, now: datetime) -> None:
    """Have search read the pages again that name a contact person."""
    indexing.index(source=found.SOURCE, keys=found.with_contact(person_id), now=now)
