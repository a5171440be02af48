"""Uploads of many articles."""

import io
import re
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.utils import timezone
from django.utils.translation import get_language, override
from django_tasks_db.management.commands import db_worker as worker
from django_tasks_db.models import DBTaskResult

from messages_app.importing import (
    ImportRefused,
    begin,
    cancel,
    choose_columns,
    create_job,
    drop_table,
    jobs,
    progress,
    requeue_unfinished,
    retry_refused,
    work,
    work_on,
)
from messages_app.models import Article, ImportJob, ImportRow
from messages_app.tests.factories import PASTE
from messages_app.tests.importing.intake.samples import (
    BIGKINDS,
    PAGE,
    archive,
    article,
    bigkinds_row,
    json_lines,
    word,
    workbook,
)

pytestmark = pytest.mark.django_db


def upload(**files: bytes) -> ImportJob:
    """A job of files; ``__`` in a name stands for a dot."""
    return create_job(files=[(name.replace("__", "."), io.BytesIO(content)) for name, content in files.items()])[0]


def texts(count: int) -> dict[str, bytes]:
    return {f"a{number}__txt": article(number).encode() for number in range(count)}


def counts(job: ImportJob) -> tuple[int, int, int, int]:
    now = progress(job)
    return now.waiting, now.created, now.known, now.refused


@pytest.fixture
def run_worker(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """A function that runs a worker until there is nothing left, on the connection that the test rolls back."""
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    return partial(call_command, "db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)


def reasons(job: ImportJob) -> list[str]:
    return list(job.rows.filter(status="refused").values_list("reason", flat=True))


def test_files_of_every_kind_become_drafts() -> None:
    files = {
        "a__txt": article(1).encode("cp949"),
        "b__html": PAGE.encode(),
        "c__docx": word(*article(2).split("\n")),
        "d__zip": archive(a__md=article(3).encode()),
        "e__xlsx": workbook(BIGKINDS, bigkinds_row(4), bigkinds_row(5)),
    }
    job = upload(**files)
    begin(job)
    assert counts(job) == (0, 6, 0, 0)
    job.refresh_from_db()
    assert (job.status, bool(job.finished_at)) == ("done", True)
    exported = Article.objects.get(title="누리전자 새해 4")
    assert (exported.outlet, exported.reporters, exported.message_year) == ("가온경제", ["나래원"], 2026)
    assert not job.rows.exclude(content=b"").exists()


def test_each_that_does_not_says_why() -> None:
    job = upload(
        a__txt=b"",
        b__txt=b"\x81\xff",
        c__txt="인용이 없는 글".encode(),
        d__docx=b"x",
        e__html=b"<html></html>",
        f__jpg=b"x",
        g__zip=b"x",
        h__csv=b"",
        i__txt=PASTE.encode(),
    )
    begin(job)
    assert counts(job) == (0, 1, 0, 8)
    assert len(set(reasons(job))) == 8


def test_reasons_are_in_the_language_of_the_site_whoever_uploads() -> None:
    with override("en"):
        job = upload(a__txt=b"no quotation", b__jpg=b"\xff\xd8", c__csv=b"x,y\n1,2\n", d__csv=b"p,q\n1,2\n")
        first, second = job.tables.all()
        drop_table(table=first)
        choose_columns(table=second, columns={"body": "p"})
        job.refresh_from_db()
        begin(job)
        assert get_language() == "en"
    assert len(reasons(job)) == 4
    assert not re.search("(?i)[a-z]{4,}", re.sub("txt|html|docx|jsonl|xlsx", "", " ".join(reasons(job))))
    assert job.rows.filter(name="d.csv 2행").exists()


def test_the_same_files_again_lead_to_the_same_job() -> None:
    files = [("a.txt", PASTE.encode()), ("b.txt", article(1).encode())]
    first, created = create_job(files=[(name, io.BytesIO(content)) for name, content in files])
    second, again = create_job(files=[(f"새 {name}", io.BytesIO(content)) for name, content in reversed(files)])
    assert (created, again) == (True, False)
    assert first == second


def test_two_tabs_that_upload_the_same_at_once_make_one_job() -> None:
    others: list[ImportJob] = []

    def be_faster(execute: Any, sql: str, *more: Any) -> Any:
        rows = execute(sql, *more)
        if not others:  # Our tab has just found that there is no such job yet.
            others.append(ImportJob())
            others[0] = upload(**texts(1))
        return rows

    with connection.execute_wrapper(be_faster):
        assert upload(**texts(1)) == others[0]
    assert ImportRow.objects.count() == 1


def test_the_same_article_in_another_upload_is_known() -> None:
    begin(upload(a__txt=PASTE.encode()))
    job = upload(a__txt=PASTE.encode(), b__txt=article(1).encode(), c__txt=PASTE.replace("\n", "\r\n").encode())
    begin(job)
    assert counts(job) == (0, 1, 2, 0)
    assert Article.objects.count() == 2


def test_nothing_is_no_upload() -> None:
    for files in ([], [("빈.zip", io.BytesIO(archive()))]):
        with pytest.raises(ImportRefused, match="no_files"):
            create_job(files=files)


def test_columns_are_chosen_where_they_are_not_known() -> None:
    rows = json_lines({"kopf": "제목", "inhalt": article(1)}, {"kopf": "제목 2", "inhalt": article(2)})
    job = upload(a__jsonl=rows, b__txt=article(3).encode())
    assert job.status == "choosing"
    begin(job)
    assert counts(job) == (1, 0, 0, 0)
    for wrong in ({}, {"title": "kopf"}, {"body": "gibt es nicht"}):
        with pytest.raises(ImportRefused, match="no_body"):
            choose_columns(table=job.tables.get(), columns=wrong)
    for _twice in range(2):
        choose_columns(table=job.tables.get(), columns={"body": "inhalt", "title": "kopf", "nonsense": "x"})
    begin(job)
    assert counts(job) == (0, 3, 0, 0)
    assert Article.objects.filter(title="제목 2").exists()


def test_a_table_can_be_left_out() -> None:
    job = upload(a__jsonl=json_lines({"inhalt": "x"}), b__txt=article(3).encode())
    for _time in range(2):
        drop_table(table=job.tables.get())
    job.refresh_from_db()
    begin(job)
    assert counts(job) == (0, 1, 0, 1)


def test_a_large_upload_waits_for_a_worker_which_does_it(settings: Any, run_worker: Callable[[], None]) -> None:
    settings.IMPORT_IN_PROCESS = 1
    job = upload(**texts(3))
    begin(job)
    assert counts(job) == (3, 0, 0, 0)
    run_worker()
    assert counts(job) == (0, 3, 0, 0)


def test_a_job_that_is_done_stays_done() -> None:
    job = upload(a__txt=article(1).encode())
    begin(job)
    cancel(job)
    job.refresh_from_db()
    assert job.status == "done"


def test_a_large_upload_takes_no_more_workers_than_it_may(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.IMPORT_IN_PROCESS = 0
    for name, value in (("ROWS_A_TASK", 2), ("MOST_TASKS", 2)):
        monkeypatch.setattr(jobs, name, value)
    for count, tasks in ((2, 1), (9, 2)):
        DBTaskResult.objects.all().delete()
        begin(upload(**texts(count)))
        assert DBTaskResult.objects.count() == tasks


def test_only_what_was_kept_is_tried_again() -> None:
    job = upload(a__txt=b"no quotation", b__jpg=b"\xff\xd8")
    begin(job)
    assert counts(job) == (0, 0, 0, 2)
    assert retry_refused(job) == 1
    assert counts(job) == (1, 0, 0, 1)


def test_an_article_waits_where_the_database_is_busy(monkeypatch: pytest.MonkeyPatch) -> None:
    job = upload(**texts(1))

    def fail(**_named: Any) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(work, "prepare_draft", fail)
    with pytest.raises(OperationalError):
        work_on(job_id=job.pk)
    assert counts(job) == (1, 0, 0, 0)


def test_a_stopped_job_goes_on_where_it_stopped() -> None:
    job = upload(**texts(3))
    work._work_on_row(work._claim(job.pk))
    cancel(job)
    assert work_on(job_id=job.pk) == 0
    assert counts(job) == (2, 1, 0, 0)
    begin(job)
    job.refresh_from_db()
    assert (counts(job), job.status) == ((0, 3, 0, 0), "done")


def test_nobody_takes_what_another_works_on() -> None:
    job = upload(**texts(2))
    assert work._claim(job.pk) != work._claim(job.pk)
    assert work._claim(job.pk) is None
    assert work_on(job_id=job.pk, wait=False) == 0


def test_what_a_dead_worker_left_is_taken_over() -> None:
    job = upload(**texts(1))
    work._claim(job.pk)
    job.rows.update(claimed_at=timezone.now() - work.LEASE)
    assert work_on(job_id=job.pk) == 1
    assert counts(job) == (0, 1, 0, 0)


def test_two_who_work_on_one_article_make_one_draft() -> None:
    job = upload(**texts(1))
    row = work._claim(job.pk)
    prepared = work._prepare(row)
    work._record(row, prepared)
    work._record(row, prepared)
    assert (Article.objects.count(), counts(job)) == (1, (0, 1, 0, 0))


def test_a_draft_and_its_row_are_stored_together(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    job = upload(**texts(1))
    monkeypatch.setattr(work, "_status", lambda result: 1 / 0)
    work_on(job_id=job.pk)
    assert (Article.objects.count(), counts(job)) == (0, (0, 0, 0, 1))
    assert "ZeroDivisionError" in caplog.text


def test_an_error_nobody_thought_of_costs_one_article(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    job = upload(**texts(2))
    known = work.read_document
    monkeypatch.setattr(work, "read_document", lambda name, raw: 1 / 0 if name == "a0.txt" else known(name, raw))
    work_on(job_id=job.pk)
    assert counts(job) == (0, 1, 0, 1)
    assert "ZeroDivisionError" in caplog.text
    assert retry_refused(job) == 1
    monkeypatch.undo()
    begin(job)
    assert counts(job) == (0, 2, 0, 0)


def test_a_worker_that_starts_takes_up_what_is_unfinished(settings: Any, run_worker: Callable[[], None]) -> None:
    settings.IMPORT_IN_PROCESS = 0
    upload(**texts(1))
    cancelled = upload(b__txt=article(9).encode())
    cancel(cancelled)
    assert requeue_unfinished() == 1
    run_worker()
    assert ImportRow.objects.filter(status="waiting").get().job == cancelled


def test_progress_takes_one_query(django_assert_num_queries: Any) -> None:
    job = upload(**texts(5))
    with django_assert_num_queries(1):
        assert progress(job).percent == 0
