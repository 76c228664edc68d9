"""The live page: what happens now, what is next, what has been changed, what organisers say."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from samverk.base.events.queries import version
from samverk.base.organisations.permissions import OPERATOR
from samverk.parts.day.actions import editions as edition_actions
from samverk.parts.day.actions import live, programme
from samverk.parts.day.models import AsAnnounced
from samverk.parts.day.presenters import live as presenters
from samverk.parts.day.presenters.live import LiveView
from samverk.parts.day.queries import editions
from samverk.parts.day.queries import live as queries
from samverk.parts.day.queries.programme import public_programme
from samverk.parts.day.rules import live as rules
from samverk.parts.day.rules import topics
from samverk.parts.day.rules.live import Phase, Slot
from samverk.parts.day.tests.building import THE_DAY, a_room, a_session, an_edition, at

STRANGER = None


def page_at(edition_id: int, moment: datetime, *, chosen: tuple[int, ...] = ()) -> LiveView:
    facts = editions.edition(edition_id)
    assert facts
    return presenters.page(
        facts,
        public_programme(edition_id),
        queries.live(edition_id),
        chosen=chosen,
        version=queries.version(edition_id),
        now=moment,
    )


def change(session_id: int, *, now: datetime, **facts: Any) -> None:
    draft = replace(programme.draft_of(session_id=session_id), **facts)
    programme.change_session(session_id=session_id, draft=draft, by=OPERATOR, now=now)


def titles(cards: tuple[presenters.CardView, ...]) -> list[str]:
    return [card.title for card in cards]


@pytest.fixture
def edition(db: None) -> int:
    return an_edition(published=True)


def test_what_goes_on_is_shown_with_how_much_is_left(edition: int) -> None:
    a_session(edition, "Inledning", "9.00", "10.00", room_id=a_room(edition))

    card = page_at(edition, at("9.45")).now[0]

    assert (card.title, card.room, card.left, card.share) == (
        "Inledning",
        "Stora salen",
        "15 minuter kvar",
        75,
    )


def test_what_is_next_is_shown_for_each_room(edition: int) -> None:
    great, small = a_room(edition), a_room(edition, "Lilla salen")
    a_session(edition, "Först", "9.00", "10.00", room_id=great)
    a_session(edition, "Sedan", "10.00", "11.00", room_id=great)
    a_session(edition, "Sist", "11.00", "12.00", room_id=great)
    a_session(edition, "Verkstad", "10.30", "11.00", room_id=small)

    view = page_at(edition, at("9.30"))

    assert titles(view.now) == ["Först"]
    assert titles(view.next) == ["Sedan", "Verkstad"]


def test_a_cancelled_session_does_not_hide_the_one_after_it(edition: int) -> None:
    room = a_room(edition)
    a_session(edition, "Inställt", "10.00", "11.00", room_id=room, is_cancelled=True)
    a_session(edition, "Efter", "11.00", "12.00", room_id=room)
    a_session(edition, "Nu", "9.00", "10.00", room_id=room)

    assert titles(page_at(edition, at("9.30")).next) == ["Inställt", "Efter"]


def test_before_the_day_the_page_says_when_it_begins(edition: int) -> None:
    a_session(edition)

    view = page_at(edition, at("9.00") - timedelta(days=3))

    assert view.phase == Phase.BEFORE
    assert view.begins == "Onsdag 14 april 2027, klockan 9.00"


def test_after_the_day_the_page_leads_on(edition: int) -> None:
    a_session(edition)

    view = page_at(edition, at("12.00"))

    assert view.phase == Phase.OVER
    assert (view.now, view.next) == ((), ())


def test_the_own_choice_is_marked(edition: int) -> None:
    mine, other = a_session(edition), a_session(edition, "Annat")

    cards = page_at(edition, at("9.30"), chosen=(mine,)).now

    assert {card.id: card.is_mine for card in cards} == {mine: True, other: False}


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"is_cancelled": True}, ("Inställd",)),
        ({"starts_at": at("9.20"), "ends_at": at("10.20")}, ("Framflyttad, börjar 9.20",)),
        ({"starts_at": at("8.30"), "ends_at": at("9.30")}, ("Tidigarelagd, börjar 8.30",)),
        ({"ends_at": at("10.30")}, ("Slutar 10.30",)),
        ({"title": "Ny rubrik"}, ()),
    ],
)
def test_a_change_on_the_day_is_told(edition: int, changed: dict[str, Any], told: tuple[str, ...]) -> None:
    session = a_session(edition)

    change(session, now=at("8.00"), **changed)

    assert page_at(edition, at("9.25")).now[0].changes == told


def test_another_room_is_told_by_its_name(edition: int) -> None:
    session = a_session(edition, room_id=a_room(edition, "Lilla salen"))

    programme.move_session(
        session_id=session, starts_at=at("9.00"), room_id=a_room(edition), by=OPERATOR, now=at("8.00")
    )

    card = page_at(edition, at("9.25")).now[0]
    assert card.said == "Inledning: Flyttad till Stora salen"


def test_a_change_that_is_taken_back_is_no_change(edition: int) -> None:
    session = a_session(edition)

    change(session, now=at("8.00"), is_cancelled=True)
    change(session, now=at("8.05"), is_cancelled=False)

    assert page_at(edition, at("9.25")).now[0].changes == ()


def test_several_changes_are_told_from_what_was_announced(edition: int) -> None:
    session = a_session(edition)

    change(session, now=at("8.00"), starts_at=at("9.10"), ends_at=at("10.10"))
    change(session, now=at("8.30"), starts_at=at("9.20"), ends_at=at("10.20"))

    assert AsAnnounced.objects.get().starts_at == at("9.00")
    assert page_at(edition, at("9.25")).now[0].changes == ("Framflyttad, börjar 9.20",)


def test_planning_before_the_day_is_no_change(edition: int) -> None:
    session = a_session(edition)

    change(session, now=at("8.00") - timedelta(days=1), starts_at=at("9.10"))

    assert not AsAnnounced.objects.exists()


def test_every_change_of_the_programme_is_told_to_open_pages(edition: int) -> None:
    topic = topics.live(edition)
    session = a_session(edition)
    added = version(topic)
    change(session, now=at("8.00"), title="Annat")
    changed = version(topic)
    programme.remove_session(session_id=session, by=OPERATOR)

    assert 0 < added < changed < version(topic)


def test_a_notice_stands_until_it_is_withdrawn(edition: int) -> None:
    text = "Lunchen är framflyttad 10 minuter."
    before = version(topics.live(edition))
    notice = live.post_notice(edition_id=edition, text=text, by=OPERATOR, now=at("9.00"))
    assert page_at(edition, at("9.30")).notices == (text,)

    live.withdraw_notice(edition_id=edition, notice_id=notice, by=OPERATOR, now=at("10.00"))

    assert page_at(edition, at("10.30")).notices == ()
    assert version(topics.live(edition)) == before + 2


def test_only_organisers_post_notices(edition: int) -> None:
    with pytest.raises(PermissionDenied):
        live.post_notice(edition_id=edition, text="Hej", by=STRANGER, now=at("9.00"))


def test_the_page_and_its_part_may_be_kept_and_given_to_everybody(edition: int, client: Client) -> None:
    a_session(edition)

    for path in ("", "del/", "del/?v=4"):
        answer = client.get(f"/dagar/provdagen/2027/nu/{path}")

        assert answer.status_code == 200
        assert "Set-Cookie" not in answer
        assert "csrf" not in answer.content.decode()


def test_a_draft_has_no_live_page(db: None, client: Client) -> None:
    an_edition()

    assert client.get("/dagar/provdagen/2027/nu/").status_code == 404
    assert client.get("/dagar/provdagen/2027/nu/handelser/").status_code == 404


def test_the_page_takes_few_queries_however_long_the_programme(
    edition: int, client: Client, django_assert_max_num_queries: Any
) -> None:
    for hour in range(8, 17):
        a_session(edition, f"Punkt {hour}", f"{hour}.00", f"{hour}.30")

    with django_assert_max_num_queries(14):
        client.get("/dagar/provdagen/2027/nu/")


def test_a_cancelled_day_says_so(edition: int, client: Client) -> None:
    before = version(topics.live(edition))

    edition_actions.cancel(edition_id=edition, by=OPERATOR)

    assert version(topics.live(edition)) == before + 1
    assert "Dagen är inställd" in client.get("/dagar/provdagen/2027/nu/").content.decode()


MINUTES = st.integers(0, 24 * 60)
SLOTS = st.lists(
    st.builds(
        lambda start, length, place, cancelled: (start, length, place, cancelled),
        MINUTES,
        st.integers(1, 120),
        st.integers(0, 3),
        st.booleans(),
    ),
    max_size=12,
)


@given(drawn=SLOTS, minute=MINUTES)
def test_nothing_is_both_now_and_next_and_it_stays_true_until_it_says(
    drawn: list[tuple[int, int, int, bool]], minute: int
) -> None:
    slots = [
        Slot(key, moment(start), moment(start + length), ("room", place), is_cancelled=cancelled)
        for key, (start, length, place, cancelled) in enumerate(drawn)
    ]
    now = moment(minute)

    found = rules.at(slots, now=now)

    assert not set(found.now) & set(found.next)
    going = {slot.key for slot in slots if slot.starts_at <= now < slot.ends_at}
    assert set(found.now) == going
    if found.changes_at:
        later = rules.at(slots, now=found.changes_at - timedelta(seconds=1))
        assert (later.now, later.next) == (found.now, found.next)
        assert found.changes_at > now


def moment(minute: int) -> datetime:
    return at("0.00", THE_DAY) + timedelta(minutes=minute)
