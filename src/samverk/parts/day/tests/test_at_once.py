"""Several organisers at the same moment: the database lets one through."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from psycopg.errors import ExclusionViolation

from samverk.base.organisations.models import Organisation
from samverk.base.region.queries import current_region_id
from samverk.parts.day.models import Edition, Room, Series, Session, SessionSpeaker, Speaker
from samverk.parts.day.tests.building import THE_DAY, at

AT_ONCE = 6


@dataclass(frozen=True)
class Stage:
    """An edition that is really in the database, so that other connections see it."""

    edition: Edition
    room: Room
    speaker: Speaker

    def puts(self, number: int, **facts: Any) -> None:
        session = Session.objects.create(
            region_id=self.edition.region_id,
            edition=self.edition,
            title=f"Punkt {number}",
            starts_at=at("9.00"),
            ends_at=at("10.00"),
            room_id=facts.get("room_id"),
        )
        if facts.get("speaker_id"):
            session.refresh_from_db(fields=["occupies"])
            SessionSpeaker.objects.create(
                region_id=self.edition.region_id,
                session=session,
                speaker_id=facts["speaker_id"],
                occupies=session.occupies,
            )


@pytest.fixture
def stage(django_db_setup: None, django_db_blocker: Any) -> Iterator[Stage]:
    with django_db_blocker.unblock():
        region = {"region_id": current_region_id()}
        home = Organisation.objects.create(name="Samtidigt", kind="association", **region)
        series = Series.objects.create(name="Samtidigt", slug="samtidigt", organiser=home, **region)
        edition = Edition.objects.create(
            series=series, title="x", slug="x", starts_on=THE_DAY, ends_on=THE_DAY, **region
        )
        room = Room.objects.create(edition=edition, name="Salen", **region)
        speaker = Speaker.objects.create(edition=edition, name="Vera", **region)
        yield Stage(edition, room, speaker)
        for row in (edition, series, home):
            row.delete()
        connection.close()


def outcomes(put: Callable[[int], None]) -> list[str]:
    """What becomes of several who all put something at the same moment."""
    start, said = threading.Barrier(AT_ONCE), []

    def try_it(number: int) -> None:
        start.wait()
        try:
            with transaction.atomic():
                put(number)
            said.append("kept")
        except IntegrityError as refused:
            said.append("refused" if isinstance(refused.__cause__, ExclusionViolation) else "broken")
        finally:
            connection.close()

    threads = [threading.Thread(target=try_it, args=(number,)) for number in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(said)


def test_one_of_many_gets_the_room(stage: Stage) -> None:
    said = outcomes(lambda number: stage.puts(number, room_id=stage.room.pk))

    assert said == ["kept"] + ["refused"] * (AT_ONCE - 1)
    assert stage.edition.sessions.count() == 1


def test_one_of_many_gets_the_speaker_and_the_others_leave_no_session_behind(stage: Stage) -> None:
    said = outcomes(lambda number: stage.puts(number, speaker_id=stage.speaker.pk))

    assert said == ["kept"] + ["refused"] * (AT_ONCE - 1)
    assert stage.edition.sessions.count() == 1
