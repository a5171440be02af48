"""What a parse returns: frozen values, every one of them a span of the text that came in.

Offsets count Python code points of the text given to ``parse_article``; ``text[start:end]`` is
always the words meant. Nothing here knows Django or a database.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

QuoteKind = Literal["statement", "headline", "term"]
LineRole = Literal["title", "byline", "caption", "heading", "body", "noise"]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the text: ``text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a statement, as at the fullest mention in the article.

    A company that speaks has no name; an unnamed official has neither name nor, often, company.
    """

    name: str | None
    organisation: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that decided something, and why: a code such as ``named_subject``."""

    reason: str
    span: Span


@dataclass(frozen=True, slots=True)
class ParsedQuote:
    """Words in quotation marks (marks excluded), or a paragraph of a speech printed in full.

    ``confidence`` is the estimated probability, 0 to 1, that ``speakers`` is right.
    """

    start: int
    end: int
    text: str
    kind: QuoteKind
    speakers: tuple[Speaker, ...] = ()
    confidence: float = 0.0
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text that is not blank, without its surrounding blanks."""

    start: int
    end: int
    role: LineRole


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """Everything found in one pasted article. Quotes are in text order; statements never overlap."""

    title: str | None = None
    outlet: str | None = None
    reporters: tuple[str, ...] = ()
    published_date: date | None = None
    url: str | None = None
    message_year: int | None = None
    year_evidence: tuple[Evidence, ...] = ()
    quotes: tuple[ParsedQuote, ...] = field(default=())
    lines: tuple[Line, ...] = field(default=())
