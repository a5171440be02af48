"""One quote changed, checked, dropped or taken back: each stored at once, for itself."""

from django.db import transaction

from messages_app.importing.changes import (
    ChangeResult,
    QuoteChange,
    apply_changes,
    check_revision,
    follow_up,
    is_same,
    lock_article,
)
from messages_app.importing.spans import check_taken_back
from messages_app.importing.speakers import SpeakerChange, Speakers, speakers_of
from messages_app.models import SURE, Quote


def change_quote(*, article_id: int, change: QuoteChange) -> ChangeResult:
    """Store what one quote of an article should be, in one transaction. A dropped one is kept to be taken back.

    Raises StaleQuote, with what is different now, if somebody else changed it since; ImportRefused if it would be taken
    back over words that another one quotes; NotPublishable if the article is published and would have no statement
    left; Quote.DoesNotExist. Nothing is stored then.
    """
    with transaction.atomic():
        article = lock_article(article_id)
        quote = article.quotes.prefetch_related("attributions").get(pk=change.quote_id)
        check_revision(quote, change)
        if is_same(quote, change):
            return ChangeResult(article)
        check_taken_back(article, quote, change.kind)
        before = speakers_of(quote)
        quote.kind, quote.checked = change.kind, change.checked
        speakers = {quote.pk: change.speakers} if before != change.speakers else {}
        apply_changes(article, [quote], speakers)
        follow_up(article, [quote])
    return ChangeResult(article, (quote.pk,))


def check_sure_quotes(*, article_id: int) -> ChangeResult:
    """Mark every statement as checked whose speakers the parser was sure of."""
    with transaction.atomic():
        article = lock_article(article_id)
        sure = article.quotes.filter(kind=Quote.Kind.STATEMENT, checked=False, confidence__gte=SURE)
        quotes = list(sure.filter(attributions__isnull=False).distinct())
        for quote in quotes:
            quote.checked = True
        if quotes:
            apply_changes(article, quotes, {})
    return ChangeResult(article, tuple(quote.pk for quote in quotes))


def change_speaker(*, article_id: int, before: SpeakerChange, after: SpeakerChange) -> ChangeResult:
    """Put one speaker in place of another in every quote of an article; ``before`` is met by name and organisation.

    Quotes that somebody changed to another speaker meanwhile are not touched.
    """
    with transaction.atomic():
        article = lock_article(article_id)
        wanted: dict[int, Speakers] = {}
        quotes = []
        for quote in article.quotes.exclude(kind=Quote.Kind.DROPPED).prefetch_related("attributions"):
            stored = speakers_of(quote)
            changed = tuple(after if _same_person(who, before) else who for who in stored)
            if changed != stored:
                quote.checked = True
                wanted[quote.pk] = changed
                quotes.append(quote)
        if quotes:
            apply_changes(article, quotes, wanted)
            follow_up(article, quotes)
    return ChangeResult(article, tuple(wanted))


def _same_person(one: SpeakerChange, other: SpeakerChange) -> bool:
    if one.name or one.organisation:
        return (one.name, one.organisation) == (other.name, other.organisation)
    return one == other
