"""How fast search answers as the site grows: `python -m bench.search`.

Targets: 95 of 100 searches within 50 ms, and suggestions within 20 ms, among 100,000 pages.
Pages are generated (`swedish.py`), indexed as the site's own are, in a database of their own, and asked for
in the same process: what is measured is the search, without the web server.
"""

import argparse
import os
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import psycopg

from bench.swedish import PLACES, VERBS, Writer
from bench.table import milliseconds, percentile, show
from samverk.local import database

SIZES = (1_000, 10_000, 100_000)
NAME = "samverk_bench_search"
TODAY = date(2026, 11, 24)
ROUNDS = 40


def main() -> None:
    """Index each size, ask, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument(
        "--keep", action="store_true", help="use what an earlier run has indexed, and leave it"
    )
    given = parser.parse_args()
    with a_database(keep=given.keep):
        made, asked = [], []
        for size in given.sizes:
            made.append(made_row(size, keep=given.keep))
            asked += asked_rows(size)
    show("Index", ("pages", "s to index", "pages/s", "MB of table and indexes", "different words"), made)
    head = ("pages, question", "p50 ms", "p95 ms", "p99 ms", "found (median)")
    show("Answers (wanted at 100 000: search p95 50 ms, suggestions p95 20 ms)", head, asked)


@contextmanager
def a_database(
    name: str = NAME, *, keep: bool = False, tables: tuple[str, ...] = ("search",)
) -> Iterator[None]:
    """A database beside that of the tests, with the tables of search in it, or all of them."""
    url = os.environ.get("DATABASE_URL") or database.for_tests()
    base = url.rpartition("/")[0]
    with psycopg.connect(url, autocommit=True) as connection:
        there = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        if there and not keep:
            connection.execute(f"DROP DATABASE {name}")
        if not (there and keep):
            connection.execute(f"CREATE DATABASE {name}")
    os.environ |= {"DATABASE_URL": f"{base}/{name}", "DJANGO_SETTINGS_MODULE": "samverk.config.settings"}
    import django
    from django.core.management import call_command
    from django.db import connections

    django.setup()
    call_command("migrate", *tables, verbosity=0)
    yield
    connections.close_all()
    if not keep:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def made_row(size: int, *, keep: bool) -> list[object]:
    """Index so many pages the way the site's own are."""
    from django.db import connection
    from django.utils import timezone

    from samverk.base.search import registry
    from samverk.base.search.actions import indexing
    from samverk.base.search.models import Entry, Word

    began = time.perf_counter()
    if not (keep and Entry.objects.count() == size):
        registry._sources.clear()
        registry.source("bench", lambda keys: Writer().pages(size))
        indexing.rebuild(now=timezone.now())
    took = time.perf_counter() - began
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE search_entry")
        cursor.execute("VACUUM ANALYZE search_word")
        cursor.execute(
            "SELECT pg_total_relation_size('search_entry') + pg_total_relation_size('search_word')"
        )
        (bytes_,) = cursor.fetchone()
    return [size, f"{took:.0f}", int(size / took), bytes_ // 1_000_000, Word.objects.count()]


def asked_rows(size: int) -> list[list[object]]:
    """Every kind of question, and all of them mixed."""
    from samverk.base.search.queries import find, suggest

    def search(text: str) -> int:
        return find.find(text, language="sv", today=TODAY).total

    def suggested(text: str) -> int:
        return len(suggest.suggest(text, language="sv"))

    rows, mixed = [], []
    for kind, questions in kinds().items():
        times, found = measured(search, questions)
        mixed += times
        rows.append(row(f"{size} {kind}", times, found))
    rows.append(row(f"{size} all searches", mixed, []))
    rows.append(row(f"{size} suggestions", *measured(suggested, beginnings())))
    return rows


def kinds() -> dict[str, list[str]]:
    """Questions of each kind, the same each time."""
    chance = random.Random(7)  # noqa: S311 - not for secrets
    vocabulary = Writer().vocabulary
    rare = [chance.choice(vocabulary[2000:]) for _ in range(ROUNDS)]
    usual = [chance.choice(vocabulary[50:2000]) for _ in range(ROUNDS)]
    common = [chance.choice(vocabulary[:12]) for _ in range(ROUNDS)]
    return {
        "common word": common,
        "two common words": [f"{one} {chance.choice(vocabulary[:12])}" for one in common],
        "usual word": usual,
        "rare word": rare,
        "many words": [
            f"{a} {b} {c} {chance.choice(PLACES)}" for a, b, c in zip(common, usual, rare, strict=True)
        ],
        "question": [f"hur {chance.choice(VERBS)} jag en {one} i {chance.choice(PLACES)}" for one in usual],
        "phrase": [f'"{one} för" {chance.choice(PLACES)}' for one in usual],
        "mistyped": [mistyped(one, chance) for one in usual],
        "nothing": ["".join(chance.choices("qwxzjk", k=9)) for _ in range(ROUNDS)],
    }


def beginnings() -> list[str]:
    """What a field holds while words are being typed in it."""
    chance = random.Random(8)  # noqa: S311 - not for secrets
    words = [chance.choice(Writer().vocabulary[:3000]) for _ in range(ROUNDS)]
    return [word[:length] for word in words for length in range(2, min(len(word), 9) + 1)]


def mistyped(word: str, chance: random.Random) -> str:
    """The word with two of its letters swapped."""
    place = chance.randrange(1, len(word) - 1)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def measured(ask: Callable[[str], int], questions: list[str]) -> tuple[list[float], list[int]]:
    """How long each question takes, and how much it finds. What a connection loads once is loaded before."""
    ask("handledare")
    times, found = [], []
    for question in questions:
        began = time.perf_counter()
        found.append(ask(question))
        times.append(time.perf_counter() - began)
    return times, found


def row(name: str, times: list[float], found: list[int]) -> list[Any]:
    """One line of the table."""
    spread = [milliseconds(percentile(times, share)) for share in (0.5, 0.95, 0.99)]
    return [name, *spread, sorted(found)[len(found) // 2] if found else ""]


if __name__ == "__main__":
    main()
