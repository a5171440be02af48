"""One file, one article."""

from datetime import date

import pytest

from messages_app.importing import ImportRefused
from messages_app.importing.intake import decode, read_document, read_text
from messages_app.tests.factories import PASTE
from messages_app.tests.importing.intake.samples import PAGE, archive, word

# What lxml fails on with an AssertionError
ODD = "<svg width='10' height='10'><path d='M0 0 L10 10'/><path d='M5 5'/></svg>"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
@pytest.mark.parametrize("name", ["기사.txt", "기사.MD", "이름뿐"])
def test_text_in_any_usual_encoding(name: str, encoding: str) -> None:
    assert read_document(name, PASTE.encode(encoding)).text == PASTE


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00", b"\x81", bytes(range(128, 256))])
def test_what_is_in_no_encoding_is_refused(raw: bytes) -> None:
    with pytest.raises(ImportRefused, match="undecodable"):
        decode(raw)


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_a_web_page_gives_its_article_without_the_menus(encoding: str) -> None:
    read = read_document("기사.html", PAGE.encode(encoding))
    assert "고객이 먼저 찾는 회사가 되자" in read.text
    assert read.text.startswith("누리전자 새해 첫 메시지")
    assert "로그인" not in read.text
    assert "무단전재" not in read.text


def test_the_date_of_a_web_page_is_known() -> None:
    head = '<meta property="article:published_time" content="2026-01-02T10:00:00+09:00"></head>'
    read = read_document("기사.html", PAGE.replace("</head>", head).encode())
    assert read.published_date == date(2026, 1, 2)


@pytest.mark.parametrize("page", ["", "<html></html>", "<<<>>>", "<script>alert(1)</script>", "<p>" * 3000, ODD])
def test_a_page_without_an_article_is_refused(page: str) -> None:
    with pytest.raises(ImportRefused, match="no_main_text"):
        read_document("기사.htm", page.encode())


def test_a_word_document_gives_its_paragraphs() -> None:
    assert read_document("글.docx", word("첫 문단", "둘째 문단")).text == "첫 문단\n\n둘째 문단"


@pytest.mark.parametrize("content", [b"", b"x", archive(a__txt=b"x")])
def test_a_broken_word_document_is_refused(content: bytes) -> None:
    with pytest.raises(ImportRefused, match="broken_document"):
        read_document("글.docx", content)


@pytest.mark.parametrize("before", ["", "\ufeff", "\n  ", "<!-- saved -->\n", "<!DOCTYPE html>\n"])
def test_the_source_of_a_web_page_is_known_without_a_suffix(before: str) -> None:
    assert read_text(before + PAGE) == read_document("기사.html", PAGE.encode())


@pytest.mark.parametrize(
    "text",
    [PASTE, "<앵커> 새해입니다.</끝>", "<한가온 기자>\n" + PASTE, "<b>누리</b> 새해", "<p 새해", "5 < 7 </p>", ""],
)
def test_a_text_is_no_source_of_a_page(text: str) -> None:
    assert read_text(text).text == text
