"""Verbatim or not: every quote against the source it was taken from."""

from collections.abc import Iterator
from dataclasses import dataclass

from messages_app.models import Quote


@dataclass(frozen=True, slots=True)
class QuoteMismatch:
    """A quote that differs from its source: what is stored and what stands at its place."""

    quote_id: int
    article_id: int
    stored: str
    in_source: str


def mismatched_quotes(*, chunk_size: int = 2000) -> Iterator[QuoteMismatch]:
    """Every quote whose text is not ``body[start:end]``, read in chunks of ``chunk_size``."""
    quotes = Quote.objects.order_by("article_id", "place").values_list(
        "pk", "article_id", "text", "start", "end", "article__body"
    )
    for pk, article_id, text, start, end, body in quotes.iterator(chunk_size=chunk_size):
        if body[start:end] != text:
            yield QuoteMismatch(pk, article_id, text, body[start:end])
