"""Which quotes somebody wants to see."""

import unicodedata
from dataclasses import dataclass, replace
from typing import Any, Self

from django.db.models import F, Prefetch, Q, QuerySet

from messages_app.models import Attribution, Company, Executive, Quote
from messages_app.search.published import statements


@dataclass(frozen=True, slots=True)
class QuoteFilter:
    """Conditions that all must hold; an empty one is no condition.

    ``keyword`` holds words, or parts of words, that all must occur. A company that is a group
    stands for its members too. ``within`` is the company whose page it is, ``company`` a choice on it.
    """

    keyword: str = ""
    company: Company | None = None
    executive: Executive | None = None
    year: int | None = None
    within: Company | None = None

    def without(self, **fields: Any) -> Self:
        """The same filter but for the fields given, such as ``without(year=None)``."""
        return replace(self, **fields)


def keyword_terms(keyword: str) -> list[str]:
    """The words of a keyword box, composed as the press writes them: ``"고객  가치"`` -> ``["고객", "가치"]``."""
    return list(dict.fromkeys(unicodedata.normalize("NFC", keyword).split()))


def find_quotes(wanted: QuoteFilter) -> QuerySet[Quote]:
    """Published statements that meet the filter, newest message first, in the article's order within one."""
    found = statements()
    for term in keyword_terms(wanted.keyword):
        found = found.filter(text__icontains=term)
    for company in filter(None, (wanted.within, wanted.company)):
        found = found.filter(pk__in=_said_by(Q(company=company) | Q(company__group=company)))
    if wanted.executive:
        found = found.filter(pk__in=_said_by(Q(executive=wanted.executive)))
    if wanted.year:
        found = found.filter(message_year=wanted.year)
    return found.order_by("-message_year", F("article__published_date").desc(nulls_last=True), "-article_id", "place")


def with_speakers(quotes: QuerySet[Quote]) -> QuerySet[Quote]:
    """The quotes with all a quote card shows: two queries, however many there are."""
    speakers = Attribution.objects.select_related("executive", "company").order_by("place")
    return (
        quotes.select_related("article")
        .defer("article__body", "evidence")
        .prefetch_related(Prefetch("attributions", queryset=speakers))
    )


def _said_by(speaker: Q) -> QuerySet[Attribution, int]:
    return Attribution.objects.filter(speaker).values_list("quote_id", flat=True)
