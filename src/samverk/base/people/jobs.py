"""What accounts do by themselves."""

from django.conf import settings
from django.utils import timezone

from samverk.base.people import actions
from samverk.base.queue.registry import job


@job("people.forget", every="11 2 * * *")
def forget(**_: object) -> None:
    actions.forget(now=timezone.now(), history_days=settings.AUDIT_DAYS)
