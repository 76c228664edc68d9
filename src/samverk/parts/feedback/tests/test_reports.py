import pytest
from django.utils.translation import override

from samverk.parts.site.registry import reports


def test_reports_of_shortcomings_are_received_by_the_form_for_comments():
    with override("sv"):
        assert reports.address("/tillganglighet/") == "/synpunkter/?slag=brist&sida=/tillganglighet/"


def test_an_address_with_strange_signs_stays_one_value():
    with override("sv"):
        assert reports.address("/a/?b=1&c=2") == "/synpunkter/?slag=brist&sida=/a/%3Fb%3D1%26c%3D2"


@pytest.mark.django_db
def test_the_statement_leads_to_the_form(client):
    assert (
        "/synpunkter/?slag=brist&amp;sida=/tillganglighet/" in client.get("/tillganglighet/").content.decode()
    )
