import pytest
from django.utils import timezone
from wagtail.models import Page

from samverk.base.organisations.models import Role
from samverk.base.people.tests import people
from samverk.parts.site.actions import cookies

pytestmark = pytest.mark.django_db


def as_role(role):
    """The browser of somebody who holds a role."""
    return people.signed_in(people.person("Eva Exempel", role))


def test_an_editor_sees_which_pages_are_read():
    page = Page.objects.get(depth=2, locale__language_code="sv")
    for begins in (True, False, False):
        cookies.count_view(page_id=page.pk, begins_visit=begins, today=timezone.localdate())

    text = as_role(Role.EDITOR).get("/redaktion/sidvisningar/").content.decode()

    assert page.title in text
    assert ">3<" in "".join(text.split())


def test_others_do_not_see_the_counts():
    assert as_role(Role.PARTICIPANT).get("/redaktion/sidvisningar/").status_code in {302, 403}
