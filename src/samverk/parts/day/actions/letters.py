"""Sending letters about registrations, and reminding those who are coming."""

from datetime import datetime, timedelta

from django.db import transaction

from samverk.parts.day.actions.waiting import write
from samverk.parts.day.models import Registration, RegistrationState, State
from samverk.parts.day.rules.letters import About

DAYS_BEFORE = 3
REMINDED_AT_ONCE = 500


@transaction.atomic
def remind(*, now: datetime) -> int:
    """Remind those who are coming within a few days, once each; return how many."""
    today = now.date()
    soon = Registration.objects.filter(
        state=RegistrationState.CONFIRMED,
        reminded_at__isnull=True,
        edition__state=State.PUBLISHED,
        edition__starts_on__gte=today,
        edition__starts_on__lte=today + timedelta(days=DAYS_BEFORE),
        created_at__lt=now - timedelta(days=1),
    ).exclude(email="")
    chosen = list(soon.select_for_update(of=("self",), skip_locked=True).order_by("pk")[:REMINDED_AT_ONCE])
    for registration in chosen:
        write(registration, About.REMINDER)
    Registration.objects.filter(pk__in=[row.pk for row in chosen]).update(reminded_at=now)
    return len(chosen)
