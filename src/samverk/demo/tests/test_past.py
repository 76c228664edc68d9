"""The edition that has been: invented, and all that comes afterwards can be seen in it."""

import io
from datetime import date

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from samverk.demo.days import last_day, next_day
from samverk.parts.day.models import Edition, Quotation
from samverk.parts.day.queries import certificates, checkin, results
from samverk.parts.site.models import ArticlePage


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2026, 11, 24), date(2026, 4, 8)),
        (date(2027, 4, 20), date(2026, 4, 8)),
        (date(2027, 6, 1), date(2027, 4, 14)),
    ],
)
def test_it_was_the_second_wednesday_of_the_latest_april_that_is_well_over(today: date, day: date) -> None:
    assert last_day(today) == day < today < next_day(today)


@pytest.mark.django_db
def test_arrivals_answers_quotations_article_and_certificates_are_there(client: Client) -> None:
    cache.clear()
    call_command("demonstration", stdout=io.StringIO())
    edition = Edition.objects.get(starts_on=last_day(timezone.localdate()))
    key = edition.pk

    assert checkin.came([key])[key] > 100
    assert results.answered([key])[key] > 50
    assert 3 < results.grades([key])[key] < 5
    assert certificates.how_many(key) > 100
    article = ArticlePage.objects.live().get(pk=edition.followup_id)
    page = client.get(article.url).content.decode()
    quoted = list(Quotation.objects.filter(edition=edition).values_list("text", flat=True))
    assert len(quoted) == 3
    assert all(text in page for text in quoted)
