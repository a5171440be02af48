"""The text as a reader sees it: tags and entities of HTML, no-break blanks, signs nobody sees, full-width signs read as what they mean.

Articles are parsed as read; every result is then placed back on the text as pasted, which is never changed.
"""

import html
import re
import unicodedata
from bisect import bisect_right
from dataclasses import replace
from typing import NamedTuple

from messages_app.parsing.results import Evidence, Line, ParsedArticle, ParsedQuote, Span
from messages_app.parsing.wrapping import join_wrapped

BLANKS = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
UNSEEN = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
UNUSUAL = re.compile(
    rf"(?P<block></?(?:br|p|div|h[1-6]|ul|ol|li|table|tbody|tr|td|section|article)\b[^<>]{{0,200}}>)"
    rf"|(?P<inline></?(?:b|strong|i|em|u|font|span|a|img|center)\b[^<>]{{0,400}}>)"
    rf"|(?P<entity>&(?:[A-Za-z]{{2,8}}|\#\d{{2,6}}|\#x[0-9A-Fa-f]{{2,5}});)"
    rf"|(?P<unseen>[{UNSEEN}]+|\\(?=[\"'“”]))"
    rf"|(?P<letters>[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?)"
    rf"|(?P<wide>[\uff01-\uff5e])|(?P<blank>[{BLANKS}])"
)


class Replaced(NamedTuple):
    """``text[start:end]`` as pasted stands at ``at`` in the reading, ``length`` characters long."""

    at: int
    length: int
    start: int
    end: int


class Reading:
    """A text as read, and how to come back from it: ``read("&quot;가다&quot;").text`` -> ``"가다"`` in marks."""

    def __init__(self, pasted: str) -> None:
        self.pasted = pasted
        self.replaced: list[Replaced] = []
        self.text = join_wrapped(self._read())
        self._places = [item.at for item in self.replaced]

    def _read(self) -> str:
        pieces: list[str] = []
        position, length = 0, 0
        for match in UNUSUAL.finditer(self.pasted):
            new = _meaning(match)
            if new == match.group():
                continue
            pieces += [self.pasted[position : match.start()], new]
            length += match.start() - position
            self.replaced.append(Replaced(length, len(new), match.start(), match.end()))
            length += len(new)
            position = match.end()
        return "".join([*pieces, self.pasted[position:]])

    def start_of(self, position: int) -> int:
        """Where the character at ``position`` of the reading begins in the text as pasted."""
        number = bisect_right(self._places, position) - 1
        if number < 0:
            return position
        last = self.replaced[number]
        inside = position < last.at + last.length
        return last.start if inside else last.end + position - last.at - last.length

    def end_of(self, position: int) -> int:
        """Where a span that ends before ``position`` of the reading ends in the text as pasted."""
        if position == 0:
            return 0
        number = bisect_right(self._places, position - 1) - 1
        if number < 0:
            return position
        last = self.replaced[number]
        inside = position - 1 < last.at + last.length
        return last.end if inside else last.end + position - last.at - last.length

    def place_of(self, position: int) -> int:
        """Where a place of the text as pasted lies in the reading."""
        number = bisect_right(self.replaced, position, key=lambda item: item.start) - 1
        if number < 0:
            return position
        last = self.replaced[number]
        if position >= last.end:
            return last.at + last.length + position - last.end
        return last.at if position == last.start else last.at + last.length

    def span(self, span: Span) -> Span:
        """A span of the reading as a span of the text as pasted."""
        return Span(*self._ends(span.start, span.end))

    def _ends(self, start: int, end: int) -> tuple[int, int]:
        first = self.start_of(start)
        return first, max(first, self.end_of(end))

    def place_back(self, parsed: ParsedArticle) -> ParsedArticle:
        """The parse of the reading with every span on the text as pasted."""
        if self.text == self.pasted:
            return parsed
        return replace(
            parsed,
            year_evidence=tuple(self._evidence(item) for item in parsed.year_evidence),
            quotes=tuple(self.quote_back(quote) for quote in parsed.quotes),
            lines=tuple(Line(*self._ends(line.start, line.end), line.role) for line in parsed.lines),
        )

    def _evidence(self, item: Evidence) -> Evidence:
        return Evidence(item.reason, self.span(item.span))

    def quote_back(self, quote: ParsedQuote) -> ParsedQuote:
        """A quote of the reading, on the text as pasted."""
        start, end = self._ends(quote.start, quote.end)
        evidence = tuple(self._evidence(item) for item in quote.evidence)
        return replace(quote, start=start, end=end, text=self.pasted[start:end], evidence=evidence)


def _meaning(match: re.Match[str]) -> str:
    """What an unusual sign is read as: ``<br />`` -> a line break, ``<b>`` -> nothing, ``&ldquo;`` -> “, a zero-width blank -> nothing, ``（`` -> (."""
    found = match.group()
    if match["block"] or match["inline"]:
        return "\n" if match["block"] else ""
    if match["entity"]:
        meant = html.unescape(found)
        return " " if meant.isspace() else meant
    if match["unseen"]:
        return ""
    if match["letters"]:
        return unicodedata.normalize("NFC", found)
    return chr(ord(found) - 0xFEE0) if match["wide"] else " "
