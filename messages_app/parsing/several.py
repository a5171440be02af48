"""Whether a paste holds more than one article: what stands around one article then stands in the middle of it."""

import re

from messages_app.parsing.cleaning import classify_lines, is_caption, is_prose
from messages_app.parsing.colophon import RESERVED
from messages_app.parsing.dates import days_in, is_labelled, is_stamp
from messages_app.parsing.header import BRACKETED, DATELINE, DATELINE_WITH_NAME
from messages_app.parsing.reading import Reading
from messages_app.parsing.results import Line, LineRole, Span

# Words of a report, which neither readers' comments nor what pages say of themselves have.
REPORTS = re.compile(r"[했됐였었았겠왔났혔]다\.|[했됐혔]습니다|[”\"]\s?이?라?(?:고|며|면서)[\s,]")
SHORTEST_REPORT = 40
LONGEST_FRAME = 150


def second_article(text: str) -> Span | None:
    """The line by which a second article in a paste is known, None where there is but one.

    Between two paragraphs of a report stands a day of publication, a reporter's line or whose rights are reserved:
    ``…고 말했다.\\n두 번째 제목\\n입력 2026.01.02.\\n…고 밝혔다.``; or a second paragraph opens like
    ``[가온경제 나은결 기자]``.
    """
    reading = Reading(text)
    lines = classify_lines(reading.text)
    reports = [line for line in lines if _is_report(_content(reading, line))]
    frames = [line for line in lines if reports and reports[0].start < line.start < reports[-1].start]
    signs = [line for line in frames if _frames(_content(reading, line), line.role)]
    signs += [line for line in reports if _opens(_content(reading, line))][1:]
    first = min(signs, key=lambda line: line.start, default=None)
    return reading.span(Span(first.start, first.end)) if first else None


def _content(reading: Reading, line: Line) -> str:
    return reading.text[line.start : line.end]


def _is_report(content: str) -> bool:
    told = len(content) >= SHORTEST_REPORT and is_prose(content) and REPORTS.search(content)
    return bool(told) and not RESERVED.search(content) and not is_caption(content)


def _opens(content: str) -> bool:
    return any(pattern.match(content) for pattern in (DATELINE, DATELINE_WITH_NAME, BRACKETED))


def _frames(content: str, role: LineRole) -> bool:
    """Whether a line belongs at the head or the foot of an article."""
    if len(content) >= LONGEST_FRAME or is_prose(content):
        return False
    dated = is_stamp(content) or any(is_labelled(content, day) for day in days_in(content))
    return dated or role == "byline" or bool(RESERVED.search(content))
