"""``import_articles``: files and folders from the shell."""

import io
import os
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from messages_app.importing.intake import ReadArticle, read_document
from messages_app.models import Article
from messages_app.tests.factories import PASTE
from messages_app.tests.importing.intake.samples import BIGKINDS, archive, article, bigkinds_row, json_lines, workbook

pytestmark = pytest.mark.django_db


def run(*arguments: str | Path, fails: bool = False) -> str:
    """What the command prints and complains of."""
    out = io.StringIO()
    if fails:
        with pytest.raises(CommandError):
            call_command("import_articles", *map(str, arguments), stdout=out, stderr=out)
    else:
        call_command("import_articles", *map(str, arguments), stdout=out, stderr=out)
    return out.getvalue()


def test_a_file_is_imported_and_published(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(PASTE, encoding="cp949")
    printed = run("--publish", path)
    assert printed.count("\n") == 1
    assert "새로 가져옴, 게시함: 발언 3개" in printed
    assert Article.objects.get().is_published


def test_a_folder_is_walked_and_summed_up(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.txt").write_text(article(1), encoding="utf-8")
    (tmp_path / "b.zip").write_bytes(archive(c__txt=article(2).encode()))
    (tmp_path / "d.xlsx").write_bytes(workbook(BIGKINDS, bigkinds_row(3), bigkinds_row(4)))
    (tmp_path / ".hidden").write_text("", encoding="utf-8")
    assert "새로 가져옴 4, 이미 있음 0, 가져오지 못함 0" in run(tmp_path)
    assert "새로 가져옴 0, 이미 있음 4, 가져오지 못함 0" in run(tmp_path)
    assert Article.objects.count() == 4


def test_a_bad_file_is_named_and_stops_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.bin").write_bytes(b"x")
    (tmp_path / "c.txt").write_text(PASTE, encoding="utf-8")
    printed = run(tmp_path, tmp_path / "missing.txt", fails=True)
    assert "a.txt: 글이 비어 있습니다" in printed
    assert "b.bin: 읽을 수 없는 종류" in printed
    assert "missing.txt: 파일을 읽을 수 없습니다" in printed
    assert Article.objects.count() == 1


def test_a_file_named_in_another_encoding_is_imported(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode("기사".encode("cp949") + b".txt")).write_text(PASTE, encoding="utf-8")
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    call_command("import_articles", str(tmp_path), stdout=terminal)
    assert Article.objects.count() == 1


def test_a_file_named_is_a_text_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "article"
    path.write_text(PASTE, encoding="utf-8")
    assert f"{path}: 새로 가져옴" in run(path)


def test_columns_are_named(tmp_path: Path) -> None:
    path = tmp_path / "table.jsonl"
    path.write_bytes(json_lines({"inhalt": PASTE, "kopf": "머리"}))
    assert "--column body=…" in run(path, fails=True)
    run(path, "--column", "body=inhalt", "--column", "title=kopf")
    assert Article.objects.get().title == "머리"
    assert run(path, "--column", "nonsense=inhalt", fails=True) == ""


def test_a_file_of_several_articles_is_left_to_an_editor(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PASTE + "\n" + article(1), encoding="utf-8")
    assert "기사가 여럿 있는 것 같습니다" in run("--publish", tmp_path / "a.txt", fails=True)
    assert not Article.objects.get().is_published


def test_what_nobody_foresaw_is_named_and_stops_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(name: str, content: bytes) -> ReadArticle:
        if name.endswith("a.html"):
            raise AssertionError
        return read_document(name, content)

    monkeypatch.setattr("messages_app.management.commands.import_articles.read_document", fail)
    (tmp_path / "a.html").write_text("<p>", encoding="utf-8")
    (tmp_path / "b.txt").write_text(PASTE, encoding="utf-8")
    printed = run(tmp_path, fails=True)
    assert "a.html: 알 수 없는 오류로 읽지 못했습니다" in printed
    assert "새로 가져옴 1, 이미 있음 0, 가져오지 못함 1" in printed


def test_a_database_that_is_gone_stops_the_import(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_given: object) -> None:
        raise OperationalError

    monkeypatch.setattr("messages_app.management.commands.import_articles.prepare_draft", fail)
    (tmp_path / "a.txt").write_text(PASTE, encoding="utf-8")
    with pytest.raises(OperationalError):
        run(tmp_path)
