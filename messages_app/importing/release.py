"""Who takes the place of a record that leaves: what is linked stays linked, and what an editor decided holds."""

from collections import defaultdict
from collections.abc import Iterable

from messages_app.models import Quote


def release_reprints(quotes: Iterable[int]) -> set[int]:
    """Give the reprints of some quotes, which leave the record or are none, a record among themselves.

    It is the fullest; one that was found to say the same comes before one that an editor linked, and what is public
    before drafts. Returns the quotes whose links changed; the transaction is the caller's.
    """
    records = list(quotes)
    left: dict[Quote, list[Quote]] = defaultdict(list)
    reprints = Quote.objects.filter(kind=Quote.Kind.STATEMENT, original__in=records).exclude(pk__in=records)
    for quote in reprints.select_related("article", "original").defer("article__body"):
        if quote.original:
            left[quote.original].append(quote)
    for record, some in left.items():
        _take_place(record, max(some, key=_standing))
    return {quote.pk for some in left.values() for quote in some}


def point(quotes: Iterable[int], record: int | None) -> set[int]:
    """Let quotes be reports of a record, or of none. Returns them."""
    moved = set(quotes) - {record}
    if moved:
        Quote.objects.filter(pk__in=moved).update(original=record)
    return moved


def _standing(quote: Quote) -> tuple[bool, bool, int, int]:
    return quote.article.is_published, not quote.original_decided, len(quote.text), -quote.pk


def _take_place(record: Quote, report: Quote) -> None:
    """Let a report be the record, and what was the record its report, should that come back.

    What an editor decided of the two holds on: that they are one statement, and that it is a statement of its own.
    """
    point(record.reprints.values_list("pk", flat=True), report.pk)
    decided = record.original_decided or report.original_decided
    Quote.objects.filter(pk=record.pk).update(original=report, original_decided=decided)
    Quote.objects.filter(pk=report.pk).update(original=None, original_decided=record.original_decided)
