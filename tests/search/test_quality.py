"""Search finds what people look for in the demonstration, as measured on the judged questions."""

import io
from datetime import date
from statistics import mean

import pytest
from django.core.cache import cache
from django.core.management import call_command

from samverk.base.search.models import Entry
from samverk.base.search.queries import dictionaries, find
from tests.search.judgements import PLACES, judgements
from tests.search.measures import ndcg, recall

TODAY = date(2018, 5, 1)
LEAST_NDCG, LEAST_RECALL = 0.88, 0.93
LEAST_NDCG_WITHOUT_DICTIONARY = 0.8


@pytest.mark.django_db
def test_the_judged_questions_are_answered_well() -> None:
    cache.clear()
    dictionaries.of.cache_clear()
    call_command("demonstration", stdout=io.StringIO())
    call_command("rebuild_search", stdout=io.StringIO())
    assert set(PLACES.values()) <= set(Entry.objects.values_list("url", flat=True))

    found = [(one, _found(one.question)) for one in judgements()]

    least = LEAST_NDCG if dictionaries.configured() else LEAST_NDCG_WITHOUT_DICTIONARY
    assert mean(ndcg(urls, one.grades) for one, urls in found) >= least
    assert mean(recall(urls, one.grades) for one, urls in found) >= LEAST_RECALL


def _found(question: str) -> list[str]:
    return [hit.url for hit in find.find(question, language="sv", today=TODAY).hits]
