"""Many articles in one table: .csv, .xlsx, .jsonl, and which column is what."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import PurePosixPath
from typing import Any

from django.utils.translation import gettext_lazy as _

from messages_app.importing.errors import ImportRefused
from messages_app.importing.intake.decoding import decode
from messages_app.importing.intake.documents import ReadArticle
from messages_app.importing.intake.markup import shown_text

MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_CELL = 4_000_000
# What a column can be, and the headings it goes by; those of the press archive BigKinds first.
COLUMNS: dict[str, tuple[str, ...]] = {
    "body": ("본문", "text", "body", "content", "내용", "기사본문", "기사내용"),
    "title": ("제목", "title", "headline", "기사제목"),
    "outlet": ("언론사", "매체", "outlet", "press", "publisher", "신문사"),
    "reporters": ("기고자", "기자", "reporter", "reporters", "author", "byline"),
    "published_date": ("일자", "날짜", "보도일", "date", "published_date", "게재일"),
    "url": ("URL", "url", "link", "주소", "원문주소", "링크"),
}
BIGKINDS = frozenset({"뉴스식별자", "일자", "언론사", "기고자", "제목", "본문", "url"})
DATE = re.compile(r"(\d{4})\D{0,2}(\d{1,2})\D{0,2}(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Table:
    """The headings of a table and its rows, each a value for every heading."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def is_bigkinds(self) -> bool:
        """Whether this is an export of BigKinds, whose columns need no choosing."""
        return BIGKINDS.issubset(map(_plain, self.headings))


def read_table(name: str, content: bytes) -> Table:
    """A table with at least one row. Raises ImportRefused with the reason why it cannot be read."""
    suffix = PurePosixPath(name).suffix.lower()
    read = {".xlsx": _read_workbook, ".csv": _read_csv, ".jsonl": _read_lines}[suffix]
    lines = list(islice(read(content), MAX_ROWS + 2))
    if len(lines) < 2:
        raise ImportRefused("empty_table", _("표에 기사가 없습니다. 첫 줄에 열 이름, 그 아래에 기사가 있어야 합니다."))
    if len(lines) > MAX_ROWS + 1:
        raise ImportRefused("long_table", _("표가 너무 깁니다. 20,000줄까지 나누어 올리세요."))
    headings, *rows = lines
    width = len(headings)
    return Table(tuple(headings), tuple(tuple((*row, *[""] * width)[:width]) for row in rows))


def recognise_columns(headings: Iterable[str]) -> dict[str, str]:
    """What each known column is headed with, where it is: ``{"body": "본문", "title": "제목"}``."""
    given = {_plain(heading): heading for heading in reversed(list(headings))}
    found = {}
    for column, names in COLUMNS.items():
        heading = next((given[_plain(name)] for name in names if _plain(name) in given), None)
        if heading is not None:
            found[column] = heading
    return found


def compose(row: Mapping[str, str], columns: Mapping[str, str]) -> ReadArticle:
    """The article of a row: its values put together as a paste would have them, and known one by one."""
    value = {column: row.get(heading, "").strip() for column, heading in columns.items()}
    day = read_date(value.get("published_date", ""))
    title = " ".join(shown_text(value.get("title", "")).split())
    head = [
        title,
        value.get("outlet", ""),
        f"입력 {day:%Y.%m.%d.}" if day else "",
        value.get("url", ""),
    ]
    body = shown_text(value.get("body", ""))
    return ReadArticle(
        text="\n".join([*filter(None, head), "", body]) if body else "",
        title=title,
        outlet=value.get("outlet", ""),
        reporters=tuple(filter(None, (name.strip() for name in re.split(r"[,;/·]", value.get("reporters", ""))))),
        published_date=day,
        url=value.get("url", "") if value.get("url", "").startswith(("http://", "https://")) else "",
    )


def read_date(text: str) -> date | None:
    """``20260102``, ``2026-01-02 10:10``, ``2026. 1. 2.`` as a day; None for anything else."""
    match = DATE.match(text.strip())
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _plain(heading: str) -> str:
    return "".join(heading.split()).casefold()


def _read_csv(content: bytes) -> Iterator[list[str]]:
    text = decode(content)
    first = text.partition("\n")[0]
    csv.field_size_limit(MAX_CELL)
    delimiter = max(",;\t", key=first.count)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if any(cell.strip() for cell in row):
                yield row[:MAX_COLUMNS]
    except csv.Error as error:
        raise ImportRefused(
            "broken_table", _("표를 읽을 수 없습니다. 엑셀에서 CSV UTF-8로 다시 저장하세요.")
        ) from error


def _read_workbook(content: bytes) -> Iterator[list[str]]:
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for row in book.worksheets[0].iter_rows(max_col=MAX_COLUMNS, values_only=True):
            cells = [_cell(value) for value in row]
            while cells and not cells[-1]:
                cells.pop()
            if cells:
                yield cells
        book.close()
    except ImportRefused:
        raise
    except Exception as error:  # openpyxl lets whatever zipfile, its XML parser or a bad value raise through.
        raise ImportRefused(
            "broken_table", _("깨진 파일입니다. 워드나 엑셀에서 열어 다시 저장한 뒤 올리세요.")
        ) from error


def _cell(value: Any) -> str:
    if isinstance(value, datetime | date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _read_lines(content: bytes) -> Iterator[list[str]]:
    """One JSON object a line; the headings are all their keys. A line that is none is a row without a body."""
    objects: list[dict[str, Any]] = []
    for line in decode(content).split("\n"):
        if line.strip():
            objects.append(_object(line))
    headings = list(dict.fromkeys(key for item in objects for key in item))[:MAX_COLUMNS]
    if headings:
        yield headings
    for item in objects:
        yield [_json_cell(item.get(heading)) for heading in headings]


def _object(line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return {str(key): value for key, value in found.items()} if isinstance(found, dict) else {}


def _json_cell(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_cell, value))
    return _cell(value)
