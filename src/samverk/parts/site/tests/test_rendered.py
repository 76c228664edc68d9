"""What was rendered of the same data is given again; anything else is rendered anew."""

from collections import OrderedDict

import pytest
from django.test import Client
from wagtail.models import Site

from samverk.parts.site.models import ArticlePage
from samverk.parts.site.presenters import rendered
from samverk.parts.site.tests.conftest import Write

ADDRESS = "/aktuellt/dagen-i-norr/"


@pytest.fixture(autouse=True)
def nothing_rendered_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendered, "_kept", OrderedDict())


def test_the_same_page_is_rendered_once(client: Client, write: Write) -> None:
    write(lead="Mycket skratt.")
    first, second = client.get(ADDRESS), client.get(ADDRESS)

    assert first.templates
    assert not second.templates
    assert first.content == second.content


def test_an_edit_is_seen_at_the_very_next_view(client: Client, write: Write) -> None:
    page = write(lead="Mycket skratt.")
    client.get(ADDRESS)
    page.lead = "Ännu mer skratt."
    page.save_revision().publish()

    assert "Ännu mer skratt." in client.get(ADDRESS).content.decode()


def test_what_stands_round_the_page_is_part_of_it(client: Client, write: Write) -> None:
    write()
    client.get(ADDRESS)
    Site.objects.update(site_name="Norrsken")

    assert "Norrsken" in client.get(ADDRESS).content.decode()


def test_the_other_host_gets_its_own_addresses(write: Write) -> None:
    write()
    Client().get(ADDRESS, headers={"host": "localhost"})

    assert "http://127.0.0.1" in Client().get(ADDRESS, headers={"host": "127.0.0.1"}).content.decode()


def test_no_more_is_kept_than_there_is_room_for(
    client: Client, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rendered, "KEPT", 2)
    pages: list[ArticlePage] = [write(f"Nyhet {number}") for number in range(4)]
    for page in pages:
        client.get(f"/aktuellt/{page.slug}/")

    assert len(rendered._kept) == 2
