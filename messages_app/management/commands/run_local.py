"""Set up and serve a site on this machine."""

import os
import secrets
import socket
import subprocess
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

EDITOR = "editor"


class Command(BaseCommand):
    """May be run again: the data stay, nothing is doubled, no password is changed."""

    help = "Migrate, load the sample and make an editor account once, start a worker, and serve on 127.0.0.1."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", default="8000")

    def handle(self, *args: Any, **options: Any) -> None:
        port = free_port(options["port"])
        settings.STATE_DIR.mkdir(exist_ok=True)
        call_command("migrate", verbosity=0)
        call_command("compile_translations")
        call_command("collectstatic", interactive=False, verbosity=0)
        self._first_run()
        self.stdout.write(f"http://127.0.0.1:{port}/        신년사 · New Year messages")
        self.stdout.write(f"http://127.0.0.1:{port}/admin/  편집실 · the editors' desk")
        self.stdout.write("Ctrl-C stops it.")
        self.stdout.flush()
        start_worker()
        os.environ["BIND"] = f"127.0.0.1:{port}"
        root = str(settings.BASE_DIR)
        server = [sys.executable, "-m", "gunicorn", "--chdir", root, "-c", f"{root}/config/gunicorn.py", "config.wsgi"]
        os.execv(sys.executable, server)  # noqa: S606

    def _first_run(self) -> None:
        """The sample and an account, once: a sample that was removed stays removed."""
        users = get_user_model().objects
        if users.filter(username=EDITOR).exists():
            self.stdout.write(
                f"account {EDITOR}: there already (new password: scripts/local.py changepassword {EDITOR})"
            )
            return
        call_command("load_sample")
        password = secrets.token_urlsafe(12)
        users.create_superuser(EDITOR, password=password)
        self.stdout.write(f"account {EDITOR}, password {password} (shown only this once)")


def start_worker() -> None:
    """A worker for large uploads, which ends with this process, whatever that becomes.

    It is kept apart from the terminal: Ctrl-C reaches the server, and its end the worker.
    """
    worker = [sys.executable, str(settings.BASE_DIR / "manage.py"), "db_worker", "--with-parent", "--no-reload"]
    subprocess.Popen([*worker, "--verbosity", "0"], stdin=subprocess.DEVNULL, start_new_session=True)  # noqa: S603


def free_port(value: str) -> int:
    """The port as a number if it can be served on. Raises CommandError, in one line, if not."""
    if not value.isdecimal() or not 0 < int(value) < 65536:
        raise CommandError(f"PORT={value}: 포트는 1에서 65535 사이의 숫자입니다 · a port is a number from 1 to 65535")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(value)))
        except OSError as error:
            raise CommandError(
                f"포트 {value}번을 쓸 수 없습니다. PORT=8001 make run 처럼 다른 번호를 주세요 · "
                f"port {value} cannot be used ({error.strerror}): try PORT=8001 make run"
            ) from error
    return int(value)
