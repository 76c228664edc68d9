"""What is in the inbox: as a list, and as rows to take out of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Left, Length

from samverk.parts.feedback.models import Comment, State
from samverk.parts.feedback.models.selection import EVERY_STATE, Wanted, not_delivered, selected

ON_A_PAGE = 25
SHOWN_SIGNS = 280
MOST_ROWS = 20_000


@dataclass(frozen=True)
class CommentRow:
    """A comment in the list."""

    id: int
    version: int
    kind: str
    state: str
    excerpt: str
    page_title: str
    path: str
    section: str
    assigned_to: str
    wants_answer: bool
    duplicates: int
    is_failing: bool
    created_at: datetime


@dataclass(frozen=True)
class Inbox:
    """A page of the list, and how many there are in each state."""

    page: Page
    counts: dict[str, int]
    newest: int


@dataclass(frozen=True)
class ExportRow:
    """A comment on its way into a spreadsheet; addresses do not come along."""

    id: int
    kind: str
    state: str
    text: str
    page_title: str
    path: str
    language: str
    section: str
    assigned_to: str
    wants_answer: bool
    duplicates: int
    created_at: datetime
    answered_at: datetime | None
    closed_at: datetime | None


def inbox(*, wanted: Wanted, user_id: int, page: int | str = 1) -> Inbox:
    """A page of the comments that somebody wants to see, the newest first. Three queries."""
    counts, newest = _counts(wanted, user_id)
    keys = selected(wanted, user_id=user_id).order_by("-created_at", "-pk").values("pk")
    paginator: Any = Paginator(keys, ON_A_PAGE)
    paginator.count = counts[wanted.state]
    found: Any = paginator.get_page(page)
    rows = _with_company(Comment.objects.filter(pk__in=found.object_list)).annotate(
        excerpt=Left("text", SHOWN_SIGNS), signs=Length("text")
    )
    found.object_list = [_row(comment) for comment in rows.defer("text").order_by("-created_at", "-pk")]
    return Inbox(cast(Page, found), counts, newest)


def new() -> int:
    """How many comments nobody has taken. One query."""
    return selected(Wanted(state=State.NEW), user_id=0).count()


def failing() -> int:
    """How many letters with answers have not left. One query."""
    return not_delivered().count()


def rows(*, wanted: Wanted, user_id: int) -> Iterator[ExportRow]:
    """The comments that somebody wants to see, for a spreadsheet; 20,000 at most. One query, bit by bit."""
    found = _with_company(selected(wanted, user_id=user_id)).order_by("-created_at", "-pk")
    for comment in found[:MOST_ROWS].iterator(chunk_size=500):
        yield _export_row(comment)


def _counts(wanted: Wanted, user_id: int) -> tuple[dict[str, int], int]:
    """How many comments of each state the rest of the filter lets through, and the newest key of all."""
    everything = Wanted(**{**vars(wanted), "state": EVERY_STATE})
    found = selected(everything, user_id=user_id).order_by()
    counts = found.aggregate(**{state: Count("pk", filter=Q(state=state)) for state in State.values})
    newest = Comment.objects.order_by("-pk").values_list("pk", flat=True).first()
    return {**counts, EVERY_STATE: sum(counts.values())}, newest or 0


def _with_company(found: QuerySet[Comment]) -> QuerySet[Comment]:
    duplicates = Comment.objects.filter(merged_into=OuterRef("pk")).order_by().values("merged_into")
    return found.select_related("section", "assigned_to").annotate(
        company=Coalesce(
            Subquery(duplicates.annotate(many=Count("pk")).values("many"), output_field=IntegerField()), 0
        ),
        has_trouble=Exists(not_delivered().filter(answer__comment=OuterRef("pk"))),
        wishes=Exists(
            Comment.objects.filter(Q(pk=OuterRef("pk")) | Q(merged_into=OuterRef("pk")), ~Q(email=""))
        ),
    )


def _row(comment: Any) -> CommentRow:
    return CommentRow(
        id=comment.pk,
        version=comment.version,
        kind=comment.kind,
        state=comment.state,
        excerpt=comment.excerpt + ("…" if comment.signs > SHOWN_SIGNS else ""),
        page_title=comment.page_title,
        path=comment.path,
        section=comment.section.title if comment.section else "",
        assigned_to=str(comment.assigned_to) if comment.assigned_to else "",
        wants_answer=comment.wishes,
        duplicates=comment.company,
        is_failing=comment.has_trouble,
        created_at=comment.created_at,
    )


def _export_row(comment: Any) -> ExportRow:
    return ExportRow(
        id=comment.pk,
        kind=comment.get_kind_display(),
        state=comment.get_state_display(),
        text=comment.text,
        page_title=comment.page_title,
        path=comment.path,
        language=comment.language,
        section=comment.section.title if comment.section else "",
        assigned_to=str(comment.assigned_to) if comment.assigned_to else "",
        wants_answer=comment.wishes,
        duplicates=comment.company,
        created_at=comment.created_at,
        answered_at=comment.answered_at,
        closed_at=comment.closed_at,
    )
