"""Several workers write the same notice at the same moment: each reader gets one letter."""

import threading
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from samverk.base.mail.models import OutgoingMail
from samverk.base.organisations.permissions import OPERATOR
from samverk.parts.day import jobs
from samverk.parts.day.actions import notices
from samverk.parts.day.actions.notices import Message
from samverk.parts.day.models import Notice, Registration
from samverk.parts.day.queries.notices import unsent
from samverk.parts.day.rules.texts import Letter
from samverk.parts.day.tests import build

READERS, WORKERS = 30, 3


@pytest.fixture
def many(django_db_setup: None, django_db_blocker: Any) -> Iterator[Notice]:
    """A notice to many that is really in the database, so that other connections see it."""
    with django_db_blocker.unblock():
        kind = build.kind(quota=READERS)
        series, organiser = kind.edition.series, kind.edition.series.organiser
        for number in range(READERS):
            build.registered(kind, email=f"{number}@example.org")
        message = Message(uuid4(), Letter.DAY_CANCELLED, "Inställt", "Tyvärr.")
        notices.cancel(edition_id=kind.edition_id, message=message, by=OPERATOR, now=build.NOW)
        yield Notice.objects.get(edition=kind.edition)
        OutgoingMail.objects.filter(subject="Inställt").delete()
        Notice.objects.filter(edition=kind.edition).delete()
        Registration.objects.filter(edition=kind.edition).delete()
        for row in (kind, kind.edition, series, organiser):
            row.delete()
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_jobs")
        connection.close()


def test_several_workers_at_once_write_to_each_once(many: Notice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notices, "AT_ONCE", 3)
    start = threading.Barrier(WORKERS)

    def work() -> None:
        start.wait()
        try:
            jobs.tell(notice_id=many.pk)
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    written = OutgoingMail.objects.filter(subject="Inställt").values_list("to", flat=True)
    assert sorted(written) == sorted(f"{number}@example.org" for number in range(READERS))
    assert unsent(many.pk) == 0
