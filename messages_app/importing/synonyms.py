"""Which words count as one, which are kept whole, and which are in no ranking: an editor's decisions."""

import re
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from messages_app.importing.errors import ImportRefused
from messages_app.importing.keywords import lock_index, recount_statements, reindex_statements
from messages_app.korean import INVISIBLE
from messages_app.models import EVERYTHING, Keyword, Quote, plain_name
from messages_app.search import indexed

# All that parts characters in Unicode, seen or not: PostgreSQL takes less of it for space than the search for compounds
# does.
BLANK = "[\\s\x1c-\x1f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"


@dataclass(frozen=True, slots=True)
class KeywordChange:
    """The keyword after the change, and how many statements were counted afresh because of it."""

    keyword: Keyword
    recounted: int


def save_keyword(
    *, form: str, counts_as: Keyword | None = None, is_stop: bool = False, is_compound: bool = False
) -> KeywordChange:
    """Make or change a keyword, and bring every figure that depends on it up to date, in one transaction.

    Synonyms of a word that becomes a synonym itself move with it. Raises ImportRefused for a form that is empty or
    has blanks, and for a word that would count as itself.
    """
    form = "".join(plain_name(form).split()).upper()
    if not form or form == EVERYTHING:
        raise ImportRefused("empty", _("낱말을 적어 주세요."))
    with transaction.atomic():
        lock_index()
        keyword, _created = Keyword.objects.get_or_create(form=form)
        if counts_as:
            counts_as.refresh_from_db()  # Another editor may have made it a synonym meanwhile.
        head = counts_as.counts_as or counts_as if counts_as else None
        if head == keyword:
            raise ImportRefused("circle", _("낱말을 자기 자신이나 자기에 더해지는 낱말로 셀 수는 없습니다."))
        was_compound, old_head = keyword.is_compound, keyword.counts_as_id
        moved = list(keyword.synonyms.values_list("pk", flat=True)) if head else []
        Keyword.objects.filter(pk__in=moved).update(counts_as=head)
        keyword.counts_as, keyword.is_stop, keyword.is_compound = head, is_stop, is_compound
        keyword.save()
        recounted = _recount([keyword.pk, *moved]) if old_head != keyword.counts_as_id else 0
        if was_compound != is_compound:
            recounted += _reread(form)
    return KeywordChange(keyword, recounted)


def _recount(keywords: list[int]) -> int:
    said = indexed().filter(keyword_uses__keyword__in=keywords, keyword_uses__raw_count__gt=0)
    return _apply(said, reread=False)


def _reread(form: str) -> int:
    """Read again whatever may hold a compound, spaced and in capitals as it may be."""
    stands = f"(?:{BLANK}|{INVISIBLE.pattern})*".join(map(re.escape, form))
    return _apply(indexed().filter(text__iregex=stands), reread=True)


def _apply(said: QuerySet[Quote], *, reread: bool) -> int:
    ids = sorted(set(said.order_by().values_list("pk", flat=True)))
    quotes = Quote.objects.filter(pk__in=ids)
    if reread:
        reindex_statements(quotes)
    else:
        recount_statements(quotes)
    return len(ids)
