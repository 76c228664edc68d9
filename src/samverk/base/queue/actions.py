"""Giving work to the worker, and looking after what it could not do."""

from contextlib import nullcontext
from datetime import datetime
from typing import Any

import structlog
from asgiref.sync import async_to_sync
from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued, TaskNotFound, UniqueViolation
from procrastinate.jobs import Status
from procrastinate.manager import JobManager

from samverk.base.queue.registry import REQUEST_ID

DONE_HOURS = 24
FAILED_HOURS = 24 * 30
STALLED_SECONDS = 60
RESCUES = 20


class UnknownJob(LookupError):
    """No room has declared a job with this name."""


def enqueue(job: str, **arguments: Any) -> None:
    """Have the worker run the job named `job` (like `mail.deliver`) once the caller's transaction has
    committed.

    Arguments are ids and plain values, for they are stored as JSON. A job that may wait only once at a time,
    and already does, is left as it is.

    :raises UnknownJob: when no room has declared it.
    """
    request_id = structlog.contextvars.get_contextvars().get(REQUEST_ID)
    if request_id:
        arguments[REQUEST_ID] = request_id
    try:
        deferred = app.configure_task(name=job, allow_unknown=False)
        # Only a job that waits alone can be refused, and the refusal must not spoil the caller's transaction.
        with transaction.atomic() if deferred.job.queueing_lock else nullcontext():
            deferred.defer(**arguments)
    except TaskNotFound as error:
        raise UnknownJob(job) from error
    except AlreadyEnqueued:
        return


def try_again(*, job_id: int, now: datetime) -> None:
    """Put a failed job back in the queue."""
    _manager().retry_job_by_id(job_id=job_id, retry_at=now)


def cancel(*, job_id: int) -> None:
    """Take a job out of the queue."""
    _manager().cancel_job_by_id(job_id=job_id, delete_job=True)


def remove_old() -> None:
    """Forget jobs that were done a day ago, and those that failed a month ago."""
    remove = async_to_sync(_manager().delete_old_jobs)
    remove(nb_hours=DONE_HOURS, include_cancelled=True)
    remove(nb_hours=FAILED_HOURS, include_failed=True, include_cancelled=True, include_aborted=True)


def rescue(*, now: datetime) -> int:
    """Put back the jobs whose worker has died in the middle of them; return how many they were.

    A job that was rescued many times is given up, since it may be what kills the worker.
    """
    manager = _manager()
    stalled = list(async_to_sync(manager.get_stalled_jobs)(seconds_since_heartbeat=STALLED_SECONDS))
    for job in stalled:
        try:
            with transaction.atomic():
                if job.attempts >= RESCUES:
                    async_to_sync(manager.finish_job)(job=job, status=Status.FAILED, delete_job=False)
                else:
                    async_to_sync(manager.retry_job)(job=job, retry_at=now)
        except UniqueViolation:
            # It may wait only once at a time, and the next of its kind waits already.
            async_to_sync(manager.finish_job)(job=job, status=Status.ABORTED, delete_job=False)
    return len(stalled)


def _manager() -> JobManager:
    return app.job_manager
