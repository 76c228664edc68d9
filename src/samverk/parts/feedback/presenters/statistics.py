"""The statistics in the words of the screen."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samverk.parts.feedback.presenters.inbox import duration, local_address
from samverk.parts.feedback.queries.statistics import Line, Statistics
from samverk.ui.chart import Chart, Series, bar_chart


def page(found: Statistics) -> dict[str, Any]:
    """The figures, the chart and the table."""
    return {
        "total": _line(found.total),
        "chart": _chart(found) if found.spans else None,
        "pages": [_line(line) for line in found.pages],
    }


def _line(line: Line) -> dict[str, Any]:
    query = urlencode({"state": "all", "path": line.path})
    return {
        "title": line.title or line.path,
        "address": local_address(line.path),
        "url": f"{reverse('feedback_inbox')}?{query}",
        "comments": line.comments,
        "waiting": line.waiting,
        "median": duration(line.median),
        "slow": duration(line.slow),
    }


def _chart(found: Statistics) -> Chart:
    form = "M y" if found.by_month else "j/n"
    return bar_chart(
        title=_("Synpunkter för varje månad") if found.by_month else _("Synpunkter för varje vecka"),
        labels=[date_format(span.begins, form) for span in found.spans],
        series=[
            Series(_("Kom in"), tuple(span.comments for span in found.spans)),
            Series(_("Har besvarats eller avslutats"), tuple(span.handled for span in found.spans)),
        ],
        first=_("Månad") if found.by_month else _("Vecka från"),
    )
