"""Outlet, reporters, date and source address: what stands around an article rather than in it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from messages_app.parsing.lexicon import pairs, words
from messages_app.parsing.results import Line

URL = re.compile(r"https?://[^\s<>\"'()\[\]]+")
MAIL = re.compile(r"(?<![\w.+*-])[\w.+*-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63})+)")
DATE = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d{2})\s?(?:[-./]|년)\s?(?P<month>\d{1,2})\s?(?:[-./]|월)\s?(?P<day>\d{1,2})(?:일|\.)?(?!\d)"
)
LABELLED = re.compile(r"(?:기사)?(?:입력|등록|승인|송고|게재|발행|작성|최초\s?입력)(?:일시?|시간)?\s*[:|]?\s*")
REPORTER_MARK = r"(?:(?:수석|선임|인턴|객원|전문|디지털|편집|문화|경제|산업)\s?)?(?:기자|특파원)"
BRACKETED = re.compile(
    rf"[\[【<(]\s?(?P<outlet>[^\]】>)=\[(]{{2,20}}?)\s?(?:=\s?)?(?P<names>(?:[가-힣]{{2,4}}[·,\s]*){{0,3}}?){REPORTER_MARK}\s?[\]】>)]"
)
BRACKETED_OUTLET = re.compile(r"^[\[【](?P<outlet>[가-힣A-Za-z0-9 ]{2,12})[\]】](?!\s?[가-힣]{2,4}\s?기자)")
DATELINE = re.compile(
    rf"[\[(【]\s?[가-힣·\s]{{2,12}}\s?=\s?(?P<outlet>[가-힣A-Za-z0-9]{{2,12}})\s?[\])】]\s?(?P<names>(?:[가-힣]{{2,4}}[·,\s]*){{1,4}}){REPORTER_MARK}"
)
DATELINE_WITH_NAME = re.compile(
    rf"[\[(【]\s?(?:[가-힣·\s]{{2,12}}=)?\s?(?P<outlet>[가-힣A-Za-z0-9]{{2,12}}?)\s(?P<names>(?:[가-힣]{{2,4}}[·,\s]*){{1,4}}){REPORTER_MARK}\s?[\])】]"
)
PLAIN_REPORTER = re.compile(
    rf"(?:^|[\s=\]/)])(?P<names>[가-힣]{{2,4}}(?:[·,]\s?[가-힣]{{2,4}})*)\s?{REPORTER_MARK}(?=[\s=/\])(]|$)"
)
COPYRIGHT = re.compile(
    r"(?:copyright|저작권자|ⓒ|©|\(c\))[\sⓒ©(c)<]{0,8}(?P<outlet>[가-힣A-Za-z][가-힣A-Za-z0-9]{1,11}?)(?:\s?(?:[.,>]|all|무단|inc|및|\()|\s*$)",
    re.IGNORECASE,
)
PRESS = re.compile(
    r"(?:신문|일보|경제|뉴스|뉴스\d|데일리|타임스|타임즈|저널|투데이|TV|비즈|미디어|닷컴|코리아|헤럴드|매일|통신|방송|미디어|프레스|포스트|위클리|매거진|리뷰|와이어|Biz|News|[Tt]oday)$"
)


def find_url(text: str, lines: Sequence[Line]) -> str | None:
    """The address of the article: one in a line of its own or after 출처, without trailing punctuation."""
    for line in lines:
        content = text[line.start : line.end]
        match = URL.search(content)
        if match and (line.role == "noise" or content.startswith(("출처", "원문", "http"))):
            return match.group().rstrip(".,;")
    return None


def find_date(text: str, lines: Sequence[Line]) -> date | None:
    """The day of publication: a labelled one (입력 2026.01.02.) first, else one standing outside the body."""
    outside = [line for line in lines if line.role != "body"]
    for wanted in (LABELLED.pattern, ""):
        for line in outside:
            if line.role == "caption":
                continue
            content = text[line.start : line.end]
            for match in re.finditer(f"(?:{wanted}){DATE.pattern}", content):
                found = _as_date(match)
                if found and (wanted or len(content) < 40):
                    return found
    return _from_url(find_url(text, lines) or "")


def _as_date(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _from_url(url: str) -> date | None:
    match = re.search(r"(?P<year>20\d{2})[-/]?(?P<month>[01]\d)[-/]?(?P<day>[0-3]\d)", url)
    return _as_date(match) if match else None


def find_outlet(text: str, lines: Sequence[Line]) -> str | None:
    """Who published it: named beside the date, in the byline, in the copyright line, by domain, in that order."""
    known = set(pairs("outlets.tsv").values())
    for candidates in (
        _beside_date(text, lines, known),
        _in_bylines(text, lines, known),
        _in_copyright(text, lines),
        _by_domain(text),
    ):
        for name in candidates:
            if name not in words("not_outlets.txt") and not re.search(r"\d{4}|신년|새해|특집", name):
                return name
    return None


STAMP = re.compile(rf"^\s?(?:{LABELLED.pattern}|수정|)\s?{DATE.pattern}")


def _beside_date(text: str, lines: Sequence[Line], known: set[str]) -> Iterator[str]:
    contents = [text[line.start : line.end] for line in lines[:25]]
    for number, content in enumerate(contents):
        following = contents[number + 1 : number + 2]
        if following and STAMP.match(following[0]) and _short_name(content):
            yield content.strip()
        if following and following[0] in ("구독", "구독하기", "+구독", "언론사 구독") and _short_name(content):
            yield content.strip()
    for content in contents[:12]:
        if content.strip() in known:
            yield content.strip()


def _short_name(content: str) -> bool:
    return bool(re.fullmatch(r"[가-힣A-Za-z][가-힣A-Za-z0-9&. ]{1,14}", content.strip())) and content.count(" ") <= 1


def _in_bylines(text: str, lines: Sequence[Line], known: set[str]) -> Iterator[str]:
    for line in lines:
        if line.role == "noise":
            continue
        head = text[line.start : min(line.end, line.start + 80)]
        for pattern in (DATELINE, DATELINE_WITH_NAME, BRACKETED):
            match = pattern.search(head)
            if match:
                yield match["outlet"].split("=")[-1].strip()
        match = BRACKETED_OUTLET.search(head)
        if match and (match["outlet"] in known or PRESS.search(match["outlet"])):
            yield match["outlet"].strip()


def _in_copyright(text: str, lines: Sequence[Line]) -> Iterator[str]:
    for line in lines:
        match = COPYRIGHT.search(text, line.start, line.end)
        if match:
            yield match["outlet"]


def _by_domain(text: str) -> Iterator[str]:
    domains = pairs("outlets.tsv")
    found = [match.group(1).lower() for match in MAIL.finditer(text)]
    found += [re.sub(r"^https?://(?:www\.)?", "", match.group()).split("/")[0].lower() for match in URL.finditer(text)]
    for host in found:
        parts = host.split(".")
        for number in range(len(parts) - 1):
            name = domains.get(".".join(parts[number:]))
            if name:
                yield name
                break


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
