"""Statements as CSV and JSON, piece by piece, so that a million of them take no more memory than one."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from messages_app.exports.cells import csv_lines
from messages_app.models import Quote
from messages_app.search import articles_reporting

KINDS = {"csv": "text/csv; charset=utf-8", "json": "application/json"}
# The absolute address of a statement's page.
Address = Callable[[Quote], str]
BETWEEN = "; "
COLUMNS: tuple[tuple[str, Promise], ...] = (
    ("id", _("번호")),
    ("message_year", _("신년사 연도")),
    ("text", _("발언")),
    ("name", pgettext_lazy("column", "말한 사람")),
    ("organisation", _("조직")),
    ("title", _("당시 직함")),
    ("company", _("회사")),
    ("outlet", _("매체")),
    ("published_date", _("보도일")),
    ("article", _("기사 제목")),
    ("source", _("원문 주소")),
    ("reports", _("보도 건수")),
    ("address", _("발언 주소")),
    ("rights", _("저작권")),
)


def rights() -> str:
    """What whoever goes on using the words must know."""
    return gettext(
        "발언은 보도된 기사에서 그대로 옮긴 것이며, 기사의 저작권은 각 언론사에 있습니다. 쓸 때는 출처를 밝혀 주세요."
    )


def invented() -> str:
    """What stands in the place of the rights beside a statement of the sample."""
    return gettext("예시 데이터입니다. 발언과 회사, 사람을 모두 지어냈습니다.")


def record(quote: Quote, address: Address) -> dict[str, Any]:
    """All that is public about a statement, under the names of ``COLUMNS``; the speakers are a list."""
    article = quote.article
    return {
        "id": quote.pk,
        "message_year": quote.message_year,
        "text": quote.text,
        "speakers": [
            {
                "name": who.name,
                "organisation": who.organisation,
                "title": who.title,
                "company": who.company.name if who.company else "",
            }
            for who in quote.attributions.all()
        ],
        "outlet": article.outlet,
        "published_date": article.published_date.isoformat() if article.published_date else "",
        "article": article.title,
        "source": article.url,
        "reports": articles_reporting(quote),
        "address": address(quote),
        "sample": article.is_sample,
    }


def as_csv(quotes: Iterable[Quote], address: Address) -> Iterator[str]:
    """A line for each statement, joint speakers in one cell; begins with the mark by which Excel knows UTF-8.

    A cell that a spreadsheet would take for a formula has an apostrophe before it.
    """
    return csv_lines([str(heading) for _, heading in COLUMNS], _rows(quotes, address))


def _rows(quotes: Iterable[Quote], address: Address) -> Iterator[list[Any]]:
    said = rights()
    for quote in quotes:
        row = record(quote, address)
        speakers = row.pop("speakers")
        row |= {key: BETWEEN.join(who[key] for who in speakers) for key in ("name", "organisation", "title", "company")}
        row["rights"] = invented() if row["sample"] else said
        yield [row[key] for key, _ in COLUMNS]


def as_json(quotes: Iterable[Quote], address: Address, **about: Any) -> Iterator[str]:
    """One object: what the statements are (``about``, ``rights``) and ``quotes``, a list of records."""
    head = json.dumps(about | {"rights": rights()}, ensure_ascii=False)
    yield head[:-1] + ', "quotes": ['
    between = "\n"
    for quote in quotes:
        yield between + json.dumps(record(quote, address), ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"
