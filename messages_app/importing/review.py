"""An editor's corrections to an article, stored all together or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from messages_app.importing.errors import StaleArticle
from messages_app.importing.keywords import unindex_statements
from messages_app.importing.publish import PublishResult, publish_article, withdraw_quotes
from messages_app.importing.recognise import Directory, look_up
from messages_app.models import Article, Attribution, Quote


@dataclass(frozen=True, slots=True)
class HeaderChange:
    """What the header of an article should say."""

    title: str
    outlet: str
    reporters: tuple[str, ...]
    published_date: date | None
    url: str
    message_year: int | None


@dataclass(frozen=True, slots=True)
class SpeakerChange:
    """One speaker as printed; all three empty means nobody."""

    name: str
    organisation: str
    title: str

    def __bool__(self) -> bool:
        return bool(self.name or self.organisation or self.title)


@dataclass(frozen=True, slots=True)
class QuoteChange:
    """What one quote should be. Its words are a span of the source and cannot be changed here."""

    quote_id: int
    kind: str
    removed: bool
    speakers: tuple[SpeakerChange, ...]


def save_review(
    *, article_id: int, revision: int, header: HeaderChange, quotes: Sequence[QuoteChange], publish: bool = False
) -> PublishResult | Article:
    """Store corrections, and publish what results if asked, in one transaction.

    ``revision`` is the one the editor saw: if the article has changed since, StaleArticle is raised.
    Also raises NotPublishable; either way nothing is stored.
    """
    with transaction.atomic():
        article = Article.objects.select_for_update().get(pk=article_id)
        if article.revision != revision:
            raise StaleArticle
        if article.is_published:
            unindex_statements(article.quotes.all())
        _change_header(article, header)
        _change_quotes(article, quotes)
        if publish or article.is_published:
            return publish_article(article_id=article_id)
    return article


def _change_header(article: Article, header: HeaderChange) -> None:
    article.title = header.title
    article.outlet = header.outlet
    article.reporters = list(header.reporters)
    article.published_date = header.published_date
    article.url = header.url
    if header.message_year or not article.is_published:
        article.message_year = header.message_year
    article.revision += 1
    article.save()


def _change_quotes(article: Article, changes: Sequence[QuoteChange]) -> None:
    stored = {quote.pk: quote for quote in article.quotes.all()}
    known = [change for change in changes if change.quote_id in stored]
    removed = [change.quote_id for change in known if change.removed]
    withdraw_quotes(Quote.objects.filter(pk__in=removed))
    Quote.objects.filter(pk__in=removed).delete()
    kept = [change for change in known if not change.removed]
    for change in kept:
        stored[change.quote_id].kind = change.kind
    Quote.objects.bulk_update([stored[change.quote_id] for change in kept], ["kind"])
    directory = look_up((who.name, who.organisation) for change in kept for who in change.speakers if who)
    Attribution.objects.filter(quote_id__in=[change.quote_id for change in kept]).delete()
    Attribution.objects.bulk_create(item for change in kept for item in _attributions(change, directory))


def _attributions(change: QuoteChange, directory: Directory) -> list[Attribution]:
    """One attribution for each different speaker; the same person twice counts once."""
    found: list[Attribution] = []
    seen: set[tuple[str, str]] = set()
    for who in filter(None, change.speakers):
        executive = directory.executive(who.name, who.organisation)
        identity = (who.name, str(executive.pk) if executive else who.organisation)
        if identity in seen:
            continue
        seen.add(identity)
        found.append(
            Attribution(
                quote_id=change.quote_id,
                place=len(found),
                name=who.name,
                organisation=who.organisation,
                title=who.title,
                executive=executive,
                company=directory.company(who.organisation),
            )
        )
    return found
