"""The administrators' screens, as Wagtail's own menu and addresses."""

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from samverk.base.organisations.permissions import is_administrator
from samverk.base.people.views import log, organisations, people


class AdministratorsItem(MenuItem):
    """Shown to administrators only."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the one who looks is an administrator."""
        return bool(is_administrator(request.user))


class PeopleViewSet(ViewSet):
    """People: who they are, what they may do, and help when they are shut out."""

    icon = "group"
    menu_label = _("Personer")
    menu_item_class = AdministratorsItem
    add_to_settings_menu = True
    menu_order = 100

    def get_urlpatterns(self) -> list[URLPattern]:
        """The addresses under `users/`; Wagtail itself links to `edit`."""
        return [
            path("", people.everybody, name="index"),
            path("bjud-in/", people.invite, name="add"),
            path("inbjudan/<int:invitation_id>/", people.withdraw, name="withdraw"),
            path("<int:pk>/", people.person, name="edit"),
            path("<int:pk>/roll/<int:affiliation_id>/", people.end_role, name="end_role"),
            path("<int:pk>/las-upp/", people.unlock, name="unlock"),
            path("<int:pk>/andra-steg/", people.remove_second_factors, name="remove_second_factors"),
            path("<int:pk>/ta-bort/", people.erase, name="delete"),
        ]


class GroupsAreRoles(ViewSet):
    """Groups follow roles; nobody edits them by hand."""


class OrganisationsViewSet(ViewSet):
    """Organisations."""

    icon = "home"
    menu_label = _("Organisationer")
    menu_item_class = AdministratorsItem
    add_to_settings_menu = True
    menu_order = 110

    def get_urlpatterns(self) -> list[URLPattern]:
        """The addresses under `organisationer/`."""
        return [
            path("", organisations.everyone, name="index"),
            path("ny/", organisations.found, name="add"),
            path("<int:pk>/", organisations.describe, name="edit"),
        ]


class LogViewSet(ViewSet):
    """The audit log."""

    icon = "history"
    menu_label = _("Händelselogg")
    menu_item_class = AdministratorsItem
    menu_hook = "register_reports_menu_item"
    menu_order = 100

    def get_urlpatterns(self) -> list[URLPattern]:
        """The one address under `handelselogg/`."""
        return [path("", log.lines, name="index")]


@hooks.register("register_admin_viewset")
def register_screens() -> list[ViewSet]:
    """The screens beside Wagtail's own people screen."""
    return [OrganisationsViewSet("organisationer"), LogViewSet("handelselogg")]
