"""What editors see of visitors: the shortcomings they report, and how often pages are seen."""

from datetime import timedelta
from typing import Any, ClassVar

from django.db.models import QuerySet, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views.reports import ReportView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from samverk.parts.site.models import PageDay, ShortcomingReport

SHOWN = timedelta(days=30)


class ShortcomingReports(ModelViewSet):
    """Reports come from visitors: editors read them and mark them as handled, nobody rewrites one."""

    model = ShortcomingReport
    icon = "warning"
    menu_label = _("Brister")
    add_to_admin_menu = True
    menu_order = 250
    copy_view_enabled = False
    list_display: ClassVar = ["text", "page", "created_at", BooleanColumn("is_handled", label=_("Hanterad"))]
    list_filter: ClassVar = ["is_handled"]
    panels: ClassVar = [
        FieldPanel("text", read_only=True),
        FieldPanel("page", read_only=True),
        FieldPanel("email", read_only=True),
        FieldPanel("created_at", read_only=True),
        FieldPanel("is_handled"),
    ]


class PageViews(ReportView):
    """Which pages were seen most in the last thirty days, by those who let themselves be counted."""

    page_title = _("Sidvisningar de senaste 30 dagarna")
    header_icon = "view"
    index_url_name = "page_views"
    index_results_url_name = "page_views_results"
    permission_policy = ModelPermissionPolicy(PageDay)
    any_permission_required: ClassVar = ["view"]
    is_searchable = False
    columns: ClassVar = [
        Column("page__title", label=_("Sida")),
        Column("seen", label=_("Visningar")),
        Column("begun", label=_("Besök som började här")),
    ]
    list_export: ClassVar = ["page__title", "seen", "begun"]
    export_headings: ClassVar = {"page__title": _("Sida"), "seen": _("Visningar"), "begun": _("Besök")}

    def get_queryset(self) -> QuerySet[PageDay, Any]:
        recent = PageDay.objects.filter(day__gte=timezone.localdate() - SHOWN)
        pages = recent.values("page_id", "page__title")
        return pages.annotate(seen=Sum("views"), begun=Sum("visits")).order_by("-seen", "page__title")


shortcoming_reports = ShortcomingReports("shortcoming_reports", url_prefix="brister")
