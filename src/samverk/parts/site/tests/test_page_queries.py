"""A page view costs the same however much the page holds."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from samverk.base.files import actions as files
from samverk.base.organisations.permissions import OPERATOR
from samverk.parts.site.actions import contacts
from samverk.parts.site.models import HomePage
from samverk.parts.site.tests.conftest import Write, a_picture

MOST = 12
ADDRESS = "/aktuellt/dagen-i-norr/"


def a_large_body(home: HomePage) -> list[dict[str, Any]]:
    """Two hundred blocks: text with links, pictures, documents and links to pages."""
    pictures = [a_picture(f"Bild {number}").pk for number in range(3)]
    documents = [
        files.add_file(actor=None, name=f"{number}.txt", content=b"hej", title=f"Fil {number}").pk
        for number in range(3)
    ]
    link = (
        f'<p><a linktype="page" id="{home.pk}">Hem</a> <a linktype="document" id="{documents[0]}">Fil</a></p>'
    )
    kinds = [
        *({"type": "picture", "value": {"picture": {"image": key, "alt_text": "x"}}} for key in pictures),
        *({"type": "document", "value": {"document": key}} for key in documents),
        {"type": "paragraph", "value": link},
        {"type": "heading", "value": {"text": "Rubrik", "level": "2"}},
        {"type": "quote", "value": {"text": "Ja", "speaker": "Eva", "role": ""}},
        {"type": "links", "value": {"title": "", "items": [{"text": "Hem", "page": home.pk, "url": ""}]}},
    ]
    return kinds * 20


@pytest.fixture
def large(write: Write, home: HomePage, client: Client) -> None:
    """A page with two hundred blocks, twenty contacts and related pages, whose pictures have been drawn."""
    people = [contacts.keep(name=f"Person {number}", language="sv", by=OPERATOR) for number in range(20)]
    others = [write(f"Annan {number}", picture_id=a_picture(f"Annan {number}").pk) for number in range(3)]
    write(
        body=a_large_body(home),
        contacts=people,
        related=others,
        picture_id=a_picture("Stor").pk,
        picture_alt="x",
    )
    client.get(ADDRESS)
    client.get("/")
    client.get("/aktuellt/")


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("url", [ADDRESS, "/", "/aktuellt/"])
def test_a_page_view_needs_few_queries(
    client: Client, url: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(MOST):
        assert client.get(url).status_code == 200
