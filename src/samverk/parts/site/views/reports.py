"""What editors see of visitors: how often pages are seen."""

from datetime import timedelta
from typing import Any, ClassVar

from django.db.models import QuerySet, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from samverk.parts.site.models import PageDay

SHOWN = timedelta(days=30)


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
