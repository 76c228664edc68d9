"""What search does in the background."""

from django.utils import timezone

from samverk.base.queue.registry import job
from samverk.base.search.actions import indexing


@job("search.index")
def index(source: str, keys: list[str], **_: object) -> None:
    indexing.index(source=source, keys=keys, now=timezone.now())


@job("search.rebuild", every="41 3 * * *", attempts=2)
def rebuild(**_: object) -> None:
    indexing.rebuild(now=timezone.now())
