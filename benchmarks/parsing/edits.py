"""Rewrite a gold article and keep its spans right: what every perturbation is made of."""

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

Article = dict[str, Any]


class Edit(NamedTuple):
    """Put ``new`` for ``text[start:end]``."""

    start: int
    end: int
    new: str


def replace_all(text: str, pattern: re.Pattern[str], new: Callable[[re.Match[str]], str]) -> list[Edit]:
    """One edit for each match whose replacement differs."""
    found = [Edit(match.start(), match.end(), new(match)) for match in pattern.finditer(text)]
    return [edit for edit in found if edit.new != text[edit.start : edit.end]]


def apply(article: Article, edits: Iterable[Edit]) -> Article:
    """The article with the edits made and the spans of its quotes moved along. Overlapping edits: the first wins."""
    text = article["text"]
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    pieces, position = [], 0
    for edit in kept:
        pieces += [text[position : edit.start], edit.new]
        position = edit.end
    moved = "".join([*pieces, text[position:]])
    quotes = [
        {**quote, "start": _moved(kept, quote["start"], last=True), "end": _moved(kept, quote["end"], last=False)}
        for quote in article["quotes"]
    ]
    return {**article, "text": moved, "quotes": quotes}


def _moved(edits: list[Edit], position: int, *, last: bool) -> int:
    """Where a position is after the edits; at an insertion, ``last`` says whether it goes behind the new words."""
    shift = 0
    for edit in edits:
        before = edit.end < position or (edit.end == position and (last or edit.start < position))
        if before:
            shift += len(edit.new) - (edit.end - edit.start)
        elif edit.start < position:
            return edit.start + shift + len(edit.new)
    return position + shift


def rewrite_speakers(article: Article, rename: Callable[[str], str]) -> Article:
    """Names and organisations of the speakers, renamed as the text is."""

    def renamed(speaker: dict[str, Any]) -> dict[str, Any]:
        return {
            key: [rename(item) for item in value] if isinstance(value, list) else rename(value) if value else value
            for key, value in speaker.items()
        }

    quotes = [
        {**quote, "speakers": [renamed(speaker) for speaker in quote.get("speakers", [])]}
        for quote in article["quotes"]
    ]
    return {**article, "quotes": quotes}
