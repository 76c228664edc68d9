"""Whom to turn to: written once, shown on many pages, never as a label with nothing behind it."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from samverk.base.organisations.models import Role
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.people.models import User
from samverk.base.people.tests.people import person
from samverk.parts.site.actions import contacts
from samverk.parts.site.models import ContactPerson, HomePage, SectionPage
from samverk.parts.site.tests.conftest import Write

ADDRESS = "/aktuellt/dagen-i-norr/"


def read(client: Client) -> BeautifulSoup:
    return BeautifulSoup(client.get(ADDRESS).content, "html5lib")


def test_a_contact_shows_what_is_known(client: Client, write: Write) -> None:
    person = contacts.keep(
        name="Elin",
        role="Samordnare",
        telephone="0920-711 75",
        email="elin@example.org",
        language="sv",
        by=OPERATOR,
    )
    write(contacts=[person])
    card = read(client).find("address")

    assert card.find("a", href="tel:+4692071175").get_text(strip=True).endswith("0920-711 75")
    assert card.find("a", href="mailto:elin@example.org")


def test_a_contact_with_nothing_but_a_name_shows_no_empty_label(client: Client, write: Write) -> None:
    write(contacts=[contacts.keep(name="Elin", language="sv", by=OPERATOR)])
    card = read(client).find("address")

    assert card.get_text(strip=True) == "Elin"
    assert card.find("a") is None


def test_a_page_without_contacts_has_no_heading_for_them(client: Client, write: Write) -> None:
    write()

    assert "Kontakt" not in read(client).main.get_text()


@pytest.mark.parametrize("missing", ["role", "telephone", "email"])
def test_what_is_not_known_of_a_contact_leaves_no_trace(client: Client, write: Write, missing: str) -> None:
    known = {"role": "Samordnare", "telephone": "0920-711 75", "email": "elin@example.org", missing: ""}
    write(contacts=[contacts.keep(name="Elin", language="sv", by=OPERATOR, **known)])
    card = read(client).select_one(".contact")

    assert ("Samordnare" in card.get_text()) is (missing != "role")
    assert ("Telefon" in card.get_text()) is (missing != "telephone")
    assert ("E-post" in card.get_text()) is (missing != "email")


def test_contacts_stand_in_the_editors_order(client: Client, write: Write) -> None:
    people = [contacts.keep(name=name, language="sv", by=OPERATOR) for name in ("Ödlan", "Elin", "Ada")]
    write(contacts=people)

    assert [card.h3.get_text() for card in read(client).select(".contact")] == ["Ödlan", "Elin", "Ada"]


def test_a_contact_that_changes_changes_everywhere(client: Client, write: Write) -> None:
    write(contacts=[contacts.keep(name="Elin", language="sv", by=OPERATOR)])
    ContactPerson.objects.update(telephone="+46701740605")

    assert "070-174 06 05" in read(client).select_one(".contact").get_text()


def test_a_contact_person_is_written_down_once(section: SectionPage, editor: User) -> None:
    facts = {"name": "Elin", "email": "elin@example.org", "language": "sv", "by": editor}

    assert contacts.keep(**facts, telephone="0920-711 75") == contacts.keep(**facts)


@pytest.mark.parametrize(("telephone", "email"), [("växeln", ""), ("", "inte en adress")])
def test_a_contact_that_cannot_be_reached_is_refused(home: HomePage, telephone: str, email: str) -> None:
    with pytest.raises(ValidationError):
        contacts.keep(name="Elin", telephone=telephone, email=email, language="sv", by=OPERATOR)


def test_who_is_not_an_editor_may_not_write_contact_persons(home: HomePage) -> None:
    with pytest.raises(PermissionDenied):
        contacts.keep(name="Elin", language="sv", by=person("Någon Annan", Role.BUYER))
