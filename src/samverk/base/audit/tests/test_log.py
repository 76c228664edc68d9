from datetime import timedelta

import pytest
import structlog
from django.contrib.auth.models import AnonymousUser
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

from samverk.base.audit import actions, queries
from samverk.base.audit.models import Entry

pytestmark = pytest.mark.django_db


def entry() -> Entry:
    actions.record(actor=AnonymousUser(), action="site.read", target="page:1", size=3)
    return Entry.objects.get()


def test_an_entry_tells_who_what_on_what_and_in_which_request() -> None:
    with structlog.contextvars.bound_contextvars(request_id="abc-123"):
        written = entry()

    assert (written.actor, written.action, written.target) == (None, "site.read", "page:1")
    assert written.facts == {"size": 3}
    assert written.request_id == "abc-123"


@pytest.mark.parametrize("change", ["UPDATE audit_entry SET action = 'x'", "DELETE FROM audit_entry"])
def test_the_database_itself_refuses_to_change_the_past(change: str) -> None:
    entry()

    with pytest.raises(ProgrammingError, match="Cannot"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)

    assert Entry.objects.get().action == "site.read"


def test_neither_does_code_of_ours_change_it() -> None:
    written = entry()

    with pytest.raises(ProgrammingError, match="Cannot"), transaction.atomic():
        Entry.objects.update(action="x")
    with pytest.raises(ProgrammingError, match="Cannot"), transaction.atomic():
        written.delete()


def test_only_old_age_ends_an_entry() -> None:
    entry()

    assert actions.forget(now=timezone.now() + timedelta(days=729), days=730) == 0
    assert actions.forget(now=timezone.now() + timedelta(days=731), days=730) == 1


def test_what_may_be_forgotten_is_protected_again_afterwards() -> None:
    actions.forget(now=timezone.now(), days=730)
    entry()

    with pytest.raises(ProgrammingError, match="Cannot"), transaction.atomic():
        Entry.objects.all().delete()


def test_the_log_is_read_by_what_and_when() -> None:
    entry()
    today = timezone.localdate()

    assert [line.action for line in queries.lines(action="site.read", since=today, until=today)] == [
        "site.read"
    ]
    assert list(queries.lines(action="site.write")) == []
    assert list(queries.lines(until=today - timedelta(days=1))) == []
    assert queries.actions_in_use() == ("site.read",)
