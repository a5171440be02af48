"""Every read of published quotes. Nothing here ever sees a draft."""

from messages_app.search.facets import Choice, Facets, facets
from messages_app.search.filters import QuoteFilter, find_quotes, keyword_terms, with_speakers
from messages_app.search.highlight import match_spans
from messages_app.search.overview import (
    CompanyCount,
    Totals,
    companies,
    executives,
    latest_messages,
    totals,
    years,
)
from messages_app.search.published import published_articles, statements

__all__ = [
    "Choice",
    "CompanyCount",
    "Facets",
    "QuoteFilter",
    "Totals",
    "companies",
    "executives",
    "facets",
    "find_quotes",
    "keyword_terms",
    "latest_messages",
    "match_spans",
    "published_articles",
    "statements",
    "totals",
    "with_speakers",
    "years",
]
