"""How the queue is doing."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, Min, Q
from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateJob, ProcrastinateWorker

SHOWN = 100


@dataclass(frozen=True)
class State:
    """The queue at a moment. Times are seconds; None when there is nothing to count from."""

    waiting: int
    running: int
    failed: int
    oldest_waiting: float | None
    worker_seen: float | None


@dataclass(frozen=True)
class FailedJob:
    """A job that the worker has given up."""

    id: int
    name: str
    arguments: dict[str, Any]
    attempts: int
    failed_at: datetime | None


def state(*, now: datetime) -> State:
    """Count the jobs and see when a worker last gave a sign of life. Two queries."""
    due = Q(status="todo") & (Q(scheduled_at__isnull=True) | Q(scheduled_at__lte=now))
    counts = ProcrastinateJob.objects.filter(status__in=["todo", "doing", "failed"]).aggregate(
        waiting=Count("id", filter=Q(status="todo"), distinct=True),
        running=Count("id", filter=Q(status="doing"), distinct=True),
        failed=Count("id", filter=Q(status="failed"), distinct=True),
        oldest=Min("procrastinateevent__at", filter=due),
    )
    seen = ProcrastinateWorker.objects.aggregate(seen=Max("last_heartbeat"))["seen"]
    return State(
        waiting=counts["waiting"],
        running=counts["running"],
        failed=counts["failed"],
        oldest_waiting=_seconds(counts["oldest"], now),
        worker_seen=_seconds(seen, now),
    )


def failed_jobs() -> list[FailedJob]:
    """The latest hundred jobs that were given up. Two queries."""
    jobs = list(ProcrastinateJob.objects.filter(status="failed").order_by("-id")[:SHOWN])
    at = dict(
        ProcrastinateEvent.objects.filter(type="failed", job__in=jobs)
        .values_list("job_id")
        .annotate(at=Max("at"))
    )
    return [FailedJob(job.id, job.task_name, job.args, job.attempts, at.get(job.id)) for job in jobs]


def _seconds(since: datetime | None, now: datetime) -> float | None:
    return None if since is None else max(0.0, (now - since).total_seconds())
