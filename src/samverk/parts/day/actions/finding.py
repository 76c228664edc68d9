"""Telling search what has changed."""

from datetime import datetime

from samverk.base.search.actions import indexing
from samverk.parts.day.queries import found


def index_edition(*, edition_id: int, now: datetime) -> None:
    """Have search read the page of an edition again, or forget it when visitors may no longer see it."""
    indexing.index(source=found.SOURCE, keys=found.keys(edition_id), now=now)
