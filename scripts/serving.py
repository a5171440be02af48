"""A site with the sample, on a database of its own, for scripts that look at its pages."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 120  # seconds; the first start loads the analyser and the sample
LEAVE = 2.5  # seconds; the worker asks once a second whether its server is there, and ends its turn


@contextmanager
def running_site() -> Iterator[str]:
    """The address of a site served as `make run` serves it; it ends with the block."""
    with tempfile.TemporaryDirectory(prefix="site") as folder:
        port = free_port()
        environment = os.environ | {
            "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
            "STATIC_ROOT": f"{folder}/static",
            "ENV_FILE": os.devnull,
        }
        command = [sys.executable, str(ROOT / "scripts" / "local.py"), "run_local", "--port", str(port)]
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(address)
            yield address
        finally:
            server.terminate()
            server.wait()
            time.sleep(LEAVE)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(address: str) -> None:
    """Return once the site answers. Raises TimeoutError."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310 - our own address
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.5)
    raise TimeoutError(f"no answer from {address}")
