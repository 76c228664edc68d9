"""All figures in the text format that Prometheus reads."""

import os
from collections.abc import Iterator
from datetime import datetime

from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from samverk.base.mail import queries as mail
from samverk.base.queue import queries as queue

CONTENT_TYPE = CONTENT_TYPE_LATEST


def text(*, now: datetime) -> bytes:
    """The figures of all web processes, and the state of the queue and the mails."""
    stored = CollectorRegistry()
    stored.register(_Stored(now))
    return generate_latest(_of_web_processes()) + generate_latest(stored)


def _of_web_processes() -> CollectorRegistry:
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return REGISTRY
    registry = CollectorRegistry()
    MultiProcessCollector(registry)
    return registry


class _Stored(Collector):
    """Figures that are counted in the database when they are asked for."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def collect(self) -> Iterator[GaugeMetricFamily]:
        state = queue.state(now=self.now)
        jobs = GaugeMetricFamily("samverk_jobs", "Jobs in the queue.", labels=["state"])
        for name in ("waiting", "running", "failed"):
            jobs.add_metric([name], getattr(state, name))
        yield jobs
        yield GaugeMetricFamily(
            "samverk_jobs_oldest_waiting_seconds",
            "How long the oldest due job waits.",
            state.oldest_waiting or 0,
        )
        yield GaugeMetricFamily(
            "samverk_worker_seen_seconds",
            "Since when no worker has given a sign of life; infinite when none ever has.",
            float("inf") if state.worker_seen is None else state.worker_seen,
        )
        mails = GaugeMetricFamily("samverk_mails", "Outgoing mails that are kept.", labels=["state"])
        for name, count in mail.counts().items():
            mails.add_metric([name], count)
        yield mails
