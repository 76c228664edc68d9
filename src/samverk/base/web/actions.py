"""What administrators do when something did not get through."""

from datetime import datetime
from typing import Any

from django.db import transaction

from samverk.base.audit import actions as audit
from samverk.base.mail import actions as mail
from samverk.base.organisations.permissions import demand, is_administrator
from samverk.base.queue import actions as queue


@transaction.atomic
def try_job_again(*, actor: Any, job_id: int, now: datetime) -> None:
    """Give a failed job back to the worker.

    :raises PermissionDenied: when `actor` is no administrator.
    """
    demand(is_administrator, actor)
    audit.record(actor=actor, action="queue.try_again", target=f"job:{job_id}")
    queue.try_again(job_id=job_id, now=now)


@transaction.atomic
def try_mail_again(*, actor: Any, mail_id: int) -> None:
    """Try to deliver a mail that was given up.

    :raises PermissionDenied: when `actor` is no administrator.
    """
    demand(is_administrator, actor)
    audit.record(actor=actor, action="mail.try_again", target=f"mail.outgoingmail:{mail_id}")
    mail.try_again(mail_id=mail_id)
