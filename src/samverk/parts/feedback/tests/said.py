"""Comments for tests, and editors who take care of them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from samverk.base.organisations.models import Role
from samverk.base.people.models import User
from samverk.base.people.tests import people
from samverk.base.region.queries import current_region_id
from samverk.parts.feedback.models import Comment, State

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def comment(
    text: str = "Länken i andra stycket leder fel.", *, hours_ago: float = 1, **facts: Any
) -> Comment:
    """A comment that somebody has sent."""
    given = {"path": "/aktuellt/", "page_title": "Aktuellt", "language": "sv", **facts}
    if given.get("state") == State.ANSWERED:
        given.setdefault("answered_at", NOW)
    if given.get("state") == State.CLOSED:
        given.setdefault("closed_at", NOW)
    return Comment.objects.create(
        region_id=current_region_id(), text=text, created_at=NOW - timedelta(hours=hours_ago), **given
    )


def editor(name: str = "Elsa Prov") -> User:
    return people.person(name, Role.EDITOR)


def lead_editor(name: str = "Henrik Prov") -> User:
    return people.person(name, Role.LEAD_EDITOR)


def stranger() -> User:
    """Somebody with an account who does not handle comments."""
    return people.person("Sami Prov", Role.PARTICIPANT)
