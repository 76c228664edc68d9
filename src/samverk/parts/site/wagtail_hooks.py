"""What the site adds to the editors' tool."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from samverk.parts.site.admin import ContactPersons
from samverk.parts.site.permissions import may_import
from samverk.parts.site.views import imports, reports

register_snippet(ContactPersons)


@hooks.register("insert_global_admin_css")
def colours() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("site/editors.css"))


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    return [
        path("sidvisningar/", reports.PageViews.as_view(), name="page_views"),
        path(
            "sidvisningar/resultat/", reports.PageViews.as_view(results_only=True), name="page_views_results"
        ),
    ]


@hooks.register("register_reports_menu_item")
def page_views() -> MenuItem:
    return MenuItem(_("Sidvisningar"), reverse("page_views"), icon_name="view", order=100)


@hooks.register("register_admin_urls")
def import_urls() -> list[URLPattern]:
    return [
        path("importera/", imports.start, name="site_import"),
        path("importera/<int:import_id>/", imports.correct, name="site_import_correct"),
    ]


class ImportMenuItem(MenuItem):
    """The way to the importer, for those who may use it."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(may_import(request.user))


@hooks.register("register_admin_menu_item")
def import_menu_item() -> MenuItem:
    return ImportMenuItem(_("Importera sida"), reverse("site_import"), icon_name="download", order=110)
