import pytest
from django.utils import timezone
from wagtail.models import Page

from samverk.base.organisations.models import Role
from samverk.base.people.tests import people
from samverk.parts.site.actions import cookies, statement
from samverk.parts.site.models import ShortcomingReport

pytestmark = pytest.mark.django_db


def as_role(role):
    """The browser of somebody who holds a role."""
    return people.signed_in(people.person("Eva Exempel", role))


@pytest.fixture
def report():
    now = timezone.now()
    return statement.report_shortcoming(text="Knappen går inte att nå.", page="/aktuellt/", email="", now=now)


def test_an_editor_reads_a_report_and_marks_it_as_handled(report):
    client = as_role(Role.EDITOR)
    assert "Knappen går inte att nå." in client.get("/redaktion/brister/").content.decode()

    client.post(f"/redaktion/brister/edit/{report}/", {"is_handled": "on", "text": "Omskriven"})

    kept = ShortcomingReport.objects.get()
    assert (kept.is_handled, kept.text) == (True, "Knappen går inte att nå.")


@pytest.mark.parametrize("address", ["/redaktion/brister/new/", "/redaktion/brister/delete/1/"])
def test_an_editor_neither_invents_nor_removes_reports(report, address):
    response = as_role(Role.LEAD_EDITOR).get(address)

    assert response.status_code in {302, 403, 404}


def test_an_editor_sees_which_pages_are_read():
    page = Page.objects.get(depth=2, locale__language_code="sv")
    for begins in (True, False, False):
        cookies.count_view(page_id=page.pk, begins_visit=begins, today=timezone.localdate())

    text = as_role(Role.EDITOR).get("/redaktion/sidvisningar/").content.decode()

    assert page.title in text
    assert ">3<" in "".join(text.split())


@pytest.mark.parametrize("address", ["/redaktion/brister/", "/redaktion/sidvisningar/"])
def test_others_see_neither_reports_nor_counts(address):
    assert as_role(Role.PARTICIPANT).get(address).status_code in {302, 403}
