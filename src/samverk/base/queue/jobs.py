"""The queue's care for itself."""

from django.utils import timezone

from samverk.base.queue import actions
from samverk.base.queue.registry import job


@job("queue.remove_old", every="17 2 * * *")
def remove_old(**_: object) -> None:
    actions.remove_old()


@job("queue.rescue", every="* * * * *", attempts=1)
def rescue(**_: object) -> None:
    actions.rescue(now=timezone.now())
