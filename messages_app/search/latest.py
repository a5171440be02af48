"""What was published last among what a plan finds: whoever follows a list asks what was added to it."""

from collections.abc import Iterator
from itertools import islice

import numpy as np
from django.db.models import QuerySet

from messages_app.models import Article, KeywordUse, Quote
from messages_app.search.filters import QuoteFilter, without_reports
from messages_app.search.meeting import among
from messages_app.search.plan import Plan
from messages_app.search.published import published_articles
from messages_app.search.results import count

# So many statements are put in order all together. Of more, those of the articles published last will do: so many
# articles, then twice as many, and so on. Where even these hold too few, it is of what nobody speaks any more.
SORTED = 20_000
ARTICLES = (250, 500, 1000, 2000, 4000)
ORDER = ("-quote__article__published_at", "-quote__article", "-sort_key", "-quote")


def published_last(plan: Plan, wanted: QuoteFilter, size: int) -> list[Quote]:
    """The last published of the statements that a plan made of ``wanted`` finds, with speakers and article."""
    rows = plan.rows().order_by(*ORDER)
    many = count(plan) > SORTED
    ids = list(islice(_of_last_articles(rows, wanted), size)) if many else []
    if len(ids) < size:
        ids = list(rows.values_list("quote", flat=True)[:size])
    found = {quote.pk: quote for quote in without_reports(Quote.objects.filter(pk__in=ids))}
    return [found[pk] for pk in ids if pk in found]


def _of_last_articles(rows: QuerySet[KeywordUse], wanted: QuoteFilter) -> Iterator[int]:
    """The quotes of rows, those of the article published last first."""
    articles, first = _articles(wanted), 0
    for number in ARTICLES:
        some = list(articles[first : first + number])
        quotes = np.fromiter(Quote.objects.filter(article__in=some).values_list("pk", flat=True), np.int64)
        yield from rows.filter(among(quotes)).values_list("quote", flat=True)
        first += number


def _articles(wanted: QuoteFilter) -> QuerySet[Article, int]:
    articles = published_articles().order_by("-published_at", "-pk").values_list("pk", flat=True)
    return articles.filter(message_year__range=wanted.years) if wanted.years else articles
