"""Every read of published quotes. Nothing here ever sees a draft."""

from messages_app.search.facets import Choice, Facets, facets
from messages_app.search.filters import QuoteFilter, with_speakers
from messages_app.search.highlight import Highlighter
from messages_app.search.overview import (
    CompanyCount,
    Totals,
    companies,
    executives,
    has_statements,
    latest_messages,
    members_of,
    totals,
    years,
)
from messages_app.search.plan import Plan, check_query
from messages_app.search.published import published_articles, statements
from messages_app.search.query import QueryError, parse_query, read_years
from messages_app.search.results import Results, find
from messages_app.search.themes import RisenWord, frequent_words, risen_words
from messages_app.search.words import Lexicon

__all__ = [
    "Choice",
    "CompanyCount",
    "Facets",
    "Highlighter",
    "Lexicon",
    "Plan",
    "QueryError",
    "QuoteFilter",
    "Results",
    "RisenWord",
    "Totals",
    "check_query",
    "companies",
    "executives",
    "facets",
    "find",
    "frequent_words",
    "has_statements",
    "latest_messages",
    "members_of",
    "parse_query",
    "published_articles",
    "read_years",
    "risen_words",
    "statements",
    "totals",
    "with_speakers",
    "years",
]
