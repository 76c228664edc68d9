"""How a room declares its jobs, in its `jobs.py`."""

import functools
import time
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

import structlog
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

P = ParamSpec("P")
R = TypeVar("R")

# With the default of eight attempts the waits are 4, 16, 64 ... 16 384 s: a fault may last six hours.
BACK_OFF = 4
REQUEST_ID = "request_id"

log = structlog.get_logger(__name__)


def job(
    name: str, *, attempts: int = 8, every: str = "", once: bool = False
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Register a function as the job `name`, which `queue.actions.enqueue` then can give to the worker.

    The function takes keyword arguments and ends with `**_`, so that it can still read what an older or newer
    release has put in the queue. When it raises, it is tried again, later and later, `attempts` times in all.
    `every` is a cron line (in UTC) for work that returns. `once` lets it wait in the queue only once at a
    time.
    """

    def register(function: Callable[P, R]) -> Callable[P, R]:
        task = app.task(
            name=name,
            pass_context=True,
            retry=RetryStrategy(max_attempts=attempts - 1, exponential_wait=BACK_OFF)
            if attempts > 1
            else False,
            queueing_lock=name if once or every else None,
        )(_observed(name, function))
        if every:
            app.periodic(cron=every, periodic_id=name)(task)
        return function

    return register


def names() -> set[str]:
    """The names of all jobs that rooms have declared."""
    app.perform_import_paths()
    return {name for name in app.tasks if not name.startswith(("builtin:", "procrastinate."))}


def _observed(name: str, function: Callable[..., R]) -> Callable[..., R]:
    @functools.wraps(function)
    def run(context: JobContext, **arguments: Any) -> R:
        request_id = arguments.pop(REQUEST_ID, None)
        facts = {"job": name, "job_id": context.job.id, "attempt": context.job.attempts + 1}
        with structlog.contextvars.bound_contextvars(
            **facts, **({REQUEST_ID: request_id} if request_id else {})
        ):
            began = time.monotonic()
            try:
                result = function(**arguments)
            except Exception as problem:
                log.warning("job_failed", ms=_milliseconds(began), problem=type(problem).__name__)
                raise
            log.info("job_done", ms=_milliseconds(began))
            return result

    return run


def _milliseconds(began: float) -> int:
    return round((time.monotonic() - began) * 1000)
