"""Where the words searched for stand in a text."""

import re
from collections.abc import Iterable

from messages_app.search.filters import keyword_terms


def match_spans(text: str, keyword: str) -> list[tuple[int, int]]:
    """Places of the keyword's words in ``text``, without regard to case, in order and not overlapping.

    ``match_spans("고객과 고객가치", "고객 가치")`` -> ``[(0, 2), (4, 8)]``: neighbours are joined.
    """
    terms = sorted(keyword_terms(keyword), key=len, reverse=True)
    if not terms:
        return []
    return list(_joined(sorted(found.span() for term in terms for found in _occurrences(term, text))))


def _occurrences(term: str, text: str) -> Iterable[re.Match[str]]:
    return re.finditer(re.escape(term), text, re.IGNORECASE)


def _joined(spans: list[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    start = end = -1
    for first, last in spans:
        if first > end:
            if end > 0:
                yield start, end
            start = first
        end = max(end, last)
    if end > 0:
        yield start, end
