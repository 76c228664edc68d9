"""Giving work to the worker."""

from typing import Any

from procrastinate.contrib.django import app


def enqueue(job: str, **arguments: Any) -> None:
    """Have the worker run the job named `job` (like `mail.send`) once the caller's transaction has committed.

    Arguments are ids and plain values, for they are stored as JSON.
    """
    app.configure_task(name=job).defer(**arguments)
