"""Reporters, date and source address: what stands around an article rather than in it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from messages_app.parsing.cleaning import SENTENCE_END, is_caption
from messages_app.parsing.dates import CLOCK_TIME, OF_THE_PAGE, WEEKDAY, Day, as_date, days_in, is_labelled, is_stamp
from messages_app.parsing.press import is_outlet_with_date
from messages_app.parsing.results import Line

URL = re.compile(r"https?://[^\s<>\"'()\[\]]+")
MAIL = re.compile(r"(?<![\w.+*-])[\w.+*-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63})+)")
REPORTER_MARK = r"(?:(?:수석|선임|인턴|객원|전문|디지털|편집|문화|경제|산업)\s?)?(?:기자|특파원)"
MAILED = r"(?:[\s/|]{0,3}[\w.+*-]{1,64}@[\w.-]{1,63})?"  # 나은결 기자 na@gaon.example
BRACKETED = re.compile(
    rf"[\[【<(]\s?(?P<outlet>[^\]】>)=\[(]{{2,20}}?)\s?(?:=\s?(?:[가-힣]{{2,6}}/)?)?(?P<names>(?:[가-힣]{{2,4}}[·,\s]*){{0,3}}?){REPORTER_MARK}{MAILED}\s?[\]】>)]"
)
DATELINE = re.compile(
    rf"[\[(【]\s?[가-힣·\s]{{2,12}}\s?=\s?(?P<outlet>[가-힣A-Za-z0-9]{{2,12}})\s?[\])】]\s?(?P<names>(?:[가-힣]{{2,4}}[·,\s]*){{1,4}}){REPORTER_MARK}"
)
DATELINE_WITH_NAME = re.compile(
    rf"[\[(【]\s?(?:[가-힣·\s]{{2,12}}=)?\s?(?P<outlet>[가-힣A-Za-z0-9]{{2,12}}?)\s(?P<names>(?:[가-힣]{{2,4}}[·,\s]*){{1,4}}){REPORTER_MARK}{MAILED}\s?[\])】]"
)
PLAIN_REPORTER = re.compile(
    rf"(?:^|[\s=\]/)])(?P<names>[가-힣]{{2,4}}(?:[·,]\s?[가-힣]{{2,4}})*)\s?{REPORTER_MARK}(?=[\s=/\])(]|$)"
)


def find_url(text: str, lines: Sequence[Line]) -> str | None:
    """The address of the article: one in a line of its own or after 출처, without trailing punctuation."""
    for line in lines:
        content = text[line.start : line.end]
        match = URL.search(content)
        if match and (line.role == "noise" or content.startswith(("출처", "원문", "http"))):
            return match.group().rstrip(".,;")
    return None


def find_date(text: str, lines: Sequence[Line]) -> tuple[date | None, bool]:
    """The day of publication, and whether it is sure: one labelled (입력 2026.01.02.), below the title, in the address,
    or beside the outlet as the first line.

    What stands above the title comes last and is not sure; with its weekday, ``2026.04.29 (수)``, it is a page's clock
    unless it is of those weeks in which messages appear.
    """
    outside = [line for line in lines if _may_date(text, line)]
    opens = bool(lines) and is_outlet_with_date(text[lines[0].start : lines[0].end])
    title = 0 if opens else next((line.start for line in lines if line.role == "title"), 0)
    found = next(_days(text, outside, labelled=True), None) or next(
        _days(text, [line for line in outside if line.start >= title]), None
    )
    found = found or _from_url(find_url(text, lines) or "") or _pasted_together(text, lines)
    if found:
        return found, True
    clock = next((line for line in outside if WEEKDAY.search(text, line.start, line.end)), None)
    above = next(_days(text, outside), None)
    return (None if clock and above and above.month not in (12, 1) else above), False


def _days(text: str, lines: Iterable[Line], *, labelled: bool = False) -> Iterator[date]:
    """Days in lines, after a label or in short lines without one."""
    for line in lines:
        content = text[line.start : line.end]
        for day in days_in(content):
            of_page = OF_THE_PAGE.search(content[: day.start]) or OF_THE_PAGE.search(content[day.end :])
            if is_labelled(content, day) if labelled else not of_page and _stands_alone(content, day):
                yield day.day


def _pasted_together(text: str, lines: Sequence[Line]) -> date | None:
    """The day in a paste of one line: ``누리전자 새해 첫발 입력 2026.01.02 09:00 한가온 누리전자 사장은 …``."""
    body = next((line for line in lines if line.role == "body"), None)
    opening = text[body.start : min(body.end, body.start + 200)] if body else ""
    labelled = (day for day in days_in(opening) if is_labelled(opening, day) and CLOCK_TIME.match(opening, day.end))
    return next((found.day for found in labelled), None)


def _stands_alone(content: str, day: Day) -> bool:
    """A day that needs no label: in a short line, or before a clock time; one of two figures a year only before such or first."""
    timed = CLOCK_TIME.match(content, day.end)
    if day.short and not timed and not is_stamp(content):
        return False
    return len(content) < 40 or (len(content) < 120 and bool(timed))


def _may_date(text: str, line: Line) -> bool:
    """Lines around the article, and short ones in it that tell nothing."""
    if line.role == "body":
        return line.end - line.start < 40 and not SENTENCE_END.search(text[line.start : line.end])
    return line.role != "caption" and not is_caption(text[line.start : line.end])


def _from_url(url: str) -> date | None:
    match = re.search(r"(?P<year>20\d{2})[-/]?(?P<month>[01]\d)[-/]?(?P<day>[0-3]\d)", url)
    return as_date(match) if match else None


def find_reporters(text: str, lines: Sequence[Line]) -> tuple[str, ...]:
    """Names of the reporters in the order of the byline: ``[한빛경제 나은결·도하람 기자]`` -> 나은결, 도하람."""
    for line in lines:
        if line.role == "noise":
            continue
        head = text[line.start : min(line.end, line.start + 90)]
        tail = text[max(line.start, line.end - 60) : line.end]
        for piece in (head, tail):
            for pattern in (DATELINE, DATELINE_WITH_NAME, BRACKETED, PLAIN_REPORTER):
                match = pattern.search(piece)
                names = re.findall(r"[가-힣]{2,4}", match["names"]) if match else []
                if names:
                    return tuple(names)
    return ()
