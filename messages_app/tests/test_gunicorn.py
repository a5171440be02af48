"""The server as it is run: it starts with the analyser loaded and shared, and stops when told."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote

import pytest
from django.conf import settings

from messages_app.forms import KEYWORD_LENGTH

# A forked process that waits for threads it has not got is ended by gunicorn after 30 seconds.
SECONDS = 15
LONGEST = quote("가" * KEYWORD_LENGTH)


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_the_server_stops_as_soon_as_it_is_told(tmp_path: Path, told: signal.Signals) -> None:
    port = free_port()
    # One worker, ready when it answers: gunicorn loses a signal that comes while it forks the next one.
    own = {"DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}", "BIND": f"127.0.0.1:{port}", "WEB_CONCURRENCY": "1"}
    command = [sys.executable, "-m", "gunicorn", "-c", "config/gunicorn.py", "config.wsgi"]
    server = subprocess.Popen(  # noqa: S603 - our own server
        command,
        cwd=settings.BASE_DIR,
        env=os.environ | own | {"DJANGO_SETTINGS_MODULE": "config.settings"},
        start_new_session=True,
    )
    try:
        assert answers(f"http://127.0.0.1:{port}/")
        # Every filter as long as its form allows.
        assert not is_secure(f"http://127.0.0.1:{port}/robots.txt")
        assert status(f"http://127.0.0.1:{port}/compare/?words={LONGEST}&companies={LONGEST}&year=2021..2026") != 414
        os.killpg(server.pid, told)  # As a terminal does: every process is told.
        assert server.wait(timeout=SECONDS) == 0
    finally:
        server.kill()


def status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - our own address
            return answer.status
    except HTTPError as error:
        return error.code


def is_secure(address: str) -> bool:
    """Whether the server, told so by whoever asks, thinks that it is reached over TLS."""
    asked = urllib.request.Request(address, headers={"X-Forwarded-Proto": "https"})  # noqa: S310 - our own address
    with urllib.request.urlopen(asked, timeout=30) as answer:  # noqa: S310 - the same
        return b"https://" in answer.read()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(address: str, seconds: float = 60) -> bool:
    """Whether anything at all answers within the time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address, timeout=5)  # noqa: S310 - our own address
        except HTTPError:
            return True
        except (URLError, OSError):
            time.sleep(0.2)
        else:
            return True
    return False
