"""What the audit log does by itself."""

from django.conf import settings
from django.utils import timezone

from samverk.base.audit import actions
from samverk.base.queue.registry import job


@job("audit.forget", every="9 2 * * *")
def forget(**_: object) -> None:
    actions.forget(now=timezone.now(), days=settings.AUDIT_DAYS)
