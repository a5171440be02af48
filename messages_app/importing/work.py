"""The work on an upload, an article at a time. Killed anywhere, it loses and doubles nothing."""

import json
import logging
import time
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import OperationalError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from messages_app.importing.draft import DraftResult, PreparedDraft, prepare_draft, store_draft
from messages_app.importing.errors import ImportRefused
from messages_app.importing.intake import compose, read_document
from messages_app.models import ImportJob, ImportRow

logger = logging.getLogger(__name__)
# Reading one article takes milliseconds, a very long one a few seconds: whoever is silent for so long is dead.
LEASE = timedelta(seconds=30)
PAUSE = 0.5
CANDIDATES = 10
Status = ImportRow.Status


def work_on(*, job_id: int, wait: bool = True, seconds: float | None = None) -> int:
    """Work through what waits in a job until nothing does, it is stopped, or the time is up. Returns how many.

    Any number of processes may do so at once. With ``wait``, articles that others have begun are waited for, and
    taken over where those died.
    """
    until = time.monotonic() + seconds if seconds is not None else None
    done = 0
    while until is None or time.monotonic() < until:
        row = _claim(job_id)
        if row:
            _work_on_row(row)
            done += 1
        elif wait and _waiting(job_id).exists():
            time.sleep(PAUSE)
        else:
            break
    _finish(job_id)
    return done


def is_unattended(job: ImportJob) -> bool:
    """Whether a job runs but no process has begun an article of it lately: no worker has come to it. One query."""
    lately = job.rows.filter(claimed_at__gte=timezone.now() - LEASE)
    return job.status == ImportJob.Status.RUNNING and not lately.exists()


def _waiting(job_id: int) -> QuerySet[ImportRow]:
    return ImportRow.objects.filter(job=job_id, status=Status.WAITING, job__status=ImportJob.Status.RUNNING)


def _claim(job_id: int) -> ImportRow | None:
    """The next article that nobody works on, marked as ours. One update decides between two that want the same."""
    free = Q(claimed_at__isnull=True) | Q(claimed_at__lt=timezone.now() - LEASE)
    candidates = _waiting(job_id).filter(free).order_by("place").values_list("pk", flat=True)[:CANDIDATES]
    for pk in list(candidates):
        mine = ImportRow.objects.filter(free, pk=pk, status=Status.WAITING)
        if mine.update(claimed_at=timezone.now()):
            return ImportRow.objects.select_related("job").get(pk=pk)
    return None


def _work_on_row(row: ImportRow) -> None:
    """Store the draft of a row, or the reason why there is none."""
    # A reason is read by all editors, whatever language this one reads.
    with override(settings.LANGUAGE_CODE):
        try:
            _record(row, _prepare(row))
        except ImportRefused as refusal:
            _record(row, str(refusal.message))
        except OperationalError:
            raise  # The database is gone or busy: the article waits and is tried again.
        except Exception:  # One article must not stop the others; what was unforeseen is in the log.
            logger.exception("upload %s, row %s", row.job_id, row.pk)
            _record(row, _("알 수 없는 오류로 읽지 못했습니다. 글을 복사해 붙여 넣어 보세요."))


def _prepare(row: ImportRow) -> PreparedDraft:
    content = bytes(row.content)
    if row.from_table:
        values: dict[str, str] = json.loads(content)
        article = compose(values, {column: column for column in values})
    else:
        article = read_document(row.name, content)
    return prepare_draft(text=article.text, known=article)


def _record(row: ImportRow, outcome: PreparedDraft | str) -> None:
    """Store the draft and that it was made together, unless somebody else was faster."""
    with transaction.atomic():
        stored = ImportRow.objects.select_for_update().get(pk=row.pk)
        if stored.status != Status.WAITING:
            return
        changes: dict[str, Any] = {"status": Status.REFUSED, "reason": outcome}
        if isinstance(outcome, PreparedDraft):
            result = store_draft(outcome, imported_by=row.job.created_by)
            changes = {"status": _status(result), "article": result.article, "content": b""}
        ImportRow.objects.filter(pk=row.pk).update(**changes)


def _status(result: DraftResult) -> str:
    return Status.CREATED if result.created else Status.KNOWN


def _finish(job_id: int) -> None:
    """Say that a job is done, if it is."""
    with transaction.atomic():
        running = ImportJob.objects.select_for_update().filter(pk=job_id, status=ImportJob.Status.RUNNING).first()
        if running and not _waiting(job_id).exists():
            running.status, running.finished_at = ImportJob.Status.DONE, timezone.now()
            running.save(update_fields=["status", "finished_at"])
