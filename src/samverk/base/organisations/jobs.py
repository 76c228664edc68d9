"""What organisations do by themselves."""

from django.conf import settings
from django.utils import timezone

from samverk.base.organisations import actions
from samverk.base.queue.registry import job


@job("organisations.forget", every="7 2 * * *")
def forget(**_: object) -> None:
    actions.forget(
        now=timezone.now(), invitation_days=settings.INVITATION_DAYS, history_days=settings.AUDIT_DAYS
    )
