"""What workers do: `manage.py db_worker`, any number of them."""

from django_tasks import task

from messages_app.importing.work import work_on


@task()
def work_on_import(job_id: int) -> int:
    """Work on an upload until nothing of it waits. Returns how many articles this worker took."""
    return work_on(job_id=job_id)
