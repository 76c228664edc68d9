"""The inbox in the editors' tool."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem

from samverk.parts.feedback.permissions import may_answer
from samverk.parts.feedback.queries.inbox import new
from samverk.parts.feedback.views import comment, inbox, responsibility, statistics


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    return [
        path("synpunkter/", inbox.inbox, name="feedback_inbox"),
        path("synpunkter/flera/", inbox.several, name="feedback_several"),
        path("synpunkter/exportera/<str:form>/", inbox.export, name="feedback_export"),
        path("synpunkter/statistik/", statistics.statistics, name="feedback_statistics"),
        path("synpunkter/ansvar/", responsibility.sections, name="feedback_sections"),
        path("synpunkter/ansvar/<int:section_id>/", responsibility.section, name="feedback_section"),
        path("synpunkter/brev/", responsibility.digest, name="feedback_digest"),
        path("synpunkter/<int:comment_id>/", comment.page, name="feedback_comment"),
        path("synpunkter/<int:comment_id>/svara/", comment.answer, name="feedback_answer"),
        path("synpunkter/<int:comment_id>/<str:deed>/", comment.act, name="feedback_act"),
    ]


class InboxItem(MenuItem):
    """The way to the inbox, with how many comments nobody has taken."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the one who looks handles comments."""
        return bool(may_answer(request.user))

    def render_component(self, request: HttpRequest) -> Any:
        """The link, with the number as it is now: menu items are made once and kept."""
        waiting = new()
        label = _("Synpunkter (%(count)d)") % {"count": waiting} if waiting else str(self.label)
        return LinkMenuItem(self.name, label, self.url, icon_name=self.icon_name, classname=self.classname)


@hooks.register("register_admin_menu_item")
def inbox_item() -> MenuItem:
    return InboxItem(
        gettext_lazy("Synpunkter"), reverse("feedback_inbox"), name="feedback", icon_name="comment", order=105
    )
