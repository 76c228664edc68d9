"""Judging proposals: blind until one has judged oneself, decided once, and then in the programme."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from statistics import fmean
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from samverk.base.audit import actions as audit
from samverk.base.mail.models import OutgoingMail
from samverk.base.organisations.models import Organisation, Role
from samverk.base.people.models import User
from samverk.base.people.tests.people import person, signed_in
from samverk.base.region.queries import current_region_id
from samverk.parts.day import jobs
from samverk.parts.day.actions import programme as programme_actions
from samverk.parts.day.actions import proposals, reviewing
from samverk.parts.day.actions.programme import Clashing
from samverk.parts.day.models import (
    Call,
    Decision,
    Edition,
    Proposal,
    ProposalState,
    ProposedSpeaker,
    Review,
    Series,
    Session,
    Speaker,
)
from samverk.parts.day.queries import reviews
from samverk.parts.day.queries.found import entries
from samverk.parts.day.queries.programme import programme, public_programme
from samverk.parts.day.rules.proposals import by_criterion, opinion, sees_others
from samverk.parts.day.tests.building import THE_DAY, a_draft, a_room, a_session
from samverk.parts.day.tests.proposing import (
    CRITERIA,
    NOW,
    a_call,
    a_proposal,
    a_writer,
    an_organiser,
    decides,
    judges,
)

GRADES = st.lists(st.lists(st.integers(1, 5), min_size=2, max_size=2), min_size=1, max_size=12)


def seen_by(who: User, proposal: Proposal) -> reviews.Judged:
    found = reviews.judged_one(edition_id=proposal.edition_id, proposal_id=proposal.pk, reader=who.pk)
    assert found is not None
    return found


@pytest.mark.django_db
def test_nobody_sees_what_others_think_before_judging_oneself() -> None:
    proposal = a_proposal()
    first, second = an_organiser("Asta Först"), an_organiser("Birk Sedan")
    judges(first, proposal, 5, 4, note="Strålande idé")

    before = seen_by(second, proposal)
    judges(second, proposal, 2, 1)
    after = seen_by(second, proposal)

    assert (before.others, before.opinion, before.by_criterion, before.count) == ((), None, (), 1)
    assert [one.note for one in after.others] == ["Strålande idé"]
    assert after.opinion is not None
    assert (after.opinion.mean, after.opinion.low, after.opinion.high) == (3, 1.5, 4.5)
    assert after.opinion.is_divided


@pytest.mark.django_db
def test_the_screens_are_as_blind_as_the_query() -> None:
    proposal = a_proposal()
    judges(an_organiser("Asta Först"), proposal, 5, 4, note="Strålande idé")
    browser = signed_in(an_organiser("Birk Sedan"))
    base = f"/arrangera/{proposal.edition_id}/forslag/"

    shown = browser.get(base).content.decode() + browser.get(f"{base}{proposal.pk}/").content.decode()

    assert "efter din bedömning" in shown
    assert "Strålande idé" not in shown
    assert "Asta" not in shown
    assert "4,5" not in shown


@pytest.mark.django_db
def test_whoever_has_a_conflict_neither_judges_sees_nor_decides() -> None:
    proposal = a_proposal()
    friend = an_organiser("Asta Jäv")
    judges(an_organiser("Birk Sedan"), proposal, 5, 4)
    judges(friend, proposal, has_conflict=True)

    seen = seen_by(friend, proposal)
    assert (seen.others, seen.opinion) == ((), None)
    with pytest.raises(reviewing.Conflicted):
        decides(friend, proposal, "accepted")
    assert (seen.count, seen.conflicts) == (1, 1)


@pytest.mark.django_db
def test_a_conflict_is_not_a_grade_even_in_the_database() -> None:
    proposal = a_proposal()
    told: dict[str, Any] = {"proposal": proposal, "region_id": proposal.region_id}
    told |= {"created_at": NOW, "changed_at": NOW}

    for wrong in ({"has_conflict": True, "grades": [3, 3]}, {"grades": []}, {"grades": [6]}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Review.objects.create(**told, **wrong)


@pytest.mark.django_db
def test_one_grade_is_wanted_for_each_criterion() -> None:
    proposal = a_proposal()
    who = an_organiser("Nils Fel")
    for grades in ((), (1,), (1, 2, 3), (0, 1), (5, 6)):
        with pytest.raises(ValueError, match="criterion"):
            judges(who, proposal, *grades)


@pytest.mark.django_db
def test_criteria_that_somebody_has_graded_by_stay() -> None:
    edition = a_call()
    judges(an_organiser("Asta Först"), a_proposal(edition), 3, 3)

    a_call(edition, text="En ny inbjudan")
    with pytest.raises(reviewing.CriteriaInUse):
        a_call(edition, criteria=("Något annat",))


@pytest.mark.django_db
def test_the_list_says_how_far_each_has_come_and_leaves_out_what_one_has_judged() -> None:
    edition, who = a_call(), an_organiser("Asta Först")
    judged, declined = a_proposal(edition, title="Bedömd"), a_proposal(edition, title="Nekad")
    a_proposal(edition, title="Orörd")
    judges(who, judged, 3, 4)
    decides(who, declined, "rejected")
    browser = signed_in(who)

    def titles(query: str) -> set[str]:
        page = browser.get(f"/arrangera/{edition}/forslag/{query}").content.decode()
        return {title for title in ("Bedömd", "Nekad", "Orörd") if title in page}

    assert titles("") == {"Bedömd", "Nekad", "Orörd"}
    assert titles("?lage=review") == {"Bedömd"}
    assert titles("?lage=rejected") == {"Nekad"}
    assert titles("?lage=new") == {"Orörd"}
    assert titles("?egna=on") == {"Nekad", "Orörd"}
    assert titles("?lage=dumheter") == {"Bedömd", "Nekad", "Orörd"}


@pytest.mark.django_db
def test_what_is_accepted_becomes_a_draft_in_the_programme_with_those_who_take_part() -> None:
    proposal = a_proposal(
        people=(a_writer(), a_writer(name="Bo Med", email="bo@example.org", says_yes=False))
    )
    decides(an_organiser("Asta Först"), proposal, "accepted")

    (session,) = programme(proposal.edition_id).sessions
    proposal.refresh_from_db()
    assert (session.title, session.is_draft, session.id) == (proposal.title, True, proposal.session_id)
    assert [(one.name, bool(one.consented_on)) for one in session.speakers] == [
        ("Frida Förslag", True),
        ("Bo Med", False),
    ]
    assert public_programme(proposal.edition_id).sessions == ()
    assert "Att börja i liten skala" not in str(list(entries(None)))


@pytest.mark.django_db
def test_when_the_room_is_taken_nothing_is_decided() -> None:
    edition = a_call()
    room = a_room(edition)
    a_session(edition, "Redan där", "9.00", "10.00", room_id=room)
    proposal = a_proposal(edition)

    with pytest.raises(Clashing):
        decides(an_organiser("Asta Först"), proposal, "accepted", place=a_draft("x", room_id=room))

    proposal.refresh_from_db()
    assert (proposal.state, proposal.decisions) == (ProposalState.NEW, 0)
    assert not Speaker.objects.exists()
    assert not Decision.objects.exists()


@pytest.mark.django_db
def test_the_second_of_two_who_decide_is_told_who_was_first() -> None:
    proposal = a_proposal()
    decides(an_organiser("Asta Först"), proposal, "rejected")

    with pytest.raises(reviewing.Overtaken) as told:
        decides(an_organiser("Birk Sedan"), proposal, "accepted")

    assert (told.value.verdict, told.value.by) == ("rejected", "Asta Först")
    assert Decision.objects.count() == 1


@pytest.mark.django_db
def test_the_same_decision_sent_again_by_the_back_button_is_made_once() -> None:
    proposal, who = a_proposal(), an_organiser("Asta Först")

    decides(who, proposal, "accepted")
    decides(who, proposal, "accepted")

    assert Decision.objects.count() == Session.objects.count() == Speaker.objects.count() == 1


@pytest.mark.django_db
def test_a_decision_that_is_changed_takes_the_draft_away_and_puts_it_back_once() -> None:
    proposal, who = a_proposal(), an_organiser("Asta Först")

    decides(who, proposal, "accepted", seen=0)
    decides(who, proposal, "rejected", seen=1)
    assert (Session.objects.count(), Speaker.objects.count()) == (0, 0)
    decides(who, proposal, "accepted", seen=2)

    assert (Session.objects.count(), Speaker.objects.count()) == (1, 1)
    assert list(Decision.objects.values_list("number", "verdict")) == [
        (1, "accepted"),
        (2, "rejected"),
        (3, "accepted"),
    ]


@pytest.mark.django_db
def test_what_visitors_see_is_not_taken_away_by_a_later_no() -> None:
    proposal, who = a_proposal(), an_organiser("Asta Först")
    decides(who, proposal, "accepted")
    Session.objects.update(is_draft=False)

    with pytest.raises(reviewing.InProgramme):
        decides(who, proposal, "rejected", seen=1)

    assert Session.objects.count() == 1


@pytest.mark.django_db
def test_the_letter_of_a_decision_is_sent_once_as_it_was_written() -> None:
    proposal = a_proposal()
    decides(an_organiser("Asta Först"), proposal, "waiting", subject="Vänta lite", text="Hej!\n\nSnart.")
    decision = Decision.objects.get()

    jobs.tell_decision(decision_id=decision.pk)
    jobs.tell_decision(decision_id=decision.pk)

    letter = OutgoingMail.objects.get()
    assert (letter.to, letter.subject) == ("frida@example.org", "Vänta lite")
    assert "Snart." in letter.text


@pytest.mark.django_db
def test_a_decision_by_the_form_shows_the_letter_first_and_sends_what_is_left_of_it() -> None:
    proposal = a_proposal()
    browser = signed_in(an_organiser("Asta Först"))
    address = f"/arrangera/{proposal.edition_id}/forslag/{proposal.pk}/beslut/accepted/"
    assert "Vi vill gärna ha med det i programmet" in browser.get(address).content.decode()
    sent = {"subject": "Välkommen", "text": "Ja!", "seen": 0}
    sent |= {"day": THE_DAY.isoformat(), "starts": "13:00", "minutes": 30, "room": ""}

    first, again = browser.post(address, sent), browser.post(address, sent)

    assert (first.status_code, again.status_code) == (302, 302)
    assert Decision.objects.get().text == "Ja!"
    (session,) = programme(proposal.edition_id).sessions
    assert session.ends_at - session.starts_at == timedelta(minutes=30)


@pytest.mark.django_db
def test_a_clash_is_said_on_its_field_and_the_letter_stays() -> None:
    edition = a_call()
    room = a_room(edition)
    a_session(edition, "Redan där", "9.00", "10.00", room_id=room)
    proposal = a_proposal(edition)
    browser = signed_in(an_organiser("Asta Först"))
    sent = {"subject": "Välkommen", "text": "Mina egna ord", "seen": 0}
    sent |= {"day": THE_DAY.isoformat(), "starts": "09:30", "minutes": 30, "room": room}

    answer = browser.post(f"/arrangera/{edition}/forslag/{proposal.pk}/beslut/accepted/", sent)

    assert answer.status_code == 422
    assert "Redan där" in answer.content.decode()
    assert "Mina egna ord" in answer.content.decode()


@pytest.mark.django_db
def test_only_organisers_judge_and_decide(client: Client) -> None:
    proposal = a_proposal()
    editor = person("Eva Redaktör", Role.EDITOR)

    with pytest.raises(PermissionDenied):
        judges(editor, proposal, 3, 3)
    with pytest.raises(PermissionDenied):
        decides(editor, proposal, "accepted")
    with pytest.raises(PermissionDenied):
        reviewing.keep_call(edition_id=proposal.edition_id, facts=None, by=editor)  # type: ignore[arg-type]


@pytest.mark.django_db
def test_what_is_decided_or_withdrawn_is_not_judged_any_more() -> None:
    edition, who = a_call(), an_organiser("Asta Först")
    decided, withdrawn = a_proposal(edition), a_proposal(edition)
    decides(who, decided, "rejected")
    proposals.withdraw(proposal_id=withdrawn.pk, now=NOW)

    for proposal in (decided, withdrawn):
        with pytest.raises(proposals.NotPossible):
            judges(who, proposal, 3, 3)
    with pytest.raises(proposals.NotPossible):
        decides(who, withdrawn, "accepted")


@pytest.mark.django_db
def test_the_list_takes_as_many_queries_for_many_as_for_one(django_assert_num_queries: Any) -> None:
    edition = a_call()
    for number in range(5):
        judges(an_organiser(f"Person{number} Prov"), a_proposal(edition, title=f"T{number}"), 3, 3)

    with django_assert_num_queries(4):
        reviews.judged(edition, reader=0)


@pytest.mark.django_db
def test_a_portrait_is_for_organisers_only(client: Client) -> None:
    proposal = a_proposal()
    speaker = ProposedSpeaker.objects.get()
    ProposedSpeaker.objects.update(portrait=b"\x89PNG", portrait_type="png")
    address = f"/arrangera/{proposal.edition_id}/forslag/bild/{speaker.pk}/"

    assert client.get(address).status_code == 302
    answer = signed_in(an_organiser("Asta Först")).get(address)
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/png", "no-store")


@given(GRADES)
def test_each_reviewer_counts_as_much_and_the_mean_lies_between_the_furthest(grades: list[list[int]]) -> None:
    told = opinion(grades)

    assert told is not None
    assert told.mean == pytest.approx(fmean(fmean(one) for one in grades))
    assert 1 <= told.low <= told.mean + 1e-9
    assert told.mean - 1e-9 <= told.high <= 5
    assert told.count == len(grades)
    parts = by_criterion(grades, 2)
    assert told.mean == pytest.approx(fmean(part.mean for part in parts if part))


@given(st.booleans(), st.booleans())
def test_others_are_seen_only_with_own_grades_and_never_with_a_conflict(graded: bool, conflict: bool) -> None:
    assert sees_others(has_graded=graded, has_conflict=conflict) == (graded and not conflict)


@pytest.fixture
def stage(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[Proposal, list[User]]]:
    """A proposal that is really in the database, so that other connections see it."""
    with django_db_blocker.unblock():
        region = {"region_id": current_region_id()}
        home = Organisation.objects.create(name="Förslagens", kind="association", **region)
        series = Series.objects.create(name="F", slug="forslagens", organiser=home, **region)
        edition = Edition.objects.create(
            series=series,
            title="x",
            slug="x",
            state="published",
            starts_on=THE_DAY,
            ends_on=THE_DAY,
            **region,
        )
        Call.objects.create(edition=edition, is_on=True, criteria=list(CRITERIA), **region)
        proposal = a_proposal(edition.pk)
        judges_ = [User.objects.create_user(f"d{n}@example.org", "x", name=f"D{n}") for n in range(2)]
        yield proposal, judges_
        edition.delete()
        for row in (series, home, *judges_):
            row.delete()
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_jobs")
        connection.close()


def test_of_many_who_decide_at_the_same_moment_one_does(
    stage: tuple[Proposal, list[User]], monkeypatch: pytest.MonkeyPatch
) -> None:
    proposal, people = stage
    for module in (reviewing, programme_actions, reviewing.speakers):
        monkeypatch.setattr(module, "demand", lambda allowed, by: None)
    monkeypatch.setattr(audit, "record", lambda **_: None)  # the log keeps whom it names
    start, said = threading.Barrier(6), []

    def try_it(number: int) -> None:
        start.wait()
        try:
            decides(people[number % 2], proposal, "accepted", text=f"Brev {number}")
            said.append("decided")
        except reviewing.Overtaken:
            said.append("overtaken")
        finally:
            connection.close()

    threads = [threading.Thread(target=try_it, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(said) == ["decided"] + ["overtaken"] * 5
    assert Session.objects.filter(edition=proposal.edition_id).count() == 1
    assert Speaker.objects.filter(edition=proposal.edition_id).count() == 1
    assert Decision.objects.filter(proposal=proposal).count() == 1
