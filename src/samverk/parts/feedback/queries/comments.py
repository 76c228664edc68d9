"""One comment, with all that belongs to it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import QuerySet
from django.db.models.functions import Left

from samverk.base.audit import queries as log
from samverk.base.audit.queries import Line
from samverk.parts.feedback.models import Answer, Comment, Delivery, State
from samverk.parts.feedback.rules.handling import Deed, possible

ALIKE = 0.3
COMPARED = 500
COMPARED_SIGNS = 2_000
SHOWN_ALIKE = 5
SHOWN_SIGNS = 200


@dataclass(frozen=True)
class Letter:
    """A letter with an answer to one sender."""

    id: int
    comment_id: int
    state: str
    attempts: int
    sent_at: datetime | None

    @property
    def is_given_up(self) -> bool:
        return self.state == "failed"


@dataclass(frozen=True)
class Given:
    """An answer, and the letters that carry it."""

    text: str
    answered_by: str
    answered_at: datetime
    letters: tuple[Letter, ...]


@dataclass(frozen=True)
class Other:
    """Another comment: a duplicate, or one that may be."""

    id: int
    version: int
    state: str
    excerpt: str
    created_at: datetime
    wants_answer: bool
    was_answered: bool


@dataclass(frozen=True)
class CommentInFull:
    """A comment as its page shows it."""

    id: int
    version: int
    kind: str
    state: str
    text: str
    language: str
    page_id: int | None
    page_title: str
    path: str
    section: str
    assigned_to_id: int | None
    assigned_to: str
    has_address: bool
    masked: int
    merged_into: int | None
    created_at: datetime
    answered_at: datetime | None
    closed_at: datetime | None
    possible: frozenset[Deed]
    answers: tuple[Given, ...]
    duplicates: tuple[Other, ...]
    alike: tuple[Other, ...]
    history: tuple[Line, ...]

    @property
    def senders(self) -> int:
        """How many would get an answer."""
        return self.has_address + sum(other.wants_answer for other in self.duplicates)

    @property
    def left_out(self) -> int:
        """How many were merged after the answer, and have got none."""
        return (
            sum(other.wants_answer and not other.was_answered for other in self.duplicates)
            if self.answers
            else 0
        )


def comment(comment_id: int) -> CommentInFull | None:
    """One comment; nothing when it is gone. Eight queries."""
    found = Comment.objects.select_related("section", "assigned_to").filter(pk=comment_id).first()
    if found is None:
        return None
    history = log.lines(target=f"feedback.comment:{found.pk}")
    return CommentInFull(
        id=found.pk,
        version=found.version,
        kind=found.kind,
        state=found.state,
        text=found.text,
        language=found.language,
        page_id=found.page_id,
        page_title=found.page_title,
        path=found.path,
        section=found.section.title if found.section else "",
        assigned_to_id=found.assigned_to_id,
        assigned_to=str(found.assigned_to) if found.assigned_to else "",
        has_address=bool(found.email),
        masked=found.masked,
        merged_into=found.merged_into_id,
        created_at=found.created_at,
        answered_at=found.answered_at,
        closed_at=found.closed_at,
        possible=possible(state=found.state, is_merged=found.merged_into_id is not None),
        answers=_answers(found),
        duplicates=_others(Comment.objects.filter(merged_into=found).order_by("created_at")),
        alike=_alike(found),
        history=tuple(history),
    )


def _answers(comment: Comment) -> tuple[Given, ...]:
    answers = Answer.objects.filter(comment=comment).select_related("answered_by")
    with_letters = answers.prefetch_related("deliveries__mail").order_by("answered_at", "pk")
    return tuple(
        Given(
            text=answer.text,
            answered_by=str(answer.answered_by) if answer.answered_by else "",
            answered_at=answer.answered_at,
            letters=tuple(_letter(row) for row in answer.deliveries.all()),
        )
        for answer in with_letters
    )


def _letter(row: Delivery) -> Letter:
    mail: Any = row.mail
    if row.delivered_at:
        return Letter(row.pk, row.comment_id, "sent", 0, row.delivered_at)
    if mail is None:
        return Letter(row.pk, row.comment_id, "failed", 0, None)
    return Letter(row.pk, row.comment_id, mail.state, mail.attempts, mail.sent_at)


def _alike(comment: Comment) -> tuple[Other, ...]:
    """The latest comments on the same page that read much like this one (trigrams, pg_trgm)."""
    if comment.merged_into_id or comment.state == State.HELD:
        return ()
    same_page = Comment.objects.filter(path=comment.path, merged_into__isnull=True).exclude(state=State.HELD)
    latest = same_page.exclude(pk=comment.pk).order_by("-created_at").values("pk")[:COMPARED]
    likeness = TrigramSimilarity(Left("text", COMPARED_SIGNS), comment.text[:COMPARED_SIGNS])
    alike = Comment.objects.filter(pk__in=latest).annotate(likeness=likeness).filter(likeness__gte=ALIKE)
    return _others(alike.order_by("-likeness", "-created_at")[:SHOWN_ALIKE])


def _others(found: QuerySet[Comment]) -> tuple[Other, ...]:
    rows: Any = found.annotate(excerpt=Left("text", SHOWN_SIGNS)).defer("text").prefetch_related("deliveries")
    return tuple(
        Other(
            id=row.pk,
            version=row.version,
            state=row.state,
            excerpt=row.excerpt,
            created_at=row.created_at,
            wants_answer=bool(row.email),
            was_answered=bool(row.deliveries.all()),
        )
        for row in rows
    )
