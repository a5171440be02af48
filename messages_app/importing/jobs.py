"""Uploads of many articles: stored at once, worked through by any number of processes, one article a transaction.

Names and reasons are stored in the language of the site: all editors read them, whatever language the one reads who
uploads.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from messages_app.importing.errors import ImportRefused
from messages_app.importing.intake import COLUMNS, Item, Table, open_files, read_table, recognise_columns
from messages_app.importing.tasks import work_on_import
from messages_app.importing.work import work_on
from messages_app.models import ImportJob, ImportRow, ImportTable

ROWS_A_TASK = 25
MOST_TASKS = 8
AT_ONCE = 200
Status = ImportJob.Status


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is: articles in all, and how many of them came to what."""

    total: int
    waiting: int
    created: int
    known: int
    refused: int

    @property
    def done(self) -> int:
        return self.total - self.waiting

    @property
    def percent(self) -> int:
        return 100 * self.done // self.total if self.total else 0


def create_job(*, files: Iterable[tuple[str, BinaryIO]], created_by: Any = None) -> tuple[ImportJob, bool]:
    """Store an upload of (name, stream) pairs; what in it cannot be read has its reason at once.

    Returns the job and whether it is new: the same files again lead to the job there is. It does not begin by
    itself: see ``begin``. Raises ImportRefused for an upload without any file.
    """
    items = list(open_files(files))
    if not items:
        raise ImportRefused("no_files", _("올릴 파일을 고르세요. 빈 압축 파일에는 가져올 것이 없습니다."))
    digest = _digest(items)
    existing = ImportJob.objects.filter(digest=digest).first()
    if existing:
        return existing, False
    try:
        with transaction.atomic(), override(settings.LANGUAGE_CODE):
            return _store_job(items, digest, created_by), True
    except IntegrityError:
        return ImportJob.objects.get(digest=digest), False


def choose_columns(*, table: ImportTable, columns: Mapping[str, str]) -> ImportTable:
    """Say which heading of a table is what (``{"body": "본문"}``); its articles become rows of the job.

    Raises ImportRefused where no heading, or one that is not there, is said to be the body. Choosing again is harmless.
    """
    found = read_table(table.name, bytes(table.content))
    chosen = {name: columns[name] for name in COLUMNS if columns.get(name)}
    if "body" not in chosen or not set(chosen.values()) <= set(found.headings):
        raise ImportRefused("no_body", _("어느 열이 기사 본문인지 고르세요."))
    with transaction.atomic(), override(settings.LANGUAGE_CODE):
        stored = _locked(table)
        if not stored.is_chosen:
            stored.columns, stored.is_chosen = chosen, True
            stored.save(update_fields=["columns", "is_chosen"])
            _store_rows(_rows_of(stored, found))
            _settle_status(stored.job)
    return stored


def drop_table(*, table: ImportTable) -> None:
    """Leave a table out of its job; the list of results says so."""
    with transaction.atomic(), override(settings.LANGUAGE_CODE):
        stored = _locked(table)
        if not stored.is_chosen:
            stored.is_chosen = True
            stored.save(update_fields=["is_chosen"])
            _store_rows([_row_of(stored.job, stored.place, Item(stored.name, b"", _("편집자가 뺀 표입니다.")))])
            _settle_status(stored.job)


def begin(job: ImportJob) -> None:
    """Start a job, or go on with it: at once where it is small, else in the queue for the workers."""
    ImportJob.objects.filter(pk=job.pk, status=Status.CANCELLED).update(status=Status.RUNNING)
    waiting = ImportRow.objects.filter(job=job, status=ImportRow.Status.WAITING).count()
    if waiting <= settings.IMPORT_IN_PROCESS:
        work_on(job_id=job.pk, wait=False)
        return
    for _number in range(min(MOST_TASKS, -(-waiting // ROWS_A_TASK))):
        work_on_import.enqueue(job.pk)


def cancel(job: ImportJob) -> None:
    """Stop a job after the articles being worked on; what it made stays, and it can go on later."""
    ImportJob.objects.filter(pk=job.pk, status=Status.RUNNING).update(status=Status.CANCELLED)


def retry_refused(job: ImportJob) -> int:
    """Let those that were refused, and whose content is still there, be tried again. Returns how many."""
    with transaction.atomic():
        refused = ImportRow.objects.filter(job=job, status=ImportRow.Status.REFUSED).exclude(content=b"")
        count = refused.update(status=ImportRow.Status.WAITING, reason="", claimed_at=None)
        if count:
            ImportJob.objects.filter(pk=job.pk).update(status=Status.RUNNING, finished_at=None)
    return count


def requeue_unfinished() -> int:
    """Put every running job into the queue again, for a worker that starts after others died. Returns how many."""
    unfinished = ImportJob.objects.filter(status=Status.RUNNING, rows__status=ImportRow.Status.WAITING).distinct()
    for job in unfinished:
        work_on_import.enqueue(job.pk)
    return len(unfinished)


def progress(job: ImportJob) -> Progress:
    """How far a job is: one query."""
    return progress_of([job])[job.pk]


def progress_of(jobs: Sequence[ImportJob]) -> dict[int, Progress]:
    """How far each of some jobs is, by its number: one query."""
    rows: Any = (
        ImportRow.objects.filter(job__in=jobs)
        .order_by()
        .values("job")
        .annotate(
            total=Count("pk"), **{status.value: Count("pk", filter=Q(status=status)) for status in ImportRow.Status}
        )
    )
    found = {row.pop("job"): Progress(**row) for row in rows}
    return {job.pk: found.get(job.pk, Progress(0, 0, 0, 0, 0)) for job in jobs}


def _store_job(items: list[Item], digest: str, created_by: Any) -> ImportJob:
    name = items[0].name.split("/")[0] if items[0].name.count("/") else items[0].name
    others = len({item.name.split("/")[0] for item in items}) - 1
    job = ImportJob.objects.create(
        name=(f"{name} +{others}" if others else name)[:200], digest=digest, created_by=created_by
    )
    for place, item in enumerate(items):
        if item.is_table and not item.reason:
            _store_table(job, place, item)
    documents = ((place, item) for place, item in enumerate(items) if item.reason or not item.is_table)
    _store_rows(_row_of(job, place, item) for place, item in documents)
    _settle_status(job)
    return job


def _row_of(job: ImportJob, place: int, item: Item) -> ImportRow:
    row = ImportRow(job=job, place=place * 100_000, name=_storable(item.name), content=item.content)
    if item.reason:
        row.status, row.reason, row.content = ImportRow.Status.REFUSED, str(item.reason), b""
    return row


def _store_table(job: ImportJob, place: int, item: Item) -> None:
    """A table whose columns are known is taken apart at once; one that cannot be read is a row that says why."""
    try:
        found = read_table(item.name, item.content)
    except ImportRefused as refusal:
        broken = Item(item.name, b"", refusal.message)
        _store_rows([_row_of(job, place, broken)])
        return
    columns = recognise_columns(found.headings)
    table = ImportTable.objects.create(
        job=job,
        place=place,
        name=_storable(item.name),
        content=item.content,
        columns=columns,
        is_chosen=found.is_bigkinds,
    )
    if table.is_chosen:
        _store_rows(_rows_of(table, found))


def _locked(table: ImportTable) -> ImportTable:
    """A table with its job, both locked: of two that are decided on at once, the later one sees that none is left."""
    return ImportTable.objects.select_for_update().select_related("job").get(pk=table.pk)


def _rows_of(table: ImportTable, found: Table) -> Iterator[ImportRow]:
    for number, cells in enumerate(found.rows, 2):
        row = dict(zip(found.headings, cells, strict=True))
        content = json.dumps({column: row[heading] for column, heading in table.columns.items()})
        name = _("%(table)s %(number)s행") % {"table": table.name[:280], "number": number}
        place = table.place * 100_000 + number
        yield ImportRow(job=table.job, place=place, name=name, content=content.encode(), from_table=True)


def _store_rows(rows: Iterable[ImportRow]) -> None:
    ImportRow.objects.bulk_create(rows, batch_size=AT_ONCE)


def _settle_status(job: ImportJob) -> None:
    """A job waits until all its tables have columns, and is done where nothing waits."""
    if job.tables.filter(is_chosen=False).exists():
        status = Status.CHOOSING
    elif job.rows.filter(status=ImportRow.Status.WAITING).exists():
        status = Status.RUNNING
    else:
        status = Status.DONE
    job.status = status
    job.finished_at = timezone.now() if status == Status.DONE else None
    job.save(update_fields=["status", "finished_at"])


def _digest(items: list[Item]) -> str:
    """Stands for the contents, in whatever order and under whatever names they came."""
    parts = sorted(hashlib.sha256(item.content or item.name.encode()).hexdigest() for item in items)
    return hashlib.sha256("".join(parts).encode()).hexdigest()


def _storable(name: str) -> str:
    """A file's name as a database takes it: no NUL, no half of a pair, 300 characters from the end."""
    return name.replace("\x00", "").encode("utf-8", "replace").decode()[-300:]
