"""From a draft to a published page: who may do what, reviews and schedules."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone
from wagtail.models import WorkflowState

from samverk.base.audit.actions import name_of
from samverk.base.audit.models import Entry
from samverk.base.files.models import Picture
from samverk.base.organisations.models import Role
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.people.models import User
from samverk.base.people.tests.people import person
from samverk.parts.site.actions import pages
from samverk.parts.site.models import ArticlePage, HomePage, SectionPage
from samverk.parts.site.queries.library import SIZES
from samverk.parts.site.tests.conftest import Write

ADDRESS = "/aktuellt/dagen-i-norr/"
FACTS = pages.ArticleFacts(title="Dagen i Norr")


@pytest.fixture
def draft(section: SectionPage, editor: User) -> ArticlePage:
    return pages.create_article(section=section, facts=FACTS, by=editor)


def test_an_editor_writes_a_draft_that_nobody_sees_yet(
    client: Client, draft: ArticlePage, editor: User
) -> None:
    assert draft.live is False
    assert draft.owner == editor
    assert client.get(ADDRESS).status_code == 404


def test_an_editor_may_not_publish(draft: ArticlePage, editor: User) -> None:
    with pytest.raises(PermissionDenied):
        pages.publish(page=draft, by=editor)


def test_a_lead_editor_may_publish(client: Client, draft: ArticlePage, lead_editor: User) -> None:
    pages.publish(page=draft, by=lead_editor)

    assert client.get(ADDRESS).status_code == 200


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.EDITOR, Role.LEAD_EDITOR, Role.ADMINISTRATOR}))
def test_nobody_else_may_write_pages(section: SectionPage, role: Role) -> None:
    with pytest.raises(PermissionDenied):
        pages.create_article(section=section, facts=FACTS, by=person("Någon Annan", role))


def test_a_page_goes_from_the_editor_to_the_lead_editor(
    draft: ArticlePage, editor: User, lead_editor: User
) -> None:
    pages.submit(page=draft, by=editor)
    state = draft.current_workflow_state
    assert state.status == WorkflowState.STATUS_IN_PROGRESS
    assert state.current_task_state.task.specific.user_can_access_editor(draft, lead_editor)

    state.current_task_state.approve(user=lead_editor)

    draft.refresh_from_db()
    assert draft.live is True


def test_the_lead_editor_is_told_that_a_page_waits(
    draft: ArticlePage, editor: User, lead_editor: User
) -> None:
    pages.submit(page=draft, by=editor)

    assert [letter.to for letter in mail.outbox] == [[lead_editor.email]]


def test_a_page_that_is_sent_back_stays_a_draft(draft: ArticlePage, editor: User, lead_editor: User) -> None:
    pages.submit(page=draft, by=editor)
    draft.current_workflow_state.current_task_state.reject(user=lead_editor)

    draft.refresh_from_db()
    assert draft.live is False


def test_the_editor_may_not_approve_what_they_wrote(draft: ArticlePage, editor: User) -> None:
    pages.submit(page=draft, by=editor)
    task_state = draft.current_workflow_state.current_task_state

    assert task_state.task.specific.get_actions(draft, editor) == []


def test_a_page_is_published_at_its_hour_and_taken_away_at_its_other(
    client: Client, draft: ArticlePage, lead_editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = timezone.now()
    draft.go_live_at, draft.expire_at = now + timedelta(hours=1), now + timedelta(hours=3)
    draft.save_revision(user=lead_editor).publish(user=lead_editor)
    seen = []
    for hours in (0, 2, 4):
        monkeypatch.setattr(timezone, "now", lambda hours=hours: now + timedelta(hours=hours))
        pages.publish_scheduled()
        seen.append(client.get(ADDRESS).status_code)

    assert seen == [404, 200, 404]


def test_every_change_of_a_page_is_kept(write: Write) -> None:
    page = write()
    page.title = "Dagen igen"
    pages.revise(page=page, by=OPERATOR)

    assert [kept.as_object().title for kept in page.revisions.order_by("pk")] == [
        "Dagen i Norr",
        "Dagen igen",
    ]
    assert ArticlePage.objects.get(pk=page.pk).title == "Dagen i Norr"


def test_what_is_done_is_written_in_the_log(draft: ArticlePage, lead_editor: User) -> None:
    pages.publish(page=draft, by=lead_editor)

    done = Entry.objects.filter(target=name_of(draft)).order_by("pk")
    assert list(done.values_list("action", flat=True)) == ["site.create_draft", "site.publish"]


def test_an_event_may_not_end_before_it_begins(section: SectionPage) -> None:
    now = timezone.now()
    facts = pages.ArticleFacts(
        title="Dagen", event_name="Dagen", event_starts_at=now, event_ends_at=now - timedelta(hours=1)
    )

    with pytest.raises(ValidationError, match="behöver börja innan"):
        pages.create_article(section=section, facts=facts, by=OPERATOR)


def test_a_picture_needs_words_or_to_be_decoration(section: SectionPage, picture: Picture) -> None:
    page = ArticlePage(title="Dagen", picture=picture)
    page.picture.default_alt = ""

    with pytest.raises(ValidationError, match="Skriv vad bilden visar"):
        page.clean()

    page.picture_is_decorative = True
    page.clean()


def test_pages_stand_only_where_they_belong() -> None:
    assert SectionPage.allowed_parent_page_models() == [HomePage]
    assert ArticlePage.allowed_parent_page_models() == [SectionPage]
    assert ArticlePage.allowed_subpage_models() == []


def test_a_preview_may_be_framed_by_the_editors_tool_and_shows_what_is_not_saved(draft: ArticlePage) -> None:
    draft.title = "Inte sparad än"
    response = draft.make_preview_request()

    assert "Inte sparad än" in response.content.decode()
    assert "frame-ancestors 'self'" in response.headers["Content-Security-Policy"]


def test_the_sizes_of_a_picture_are_made_before_its_first_reader_comes(
    write: Write, picture: Picture
) -> None:
    page = write(picture_id=picture.pk)
    pages.draw_pictures(page_id=page.pk)

    specs = set(picture.renditions.values_list("filter_spec", flat=True))
    assert {size for sizes in SIZES.values() for size in sizes} <= specs
