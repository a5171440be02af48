"""Files of every kind, made for a test."""

import io
import json
import zipfile
from typing import Any

import docx
import openpyxl

from messages_app.tests.factories import PASTE

PAGE = f"""<html><head><title>누리전자 새해 첫 메시지</title></head><body>
<nav><a href="/">홈</a><a href="/login">로그인</a></nav>
<article><h1>누리전자 새해 첫 메시지</h1>{"".join(f"<p>{line}</p>" for line in PASTE.splitlines()[4:] if line)}</article>
<footer>무단전재 및 재배포 금지</footer></body></html>"""
BIGKINDS = ["뉴스 식별자", "일자", "언론사", "기고자", "제목", "본문", "URL"]


def article(number: int) -> str:
    """A paste like no other."""
    return PASTE.replace("고객이 먼저 찾는", f"고객 {number}명이 먼저 찾는")


def bigkinds_row(number: int) -> list[Any]:
    body = article(number).split("\n\n", 1)[1]
    return [
        f"0110{number}",
        20260102,
        "가온경제",
        "나래원",
        f"누리전자 새해 {number}",
        body,
        f"https://gaon.example/{number}",
    ]


def word(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def workbook(*rows: list[Any]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def json_lines(*rows: Any) -> bytes:
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()


def archive(**members: bytes) -> bytes:
    """A zip; ``__`` in a name stands for a dot."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name.replace("__", "."), content)
    return stream.getvalue()
