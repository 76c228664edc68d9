"""The mail room's work in the background."""

from django.utils import timezone

from samverk.base.mail import actions, rules
from samverk.base.queue.registry import job


@job("mail.deliver", attempts=rules.MAX_ATTEMPTS)
def deliver(*, mail_id: int, **_: object) -> None:
    actions.deliver(mail_id=mail_id, now=timezone.now())


@job("mail.forget", every="23 2 * * *")
def forget(**_: object) -> None:
    actions.forget(now=timezone.now())
