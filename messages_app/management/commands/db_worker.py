"""Work on uploads in the background: any number of these may run, on one machine or several."""

from typing import Any

from django_tasks_db.management.commands import db_worker

from messages_app.importing import requeue_unfinished


class Command(db_worker.Command):
    """The worker of django-tasks-db, which first takes up what workers that died left unfinished."""

    def handle(self, *args: Any, **options: Any) -> None:
        requeue_unfinished()
        super().handle(*args, **options)
