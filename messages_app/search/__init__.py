"""Every read of published quotes. Nothing here ever sees a draft."""

from messages_app.search.called import Called, called_in
from messages_app.search.conditions import Named, check_query, chosen
from messages_app.search.facets import FACET_LENGTH, Facets, facets
from messages_app.search.filters import HEADLINE, SORTS, STATEMENT, QuoteFilter, articles_reporting, with_speakers
from messages_app.search.highlight import Highlighter
from messages_app.search.latest import published_last
from messages_app.search.overview import (
    INITIALS,
    CompanyCount,
    Totals,
    companies,
    company_of,
    executives,
    latest_messages,
    marked_published,
    said_beside,
    totals,
    totals_of_year,
    years,
)
from messages_app.search.plan import Plan
from messages_app.search.planning import make_plan
from messages_app.search.portraits import Portrait, YearOfWord, portrait, portrayed, word_asked
from messages_app.search.published import (
    counted_statements,
    indexed,
    is_counted_statement,
    is_statement,
    published_articles,
    statements,
)
from messages_app.search.query import OPEN_ENDED, QueryError, parse_query, read_years
from messages_app.search.relax import Relaxed, relaxed
from messages_app.search.results import Results, count, every, find, page_of
from messages_app.search.suggest import Suggestion, suggestions
from messages_app.search.tally import Choice
from messages_app.search.terms import query_for
from messages_app.search.themes import (
    RisenWord,
    Standing,
    frequent_words,
    frequent_words_in,
    risen_words,
    standings,
    synonyms_in_year,
    themes_of_year,
    uses_in_year,
)
from messages_app.search.words import Lexicon

__all__ = [
    "FACET_LENGTH",
    "INITIALS",
    "OPEN_ENDED",
    "HEADLINE",
    "SORTS",
    "STATEMENT",
    "Called",
    "Choice",
    "CompanyCount",
    "Facets",
    "Highlighter",
    "Lexicon",
    "Named",
    "Plan",
    "Portrait",
    "QueryError",
    "QuoteFilter",
    "Relaxed",
    "Results",
    "RisenWord",
    "Standing",
    "Suggestion",
    "Totals",
    "YearOfWord",
    "articles_reporting",
    "called_in",
    "check_query",
    "chosen",
    "companies",
    "company_of",
    "count",
    "counted_statements",
    "every",
    "executives",
    "facets",
    "find",
    "frequent_words",
    "frequent_words_in",
    "indexed",
    "is_counted_statement",
    "is_statement",
    "latest_messages",
    "make_plan",
    "marked_published",
    "page_of",
    "parse_query",
    "portrait",
    "portrayed",
    "published_articles",
    "published_last",
    "query_for",
    "read_years",
    "relaxed",
    "risen_words",
    "said_beside",
    "standings",
    "statements",
    "suggestions",
    "synonyms_in_year",
    "themes_of_year",
    "totals",
    "totals_of_year",
    "uses_in_year",
    "with_speakers",
    "word_asked",
    "years",
]
