from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from wagtail.models import Locale, Site

from samverk.base.audit.models import Entry
from samverk.base.mail.models import OutgoingMail
from samverk.base.organisations.models import Role
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.people.tests import people
from samverk.base.region.queries import current_region_id
from samverk.parts.site.actions import statement as actions
from samverk.parts.site.models import AccessibilityStatement, ContactPerson, Shortcoming, ShortcomingReport

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 24, 9, tzinfo=ZoneInfo("Europe/Stockholm"))
SHORTCOMINGS_IN_ORDER = (
    "Det här följer inte lagen än",
    "Filmer saknar",
    "Oskäligt betungande",
    "Gamla kartor",
    "Omfattas inte av lagen",
    "Äldre protokoll",
)
REPORT = {"text": "Knappen går inte att nå med tangentbordet.", "page": "/aktuellt/", "email": ""}


@pytest.fixture
def statement():
    return AccessibilityStatement.for_site(Site.objects.get())


@pytest.fixture
def editor():
    """Somebody who is to be told of reports."""
    return people.person("Eva Exempel", Role.EDITOR)


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
        "/tillganglighet/rapportera/",
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


def test_a_report_is_kept_and_the_editors_are_told(client, editor):
    response = client.post("/tillganglighet/rapportera/", REPORT)

    assert response.url == "/tillganglighet/rapportera/tack/"
    report = ShortcomingReport.objects.get()
    assert (report.text, report.page, report.is_handled) == (REPORT["text"], REPORT["page"], False)
    mail = OutgoingMail.objects.get(to=editor.email)
    assert f"/redaktion/brister/edit/{report.pk}/" in mail.text


def test_the_letter_does_not_carry_what_the_reporter_wrote(client, editor):
    client.post("/tillganglighet/rapportera/", {**REPORT, "email": "anna@exempel.example"})

    mail = OutgoingMail.objects.get(to=editor.email)
    assert REPORT["text"] not in mail.text
    assert "anna@exempel.example" not in mail.text


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"text": ""}, "Skriv vad som inte fungerar."),
        ({"text": "x" * 5001}, "Texten är för lång."),
        ({"email": "anna"}, "Skriv en hel e-postadress"),
        ({"website": "https://spam.example"}, "Det här fältet ska vara tomt."),
    ],
)
def test_a_report_that_cannot_be_sent_says_why_and_keeps_what_was_written(client, change, message):
    response = client.post("/tillganglighet/rapportera/", {**REPORT, **change})

    assert response.status_code == 422
    assert message in response.content.decode()
    assert REPORT["page"] in response.content.decode()
    assert not ShortcomingReport.objects.exists()


def test_when_reports_pour_in_the_next_sender_is_asked_to_wait_and_loses_nothing(client):
    ShortcomingReport.objects.bulk_create(
        ShortcomingReport(region_id=current_region_id(), text="x", created_at=datetime.now(tz=NOW.tzinfo))
        for _ in range(actions.MOST_IN_AN_HOUR)
    )

    response = client.post("/tillganglighet/rapportera/", REPORT)

    assert "ovanligt många rapporter" in response.content.decode()
    assert REPORT["text"] in response.content.decode()


def test_the_form_can_be_told_which_page_it_is_about(client):
    assert 'value="/aktuellt/"' in page(client, "/tillganglighet/rapportera/?sida=/aktuellt/")


def test_reports_are_forgotten_after_a_year():
    for age in (364, 366):
        actions.report_shortcoming(text=f"{age} dagar", page="", email="", now=NOW - timedelta(days=age))

    actions.forget_old_reports(now=NOW)

    assert [report.text for report in ShortcomingReport.objects.all()] == ["364 dagar"]


def test_a_statement_is_written_with_exactly_its_shortcomings_and_noted(statement):
    for what in ("Gammal brist.", "Ny brist."):
        actions.write_statement(statement=statement, shortcomings=[Shortcoming(what=what)], by=OPERATOR)

    assert [shortcoming.what for shortcoming in Shortcoming.objects.all()] == ["Ny brist."]
    assert Entry.objects.filter(action="site.write_statement").count() == 2


@pytest.mark.parametrize("role", [Role.EDITOR, Role.PARTICIPANT])
def test_only_those_who_answer_for_the_statement_write_it(statement, role):
    with pytest.raises(PermissionDenied):
        actions.write_statement(statement=statement, shortcomings=[], by=people.person("Eva Exempel", role))
