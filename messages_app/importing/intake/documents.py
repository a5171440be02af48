"""One file, one article: plain text, a saved web page, a Word document."""

import io
import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from messages_app.importing.errors import ImportRefused
from messages_app.importing.intake.decoding import decode

# A text that opens with an element of a page and closes one; <b>누리</b>, <앵커> and <나은결 기자> open none.
PAGE_SOURCE = re.compile(
    r"\s*<(?:!doctype\s|!--|(?:html|head|body|meta|main|article|section|header|div|table|h[1-6]|p)[\s>])(?=.*</[a-z])",
    re.IGNORECASE | re.DOTALL,
)
NOT_SHOWN = re.compile(
    r"<(?P<part>script|style)\b.*?(?:</(?P=part)|\Z)|<!--.*?(?:-->|\Z)|<[^<>]*>", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """The text of an article, and what is known of it besides; what is empty is left to the parser."""

    text: str
    title: str = ""
    outlet: str = ""
    reporters: tuple[str, ...] = ()
    published_date: date | None = None
    url: str = ""


def read_text(text: str) -> ReadArticle:
    """A text as it is; of the source of a web page its article. Raises ImportRefused where that has none."""
    return _read_page(text) if PAGE_SOURCE.match(text.removeprefix("\ufeff")) else ReadArticle(text)


def read_document(name: str, content: bytes) -> ReadArticle:
    """The article of a file, by its suffix. Raises ImportRefused with the reason why there is none."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in (".html", ".htm"):
        return _read_page(decode(content))
    if suffix == ".docx":
        return ReadArticle(_read_word(content))
    return read_text(decode(content))


def refuse_long(text: str) -> None:
    """Raise ImportRefused for more text than ``IMPORT_MAX_CHARACTERS``."""
    limit = settings.IMPORT_MAX_CHARACTERS
    if len(text) > limit:
        raise ImportRefused(
            "too_long",
            _("글이 너무 깁니다(%(length)s자). 한 번에 %(limit)s자까지 가져올 수 있으니 기사 하나만 넣으세요.")
            % {"length": f"{len(text):,}", "limit": f"{limit:,}"},
        )


def _read_page(source: str) -> ReadArticle:
    """A web page's article under its title, without the menus around it."""
    refuse_long(NOT_SHOWN.sub("", source))  # To find the article in so much takes many seconds.
    import trafilatura  # Takes a third of a second, and few commands need it.

    try:
        found: Any = trafilatura.bare_extraction(
            source, include_comments=False, include_tables=False, favor_recall=True, with_metadata=True
        )
    except Exception:  # trafilatura lets whatever lxml or a missing part of the page raise through.
        found = None
    body = (found.text or "").strip() if found else ""
    if not found or not body:
        raise ImportRefused("no_main_text", _("웹 문서에서 기사 본문을 찾지 못했습니다. 본문을 복사해 붙여 넣으세요."))
    title = (found.title or "").strip()
    body = body.removeprefix(title).strip()
    day = _day(found.date)
    head = [line for line in (title, found.sitename, f"입력 {day:%Y.%m.%d.}" if day else "", found.url) if line]
    text = "\n".join([*head, "", re.sub(r"\n(?!\n)", "\n\n", body)])
    return ReadArticle(text, title=title, published_date=day, url=found.url or "")


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def _read_word(content: bytes) -> str:
    """The paragraphs and table cells of a .docx in order."""
    import docx

    try:
        document = docx.Document(io.BytesIO(content))
        parts = [
            part.text if hasattr(part, "text") else "\n".join(cell.text for row in part.rows for cell in row.cells)
            for part in document.iter_inner_content()
        ]
    except Exception as error:  # python-docx lets whatever lxml, zipfile or a missing part raise through.
        raise ImportRefused(
            "broken_document", _("깨진 파일입니다. 워드나 엑셀에서 열어 다시 저장한 뒤 올리세요.")
        ) from error
    return "\n\n".join(parts)
