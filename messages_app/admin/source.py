"""An article's text cut into pieces for display: noise, plain text, quotations, and the words that are evidence."""

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from messages_app.models import Quote
from messages_app.parsing import classify_lines

NOISE_ROLES = ("noise", "caption", "byline")
Interval = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of the source from ``start`` on. All pieces together are the source, unchanged.

    ``evidence`` are the ids of the quotes whose speaker these words tell.
    """

    start: int
    text: str
    noise: bool
    quote_id: int | None = None
    voice: int | None = None
    evidence: tuple[int, ...] = ()


def source_pieces(body: str, quotes: Iterable[Quote], voices: dict[int, int]) -> list[Piece]:
    """The body in order; ``voices`` gives the colour number of each quote's speaker by quote id."""
    noise = [(line.start, line.end) for line in classify_lines(body) if line.role in NOISE_ROLES]
    kept = sorted((quote for quote in quotes if quote.kind != Quote.Kind.DROPPED), key=lambda q: (q.start, -q.end))
    marked = _outermost(kept)
    spans = [(quote.start, quote.end) for quote in marked]
    reasons = [(item["start"], item["end"], quote.pk) for quote in kept for item in quote.evidence]
    edges = {0, len(body), *itertools.chain(*noise), *itertools.chain(*(reason[:2] for reason in reasons))}
    edges = {edge for edge in edges if _covering(spans, edge) is None} | set(itertools.chain(*spans))
    pieces = []
    for start, end in itertools.pairwise(sorted(edges)):
        place = _covering(spans, start, inclusive=True)
        quote = marked[place] if place is not None else None
        pieces.append(
            Piece(
                start,
                body[start:end],
                noise=not quote and _covering(noise, start, inclusive=True) is not None,
                quote_id=quote.pk if quote else None,
                voice=voices.get(quote.pk) if quote else None,
                evidence=tuple(dict.fromkeys(pk for first, last, pk in reasons if first <= start < last)),
            )
        )
    return pieces


def _outermost(quotes: Iterable[Quote]) -> list[Quote]:
    """Of a quotation inside another one, the outer one is marked."""
    found: list[Quote] = []
    for quote in quotes:
        if not found or quote.start >= found[-1].end:
            found.append(quote)
    return found


def _covering(intervals: Sequence[Interval], position: int, *, inclusive: bool = False) -> int | None:
    """The number of the interval that a position is inside of; its start counts only if ``inclusive``."""
    place = bisect_right(intervals, (position, float("inf"))) - 1
    if place < 0:
        return None
    start, end = intervals[place]
    return place if (start < position or (inclusive and start == position)) and position < end else None
