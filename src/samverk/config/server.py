"""How gunicorn serves the site: `gunicorn --config python:samverk.config.server samverk.config.wsgi`."""

import os

MEMORY = "/dev/shm"  # noqa: S108 (workers' heartbeats: a disk that stalls must not look like a dead worker)

bind = f"127.0.0.1:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = 4
preload_app = True
timeout = 30
graceful_timeout = 10
keepalive = 5
max_requests = 20_000
max_requests_jitter = 2_000
worker_tmp_dir = MEMORY if os.access(MEMORY, os.W_OK) else None
control_socket_disable = True
