"""Letters to editors about what waits for them, as often as they have chosen."""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import ngettext, override

from samverk.base.audit import actions as audit
from samverk.base.mail import actions as mail
from samverk.base.organisations.permissions import demand
from samverk.base.region.queries import current_region_id
from samverk.parts.feedback.models import DigestChoice
from samverk.parts.feedback.permissions import may_answer
from samverk.parts.feedback.queries import digest as queries


@transaction.atomic
def choose(*, frequency: str, by: Any) -> None:
    """Get the letter as often as one wants.

    :raises PermissionDenied: when `by` may not handle comments.
    """
    demand(may_answer, by)
    DigestChoice.objects.update_or_create(
        user=by, defaults={"frequency": frequency}, create_defaults={"frequency": frequency, **_region()}
    )
    audit.record(actor=by, action="feedback.choose_digest", target=by, frequency=frequency)


def write(*, now: datetime, today: date) -> int:
    """Write to everybody whose letter is due and who has something waiting; return how many.

    Run twice the same day, it writes once.
    """
    return sum(_write_to(receiver, now=now, today=today) for receiver in queries.receivers(today=today))


@transaction.atomic
def _write_to(receiver: queries.Receiver, *, now: datetime, today: date) -> bool:
    desk = queries.desk(user_id=receiver.id)
    if desk.is_empty:
        return False
    DigestChoice.objects.get_or_create(user_id=receiver.id, defaults=_region())
    row = DigestChoice.objects.select_for_update().get(user_id=receiver.id)
    if row.last_sent_on == today:
        return False
    row.last_sent_on = today
    row.save(update_fields=["last_sent_on"])
    with override(receiver.language or settings.LANGUAGE_CODE):
        waiting = desk.new + desk.assigned
        subject = ngettext("%(count)s synpunkt väntar", "%(count)s synpunkter väntar", waiting)
        mail.send(to=receiver.email, subject=subject % {"count": waiting}, text=_letter(desk), now=now)
    return True


def _letter(desk: queries.Desk) -> str:
    inbox = settings.WAGTAILADMIN_BASE_URL + reverse("feedback_inbox")
    facts = {
        "desk": desk,
        "inbox": f"{inbox}?mine=on&state=all",
        "failing": f"{inbox}?failing=on&state=all",
        "choice": settings.WAGTAILADMIN_BASE_URL + reverse("feedback_digest"),
        "site_name": settings.WAGTAIL_SITE_NAME,
        "site_url": settings.WAGTAILADMIN_BASE_URL,
    }
    return render_to_string("feedback/mail/digest.txt", facts)


def _region() -> dict[str, int]:
    return {"region_id": current_region_id()}
