"""The review screen as one form: header and quotes stored all together or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from messages_app.importing.changes import (
    Difference,
    QuoteChange,
    apply_changes,
    difference,
    is_same,
    lock_article,
)
from messages_app.importing.errors import NotPublishable, StaleArticle
from messages_app.importing.publish import NO_YEAR, PublishResult, publish_article
from messages_app.importing.spans import usable_span
from messages_app.importing.speakers import Speakers, speakers_of
from messages_app.models import Article, Quote


@dataclass(frozen=True, slots=True)
class HeaderChange:
    """What the header of an article should say."""

    title: str
    outlet: str
    reporters: tuple[str, ...]
    published_date: date | None
    url: str
    message_year: int | None

    @classmethod
    def of(cls, article: Article) -> "HeaderChange":
        """What it says."""
        known = (article.title, article.outlet, tuple(article.reporters), article.published_date)
        return cls(*known, article.url, article.message_year)


def save_review(
    *,
    article_id: int,
    revision: int,
    quotes: Sequence[QuoteChange] = (),
    header: HeaderChange | None = None,
    seen: HeaderChange | None = None,
    publish: bool = False,
) -> PublishResult | Article:
    """Store corrections, and publish what results if asked, in one transaction.

    ``revision`` and ``seen`` are the article and the header that the editor saw. What somebody else changed since
    stays, unless the editor changed it too, or publishes and has not seen it: then StaleArticle is raised with the
    differences. Also raises NotPublishable, and ImportRefused where a dropped quote would be taken back over words that
    another one quotes; nothing is stored then.
    """
    with transaction.atomic():
        article = lock_article(article_id, publishing=publish)
        stored = {quote.pk: quote for quote in article.quotes.prefetch_related("attributions")}
        before = HeaderChange.of(article)
        merged = _merged(before, seen or before, header or before)
        if article.revision != revision:
            _refuse_stale(before, seen or before, header or before, stored, quotes, publish)
        if merged != before:
            _change_header(article, merged)
        changed = _change_quotes(article, stored, [change for change in quotes if change.touched])
        if publish or (article.is_published and (changed or merged != before)):
            return publish_article(article_id=article_id)
    return article


def _merged(now: HeaderChange, seen: HeaderChange, sent: HeaderChange) -> HeaderChange:
    """What is stored, with the fields that the editor changed."""
    fields = HeaderChange.__slots__
    return HeaderChange(
        *(getattr(sent if getattr(sent, name) != getattr(seen, name) else now, name) for name in fields)
    )


def _refuse_stale(
    now: HeaderChange,
    seen: HeaderChange,
    sent: HeaderChange,
    stored: dict[int, Quote],
    quotes: Sequence[QuoteChange],
    publish: bool,
) -> None:
    """Raise StaleArticle where the editor would overwrite, or publish unseen, what somebody else changed."""
    changed = [name for name in HeaderChange.__slots__ if getattr(now, name) != getattr(seen, name)]
    lost = [
        name
        for name in changed
        if getattr(sent, name) != getattr(now, name) and (publish or getattr(sent, name) != getattr(seen, name))
    ]
    differences = list(_stale_quotes(stored, quotes, publish))
    if lost or differences:
        raise StaleArticle(lost, differences)


def _stale_quotes(stored: dict[int, Quote], changes: Sequence[QuoteChange], publish: bool) -> list[Difference]:
    sent = {change.quote_id: change for change in changes}
    found = []
    for pk, quote in stored.items():
        change = sent.get(pk)
        if change is None:
            if publish and changes and quote.kind != Quote.Kind.DROPPED:
                found.append(difference(quote, QuoteChange(pk, Quote.Kind.DROPPED, ())))
        elif change.revision != quote.revision and not is_same(quote, change) and (change.touched or publish):
            found.append(difference(quote, change))
    return found


def _change_header(article: Article, header: HeaderChange) -> None:
    article.title = header.title
    article.outlet = header.outlet
    article.reporters = list(header.reporters)
    article.published_date = header.published_date
    article.url = header.url
    article.message_year = header.message_year
    if article.is_published and not article.message_year:
        raise NotPublishable([NO_YEAR])
    article.revision += 1
    article.save()


def _change_quotes(article: Article, stored: dict[int, Quote], changes: Sequence[QuoteChange]) -> bool:
    known = [change for change in changes if change.quote_id in stored]
    wanted = [change for change in known if not is_same(stored[change.quote_id], change)]
    speakers: dict[int, Speakers] = {}
    taken_back: list[Quote] = []
    for change in wanted:
        quote = stored[change.quote_id]
        if quote.kind == Quote.Kind.DROPPED != change.kind:
            taken_back.append(quote)
        if speakers_of(quote) != change.speakers:
            speakers[quote.pk] = change.speakers
        quote.kind, quote.checked = change.kind, change.checked
    if wanted:
        apply_changes(article, [stored[change.quote_id] for change in wanted], speakers)
    for quote in taken_back:
        usable_span(article, quote.start, quote.end, quote)
    return bool(wanted)
