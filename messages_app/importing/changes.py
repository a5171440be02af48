"""What every change to a quote has in common: the lock, the history, the conflict, the public side.

The transaction is the caller's.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from messages_app.importing.errors import StaleQuote
from messages_app.importing.history import note_additions, note_beginnings, note_changes
from messages_app.importing.keywords import lock_index
from messages_app.importing.publish import update_published
from messages_app.importing.speakers import Speakers, replace_speakers, speakers_of
from messages_app.models import Article, Quote

CHANGING = ("kind", "checked", "start", "end", "text", "place", "revision")


@dataclass(frozen=True, slots=True)
class QuoteChange:
    """What one quote should be. Its words are a span of the source and are changed only as such.

    ``revision`` is the one the editor saw. ``touched`` is False where the editor only saw it.
    """

    quote_id: int
    kind: str
    speakers: Speakers
    checked: bool = False
    revision: int = 0
    touched: bool = True


@dataclass(frozen=True, slots=True)
class Difference:
    """A quote that somebody else changed meanwhile: what it is now, what was sent, and who did it when."""

    quote: Quote
    now: str
    sent: str
    who: str
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ChangeResult:
    """The article and the quotes of it that are different now."""

    article: Article
    changed: tuple[int, ...] = ()


def lock_article(article_id: int, *, publishing: bool = False) -> Article:
    """The article, and nobody else's changes to it until the transaction ends.

    What is public, or about to be, is counted: then the index is locked before anything is changed, as merging locks
    it before it touches speakers. The other way round each of the two would wait for the other.
    """
    article = Article.objects.select_for_update().get(pk=article_id)
    if publishing or article.is_published:
        lock_index()
    return article


def check_revision(quote: Quote, change: QuoteChange) -> None:
    """Raise StaleQuote where somebody changed the quote since the editor saw it, unless to the very same."""
    if quote.revision != change.revision and not is_same(quote, change):
        raise StaleQuote([difference(quote, change)])


def is_same(quote: Quote, change: QuoteChange) -> bool:
    """Whether the quote is already what it should be."""
    wanted = tuple(filter(None, change.speakers))
    return (quote.kind, quote.checked, speakers_of(quote)) == (change.kind, change.checked, wanted)


def difference(quote: Quote, change: QuoteChange) -> Difference:
    """A quote against what was sent for it, in words."""
    latest = quote.history.select_related("history_user").first()
    return Difference(
        quote,
        describe(quote.kind, speakers_of(quote)),
        describe(change.kind, change.speakers),
        str(latest.history_user or "") if latest else "",
        latest.history_date if latest else None,
    )


def describe(kind: str, speakers: Speakers) -> str:
    """``발언 · 김가온 가람텔레콤 사장``."""
    people = "; ".join(str(who) for who in speakers if who)
    return " · ".join(filter(None, (str(Quote.Kind(kind).label), people)))


def apply_changes(
    article: Article, quotes: Collection[Quote], speakers: Mapping[int, Speakers], *, added: bool = False
) -> None:
    """Store changed or ``added`` quotes, with new speakers by quote id, and a moment of history each."""
    if not added:
        note_beginnings(article, [quote.pk for quote in quotes])
    replace_speakers(speakers)
    for quote in quotes:
        quote.revision += 1
    Quote.objects.bulk_update(quotes, CHANGING)
    (note_additions if added else note_changes)(quotes)
    article.revision += 1
    Article.objects.filter(pk=article.pk).update(revision=article.revision)


def follow_up(article: Article, quotes: Collection[Quote]) -> None:
    """What is public follows the change of some quotes.

    Raises NotPublishable where a published article would not be publishable any more.
    """
    if article.is_published and quotes:
        update_published(article=article, quotes=quotes)
