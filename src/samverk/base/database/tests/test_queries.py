"""Queries whose SQL is made once."""

import pytest
from django.db.models import Q
from pytest_django import DjangoAssertNumQueries

from samverk.base.database.queries import Given, IsOneOf, Prepared
from samverk.base.region.models import Region


@pytest.mark.django_db
def test_a_prepared_query_is_asked_with_other_values_each_time(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    first, second = (Region.objects.create(name=name, slug=name) for name in ("ett", "tva"))
    wanted = Q(slug=Given("slug")) | IsOneOf("id", Given("keys"))
    prepared = Prepared(lambda: Region.objects.filter(wanted).order_by("pk").values_list("slug"))

    with django_assert_num_queries(3):
        assert prepared.rows(slug="nowhere", keys=[]) == []
        assert prepared.rows(slug="ett", keys=[]) == [("ett",)]
        assert prepared.rows(slug="nowhere", keys=[first.pk, second.pk]) == [("ett",), ("tva",)]
