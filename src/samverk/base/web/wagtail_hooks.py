"""What this room adds to the editors' interface."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from samverk.base.organisations.permissions import is_administrator
from samverk.base.web import views


class AdministratorsItem(MenuItem):
    """Shown to administrators only."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(is_administrator(request.user))


class OperationsViewSet(ViewSet):
    """What did not get through, and how the installation is doing."""

    icon = "cogs"
    menu_label = _("Drift")
    menu_item_class = AdministratorsItem
    menu_hook = "register_reports_menu_item"
    menu_order = 110

    def get_urlpatterns(self) -> list[URLPattern]:
        """The addresses under `drift/`."""
        return [
            path("", views.operations, name="index"),
            path("jobb/<int:job_id>/", views.try_job_again, name="job"),
            path("brev/<int:mail_id>/", views.try_mail_again, name="mail"),
        ]


@hooks.register("register_admin_viewset")
def operations() -> ViewSet:
    return OperationsViewSet("drift")


@hooks.register("insert_global_admin_js")
def declared_calls() -> SafeString:
    return format_html('<script src="{}"></script>', static("web/declared-calls.js"))


@hooks.register("insert_global_admin_css")
def editors_style() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("web/editors.css"))
