"""What every installation begins with."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import Locale, Page, Site, Workflow

from samverk.base.organisations.models import Role
from samverk.parts.site.actions import ground
from samverk.parts.site.models import HomePage

pytestmark = pytest.mark.django_db


def test_there_is_a_home_page_that_welcomes(client: Client) -> None:
    assert isinstance(Site.objects.get(is_default_site=True).root_page.specific, HomePage)
    assert client.get("/").status_code == 200


def test_it_can_be_laid_again_without_a_trace() -> None:
    def trace() -> list[int]:
        return [model.objects.count() for model in (Page, Group, Locale, Workflow, Site)]

    before = trace()
    ground.lay()

    assert trace() == before


def test_what_an_administrator_has_changed_is_kept() -> None:
    Workflow.objects.update(name="Vår egen")
    HomePage.objects.filter(locale__language_code="sv").update(title="Vår sida")
    ground.lay()

    assert Workflow.objects.get().name == "Vår egen"
    assert HomePage.objects.filter(title="Vår sida").exists()


def test_a_language_of_the_settings_can_be_written_in(settings: Any) -> None:
    settings.LANGUAGES = [("sv", "Svenska"), ("en", "English"), ("fi", "Suomi")]
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.LANGUAGES
    ground.sync_languages()

    assert Locale.objects.filter(language_code="fi").exists()


@pytest.mark.parametrize(
    ("role", "may"),
    [
        (Role.EDITOR, {"add_page", "change_page"}),
        (Role.LEAD_EDITOR, {"add_page", "change_page", "publish_page", "lock_page", "unlock_page"}),
        (Role.SUPERVISOR, set()),
    ],
)
def test_each_role_may_do_its_part_with_pages(role: Role, may: set[str]) -> None:
    found = Group.objects.get(name=role).page_permissions.values_list("permission__codename", flat=True)

    assert set(found) == may


def test_wagtail_s_own_groups_are_gone() -> None:
    assert not Group.objects.filter(name__in=["Editors", "Moderators"]).exists()
