"""Forgetting: addresses soon after the answer has left, comments when they have been done with for long."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Greatest

from samverk.base.audit import actions as audit
from samverk.parts.feedback.models import Comment, Delivery, DigestChoice, Responsibility, State


@transaction.atomic
def forget(*, now: datetime, days: int, most_days: int, email_days: int) -> int:
    """Do all of it; return how many comments were deleted. Safe to run again."""
    remember_deliveries()
    _forget_those_who_left()
    addresses = _forget_addresses(now - timedelta(days=email_days))
    comments = _forget_comments(now - timedelta(days=days), now - timedelta(days=most_days))
    if addresses or comments:
        audit.record(actor=None, action="feedback.forget", addresses=addresses, comments=comments)
    return comments


def remember_deliveries() -> int:
    """Note which letters have left, before the mail room forgets them; return how many."""
    left = Delivery.objects.filter(pk=OuterRef("pk")).values("mail__sent_at")
    return Delivery.objects.filter(delivered_at__isnull=True, mail__state="sent").update(
        delivered_at=Subquery(left[:1])
    )


def _forget_those_who_left() -> None:
    """What people chose goes when they do. A part of the site stays named, so one sees it deserted."""
    DigestChoice.objects.filter(user__is_active=False).delete()
    Responsibility.editors.through.objects.filter(user__is_active=False).delete()


def _forget_addresses(limit: datetime) -> int:
    """Remove addresses once the answer has left and the matter rests; a letter on its way needs its own."""
    answered = Delivery.objects.filter(answer__comment=Coalesce(OuterRef("merged_into"), OuterRef("pk")))
    under_way = answered.filter(Q(delivered_at__isnull=True) | Q(delivered_at__gte=limit))
    done = Comment.objects.filter(
        pk=Coalesce(OuterRef("merged_into"), OuterRef("pk")), state__in=[State.ANSWERED, State.CLOSED]
    ).filter(
        Q(answered_at__isnull=True) | Q(answered_at__lt=limit),
        Q(closed_at__isnull=True) | Q(closed_at__lt=limit),
    )
    rests = Comment.objects.exclude(email="").filter(Exists(done), ~Exists(under_way))
    return rests.update(email="")


def _forget_comments(done_before: datetime, came_before: datetime) -> int:
    """Duplicates go with the comment that they point at."""
    done = Q(state__in=[State.ANSWERED, State.CLOSED], merged_into__isnull=True)
    rested = Comment.objects.alias(rested_at=Greatest("answered_at", "closed_at"))
    old = rested.filter(Q(created_at__lt=came_before) | (done & Q(rested_at__lt=done_before)))
    return old.delete()[1].get("feedback.Comment", 0)
