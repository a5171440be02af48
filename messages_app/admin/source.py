"""An article's text cut into pieces for display: noise, plain text and quotations."""

from collections.abc import Iterator
from dataclasses import dataclass

from messages_app.models import Quote
from messages_app.parsing import classify_lines

NOISE_ROLES = ("noise", "caption", "byline")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of the source. All pieces together are the source, unchanged."""

    text: str
    noise: bool
    quote_id: int | None = None
    voice: int | None = None


def source_pieces(body: str, quotes: list[Quote], voices: dict[int, int]) -> list[Piece]:
    """The body in order; ``voices`` gives the colour number of each quote's speaker by quote id."""
    noise = [(line.start, line.end) for line in classify_lines(body) if line.role in NOISE_ROLES]
    pieces: list[Piece] = []
    last = 0
    for quote in sorted(quotes, key=lambda quote: (quote.start, -quote.end)):
        if quote.start < last:
            continue  # A quotation inside another one: the outer one is marked.
        pieces += _plain(body, last, quote.start, noise)
        pieces.append(Piece(body[quote.start : quote.end], noise=False, quote_id=quote.pk, voice=voices.get(quote.pk)))
        last = quote.end
    return pieces + list(_plain(body, last, len(body), noise))


def _plain(body: str, start: int, end: int, noise: list[tuple[int, int]]) -> Iterator[Piece]:
    """``body[start:end]`` in stretches that are noise or not."""
    for first, last in noise:
        if last <= start or first >= end:
            continue
        if first > start:
            yield Piece(body[start:first], noise=False)
        yield Piece(body[max(first, start) : min(last, end)], noise=True)
        start = min(last, end)
    if start < end:
        yield Piece(body[start:end], noise=False)
