"""Many articles in one table."""

from datetime import date

import pytest

from messages_app.importing import ImportRefused
from messages_app.importing.intake import compose, read_table, recognise_columns, tables
from messages_app.tests.importing.intake.samples import BIGKINDS, bigkinds_row, json_lines, workbook


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("표.csv", "제목,본문\n첫째,글 하나\n둘째,글 둘\n".encode()),
        ("표.csv", "제목;본문\r\n첫째;글 하나\r\n\r\n둘째;글 둘\r\n".encode("cp949")),
        ("표.csv", "제목\t본문\n첫째\t글 하나\n둘째\t글 둘".encode("utf-16")),
        ("표.xlsx", workbook(["제목", "본문"], ["첫째", "글 하나"], [None, None], ["둘째", "글 둘"])),
        ("표.jsonl", json_lines({"제목": "첫째", "본문": "글 하나"}, {"본문": "글 둘", "제목": "둘째"})),
    ],
)
def test_tables_of_every_kind_are_the_same(name: str, content: bytes) -> None:
    table = read_table(name, content)
    assert table.headings == ("제목", "본문")
    assert table.rows == (("첫째", "글 하나"), ("둘째", "글 둘"))
    assert not table.is_bigkinds


def test_lines_within_a_cell_stay() -> None:
    assert read_table("표.csv", '본문\n"하나\n둘"\n'.encode()).rows == (("하나\n둘",),)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("표.csv", b""),
        ("표.csv", "본문\n".encode()),
        ("표.xlsx", workbook(["본문"])),
        ("표.xlsx", b"x"),
        ("표.jsonl", b""),
        ("표.csv", b"\x81\xff"),
    ],
)
def test_a_table_without_articles_or_broken_is_refused(name: str, content: bytes) -> None:
    with pytest.raises(ImportRefused):
        read_table(name, content)


def test_a_line_that_is_no_object_is_a_row_without_text() -> None:
    table = read_table("표.jsonl", json_lines({"text": "글"}) + b"\n{broken\n[1, 2]\nnull")
    assert table.rows == (("글",), ("",), ("",), ("",))


def test_a_table_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MAX_ROWS", 2)
    with pytest.raises(ImportRefused, match="long_table"):
        read_table("표.csv", b"a\n1\n2\n3\n")


def test_an_export_of_bigkinds_is_known_by_its_headings() -> None:
    table = read_table("표.xlsx", workbook(BIGKINDS, bigkinds_row(1)))
    assert table.is_bigkinds
    assert recognise_columns(table.headings) == {
        "body": "본문",
        "title": "제목",
        "outlet": "언론사",
        "reporters": "기고자",
        "published_date": "일자",
        "url": "URL",
    }


def test_of_two_like_headings_the_first_is_taken() -> None:
    assert recognise_columns(["Text", "text", "모름"]) == {"body": "Text"}


def test_a_row_becomes_a_paste_with_what_is_known() -> None:
    row = dict(zip(BIGKINDS, map(str, bigkinds_row(1)), strict=True))
    read = compose(row, recognise_columns(BIGKINDS))
    assert (read.title, read.outlet, read.reporters) == ("누리전자 새해 1", "가온경제", ("나래원",))
    assert (read.published_date, read.url) == (date(2026, 1, 2), "https://gaon.example/1")
    assert read.text.startswith("누리전자 새해 1\n가온경제\n입력 2026.01.02.\nhttps://gaon.example/1\n\n")


def test_a_row_without_a_body_is_nothing() -> None:
    assert compose({"제목": "제목뿐"}, {"title": "제목", "body": "본문"}).text == ""


def test_an_address_that_is_none_is_left_out() -> None:
    assert compose({"b": "글", "u": "javascript:alert(1)"}, {"body": "b", "url": "u"}).url == ""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("20260102", date(2026, 1, 2)),
        ("2026-01-02 10:10:00", date(2026, 1, 2)),
        ("2026. 1. 2.", date(2026, 1, 2)),
        ("2026년 1월 2일", date(2026, 1, 2)),
        ("20261345", None),
        ("어제", None),
        ("", None),
    ],
)
def test_dates_as_tables_write_them(text: str, day: date | None) -> None:
    assert tables.read_date(text) == day


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("<p>한 사장은 “먼저<br/>가자”고 했다.</p><p>&ldquo;고객&rdquo;</p>", "한 사장은 “먼저\n가자”고 했다.\n“고객”"),
        ("<나은결 기자> 1 < 2<br>둘째 줄", "<나은결 기자> 1 < 2\n둘째 줄"),
        ("<div><script>세기()</script><!-- 광고 -->본문</div>", "본문"),
        ("<b>새해 첫 메시지</b><p>본문</p>이어서<div>\n 끝</div>", "새해 첫 메시지\n본문\n이어서\n끝"),
        ("<table><tr><td>한 사장</td><td>“고객”</td></tr></table>", "한 사장\n“고객”"),
        ("첫 문단<br><br>둘째 문단", "첫 문단\n\n둘째 문단"),
        ("<p>\f고객\uffff</p>둘째\v줄", "고객\n둘째 줄"),
        ("<p>글이\x01아닌 것</p>", "<p>글이\x01아닌 것</p>"),
        ("<p>반쪽 \ud83d</p>", "<p>반쪽 \ud83d</p>"),
        ("<b>누리전자는 그대로", "<b>누리전자는 그대로"),
        ("<나은결 기자> 그대로", "<나은결 기자> 그대로"),
    ],
)
def test_a_cell_of_html_is_read_as_what_it_shows(cell: str, shown: str) -> None:
    assert compose({"본문": cell}, {"body": "본문"}).text == f"\n{shown}"


def test_a_title_of_html_is_one_line_of_what_it_shows() -> None:
    read = compose(
        {"제목": "<b>누리전자</b><br>&quot;고객&quot; 새해 첫 메시지", "본문": "본문"},
        {"title": "제목", "body": "본문"},
    )
    assert read.title == '누리전자 "고객" 새해 첫 메시지'
    assert read.text.startswith(read.title)
