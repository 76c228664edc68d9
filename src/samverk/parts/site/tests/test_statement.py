from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from wagtail.models import Locale, Site

from samverk.base.audit.models import Entry
from samverk.base.organisations.models import Role
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.people.tests import people
from samverk.parts.site.actions import statement as actions
from samverk.parts.site.models import AccessibilityStatement, ContactPerson, Shortcoming
from samverk.parts.site.registry import reports

pytestmark = pytest.mark.django_db

SHORTCOMINGS_IN_ORDER = (
    "Det här följer inte lagen än",
    "Filmer saknar",
    "Oskäligt betungande",
    "Gamla kartor",
    "Omfattas inte av lagen",
    "Äldre protokoll",
)


@pytest.fixture
def statement():
    return AccessibilityStatement.for_site(Site.objects.get())


def page(client, address="/tillganglighet/"):
    return client.get(address).content.decode()


def test_the_statement_has_every_part_that_the_law_demands(client, statement):
    statement.publisher = "Region Exempel"
    statement.assessed_on = statement.updated_on = date(2026, 11, 2)
    statement.save()

    text = page(client)

    for part in (
        "Region Exempel",
        "delvis förenlig med lagen om tillgänglighet till digital offentlig service",
        "Rapportera en brist",
        "https://www.digg.se/tdosanmalan",
        "Vi har testat webbplatsen själva",
        "2 november 2026",
    ):
        assert part in text


def test_a_new_installation_admits_that_it_is_not_assessed(client):
    assert "Bedömningen av hela webbplatsen är inte gjord än" in page(client)


@pytest.mark.parametrize(
    ("compliance", "words"),
    [("full", "helt förenlig"), ("partial", "delvis förenlig"), ("none", "inte förenlig")],
)
def test_compliance_is_told_in_the_words_of_the_law(client, statement, compliance, words):
    statement.compliance = compliance
    statement.save()

    assert f"Webbplatsen är {words} med lagen" in page(client)


def test_shortcomings_stand_under_their_reason(client, statement):
    Shortcoming.objects.create(
        statement=statement, what="Filmer saknar syntolkning.", affects="Den som inte ser."
    )
    Shortcoming.objects.create(
        statement=statement, what="Gamla kartor.", reason="burden", why="Det kostar mer än nyttan."
    )
    Shortcoming.objects.create(statement=statement, what="Äldre protokoll.", reason="outside")

    text = page(client)

    places = list(map(text.index, SHORTCOMINGS_IN_ORDER))
    assert places == sorted(places)


def test_an_unreasonable_burden_must_be_explained(statement):
    with pytest.raises(IntegrityError, match="unreasonable_burden_is_explained"):
        Shortcoming.objects.create(statement=statement, what="Gamla kartor.", reason="burden")


def test_shortcomings_are_read_in_the_readers_language_when_they_are_written_in_it(client, statement):
    Shortcoming.objects.create(statement=statement, what="Filmer saknar syntolkning.")
    assert '<bdi lang="sv">Filmer' in page(client, "/en/tillganglighet/")

    Shortcoming.objects.create(statement=statement, what="Films lack audio description.", language="en")
    text = page(client, "/en/tillganglighet/")

    assert "Films lack audio description." in text
    assert "Filmer saknar syntolkning." not in text


def test_the_contact_person_is_shown_without_empty_labels(client, statement):
    locale = Locale.objects.get(language_code="sv")
    statement.contact = ContactPerson.objects.create(
        name="Kim Exempel", email="kim@region.example", locale=locale
    )
    statement.save()

    text = page(client)

    assert "kim@region.example" in text
    assert "Telefon" not in text


def test_the_statement_is_the_same_for_everybody(client):
    response = client.get("/tillganglighet/")

    assert not response.cookies
    assert "csrfmiddlewaretoken" not in response.content.decode()


def test_whoever_follows_the_old_way_to_report_comes_to_where_reports_are_received(client, monkeypatch):
    monkeypatch.setattr(reports, "_registered", [lambda page: f"/dit/?sida={page}"])

    assert client.get("/tillganglighet/rapportera/?sida=/aktuellt/").url == "/dit/?sida=/aktuellt/"
    assert client.get("/tillganglighet/rapportera/").url == "/dit/?sida=/tillganglighet/"
    assert 'href="/dit/?sida=/tillganglighet/"' in page(client)


def test_without_anybody_to_receive_reports_the_statement_offers_no_way(client, monkeypatch):
    monkeypatch.setattr(reports, "_registered", [])

    assert "Rapportera en brist" not in page(client)
    assert client.get("/tillganglighet/rapportera/").status_code == 404


def test_a_statement_is_written_with_exactly_its_shortcomings_and_noted(statement):
    for what in ("Gammal brist.", "Ny brist."):
        actions.write_statement(statement=statement, shortcomings=[Shortcoming(what=what)], by=OPERATOR)

    assert [shortcoming.what for shortcoming in Shortcoming.objects.all()] == ["Ny brist."]
    assert Entry.objects.filter(action="site.write_statement").count() == 2


@pytest.mark.parametrize("role", [Role.EDITOR, Role.PARTICIPANT])
def test_only_those_who_answer_for_the_statement_write_it(statement, role):
    with pytest.raises(PermissionDenied):
        actions.write_statement(statement=statement, shortcomings=[], by=people.person("Eva Exempel", role))
