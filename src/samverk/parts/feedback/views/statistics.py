"""Figures about comments."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samverk.parts.feedback.forms.inbox import Period
from samverk.parts.feedback.permissions import may_answer
from samverk.parts.feedback.presenters import statistics as presenters
from samverk.parts.feedback.queries import statistics as queries
from samverk.parts.feedback.views.screens import only, screen


@only(may_answer)
@require_safe
def statistics(request: HttpRequest) -> HttpResponse:
    """Which pages people comment on, and how long they wait for an answer."""
    days = Period(request.GET).chosen()
    now = timezone.now()
    found = queries.statistics(since=now - timedelta(days=days), until=now)
    return screen(
        request, "statistics", title=_("Statistik"), form=Period({"days": days}), **presenters.page(found)
    )
