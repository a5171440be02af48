"""Which New Year a message is for."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from messages_app.parsing.results import Evidence, Line, Span

STEMS, BRANCHES = "갑을병정무기경신임계", "자축인묘진사오미신유술해"
CYCLE = {
    STEMS[number % 10] + BRANCHES[number % 12]: number for number in range(60)
}  # 갑자 = 0; year % 60 == (number + 4) % 60
SEXAGENARY = re.compile(rf"(?<![가-힣])(?P<name>{'|'.join(CYCLE)})년")
OCCASION = r"신년사|신년\s?메시지|신년\s?인사|신년회|신년식|신년하례|시무식|신년\s?기자|신년\s?간담|새해\s?(?:인사|메시지|메세지|첫\s?업무|포부|각오)|신년\s?(?:계획|목표|경영|포부|다짐)|송년사"
MEETING = r"(?:신년|새해)\s?(?:맞이\s?)?(?:모임|행사|교례회|인사회|연설|담화|미팅|전략\s?회의|타운홀|조회|간담회|오찬|만찬|서신|편지|영상|화두|일성|첫\s?(?:출근|회의))"
NEW_YEAR = re.compile(f"{OCCASION}|{MEETING}")
EXPLICIT = re.compile(
    rf"(?P<year>(?:19|20)\d{{2}})년?(?:도)?(?:\s?[가-힣()丙午年]{{2,10}}년?)?(?:\s?[가-힣A-Za-z·()]{{1,12}}){{0,3}}?\s?(?:{OCCASION}|새해)"
)
OTHER_YEAR = re.compile(r"(?<!\d)(?P<year>20\d{2})(?=년|\d{4}_|[.\-/])")

YEAR_AHEAD = re.compile(
    r"(?<!\d)(?P<year>20\d{2})년(?=(?:을|은|에는|에도|도|이)(?![가-힣])|\s?(?:한\s?해|새해|경영|사업))"
)


def find_message_year(
    text: str, lines: Sequence[Line], published: date | None, *, quoted: bool = True
) -> tuple[int | None, tuple[Evidence, ...]]:
    """The New Year meant and the words that say so; no year for an article about something else.

    One that quotes nobody (not ``quoted``) is about a message only if its title or a heading says so.
    ``(서울=…) 2025년 12월 29일`` with ``2026년 신년사`` -> 2026; ``신축년 새해`` pasted from January 2021 -> 2021.
    """
    readable = [line for line in lines if line.role in ("title", "heading", "body", "byline")]
    telling = readable if quoted else [line for line in readable if line.role in ("title", "heading")]
    if not any(
        NEW_YEAR.search(text, line.start, line.end) or SEXAGENARY.search(text, line.start, line.end) for line in telling
    ):
        return None, ()
    votes: Counter[int] = Counter()
    evidence = []
    for year, weight, found in _votes(text, lines, published):
        votes[year] += weight
        evidence.append((year, found))
    if not votes:
        return _latest_mention(text, readable)
    best = max(votes, key=lambda year: (votes[year], year))
    return best, tuple(found for year, found in evidence if found.span.end)


def _latest_mention(text: str, readable: Sequence[Line]) -> tuple[int | None, tuple[Evidence, ...]]:
    """The latest year named by an article about messages that nothing else dates: ``2019년을 만들어 가겠다`` -> 2019."""
    occasions = sum(len(NEW_YEAR.findall(text, line.start, line.end)) for line in readable)
    if occasions < 2:
        return None, ()
    named = [match for line in readable for match in YEAR_AHEAD.finditer(text, line.start, line.end)]
    latest = max(named, key=lambda match: match["year"], default=None)
    if latest is None:
        return None, ()
    return int(latest["year"]), (Evidence("year_named", Span(latest.start(), latest.end())),)


def _votes(text: str, lines: Sequence[Line], published: date | None) -> Iterator[tuple[int, int, Evidence]]:
    near = published.year if published else _latest_year(text)
    if published:
        year = published.year + (published.month >= 11)
        yield year, 3 if published.month in (1, 11, 12) else 1, Evidence("published_date", Span(0, 0))
    for line in lines:
        if line.role not in ("title", "heading", "body", "byline"):
            continue
        for match in EXPLICIT.finditer(text, line.start, line.end):
            yield int(match["year"]), 2, Evidence("year_named", Span(match.start(), match.end()))
        for match in SEXAGENARY.finditer(text, line.start, line.end):
            yield _nearest(match["name"], near), 4, Evidence("sexagenary_year", Span(match.start(), match.end()))


def _latest_year(text: str) -> int:
    years = [int(match["year"]) for match in OTHER_YEAR.finditer(text)]
    return max(years, default=2020)


def _nearest(name: str, near: int) -> int:
    """The year of that name in the 60-year cycle closest to ``near``: ``("병오", 2025)`` -> 2026."""
    first = 1864 + CYCLE[name]  # 1864 was a 갑자 year
    return min(range(first, 2200, 60), key=lambda year: abs(year - near))
