"""Counting what comes from each sender, without knowing who it is."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from django.conf import settings
from django.utils.timezone import localtime

from samverk.parts.feedback.models import DailySalt, SenderCount
from samverk.parts.feedback.rules import limits as rules


class TooMany(Exception):
    """So much has come from this sender that they must wait until `until`."""

    def __init__(self, until: datetime) -> None:
        super().__init__()
        self.until = until


@dataclass(frozen=True)
class Sender:
    """Somebody who sends something at a moment, by the salted name of their network."""

    name: str
    moment: datetime


def sender(*, address: str, now: datetime) -> Sender:
    """Who sends from an address. Asked before the caller's transaction, so that a new day's salt stays."""
    moment = localtime(now)
    return Sender(name=rules.sender(address, salt=_salt(moment.date())), moment=moment)


def count(sender: Sender) -> None:
    """Count one more from a sender, in the caller's transaction.

    :raises TooMany: when it is more than one sender may send in ten minutes, or in a day.
    """
    moment = sender.moment
    periods = (rules.WHOLE_DAY, rules.period(moment))
    counts = SenderCount.objects.add(day=moment.date(), sender=sender.name, periods=periods)
    until = rules.wait_until(counts, moment=moment, limits=_limits())
    if until:
        raise TooMany(until)


def forget(*, now: datetime) -> int:
    """Delete the counts of the days that have passed, and what they were salted with; returns how many."""
    today = localtime(now).date()
    DailySalt.objects.filter(day__lt=today).delete()
    return SenderCount.objects.filter(day__lt=today).delete()[0]


def _limits() -> rules.Limits:
    return rules.Limits(in_a_period=settings.COMMENTS_IN_TEN_MINUTES, in_a_day=settings.COMMENTS_IN_A_DAY)


@lru_cache(maxsize=1)
def _salt(day: date) -> bytes:
    """The salt of a day, made by whichever process needs it first; each process asks once a day."""
    DailySalt.objects.bulk_create([DailySalt(day=day, salt=secrets.token_bytes(32))], ignore_conflicts=True)
    return bytes(DailySalt.objects.values_list("salt", flat=True).get(day=day))
