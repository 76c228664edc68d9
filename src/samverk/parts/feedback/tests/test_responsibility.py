import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page

from samverk.base.audit.models import Entry
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.people.tests import people
from samverk.parts.feedback.actions.responsibility import section_of, share_out
from samverk.parts.feedback.models import Responsibility, State
from samverk.parts.feedback.tests import said
from samverk.parts.site.actions import pages
from samverk.parts.site.models import HomePage, SectionPage, StandardPage

pytestmark = pytest.mark.django_db

SHARING = "/redaktion/synpunkter/ansvar/"


@pytest.fixture
def section():
    return beneath(HomePage.objects.get(locale__language_code="sv"), "Stöd", kind=SectionPage)


def beneath(parent, title, kind=StandardPage):
    page = pages.create_draft(
        parent=parent, page=kind(title=title, slug=title.lower().replace("ö", "o")), by=OPERATOR
    )
    pages.publish(page=page, by=OPERATOR)
    return Page.objects.get(pk=page.pk)


@pytest.fixture
def henrik():
    return said.lead_editor()


def test_a_comment_belongs_to_the_nearest_part_that_somebody_answers_for(section, henrik):
    page = beneath(section, "Köp")
    below = beneath(page, "Priser")
    assert section_of(below.pk) is None

    share_out(section_id=section.pk, editors=[henrik.pk], by=henrik)
    assert section_of(below.pk) == section_of(section.pk) == section.pk

    share_out(section_id=page.pk, editors=[henrik.pk], by=henrik)
    assert section_of(below.pk) == section_of(page.pk) == page.pk
    assert section_of(section.pk) == section.pk


def test_a_translation_belongs_to_the_same_part(section, henrik):
    share_out(section_id=section.pk, editors=[henrik.pk], by=henrik)
    english = section.specific.copy_for_translation(Locale.objects.get(language_code="en"))

    assert section_of(english.pk) == section.pk


def test_a_page_that_is_gone_belongs_nowhere(section, henrik):
    share_out(section_id=section.pk, editors=[henrik.pk], by=henrik)

    assert section_of(0) is None


def test_finding_the_part_takes_one_query(section, henrik):
    share_out(section_id=section.pk, editors=[henrik.pk], by=henrik)

    with CaptureQueriesContext(connection) as caught:
        section_of(section.pk)

    assert len(caught) == 1


def test_the_lead_editor_shares_out_and_open_comments_follow(section, henrik):
    elsa = said.editor()
    waits, done = said.comment(page=section), said.comment(page=section, state=State.CLOSED)

    people.signed_in(henrik).post(f"{SHARING}{section.pk}/", {"editors": [elsa.pk]})

    for comment in (waits, done):
        comment.refresh_from_db()
    assert (waits.section_id, done.section_id) == (section.pk, None)
    assert list(Responsibility.objects.get().editors.all()) == [elsa]
    assert Entry.objects.filter(action="feedback.share_out").count() == 1


def test_with_nobody_chosen_the_part_goes_back_to_everybody(section, henrik):
    desk = people.signed_in(henrik)
    comment = said.comment(page=section)
    desk.post(f"{SHARING}{section.pk}/", {"editors": [henrik.pk]})

    desk.post(f"{SHARING}{section.pk}/", {})

    comment.refresh_from_db()
    assert comment.section is None
    assert "alla redaktörer" in desk.get(SHARING).content.decode()


def test_a_part_whose_editors_have_left_is_everybodys_and_says_so(section, henrik):
    elsa = said.editor()
    share_out(section_id=section.pk, editors=[elsa.pk], by=henrik)
    said.comment("Hit ska det", page=section, section=section)
    desk = people.signed_in(henrik)
    mine = "/redaktion/synpunkter/?mine=on"
    assert "Hit ska det" not in desk.get(mine).content.decode()

    elsa.affiliations.all().delete()

    assert "Hit ska det" in desk.get(mine).content.decode()
    assert "alla har slutat" in desk.get(SHARING).content.decode()


def test_strangers_cannot_be_made_responsible(section, henrik):
    people.signed_in(henrik).post(f"{SHARING}{section.pk}/", {"editors": [said.stranger().pk]})

    assert not Responsibility.objects.exists()


def test_an_ordinary_editor_does_not_share_out(section):
    elsa = said.editor()

    assert people.signed_in(elsa).get(SHARING).status_code in {302, 403}
    with pytest.raises(PermissionDenied):
        share_out(section_id=section.pk, editors=[elsa.pk], by=elsa)


def test_the_list_can_be_narrowed_to_a_part_or_to_none(section, henrik):
    share_out(section_id=section.pk, editors=[henrik.pk], by=henrik)
    said.comment("I delen", section=section)
    said.comment("Ingenstans")
    desk = people.signed_in(henrik)

    assert "Ingenstans" not in desk.get(f"/redaktion/synpunkter/?section={section.pk}").content.decode()
    assert "I delen" not in desk.get("/redaktion/synpunkter/?section=0").content.decode()
