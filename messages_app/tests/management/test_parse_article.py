"""``parse_article`` for a person, for a program, and for many articles at once."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from messages_app.tests.factories import PASTE


def run(*arguments: str) -> tuple[str, str]:
    """What the command prints, and what it complains of."""
    out, complaints = io.StringIO(), io.StringIO()
    call_command("parse_article", *arguments, stdout=out, stderr=complaints)
    return out.getvalue(), complaints.getvalue()


def given(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))


def line(**row: Any) -> bytes:
    return json.dumps(row, ensure_ascii=False).encode() + b"\n"


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(PASTE, encoding="utf-8")
    return str(path)


def test_a_person_reads_who_said_what(article: str) -> None:
    printed, _ = run(article)
    assert "outlet    가온경제" in printed
    assert "한가람 누리전자 사장" in printed
    assert "  안전은 양보할 수 없다" in printed


def test_a_program_gets_one_object(article: str) -> None:
    parsed = json.loads(run(article, "--json")[0])
    assert parsed["published_date"] == "2026-01-02"
    assert [quote["text"] for quote in parsed["quotes"]] == [
        PASTE[quote["start"] : quote["end"]] for quote in parsed["quotes"]
    ]


def test_standard_input_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, b"\xef\xbb\xbf" + PASTE.encode())
    assert json.loads(run("--json")[0])["message_year"] == 2026


def test_many_articles_are_answered_line_by_line(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, line(id="a", text=PASTE) + b"\n" + line(id="b", text=""))
    answers = [json.loads(answer) for answer in run("--jsonl")[0].splitlines()]
    assert [(answer["id"], len(answer["quotes"])) for answer in answers] == [("a", 3), ("b", 0)]


@pytest.mark.parametrize(
    "bad",
    [
        b"{",
        b"[]\n",
        b"7\n",
        b"\xff\n",
        line(id="x"),
        line(text="x"),
        line(id="x", text=None),
        line(id="x", text=[1]),
        b"[" * 100_000,
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch, bad: bytes) -> None:
    given(monkeypatch, line(id="a", text=PASTE) + bad.rstrip(b"\n") + b"\n" + line(id="b", text=PASTE))
    out, complaints = io.StringIO(), io.StringIO()
    with pytest.raises(CommandError, match="1 bad line"):
        call_command("parse_article", "--jsonl", stdout=out, stderr=complaints)
    assert [json.loads(answer)["id"] for answer in out.getvalue().splitlines()] == ["a", "b"]
    assert complaints.getvalue().startswith("line 2: ")


def test_text_that_no_encoding_has_is_answered_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = PASTE.replace("고객이 먼저", "고객이 \ud800 먼저")
    given(monkeypatch, json.dumps({"id": "a", "text": text}).encode())
    printed = run("--jsonl")[0].encode()
    assert json.loads(printed)["quotes"][0]["text"] == "고객이 \ud800 먼저 찾는 회사가 되자"


@pytest.mark.parametrize(
    ("name", "shape"), [("missing.txt", []), ("missing.txt", ["--jsonl"]), (".", ["--json"]), ("broken.txt", [])]
)
def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path, name: str, shape: list[str]) -> None:
    (tmp_path / "broken.txt").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(CommandError, match="cannot read"):
        run(str(tmp_path / name), *shape)
