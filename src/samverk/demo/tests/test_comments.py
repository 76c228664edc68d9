"""The demonstration's inbox."""

import pytest
from django.utils import timezone

from samverk.base.mail.models import OutgoingMail
from samverk.demo import accounts, comments
from samverk.demo.contents.comments import SAID
from samverk.parts.feedback.models import Comment, DailySalt, Kind, SenderCount, SpentProof, State

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    return timezone.now()


def test_the_inbox_is_alive(now):
    accounts.create(now=now)

    assert comments.build(now=now)

    assert set(Comment.objects.values_list("state", flat=True)) == set(State.values)
    assert Comment.objects.filter(kind=Kind.SHORTCOMING).count() == 2
    assert Comment.objects.filter(merged_into__isnull=False).count() == 1
    assert OutgoingMail.objects.filter(state="failed").count() == 1
    assert Comment.objects.latest("created_at").created_at < now


def test_building_again_adds_nothing(now):
    accounts.create(now=now)
    comments.build(now=now)

    assert not comments.build(now=now)
    assert Comment.objects.count() == len(SAID)


def test_without_the_invented_editors_nothing_is_said(now):
    assert not comments.build(now=now)
    assert not Comment.objects.exists()


def test_no_trace_of_the_invented_senders_networks_is_left(now):
    accounts.create(now=now)
    comments.build(now=now)

    assert not SpentProof.objects.exists()
    today = timezone.localdate(now)
    assert not SenderCount.objects.filter(day__lt=today).exists()
    assert not DailySalt.objects.filter(day__lt=today).exists()


def test_every_address_is_set_aside_for_examples():
    assert all("@" not in said.mailbox for said in SAID)
