"""A draft into which two articles were pasted becomes two drafts."""

import re
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from messages_app.importing.changes import lock_article
from messages_app.importing.draft import prepare_draft, store_draft
from messages_app.importing.errors import ImportRefused
from messages_app.importing.publish import delete_articles
from messages_app.models import Article, Quote
from messages_app.parsing import second_article

# What stands between two articles is rarely more: the foot of one, the title and the head of the other.
LINES_AROUND = 10


def possible_beginnings(article: Article) -> list[tuple[int, str]]:
    """Where a second article may begin: (offset, line) around the line that tells of it; none where nothing does.

    It begins after a statement of the first one and before those of its own.
    """
    sign = second_article(article.body)
    if not sign:
        return []
    said = list(article.quotes.filter(kind=Quote.Kind.STATEMENT).values_list("start", flat=True))
    first = max((start for start in said if start < sign.start), default=0)
    last = min((start for start in said if start > sign.start), default=len(article.body))
    lines = [line for line in _later_lines(article.body) if first < line[0] <= last]
    before = [line for line in lines if line[0] <= sign.start][-LINES_AROUND:]
    return before + [line for line in lines if line[0] > sign.start][:LINES_AROUND]


def part_article(
    *, article_id: int, start: int, revision: int | None, imported_by: Any = None
) -> tuple[Article, Article]:
    """Store the text before a line and the text from it on as two drafts, in place of the one that holds both.

    What was corrected in that one goes with it. Raises ImportRefused where somebody changed it after the ``revision``
    that the editor saw, it is public by now, no line begins there, or a part cannot be imported, and
    Article.DoesNotExist; nothing is changed then.
    """
    body = Article.objects.values_list("body", flat=True).get(pk=article_id)
    if start not in dict(_later_lines(body)):
        raise ImportRefused("no_line", _("뒤의 기사가 시작하는 줄을 고르세요."))
    parts = [prepare_draft(text=text) for text in (body[:start], body[start:])]
    with transaction.atomic():
        both = lock_article(article_id)
        if both.is_published:
            raise ImportRefused("published", _("이미 게시한 기사라 나눌 수 없습니다. 초안으로 되돌린 뒤 나누세요."))
        if both.revision != revision:
            raise ImportRefused("changed", _("그사이 다른 사람이 이 초안을 고쳤습니다. 고친 것을 보고 다시 나누세요."))
        first, second = (store_draft(part, imported_by=imported_by, is_sample=both.is_sample).article for part in parts)
        delete_articles(articles=Article.objects.filter(pk=article_id))
    return first, second


def _later_lines(body: str) -> list[tuple[int, str]]:
    """(offset, line) of every line with words in it but the first."""
    lines = re.finditer("[^\n]+", body)
    return [(line.start(), line[0].strip()) for line in lines if line[0].strip()][1:]
