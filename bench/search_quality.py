"""How well search answers the judged questions over the demonstration: `python -m bench.search_quality`.

Prints nDCG@10 and recall@10 with everything on, and with one help after another taken away, so that one sees
what each of them brings; then the questions that are answered worst. The questions and their grades:
`tests/search/judgements.txt`; the measures: `tests/search/measures.py`.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from statistics import mean
from unittest.mock import patch

from tests.search.judgements import Judged, judgements
from tests.search.measures import ndcg, recall

from bench.search import a_database
from bench.table import show

NAME = "samverk_bench_search_quality"
TODAY = date(2018, 5, 1)
WORST = 10
Score = tuple[Judged, float, float]


def main() -> None:
    """Build the demonstration, ask every question in each way, and print."""
    logging.disable(logging.INFO)
    with a_database(NAME, tables=()):
        from django.core.management import call_command

        call_command("demonstration", verbosity=0)
        call_command("rebuild_search", verbosity=0)
        rows = [row(name, help_taken) for name, help_taken in WAYS.items()]
        with as_it_is():
            worst = sorted(scores(corrects=True), key=lambda score: score[1])[:WORST]
    head = ("", "nDCG@10", "recall@10", "questions without any hit")
    show(f"{len(judgements())} judged questions over the demonstration (wanted: nDCG@10 0.85)", head, rows)
    lines = [(one.question, f"{gain:.2f}", f"{share:.2f}") for one, gain, share in worst]
    show("Answered worst", ("question", "nDCG@10", "recall@10"), lines)


def row(name: str, taken: Callable[[], AbstractContextManager[None]]) -> list[object]:
    """One line of the table."""
    with taken():
        found = scores(corrects="typing" not in name and "stemmer" not in name)
    gains, shares = [score[1] for score in found], [score[2] for score in found]
    return [name, f"{mean(gains):.3f}", f"{mean(shares):.3f}", sum(not gain for gain in gains)]


def scores(*, corrects: bool) -> list[Score]:
    """Every question asked."""
    from samverk.base.search.queries import find

    found = []
    for one in judgements():
        hits = find.find(one.question, language="sv", today=TODAY, as_written=not corrects).hits
        urls = [hit.url for hit in hits]
        found.append((one, ndcg(urls, one.grades), recall(urls, one.grades)))
    return found


@contextmanager
def as_it_is() -> Iterator[None]:
    """Everything on."""
    yield


@contextmanager
def no_thesaurus() -> Iterator[None]:
    """Words have no kin."""
    from samverk.base.search.queries import lexemes
    from samverk.base.search.rules import thesaurus

    lexemes._kin.cache_clear()
    with patch.object(thesaurus, "BY_LANGUAGE", {}):
        yield
    lexemes._kin.cache_clear()


@contextmanager
def no_dictionary() -> Iterator[None]:
    """The server has no dictionary; the index is made as it then would be."""
    from django.utils import timezone

    from samverk.base.search.actions import configuring, indexing

    with patch.object(configuring, "FILES", "there_is_none"):
        configuring._remove()
        indexing.rebuild(now=timezone.now())
        yield
    indexing.rebuild(now=timezone.now())


@contextmanager
def the_stemmer_alone() -> Iterator[None]:
    """What PostgreSQL finds by itself."""
    with no_thesaurus(), no_dictionary():
        yield


WAYS = {
    "everything": as_it_is,
    "without correction of typing errors": as_it_is,
    "without the thesaurus": no_thesaurus,
    "without the dictionary": no_dictionary,
    "the stemmer alone": the_stemmer_alone,
}


if __name__ == "__main__":
    main()
