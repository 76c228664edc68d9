"""Sending letters about registrations, and reminding those who are coming."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction

from samverk.base.mail import actions as mail
from samverk.parts.day.actions.waiting import write
from samverk.parts.day.models import Registration, RegistrationState, State
from samverk.parts.day.rules.letters import About

DAYS_BEFORE = 3
REMINDED_AT_ONCE = 500


@dataclass(frozen=True)
class Letter:
    """A letter, ready to be sent."""

    to: str
    subject: str
    text: str
    html: str
    reply_to: str = ""
    files: tuple[mail.File, ...] = field(default=())


def post(letter: Letter, *, now: datetime) -> None:
    """Hand a letter over to the mail room, as a part of the caller's transaction."""
    mail.send(
        to=letter.to,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        reply_to=letter.reply_to,
        attachments=letter.files,
        now=now,
    )


@transaction.atomic
def post_all(letters: Iterable[Letter], *, now: datetime) -> None:
    """Hand several letters over, all of them or none."""
    for letter in letters:
        post(letter, now=now)


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
