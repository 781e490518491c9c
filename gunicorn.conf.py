"""How gunicorn serves Hustings: `gunicorn election.wsgi` reads this file by itself.

One process with threads: what allauth counts to limit attempts is then counted in one place. WEB_CONCURRENCY=n starts
more; each counts for itself.
"""

import os
from pathlib import Path

bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_CONCURRENCY", "1"))
threads = 8
graceful_timeout = 5
control_socket_disable = True
loglevel = "warning"
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 -- a heartbeat file, held by its number
