"""The screens of uploads."""

import io
import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from messages_app.admin import uploads
from messages_app.importing import create_job
from messages_app.models import Article, ImportJob, ImportRow
from messages_app.tests.factories import PASTE, make_draft
from messages_app.tests.importing.intake.samples import archive, article, json_lines

pytestmark = pytest.mark.django_db
UPLOAD = "/admin/messages_app/article/upload/"
HTMX = {"HTTP_HX_REQUEST": "true"}


def files(**contents: bytes) -> dict[str, Any]:
    return {"files": [SimpleUploadedFile(name.replace("__", "."), content) for name, content in contents.items()]}


def send(client: Client, **contents: bytes) -> str:
    response = client.post(UPLOAD, files(**contents))
    assert response.status_code == 302
    return response.headers["Location"]


def test_a_small_upload_is_done_at_once(editor: Client) -> None:
    address = send(editor, a__txt=PASTE.encode(), b__txt=b"", c__zip=archive(d__txt=article(1).encode("cp949")))
    body = editor.get(address).content.decode()
    assert "초안 2, 이미 있음 0, 가져오지 못함 1" in body
    assert "글이 비어 있습니다" in body
    assert "hx-get" not in body
    assert Article.objects.filter(imported_by__isnull=False).count() == 2


def test_files_that_are_too_much_together_are_refused(editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MAX_UPLOAD", 10)
    answer = editor.post(UPLOAD, files(a__txt=b"123456", b__txt=b"123456"))
    assert (answer.status_code, ImportJob.objects.count()) == (400, 0)
    assert "한 번에 200MB까지" in answer.context["form"].errors["files"][0]


def test_a_large_one_shows_how_far_it_is_with_and_without_a_script(editor: Client, settings: Any) -> None:
    settings.IMPORT_IN_PROCESS = 0
    address = send(editor, a__txt=PASTE.encode())
    page = editor.get(address).content.decode()
    assert 'hx-trigger="every 2s"' in page
    assert '<noscript><meta http-equiv="refresh"' in page
    part = editor.get(address, **HTMX)
    assert part.content.decode().lstrip().startswith('<div id="progress"')
    assert "HX-Request" in part.headers["Vary"]
    assert "작업자가 없습니다" in page
    editor.post(f"{address}change/", {"step": "1"})
    assert "초안 1," in editor.get(address).content.decode()


def test_it_is_stopped_and_goes_on(editor: Client, settings: Any) -> None:
    settings.IMPORT_IN_PROCESS = 0
    address = send(editor, a__txt=PASTE.encode())
    editor.post(f"{address}change/", {"cancel": "1"})
    assert "이어서 하기" in editor.get(address).content.decode()
    settings.IMPORT_IN_PROCESS = 20
    editor.post(f"{address}change/", {"resume": "1"})
    assert ImportJob.objects.get().status == "done"


def test_the_same_files_again_lead_to_the_job_there_is(editor: Client) -> None:
    address = send(editor, a__txt=PASTE.encode())
    response = editor.post(UPLOAD, files(z__txt=PASTE.encode()), follow=True)
    assert response.redirect_chain == [(address, 302)]
    assert "같은 파일을 이미 올렸습니다" in response.content.decode()


def test_columns_are_chosen_on_the_page(editor: Client) -> None:
    address = send(editor, a__jsonl=json_lines({"kopf": "머리", "inhalt": PASTE}))
    page = editor.get(address).content.decode()
    assert "inhalt" in page
    prefix = re.search(r'name="(t\d+)-body"', page)[1]
    editor.post(f"{address}columns/", {"table": prefix[1:], f"{prefix}-body": ""})
    assert ImportJob.objects.get().status == "choosing"
    editor.post(f"{address}columns/", {"table": prefix[1:], f"{prefix}-body": "inhalt", f"{prefix}-title": "kopf"})
    assert Article.objects.get().title == "머리"


def test_no_file_is_said(editor: Client) -> None:
    response = editor.post(UPLOAD, {})
    assert response.status_code == 400
    assert "올릴 파일을 고르세요" in response.content.decode()


def test_results_are_filtered_and_paged(editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("messages_app.admin.uploads.ROWS_A_PAGE", 1)
    address = send(editor, a__txt=PASTE.encode(), b__txt=b"", c__txt=b" ")
    refused = editor.get(address, {"status": "refused", "page": "2"}).content.decode()
    assert "2 / 2" in refused
    assert "누리전자 새해 첫 메시지" not in refused
    for query in ({"status": "nonsense"}, {"page": "x"}, {"page": "99"}):
        assert editor.get(address, query).status_code == 200


@pytest.mark.parametrize("table", ["", "x", "0", "9" * 30])
def test_a_table_that_is_not_there(editor: Client, table: str) -> None:
    address = send(editor, a__txt=PASTE.encode())
    assert editor.post(f"{address}columns/", {"table": table}).status_code == 404


def test_the_page_of_a_job_takes_as_many_queries_for_many_rows(
    editor: Client, django_assert_max_num_queries: Any
) -> None:
    address = send(editor, **{f"a{number}__txt": article(number).encode() for number in range(15)})
    editor.get(address)
    with django_assert_max_num_queries(12):
        editor.get(address)


def test_the_list_of_uploads_takes_as_many_queries_for_many_as_for_one(editor: Client) -> None:
    counts = []
    for number in range(4):
        create_job(files=[("기사.txt", io.BytesIO(article(number).encode()))])
        with CaptureQueriesContext(connection) as captured:
            assert editor.get(UPLOAD).status_code == 200
        counts.append(len(captured))
    assert len(set(counts)) == 1


def test_hostile_names_are_text(editor: Client) -> None:
    send(editor, **{"<script>alert(1)<__txt": b""})
    job = ImportJob.objects.get()
    assert "<script>alert" not in editor.get(job.get_absolute_url()).content.decode()


def test_a_draft_made_by_hand_is_no_upload(editor: Client) -> None:
    make_draft()
    assert "지난 작업" not in editor.get(UPLOAD).content.decode()


def test_nobody_is_asked_to_help_where_a_worker_is(editor: Client, settings: Any) -> None:
    settings.IMPORT_IN_PROCESS = 0
    address = send(editor, a__txt=article(1).encode(), b__txt=article(2).encode())
    first = ImportJob.objects.get().rows.earliest("place")
    for moment, helps in ((timezone.now(), False), (timezone.now() - timedelta(minutes=1), True)):
        ImportRow.objects.filter(pk=first.pk).update(claimed_at=moment)
        page = editor.get(address).content.decode()
        assert ("작업자가 없습니다" in page) == helps
        assert ('name="step"' in page) == helps


def test_what_was_refused_is_counted_in_the_choices(editor: Client) -> None:
    address = send(editor, a__txt=PASTE.encode(), b__txt=b"", c__txt=b" ")
    assert "가져오지 못함 2" in editor.get(address).content.decode()
