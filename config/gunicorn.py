"""Gunicorn: threads over processes, the analyser loaded once before the workers fork and share it."""

import os
import signal
from typing import Any

bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
worker_class = "gthread"
preload_app = True
timeout = 60
control_socket_disable = True
# Whether X-Forwarded-Proto is believed is for BEHIND_PROXY to say; gunicorn would, of any proxy on its own machine.
secure_scheme_headers: dict[str, str] = {}
# Three bytes of a syllable take nine characters: a search of the longest words with all its filters must fit.
limit_request_line = 8190
accesslog = "-" if os.environ.get("ACCESS_LOG") else None


def when_ready(server: Any) -> None:
    """Load Kiwi in the parent process: two seconds once, and memory that every worker shares."""
    from messages_app import korean

    korean.warm_up()
    server.log.info("analyser loaded")


def post_worker_init(worker: Any) -> None:
    """Leave Ctrl-C, which a terminal sends to all, to the parent: it asks the workers to end.

    A gthread worker that is asked twice at once waits for itself, until the parent kills it after 30 seconds.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
