"""What comments need in the background."""

from django.conf import settings
from django.utils import timezone

from samverk.base.queue.registry import job
from samverk.parts.feedback.actions import digest, limits, retention, verification


@job("feedback.forget", every="13 2 * * *")
def forget(**_: object) -> None:
    retention.forget(
        now=timezone.now(),
        days=settings.COMMENT_DAYS,
        most_days=settings.COMMENT_DAYS_AT_MOST,
        email_days=settings.COMMENT_EMAIL_DAYS,
    )


@job("feedback.digest", every="30 4 * * *")
def write_digests(**_: object) -> None:
    digest.write(now=timezone.now(), today=timezone.localdate())


@job("feedback.forget_senders", every="5 * * * *")
def forget_senders(**_: object) -> None:
    now = timezone.now()
    limits.forget(now=now)
    verification.forget_spent(now=now)
