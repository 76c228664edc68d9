"""Forgetting: sensitive answers soon after the day, who came some time after it. The numbers stay."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from samverk.base.audit import actions as audit
from samverk.parts.day.models import Registration, SensitiveAnswers


@dataclass(frozen=True)
class Forgotten:
    """How much was deleted."""

    sensitive: int
    registrations: int


@transaction.atomic
def forget(*, today: date, sensitive_days: int, registration_days: int) -> Forgotten:
    """Delete the sensitive answers of days that are over, and later also who was registered for them."""
    old = SensitiveAnswers.objects.filter(
        registration__edition__ends_on__lt=today - timedelta(days=sensitive_days)
    )
    sensitive, _ = old.delete()
    nameless = Registration.objects.filter(edition__ends_on__lt=today - timedelta(days=registration_days))
    known = nameless.exclude(Q(name="") & Q(email="") & Q(organisation="") & Q(answers={}))
    registrations = known.update(name="", email="", organisation="", answers={})
    if sensitive or registrations:
        audit.record(
            actor=None, action="day.forget", sensitive_answers=sensitive, registrations=registrations
        )
    return Forgotten(sensitive, registrations)
