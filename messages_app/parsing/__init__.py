"""Pasted news articles in, quotations with their speakers out. Pure: no Django, no database, no state."""

from messages_app.parsing.article import PARSER_VERSION, attribute_span, parse_article
from messages_app.parsing.cleaning import classify_lines
from messages_app.parsing.names import names_nobody
from messages_app.parsing.results import Evidence, Line, ParsedArticle, ParsedQuote, Span, Speaker
from messages_app.parsing.several import second_article
from messages_app.parsing.spans import find_words, trim_span

__all__ = [
    "PARSER_VERSION",
    "Evidence",
    "Line",
    "ParsedArticle",
    "ParsedQuote",
    "Span",
    "Speaker",
    "attribute_span",
    "classify_lines",
    "find_words",
    "names_nobody",
    "parse_article",
    "second_article",
    "trim_span",
]
