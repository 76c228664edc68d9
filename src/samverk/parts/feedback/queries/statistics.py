"""Which pages people comment on, and how long they wait."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import (
    Aggregate,
    Count,
    DateTimeField,
    DurationField,
    ExpressionWrapper,
    F,
    Max,
    Q,
    QuerySet,
)
from django.db.models.functions import Least, TruncMonth, TruncWeek

from samverk.parts.feedback.models import Comment, State
from samverk.parts.feedback.rules.handling import OPEN

SHOWN = 50
BY_MONTH_FROM = timedelta(days=120)


@dataclass(frozen=True)
class Line:
    """What has been said about a page, and how long people waited: half of them, and nine in ten."""

    title: str
    path: str
    comments: int
    waiting: int
    median: timedelta | None
    slow: timedelta | None


@dataclass(frozen=True)
class Span:
    """A week or a month, and what came in then."""

    begins: date
    comments: int
    handled: int


@dataclass(frozen=True)
class Statistics:
    """A period in figures."""

    total: Line
    pages: tuple[Line, ...]
    spans: tuple[Span, ...]
    by_month: bool


class Percentile(Aggregate):
    """The value that a share of all values is not above."""

    function = "percentile_cont"
    template = "%(function)s(%(share)s) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DurationField()

    def __init__(self, share: float, expression: Any, **extra: Any) -> None:
        super().__init__(expression, share=share, **extra)


def statistics(*, since: datetime, until: datetime) -> Statistics:
    """What came in between two moments, by page and by week or month. Three queries.

    The wait ends with the answer, or when the comment is closed without one. A duplicate waits as long as the
    comment that it points at.
    """
    came = _came(since, until)
    by_month = until - since > BY_MONTH_FROM
    figures: dict[str, Any] = came.aggregate(**_figures())
    pages: Any = came.order_by().values("path").annotate(title=Max("page_title"), **_figures())
    return Statistics(
        total=Line(title="", path="", **figures),
        pages=tuple(Line(**row) for row in pages.order_by("-comments", "path")[:SHOWN]),
        spans=_spans(came, by_month=by_month),
        by_month=by_month,
    )


def _came(since: datetime, until: datetime) -> QuerySet[Comment]:
    ends = Least("answered_at", "closed_at", "merged_into__answered_at", "merged_into__closed_at")
    return (
        Comment.objects.filter(created_at__gte=since, created_at__lt=until)
        .exclude(state=State.HELD)
        .annotate(handled_at=ends)
        .annotate(wait=ExpressionWrapper(F("handled_at") - F("created_at"), output_field=DurationField()))
    )


def _figures() -> dict[str, Any]:
    return {
        "comments": Count("pk"),
        "waiting": Count("pk", filter=Q(state__in=OPEN, merged_into__isnull=True)),
        "median": Percentile(0.5, F("wait")),
        "slow": Percentile(0.9, F("wait")),
    }


def _spans(came: QuerySet[Comment], *, by_month: bool) -> tuple[Span, ...]:
    begins = TruncMonth if by_month else TruncWeek
    rows = (
        came.order_by()
        .annotate(begins=begins("created_at", output_field=DateTimeField()))
        .values("begins")
        .annotate(comments=Count("pk"), handled=Count("handled_at"))
        .order_by("begins")
    )
    return tuple(Span(row["begins"].date(), row["comments"], row["handled"]) for row in rows)
