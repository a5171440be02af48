"""Which outlet published an article: what its header, byline, foot and addresses say, the surest first."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from messages_app.parsing.bylines import named_in_bylines
from messages_app.parsing.cleaning import NOISE
from messages_app.parsing.colophon import FOOT, SOURCE, inviting, named_as_source, named_at_foot, told_at_foot
from messages_app.parsing.dates import DATE, OF_THE_PAGE, STAMPED, days_in, is_stamp
from messages_app.parsing.header import MAIL, REPORTER_MARK, URL
from messages_app.parsing.lexicon import pairs
from messages_app.parsing.press import (
    BEHIND_DATE,
    BESIDE_DATE,
    NAME,
    PRINTED,
    has_desk,
    is_no_outlet,
    known_outlets,
    sounds_like_outlet,
    without_desk,
)
from messages_app.parsing.results import Line

# 가온일보 2026.01.02 17:33, 가온일보 입력 2026.01.02 17:33
WITH_DATE = re.compile(rf"(?P<outlet>{PRINTED})\s?(?:(?:기사)?입력|승인|등록)?[\s:]{{0,3}}{DATE.pattern}")
PICKED = re.compile(rf"(?P<outlet>{NAME})\s?(?:PICK(?:\s?안내)?|언론사\s?픽)")  # above an article of a portal
WRITER = re.compile(r"(?:작성자|글쓴이|등록자|게시자|담당자?|이름)(?:$|\s)")  # 작성자 관리자
BARS = re.compile(r"\s?[|ㅣ｜]\s?")
REPORTER = re.compile(rf"[가-힣]{{2,4}}\s?{REPORTER_MARK}")
# 가온일보 alone among the menus above a title
MASTHEAD = re.compile(r"[가-힣]{2,8}(?:신문|일보|신보|데일리|타임[스즈]|저널|투데이|헤럴드|이코노미)")


def find_outlet(text: str, lines: Sequence[Line]) -> str | None:
    """Who published it: beside the date, in the byline, at the foot, after 출처, behind the title; else by domain; else in menus.

    Known outlets and names that sound like one (``가온일보``) go before any other word found there.
    """
    return (
        _likeliest(_named(text, lines))
        or next(_by_domain(text), None)
        or _likeliest(chain(inviting(text, lines), _alone_above(text, lines)))
    )


def _likeliest(found: Iterable[str]) -> str | None:
    names = [name for name in map(without_desk, found) if not is_no_outlet(name)]
    return next((name for name in names if sounds_like_outlet(name)), names[0] if names else None)


def _named(text: str, lines: Sequence[Line]) -> Iterator[str]:
    yield from _beside_date(text, lines)
    yield from named_in_bylines(text, lines)
    yield from told_at_foot(text, lines)
    yield from named_at_foot(text, lines)
    yield from named_as_source(text, lines)
    yield from _alone_below(text, lines)


def _beside_date(text: str, lines: Sequence[Line]) -> Iterator[str]:
    contents = [text[line.start : line.end].strip(" •·-*") for line in lines[:25]]
    for number, content in enumerate(contents):
        following = contents[number + 1 : number + 2]
        stamped = following and is_stamp(following[0]) and not OF_THE_PAGE.search(following[0])
        if stamped and _short_name(content):
            yield content.strip()
        if following and following[0] in ("구독", "구독하기", "+구독", "언론사 구독") and _short_name(content):
            yield content.strip()
        dated = WITH_DATE.match(content) or BESIDE_DATE.fullmatch(content) or BEHIND_DATE.fullmatch(content)
        named = [dated["outlet"]] if dated else _between_bars(content) if len(content) < 120 else []
        yield from (name for name in named if sounds_like_outlet(name) or has_desk(name))
        picked = PICKED.fullmatch(content)
        if picked:
            yield picked["outlet"]
    yield from (content for content in contents[:12] if content in known_outlets())


def _short_name(content: str) -> bool:
    shaped = re.fullmatch(r"[가-힣A-Za-z][가-힣A-Za-z0-9&. ]{1,14}", content.strip()) and content.count(" ") <= 1
    return bool(shaped) and not any(label.match(content.strip()) for label in (STAMPED, SOURCE, WRITER, NOISE))


def _between_bars(content: str) -> list[str]:
    """``나은결 기자 | 입력 2026.01.02 | 가온일보`` -> its pieces; of a menu, which has neither day nor reporter, none."""
    pieces = [piece.strip(" []") for piece in BARS.split(content)]
    return pieces if len(pieces) > 1 and (REPORTER.search(content) or next(days_in(content), None)) else []


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


def _alone_above(text: str, lines: Sequence[Line]) -> Iterator[str]:
    """``가온일보`` as a line of its own above the body, where no other paper has one there: 가온일보; a list of papers: none."""
    first = next((number for number, line in enumerate(lines) if line.role == "body"), 0)
    yield from _only_paper(text, lines[:first])


def _alone_below(text: str, lines: Sequence[Line]) -> Iterator[str]:
    """``가온일보`` or ``가온일보(www.gaon.example)`` as a line of its own below the body, where no other paper has one."""
    last = max((number for number, line in enumerate(lines) if line.role == "body"), default=len(lines))
    yield from _only_paper(text, lines[last + 1 :])


def _only_paper(text: str, lines: Sequence[Line]) -> Iterator[str]:
    contents = {text[line.start : line.end].strip(" •·-*<>[]") for line in lines if line.end - line.start < 60}
    addressed = [match["outlet"] for match in map(FOOT.fullmatch, contents) if match]
    papers = {name for name in (*contents, *addressed) if MASTHEAD.fullmatch(name) or name in known_outlets()}
    papers |= {name for name in addressed if sounds_like_outlet(name)}
    if len(papers) == 1:
        yield from papers
