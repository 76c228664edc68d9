"""Reading the audit log."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from django.contrib.auth import get_user_model
from django.core.paginator import Page, Paginator
from django.db.models import Q

from samverk.base.audit.models import Entry

ON_A_PAGE = 50


@dataclass(frozen=True)
class Line:
    """One line of the log."""

    at: datetime
    actor: str
    action: str
    target: str
    facts: dict[str, Any]
    request_id: str


def lines(
    *,
    page: int | str = 1,
    who: str = "",
    action: str = "",
    target: str = "",
    since: date | None = None,
    until: date | None = None,
) -> Page:
    """A page of the log, the latest first; `who` is part of a name or an address. Three queries."""
    entries = Entry.objects.select_related("actor").order_by("-id")
    if who:
        entries = entries.filter(Q(actor__name__icontains=who) | Q(actor__email__icontains=who))
    wanted = {"action": action, "target": target, "at__date__gte": since, "at__date__lte": until}
    entries = entries.filter(**{column: value for column, value in wanted.items() if value})
    found: Any = Paginator(entries, ON_A_PAGE).get_page(page)
    names = _names_of_people(found.object_list)
    found.object_list = [_line(entry, names) for entry in found.object_list]
    return cast(Page, found)


def actions_in_use() -> tuple[str, ...]:
    """Every kind of thing that the log tells of."""
    return tuple(Entry.objects.order_by("action").values_list("action", flat=True).distinct())


def lines_about(*, target: str, actor_id: int) -> tuple[Line, ...]:
    """All that the log tells of one thing or person, and of what the person has done."""
    entries = Entry.objects.select_related("actor").filter(Q(target=target) | Q(actor_id=actor_id))
    return tuple(_line(entry, {}) for entry in entries.order_by("id"))


def _names_of_people(entries: Iterable[Entry]) -> dict[str, str]:
    """The names of those whom the entries are about, by how the log names them."""
    person = get_user_model()._meta.label_lower + ":"
    keys = {entry.target.removeprefix(person) for entry in entries if entry.target.startswith(person)}
    people = get_user_model().objects.filter(pk__in=keys)
    return {f"{person}{user.pk}": str(user) for user in people}


def _line(entry: Entry, names: dict[str, str]) -> Line:
    return Line(
        at=entry.at,
        actor=str(entry.actor) if entry.actor else "",
        action=entry.action,
        target=names.get(entry.target, entry.target),
        facts=entry.facts,
        request_id=entry.request_id,
    )
