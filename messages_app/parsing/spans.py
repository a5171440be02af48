"""Places of the text that an editor points at: who speaks there, where words stand, what belongs to a selection."""

import re
from collections.abc import Iterator

from messages_app.parsing.quotations import (
    CLOSE_DOUBLE,
    CLOSE_SINGLE,
    CORNERS,
    DOUBLE,
    OPEN_DOUBLE,
    OPEN_SINGLE,
    SINGLE,
)

ELLIPSIS = re.compile(r"\s*(?:…+|\.{3,})\s*")
OPENING = OPEN_DOUBLE + OPEN_SINGLE + "".join(CORNERS)
CLOSING = CLOSE_DOUBLE + CLOSE_SINGLE + "".join(CORNERS.values())
MARKS = DOUBLE + SINGLE + OPENING + CLOSING
LONGEST = 3000


def trim_span(text: str, start: int, end: int) -> tuple[int, int]:
    """A selection without blanks around it and without marks that have no partner inside.

    ``' “고객이 먼저다”'`` -> ``고객이 먼저다``; ``‘빛’을 찾자`` stays.
    """
    while start < end:
        first, last = text[start], text[end - 1]
        if first.isspace():
            start += 1
        elif last.isspace():
            end -= 1
        elif end - start > 1 and first in MARKS and last in MARKS and _no_marks(text, start + 1, end - 1):
            start, end = start + 1, end - 1
        elif first in MARKS and _no_marks(text, start + 1, end):
            start += 1
        elif last in MARKS and _no_marks(text, start, end - 1):
            end -= 1
        elif first in OPEN_DOUBLE and last in CLOSE_DOUBLE:
            start, end = start + 1, end - 1
        else:
            break
    return start, end


def _no_marks(text: str, start: int, end: int) -> bool:
    return not any(character in MARKS for character in text[start:end])


def find_words(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Where words stand, blanks aside: ``"고객이 먼저 … 되자"`` -> from the first words to the nearest last ones."""
    parts = [re.escape(part).replace(r"\ ", r"\s+") for part in ELLIPSIS.split(" ".join(words.split())) if part]
    if not parts:
        return
    pattern = rf"[\s\S]{{0,{LONGEST}}}?".join(parts)
    for match in re.finditer(pattern, text):
        yield match.span()
