"""Pasted news articles in, quotations with their speakers out. Pure: no Django, no database, no state."""

from messages_app.parsing.article import PARSER_VERSION, parse_article
from messages_app.parsing.cleaning import classify_lines
from messages_app.parsing.results import Evidence, Line, ParsedArticle, ParsedQuote, Span, Speaker

__all__ = [
    "PARSER_VERSION",
    "Evidence",
    "Line",
    "ParsedArticle",
    "ParsedQuote",
    "Span",
    "Speaker",
    "classify_lines",
    "parse_article",
]
