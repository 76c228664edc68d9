"""Forgetting who came, when it has been counted how many they were."""

from datetime import date, datetime

import pgtrigger

from samverk.parts.day.models import Edition, Passage, Settlement, Turnout
from samverk.parts.day.queries import checkin
from samverk.parts.day.rules.shifting import midnight


def forget(*, ended_before: date, today: date) -> int:
    """Keep how many came to editions that are old enough, and forget who, and who let them in.

    It is done before the registrations are forgotten, while it can still be told which organisations they
    came from. The passages stay, with their time, door and session, and nobody's name. Returns how many.
    """
    known = Passage.objects.filter(edition__ends_on__lt=ended_before, registration__isnull=False)
    for edition in Edition.objects.filter(pk__in=known.values("edition")).order_by("pk"):
        _keep_turnout(edition, at=midnight(today))
    named = Passage.objects.filter(edition__ends_on__lt=ended_before).exclude(
        registration__isnull=True, by__isnull=True, device__isnull=True
    )
    Settlement.objects.filter(passage__edition__ends_on__lt=ended_before).exclude(note="").update(
        note="", by=None
    )
    with pgtrigger.ignore("day.Passage:changed_by_age_only"):
        return named.update(registration=None, by=None, device=None)


def _keep_turnout(edition: Edition, *, at: datetime) -> None:
    """How many came to an edition, kept for good: editions are compared by it years later."""
    Turnout.objects.get_or_create(
        edition=edition,
        defaults={
            "region_id": edition.region_id,
            "came": checkin.came([edition.pk]).get(edition.pk, 0),
            "organisations": checkin.organisations_that_came([edition.pk]).get(edition.pk, 0),
            "at": at,
        },
    )
