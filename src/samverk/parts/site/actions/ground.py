"""What must be there before anybody can write: languages, a home page, who may do what, and a workflow."""

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from samverk.base.organisations.models import Role
from samverk.parts.site.models import HomePage

EDITORS = (Role.EDITOR, Role.LEAD_EDITOR, Role.ADMINISTRATOR)
ON_PAGES: dict[str, tuple[str, ...]] = {
    Role.EDITOR: ("add_page", "change_page"),
    Role.LEAD_EDITOR: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
    Role.ADMINISTRATOR: (
        "add_page",
        "change_page",
        "publish_page",
        "bulk_delete_page",
        "lock_page",
        "unlock_page",
    ),
}
# Wagtail asks about its own models' names, also when ours stand in their place.
ON_FILES = {
    "wagtailimages": ("add_image", "change_image", "choose_image"),
    "wagtaildocs": ("add_document", "change_document", "choose_document"),
    "wagtailmedia": ("add_media", "change_media"),
}
OF_EDITORS = (
    "wagtailadmin.access_admin",
    "simple_translation.submit_translation",
    "site.view_contactperson",
    "site.add_contactperson",
    "site.change_contactperson",
    "site.view_pageday",
)
OF_LEAD_EDITORS = (
    "site.delete_contactperson",
    "site.change_accessibilitystatement",
    "wagtailredirects.view_redirect",
    "wagtailredirects.add_redirect",
    "wagtailredirects.change_redirect",
    "wagtailredirects.delete_redirect",
)
OF_ADMINISTRATORS = (
    "site.change_cookiesettings",
    "wagtailcore.add_workflow",
    "wagtailcore.change_workflow",
    "wagtailcore.add_task",
    "wagtailcore.change_task",
    "wagtailcore.change_site",
    "wagtailcore.add_locale",
    "wagtailcore.change_locale",
    "wagtailcore.add_collection",
    "wagtailcore.change_collection",
)
ON_ROLES: dict[str, tuple[str, ...]] = {
    Role.EDITOR: OF_EDITORS,
    Role.LEAD_EDITOR: (*OF_EDITORS, *OF_LEAD_EDITORS),
    Role.ADMINISTRATOR: (*OF_EDITORS, *OF_LEAD_EDITORS, *OF_ADMINISTRATORS),
}
GROUPS_OF_WAGTAIL = ("Editors", "Moderators")


@transaction.atomic
def lay() -> None:
    """Bring the ground in order. Safe to run again: what editors and administrators have changed is kept."""
    with translation.override(settings.LANGUAGE_CODE):
        sync_languages()
        _make_home_page()
        _open_languages()
        _give_permissions()
        _make_workflow()


def sync_languages() -> None:
    """Let pages be written in every language of the settings."""
    for code, _name in settings.LANGUAGES:
        Locale.objects.get_or_create(language_code=code)


def _make_home_page() -> None:
    """Put a home page in the place of the page that Wagtail begins with."""
    if HomePage.objects.exists():
        return
    for page in Page.objects.filter(depth=2):
        page.delete()
    root = Page.objects.get(depth=1)
    locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    title = _("Samverk för sociala företag")
    home = root.add_child(instance=HomePage(title=title, slug="hem", locale=locale, show_in_menus=False))
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": Page.objects.get(pk=home.pk)}
    )


def _open_languages() -> None:
    """Give each language a home page to begin from: a new one needs no more than a translation file."""
    home = Site.objects.get(is_default_site=True).root_page.specific
    there = set(home.get_translations(inclusive=True).values_list("locale__language_code", flat=True))
    for code, _name in settings.LANGUAGES:
        if code in there or not isinstance(home, HomePage):
            continue
        page = home.copy_for_translation(Locale.objects.get(language_code=code))
        with translation.override(code):
            page.title = page.draft_title = _("Samverk för sociala företag")
        page.lead, page.body = "", []
        page.save_revision().publish()


def _give_permissions() -> None:
    Group.objects.filter(name__in=GROUPS_OF_WAGTAIL).delete()
    root, collection = Page.objects.get(depth=1), Collection.objects.get(depth=1)
    for role in EDITORS:
        group, _new = Group.objects.get_or_create(name=role)
        for permission in _permissions(ON_PAGES[role], "wagtailcore"):
            GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
        for app, codenames in ON_FILES.items():
            for permission in _permissions(codenames, app):
                GroupCollectionPermission.objects.get_or_create(
                    group=group, collection=collection, permission=permission
                )
        for name in ON_ROLES[role]:
            app, codename = name.split(".")
            group.permissions.add(*_permissions((codename,), app))


def _permissions(codenames: tuple[str, ...], app: str) -> list[Permission]:
    found = list(Permission.objects.filter(codename__in=codenames, content_type__app_label=app))
    if missing := set(codenames) - {permission.codename for permission in found}:
        raise Permission.DoesNotExist(f"{app}: {missing}")
    return found


def _make_workflow() -> None:
    """An editor sends a page for review, a lead editor approves it."""
    if WorkflowPage.objects.exclude(workflow__name__in=("Moderators approval",)).exists():
        return
    Workflow.objects.filter(name="Moderators approval").delete()
    GroupApprovalTask.objects.filter(name="Moderators approval").delete()
    task = GroupApprovalTask.objects.create(name=_("Huvudredaktören läser"))
    task.groups.add(Group.objects.get(name=Role.LEAD_EDITOR))
    workflow = Workflow.objects.create(name=_("Granskning före publicering"))
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=Page.objects.get(depth=1))
