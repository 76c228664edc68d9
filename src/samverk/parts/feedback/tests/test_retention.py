from datetime import timedelta

import pytest
from wagtail.models import Page

from samverk.base.audit.models import Entry
from samverk.base.mail.models import OutgoingMail
from samverk.parts.feedback.actions import answers, digest, duplicates, inbox, retention
from samverk.parts.feedback.actions.responsibility import share_out
from samverk.parts.feedback.models import Answer, Comment, DigestChoice, Responsibility, State
from samverk.parts.feedback.tests import said

pytestmark = pytest.mark.django_db


def forget(days_later=0):
    now = said.NOW + timedelta(days=days_later)
    return retention.forget(now=now, days=365, most_days=730, email_days=14)


@pytest.fixture
def elsa():
    return said.editor()


@pytest.fixture
def answered(elsa):
    """An answered comment whose letter has left."""
    comment = said.comment(email="anna@example.org")
    answers.answer(comment_id=comment.pk, version=1, text="Tack!", by=elsa, now=said.NOW)
    OutgoingMail.objects.update(state="sent", sent_at=said.NOW)
    return comment


def address_of(comment):
    comment.refresh_from_db()
    return comment.email


@pytest.mark.parametrize(("days", "kept"), [(13, True), (15, False)])
def test_the_address_is_deleted_some_time_after_the_answer_has_left(answered, days, kept):
    forget(days)

    assert bool(address_of(answered)) is kept


def test_the_mail_room_may_forget_the_letter_and_still_it_is_known_to_have_left(answered):
    forget(1)
    OutgoingMail.objects.all().delete()

    forget(30)

    assert address_of(answered) == ""


@pytest.mark.parametrize("state", ["failing", "failed", "waiting"])
def test_a_letter_that_has_not_left_keeps_its_address(answered, state):
    OutgoingMail.objects.update(state=state, sent_at=None)

    forget(60)

    assert address_of(answered)


def test_whoever_waits_for_an_answer_keeps_the_address(elsa):
    comment = said.comment(email="anna@example.org")

    forget(300)

    assert address_of(comment)


def test_what_is_closed_without_an_answer_loses_its_address_too(elsa):
    comment = said.comment(email="anna@example.org")
    inbox.close(comment_id=comment.pk, version=1, by=elsa, now=said.NOW)

    forget(15)

    assert address_of(comment) == ""


def test_a_duplicates_address_goes_with_the_answer_to_the_comment_it_points_at(elsa):
    head, other = said.comment(email="a@example.org"), said.comment(email="b@example.org")
    duplicates.merge(comment_id=other.pk, version=1, into=head.pk, by=elsa)
    head.refresh_from_db()
    answers.answer(comment_id=head.pk, version=head.version, text="Tack!", by=elsa, now=said.NOW)
    OutgoingMail.objects.update(state="sent", sent_at=said.NOW)

    forget(13)
    assert address_of(other)
    forget(15)
    assert address_of(other) == ""


@pytest.mark.parametrize(("days", "left"), [(364, 1), (366, 0)])
def test_comments_are_deleted_a_year_after_they_were_done(answered, days, left):
    assert forget(days) == 1 - left
    assert Comment.objects.count() == Answer.objects.count() == left


@pytest.mark.parametrize(
    ("state", "days", "left"), [(State.NEW, 729, 1), (State.NEW, 731, 0), (State.HELD, 731, 0)]
)
def test_nothing_is_kept_longer_than_two_years(state, days, left):
    said.comment(state=state)

    forget(days)

    assert Comment.objects.count() == left


def test_how_many_were_deleted_stands_in_the_log_and_a_run_with_nothing_to_do_leaves_no_trace(answered):
    forget()
    assert not Entry.objects.filter(action="feedback.forget").exists()

    forget(400)

    assert Entry.objects.get(action="feedback.forget").facts == {"addresses": 1, "comments": 1}


def test_what_people_chose_goes_when_they_leave(elsa):
    digest.choose(frequency="weekly", by=elsa)
    section = Page.objects.filter(depth=2).first()
    share_out(section_id=section.pk, editors=[elsa.pk], by=said.lead_editor())
    elsa.is_active = False
    elsa.save()

    forget()

    assert not DigestChoice.objects.exists()
    assert not Responsibility.objects.get().editors.exists()
