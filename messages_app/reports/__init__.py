"""What many statements say together: themes over the years, one company beside another."""

from messages_app.reports.comparison import Comparison, Line, OfWord, compare, resolve_words
from messages_app.reports.editions import (
    EditionReport,
    Preview,
    Row,
    YearCount,
    count_year,
    last_edition,
    last_editions,
    preview_edition,
    report_edition,
)
from messages_app.reports.ranking import Ranking, words_of_companies, words_of_years

__all__ = [
    "Comparison",
    "EditionReport",
    "Line",
    "OfWord",
    "Preview",
    "Ranking",
    "Row",
    "YearCount",
    "compare",
    "count_year",
    "last_edition",
    "last_editions",
    "preview_edition",
    "report_edition",
    "resolve_words",
    "words_of_companies",
    "words_of_years",
]
