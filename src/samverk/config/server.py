"""How gunicorn serves the site: `gunicorn --config python:samverk.config.server samverk.config.wsgi`."""

import gc
import os
import resource
import shutil
from pathlib import Path
from typing import Any

MEMORY = "/dev/shm"  # noqa: S108 (workers' heartbeats: a disk that stalls must not look like a dead worker)
MOST_FILES = 65_536

bind = f"127.0.0.1:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "samverk.config.worker.Worker"
threads = 4
preload_app = True
timeout = 30
graceful_timeout = 10
keepalive = 65
worker_tmp_dir = MEMORY if os.access(MEMORY, os.W_OK) else None
control_socket_disable = True

# Each open page that is told of changes is an open file: let there be as many as the system lets us have.
_most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (_most if 0 < _most < MOST_FILES else MOST_FILES, _most))

# The web processes add up their figures in files here, which are gone with them.
FIGURES = Path(worker_tmp_dir or "/tmp", f"samverk-figures-{os.getpid()}")  # noqa: S108 (mode 0700, no links followed)
for left in FIGURES.parent.glob("samverk-figures-*"):
    if not Path("/proc", left.name.rpartition("-")[2]).exists():
        shutil.rmtree(left, ignore_errors=True)
FIGURES.mkdir(mode=0o700, exist_ok=True)
os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(FIGURES)


def child_exit(_server: object, worker: Any) -> None:
    """Forget the running figures of a process that has ended; what it counted stays."""
    from prometheus_client.multiprocess import mark_process_dead

    mark_process_dead(worker.pid)


def on_exit(_server: object) -> None:
    """Leave nothing behind."""
    shutil.rmtree(FIGURES, ignore_errors=True)


def when_ready(_server: object) -> None:
    """Leave what is loaded by now out of garbage collection: processes share it, and it costs no time."""
    gc.freeze()
