"""The programme: nothing is in two places at once, whoever writes and however many write at the same time."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction

from samverk.base.organisations.models import Role
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.people.tests.people import person
from samverk.parts.day.actions import programme as actions
from samverk.parts.day.actions.programme import Clashing
from samverk.parts.day.models import Session, SessionSpeaker
from samverk.parts.day.queries.programme import programme
from samverk.parts.day.rules.clashes import Wanted
from samverk.parts.day.tests.building import (
    a_draft,
    a_room,
    a_session,
    a_speaker,
    an_edition,
    at,
)

pytestmark = pytest.mark.django_db


def clash_of(draft: actions.SessionDraft, edition_id: int) -> Clashing:
    with pytest.raises(Clashing) as refused:
        actions.add_session(edition_id=edition_id, draft=draft, by=OPERATOR)
    return refused.value


def test_a_room_is_not_given_twice_and_both_sessions_are_named() -> None:
    edition = an_edition()
    room = a_room(edition)
    a_session(edition, "Inledning", room_id=room)

    (clash,) = clash_of(a_draft("Samtal", "9.30", "10.30", room_id=room), edition).clashes

    assert (clash.wanted, clash.name) == (Wanted.ROOM, "Stora salen")
    assert (clash.first.title, clash.second.title) == ("Samtal", "Inledning")


def test_a_speaker_is_not_in_two_places_at_once() -> None:
    edition = an_edition()
    speaker = a_speaker(edition)
    a_session(edition, "Inledning", room_id=a_room(edition), speaker_ids=(speaker,))
    draft = a_draft("Samtal", room_id=a_room(edition, "Lilla salen"), speaker_ids=(speaker,))

    (clash,) = clash_of(draft, edition).clashes

    assert (clash.wanted, clash.name) == (Wanted.SPEAKER, "Vera Provare")


def test_one_session_may_begin_when_another_ends() -> None:
    edition = an_edition()
    room, speaker = a_room(edition), a_speaker(edition)
    a_session(edition, "Inledning", "9.00", "10.00", room_id=room, speaker_ids=(speaker,))

    a_session(edition, "Samtal", "10.00", "11.00", room_id=room, speaker_ids=(speaker,))

    assert len(programme(edition).sessions) == 2


def test_a_cancelled_session_leaves_its_room_and_its_speakers_free() -> None:
    edition = an_edition()
    room, speaker = a_room(edition), a_speaker(edition)
    a_session(edition, "Inledning", room_id=room, speaker_ids=(speaker,), is_cancelled=True)

    assert a_session(edition, "Samtal", room_id=room, speaker_ids=(speaker,))


def test_a_speaker_who_moves_with_a_session_cannot_collide() -> None:
    edition = an_edition()
    speaker = a_speaker(edition)
    a_session(edition, "Inledning", "9.00", "10.00", speaker_ids=(speaker,))
    later = a_session(edition, "Samtal", "10.00", "11.00", speaker_ids=(speaker,))

    with pytest.raises(Clashing) as refused:
        actions.move_session(
            session_id=later, starts_at=at("9.30"), room_id=None, by=OPERATOR, now=at("8.00")
        )

    assert refused.value.clashes[0].second.title == "Inledning"
    assert Session.objects.get(pk=later).starts_at == at("10.00")


def test_moving_keeps_the_length_and_takes_the_speakers_along() -> None:
    edition = an_edition()
    session = a_session(edition, "Inledning", "9.00", "9.45", speaker_ids=(a_speaker(edition),))
    room = a_room(edition)

    actions.move_session(session_id=session, starts_at=at("13.00"), room_id=room, by=OPERATOR, now=at("8.00"))

    moved = Session.objects.get(pk=session)
    assert (moved.starts_at, moved.ends_at, moved.room_id) == (at("13.00"), at("13.45"), room)
    assert SessionSpeaker.objects.get(session=session).occupies.lower == at("13.00")


def test_the_database_itself_keeps_the_speakers_time_equal_to_the_sessions() -> None:
    edition = an_edition()
    session = a_session(edition, speaker_ids=(a_speaker(edition),))
    apart = "UPDATE day_sessionspeaker SET occupies = 'empty' WHERE session_id = %s"

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(apart, [session])


@pytest.mark.parametrize(("day", "clock"), [(date(2027, 4, 13), "9.00"), (date(2027, 4, 15), "9.00")])
def test_a_session_lies_within_the_days_of_its_edition(day: date, clock: str) -> None:
    edition = an_edition()
    session = a_session(edition)

    with pytest.raises(ValidationError):
        actions.move_session(
            session_id=session, starts_at=at(clock, day), room_id=None, by=OPERATOR, now=at("8.00")
        )


def test_the_room_of_another_edition_is_not_to_be_had() -> None:
    edition = an_edition()
    series = Session.objects.get(pk=a_session(edition)).edition.series_id
    elsewhere = a_room(an_edition(series))

    with pytest.raises(ValidationError):
        a_session(edition, "Samtal", room_id=elsewhere)


def test_only_organisers_and_administrators_change_the_programme() -> None:
    edition = an_edition()
    for name, role in (("Orvar Ordnare", Role.ORGANISER), ("Ada Admin", Role.ADMINISTRATOR)):
        assert actions.add_session(edition_id=edition, draft=a_draft(), by=person(name, role))

    for name, role in (("Eva Redaktör", Role.EDITOR), ("Bo Köpare", Role.BUYER)):
        with pytest.raises(PermissionDenied):
            actions.add_session(edition_id=edition, draft=a_draft(), by=person(name, role))
