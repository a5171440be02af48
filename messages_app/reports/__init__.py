"""What many statements say together: themes over the years, one company beside another."""

from messages_app.reports.comparison import Comparison, Line, OfWord, compare, resolve_words
from messages_app.reports.ranking import Ranking, words_of_companies, words_of_years

__all__ = [
    "Comparison",
    "Line",
    "OfWord",
    "Ranking",
    "compare",
    "resolve_words",
    "words_of_companies",
    "words_of_years",
]
