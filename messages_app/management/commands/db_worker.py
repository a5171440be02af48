"""Work on uploads in the background: any number of these may run, on one machine or several."""

import os
import signal
import threading
import time
from argparse import ArgumentParser
from typing import Any

from django_tasks_db.management.commands import db_worker

from messages_app.importing import requeue_unfinished

WATCH_SECONDS = 1.0


class Command(db_worker.Command):
    """The worker of django-tasks-db, which first takes up what workers that died left unfinished."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--with-parent", action="store_true", help="Stop when the process that started this one has ended."
        )

    def handle(self, *args: Any, with_parent: bool = False, **options: Any) -> None:
        if with_parent:
            threading.Thread(target=end_with, args=[os.getppid()], daemon=True).start()
        requeue_unfinished()
        super().handle(*args, **options)


def end_with(parent: int, seconds: float = WATCH_SECONDS) -> None:
    """Wait for a parent process to end, then stop this one: asked once it ends its task first, asked twice at once.

    What it was working on waits in the database for the next worker.
    """
    while os.getppid() == parent:
        time.sleep(seconds)
    for _request in range(2):
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(seconds)
