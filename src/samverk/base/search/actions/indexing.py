"""Keeping the index as the sources are. Everything here can be done again without harm."""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import datetime
from itertools import islice

from django.db import connection, transaction

from samverk.base.region.queries import current_region_id
from samverk.base.search import registry
from samverk.base.search.actions import configuring, vocabulary
from samverk.base.search.models import Entry
from samverk.base.search.registry import Item, Source
from samverk.base.search.rules import words

BATCH = 200
LONGEST_BODY = 200_000
LOCK = 0x736F6B  # one at a time: words are counted by what has changed

Say = Callable[[int], None]


def index(*, source: str, keys: Collection[str], now: datetime) -> None:
    """Ask a source for the things with these keys, and keep or forget each of them accordingly."""
    known = registry.named(source)
    items = list(known.entries(keys)) if known else []
    with transaction.atomic():
        _lock()
        before = _texts(source, keys)
        _write(source, items, now)
        gone = set(keys) - {item.key for item in items}
        Entry.objects.filter(source=source, key__in=gone).delete()
        vocabulary.recount(before=before, after=_texts(source, keys))


def forget(*, source: str, keys: Collection[str]) -> None:
    """Take things out of the index, without asking their source."""
    with transaction.atomic():
        _lock()
        before = _texts(source, keys)
        Entry.objects.filter(source=source, key__in=keys).delete()
        vocabulary.recount(before=before, after=[])


def rebuild(*, now: datetime, say: Say = lambda number: None) -> int:
    """Make the whole index again, in place: until a thing is written anew its old entry is found.

    `say` hears how many have been written so far. Returns how many there are.
    """
    configuring.configure()
    number = 0
    for source in registry.sources():
        for items in _batches(source):
            with transaction.atomic():
                _lock()
                _write(source.name, items, now)
            number += len(items)
            say(number)
    with transaction.atomic():
        _lock()
        _forget_what_is_gone(now)
        vocabulary.count_again()
    return number


def _forget_what_is_gone(now: datetime) -> None:
    """What no source gave, and nobody has indexed since the rebuilding began."""
    Entry.objects.filter(indexed_at__lt=now).delete()


def _batches(source: Source) -> Iterator[list[Item]]:
    items = iter(source.entries(None))
    while batch := list(islice(items, BATCH)):
        yield batch


def _lock() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def _texts(source: str, keys: Collection[str]) -> list[vocabulary.Text]:
    rows = Entry.objects.filter(source=source, key__in=keys)
    return [vocabulary.Text(language, texts) for language, *texts in rows.values_list(*vocabulary.COLUMNS)]


def _write(source: str, items: Iterable[Item], now: datetime) -> None:
    region = current_region_id()
    rows = [_row(region, source, item, now) for item in items]
    Entry.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["region", "source", "key"],
        update_fields=[
            *("language", "kind", "title", "summary", "headings", "body", "names", "trail", "url"),
            *("dated", "changed_at", "indexed_at", "plain_title"),
            *("titled", "vector"),
        ],
    )
    for language in {row.language for row in rows}:
        vocabulary.read(source, [row.key for row in rows if row.language == language], language)


def _row(region: int, source: str, item: Item, now: datetime) -> Entry:
    title = words.tidy(item.title)[:500]
    return Entry(
        region_id=region,
        source=source,
        key=item.key,
        language=item.language,
        kind=item.kind,
        title=title,
        summary=words.tidy(item.summary),
        headings=words.tidy(item.headings),
        body=words.tidy(item.body[:LONGEST_BODY]),
        names=words.tidy(item.names),
        trail="\n".join(map(words.tidy, item.trail)),
        url=item.url,
        dated=item.dated,
        changed_at=item.changed_at,
        indexed_at=now,
        plain_title=words.fold(title)[:500],
        titled="",
        vector="",
    )
