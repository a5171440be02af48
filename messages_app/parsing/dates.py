"""Days as pages print them: year first, two letters of the year only, month first, day first, in Korean or English."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
YEAR = r"(?P<year>(?:19|20)\d{2})"
MONTH = rf"(?P<month>\d{{1,2}}월|(?:{'|'.join(MONTHS)})[a-z]{{0,6}}\.?)"
DAY = r"(?P<day>\d{1,2})"
DATE = re.compile(
    rf"(?<![\d.]){YEAR}\s?(?:[-./]|[년年])\s?(?P<month>\d{{1,2}})\s?(?:[-./]|[월月])\s?{DAY}(?:[일日]|\.)?(?!\d)"
)
# 23.01.02, '23. 1. 2: two figures each unless a mark stands for the century
SHORT = re.compile(
    rf"(?<![\d.:/-])(?:['’‘](?P<year>\d{{2}})\s?[.\-/]\s?(?P<month>\d{{1,2}})\s?[.\-/]\s?{DAY}"
    r"|(?P<bare_year>\d{2})(?P<sign>[.\-/])(?P<bare_month>\d{2})(?P=sign)(?P<bare_day>\d{2}))(?![\d:/-]|\.\d)"
)
MONTH_FIRST = re.compile(rf"(?<![\d가-힣A-Za-z]){MONTH}\s{DAY}(?:st|nd|rd|th|일)?,\s?{YEAR}(?!\d)", re.IGNORECASE)
DAY_FIRST = re.compile(rf"(?<![\d./:-]){DAY}[\s-]{MONTH},?[\s-]{YEAR}(?!\d)", re.IGNORECASE)
CLOCK_TIME = re.compile(r"[\s(T]{1,3}(?:오전|오후)?\s?\d{1,2}:\d{2}")
WEEKDAY = re.compile(r"[(\s][월화수목금토일](?:요일)?\)?$")
LABEL = r"(?:기사)?(?:입력|등록|승인|송고|게재|발행|작성|최초\s?(?:입력|등록))(?:일시?|일자|날짜|시간)?\s*[:|]?\s*"
LABELLED = re.compile(rf"{LABEL}$")
# When the page was last touched, which says nothing of one article: 최종편집 2024-02-21 22:20
OF_THE_PAGE = re.compile(r"최종\s?(?:편집|업데이트)|기준$")
STAMPED = re.compile(rf"\s?(?:{LABEL}|수정\s?[:|]?\s*|[•·*\-<\[(]\s*)?$")


class Day(NamedTuple):
    """A day and where it stands; ``short`` where only two figures of its year do."""

    start: int
    end: int
    day: date
    short: bool = False


def days_in(content: str) -> Iterator[Day]:
    """Every day printed in a line, in order: ``입력 2026.01.02. 수정 2026.01.03.``, ``04 1월 2022``, ``Jan 2, 2023``."""
    found = [
        (match, form is SHORT) for form in (DATE, SHORT, MONTH_FIRST, DAY_FIRST) for match in form.finditer(content)
    ]
    for match, short in sorted(found, key=lambda item: item[0].start()):
        day = as_date(match)
        if day:
            yield Day(*match.span(), day, short)


def as_date(match: re.Match[str]) -> date | None:
    """What the groups year, month and day say; none for 2026.13.45."""
    parts = match.groupdict()
    year, month, day = (parts[name] or parts[f"bare_{name}"] for name in ("year", "month", "day"))
    try:
        return date(_year(int(year)), _month(month), int(day))
    except ValueError:
        return None


def _year(number: int) -> int:
    return number if number > 99 else number + (1900 if number > 50 else 2000)


def _month(written: str) -> int:
    """``1월`` -> 1; ``January`` -> 1."""
    name = written.lower()[:3]
    return MONTHS.index(name) + 1 if name in MONTHS else int(written.rstrip("월"))


def is_labelled(content: str, day: Day) -> bool:
    """Whether a day is called that of publication: ``승인 2026.01.02``, ``작성일26-01-02``."""
    return bool(LABELLED.search(content, max(0, day.start - 16), day.start))


def is_stamp(content: str) -> bool:
    """Whether a line begins with a day, after a label or not: ``입력 2026.01.02. 오전 9:21``, ``26.01.02 / 나은결``."""
    first = next(days_in(content[:60]), None)
    return first is not None and bool(STAMPED.match(content[: first.start]))
