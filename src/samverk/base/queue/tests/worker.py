"""A worker for tests: it runs what waits in the test's own transaction."""

import time

from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from samverk.base.queue import actions


def run_waiting_jobs() -> list[str]:
    """Run the jobs that wait, those that they in turn enqueue too, and return their names in order."""
    ran = []
    while row := ProcrastinateJob.objects.filter(status="todo").order_by("id").first():
        job = row.procrastinate_job
        context = JobContext(app=app, job=job, start_timestamp=time.time(), abort_reason=lambda: None)
        app.tasks[job.task_name].func(context, **job.task_kwargs)
        actions.cancel(job_id=job.id)
        ran.append(job.task_name)
    return ran
