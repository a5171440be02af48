"""The keyword index computed afresh, a piece at a time: to repair it, or to prove that it needs no repair."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import Max

from messages_app.importing.keywords import (
    count_words,
    index_statements,
    lock_index,
    read_published,
    unindex_statements,
    uses_of,
)
from messages_app.importing.postings import rebuild_postings
from messages_app.importing.signatures import rebuild_signatures
from messages_app.importing.totals import Figures, Key, frequent_keywords, fresh_totals, stored_totals, write_totals
from messages_app.models import (
    EVERYTHING,
    SIGNED,
    Keyword,
    KeywordPostings,
    KeywordTotal,
    KeywordUse,
    Quote,
    TextSignatures,
)
from messages_app.search import Lexicon

QUOTES_AT_ONCE = 500
# 3 MB of signatures.
BLOCKS_AT_ONCE = 50
# A frequent word has thousands of totals: by company, by executive.
KEYWORDS_AT_ONCE = 25
COLUMNS = (
    "count",
    "raw_count",
    "spots",
    "company_id",
    "house_id",
    "executive_id",
    "outlet",
    "message_year",
    "sort_key",
)
Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class RebuildResult:
    """How many quotes were looked at, and how many quotes, totals, blocks of postings and of signatures were wrong."""

    quotes: int
    wrong_quotes: int
    wrong_totals: int
    wrong_postings: int
    wrong_signatures: int

    @property
    def is_right(self) -> bool:
        return not (self.wrong_quotes or self.wrong_totals or self.wrong_postings or self.wrong_signatures)


def rebuild_keywords(
    *, check: bool = False, first: int = 0, progress: Callable[[float, int], None] = lambda share, quote: None
) -> RebuildResult:
    """Compare the whole index with a fresh computation and, unless ``check``, put right what differs.

    Memory does not grow with the archive. Each piece is a transaction of its own, and a piece that is right is left
    alone: stopped anywhere, it is simply run again, or from the quote number ``first`` on. ``progress`` hears
    the share done, 0 to 1, and the number of the last quote that is. A check sees each piece as it
    is at one moment: what is published between its two reads would look wrong.
    """
    last = Quote.objects.aggregate(last=Max("pk"))["last"] or 0
    quotes = wrong = 0
    for ids in _pieces(first, last):
        quotes += len(ids)
        wrong += _rebuild_quotes(ids, check)
        progress(0.8 * ids[-1] / last, ids[-1])
    totals = _rebuild_totals(check, lambda share: progress(0.8 + 0.1 * share, last))
    # Last, as they name outlets by the numbers of their totals.
    postings = _rebuild_postings(check, lambda share: progress(0.9 + 0.08 * share, last))
    signatures = _rebuild_signatures(check, lambda share: progress(0.98 + 0.02 * share, last))
    return RebuildResult(quotes, wrong, totals, postings, signatures)


def _pieces(first: int, last: int) -> Iterator[list[int]]:
    while first <= last:
        some = Quote.objects.filter(pk__gte=first).order_by("pk").values_list("pk", flat=True)
        ids = list(some[:QUOTES_AT_ONCE])
        if not ids:
            return
        yield ids
        first = ids[-1] + 1


@contextmanager
def _piece(check: bool) -> Iterator[None]:
    """A transaction in which nobody else writes or, to check, one that sees nothing of what others write meanwhile.

    PostgreSQL gives such a view also to whoever may only read; SQLite has one writer at a time in any case.
    """
    is_first = not connection.in_atomic_block
    with transaction.atomic():
        if check and is_first and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        else:
            lock_index()
        yield


def _rebuild_quotes(ids: list[int], check: bool) -> int:
    """How many of some quotes are wrong in the index."""
    with _piece(check):
        stored, fresh = _stored_rows(ids), _fresh_rows(ids)
        wrong = [pk for pk in ids if stored.get(pk, {}) != fresh.get(pk, {})]
        if wrong and not check:
            some = Quote.objects.filter(pk__in=wrong)
            unindex_statements(some)
            index_statements(some)
    return len(wrong)


def _stored_rows(ids: list[int]) -> dict[int, dict[Row, Row]]:
    rows: dict[int, dict[Row, Row]] = {}
    uses = KeywordUse.objects.filter(quote__in=ids).values_list("quote_id", "keyword__form", "place", *COLUMNS)
    for quote, form, place, *values in uses:
        rows.setdefault(quote, {})[form, place] = tuple(values)
    return rows


def _fresh_rows(ids: list[int]) -> dict[int, dict[Row, Row]]:
    said = read_published(Quote.objects.filter(pk__in=ids))
    lexicon = Lexicon.load()
    counted = [count_words(item.text, lexicon) for item in said]
    keywords = _keywords_for(set().union(*counted) | {EVERYTHING})
    names = {keyword.pk: keyword.form for keyword in keywords.values()}
    rows: dict[int, dict[Row, Row]] = {}
    for item, words in zip(said, counted, strict=True):
        for use in uses_of(item, words, keywords):
            values = tuple(getattr(use, column) for column in COLUMNS)
            rows.setdefault(item.quote_id, {})[names[use.keyword_id], use.place] = values
    return rows


def _keywords_for(forms: set[str]) -> dict[str, Keyword]:
    """Keywords by form with those they count as; one never stored stands in with a number of its own below 0."""
    stored = {keyword.form: keyword for keyword in Keyword.objects.filter(form__in=forms)}
    heads = Keyword.objects.filter(pk__in={item.counts_as_id for item in stored.values() if item.counts_as_id})
    stored |= {keyword.form: keyword for keyword in heads}
    missing = sorted(forms - stored.keys())
    return stored | {form: Keyword(pk=-number, form=form) for number, form in enumerate(missing, 1)}


def _rebuild_totals(check: bool, progress: Callable[[float], None]) -> int:
    wrong = 0
    ids = list(Keyword.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), KEYWORDS_AT_ONCE):
        some = ids[start : start + KEYWORDS_AT_ONCE]
        with _piece(check):
            wrong += _rebuild_totals_of(some, check)
        progress((start + len(some)) / len(ids))
    progress(1.0)
    return wrong


def _rebuild_totals_of(keywords: list[int], check: bool) -> int:
    stored, fresh = stored_totals(keywords), fresh_totals(keywords)
    wrong: dict[Key, Figures | None] = {
        key: fresh.get(key) for key in stored.keys() | fresh.keys() if stored.get(key) != fresh.get(key)
    }
    if not check:
        write_totals({key: figures for key, figures in wrong.items() if figures})
        for keyword, scope, value in (key for key, figures in wrong.items() if not figures):
            KeywordTotal.objects.filter(keyword=keyword, scope=scope, value=value).delete()
    return len(wrong)


def _rebuild_postings(check: bool, progress: Callable[[float], None]) -> int:
    wrong = 0
    frequent = sorted(frequent_keywords())
    for number, keyword in enumerate(frequent, 1):
        with _piece(check):
            wrong += rebuild_postings(keyword, check=check)
        progress(number / (len(frequent) + 1))
    with _piece(check):
        # Asked again, and last: meanwhile other words may have become frequent, and some of these rare.
        stale = KeywordPostings.objects.exclude(keyword__in=frequent_keywords())
        wrong += stale.count() if check else stale.delete()[0]
    progress(1.0)
    return wrong


def _rebuild_signatures(check: bool, progress: Callable[[float], None]) -> int:
    last_signed = TextSignatures.objects.aggregate(last=Max("block"))["last"] or 0
    last_quote = Quote.objects.aggregate(last=Max("pk"))["last"] or 0
    blocks = range(max(last_signed, last_quote // SIGNED) + 1)
    wrong = 0
    for start in range(0, len(blocks), BLOCKS_AT_ONCE):
        with _piece(check):
            wrong += rebuild_signatures(blocks[start : start + BLOCKS_AT_ONCE], check=check)
        progress(min(start + BLOCKS_AT_ONCE, len(blocks)) / len(blocks))
    return wrong
