"""Which outlet published an article: what its header, byline, foot and addresses say, the surest first."""

import re
from collections.abc import Iterator, Sequence

from messages_app.parsing.bylines import named_in_bylines
from messages_app.parsing.colophon import SOURCE, inviting, named_as_source, named_at_foot
from messages_app.parsing.dates import DATE, STAMPED, is_stamp
from messages_app.parsing.header import MAIL, URL
from messages_app.parsing.lexicon import pairs
from messages_app.parsing.press import NAME, is_no_outlet, known_outlets, sounds_like_outlet
from messages_app.parsing.results import Line

# 가온일보 2026.01.02 17:33, 가온일보 입력 2026.01.02 17:33
WITH_DATE = re.compile(rf"(?P<outlet>{NAME})\s?(?:(?:기사)?입력|승인|등록)?[\s:]{{0,3}}{DATE.pattern}")
# 가온일보 · 2026.01.02. 오전 9:10, (가온일보) 2026년 1월 2일, and nothing else; or the day first
BESIDE_DATE = re.compile(rf"\(?(?P<outlet>{NAME})\)?[\s|·,]{{1,3}}{DATE.pattern}[\s\d:오전후]{{0,10}}")
BEHIND_DATE = re.compile(rf"{DATE.pattern}[\s|·,]{{1,3}}(?P<outlet>{NAME})")
# 가온일보 alone among the menus above a title
MASTHEAD = re.compile(r"[가-힣]{2,8}(?:신문|일보|신보|데일리|타임[스즈]|저널|투데이|헤럴드|이코노미)")


def find_outlet(text: str, lines: Sequence[Line]) -> str | None:
    """Who published it: beside the date, in the byline, at the foot, after 출처, behind the title, by domain.

    Known outlets and names that sound like one (``가온일보``) go before any other word found there.
    """
    names = [name for name in _candidates(text, lines) if not is_no_outlet(name)]
    return next((name for name in names if sounds_like_outlet(name)), names[0] if names else None)


def _candidates(text: str, lines: Sequence[Line]) -> Iterator[str]:
    yield from _beside_date(text, lines)
    yield from named_in_bylines(text, lines)
    yield from named_at_foot(text, lines)
    yield from named_as_source(text, lines)
    yield from _by_domain(text)
    yield from inviting(text, lines)
    yield from _over_the_title(text, lines)


def _beside_date(text: str, lines: Sequence[Line]) -> Iterator[str]:
    contents = [text[line.start : line.end].strip(" •·-*") for line in lines[:25]]
    for number, content in enumerate(contents):
        following = contents[number + 1 : number + 2]
        if following and is_stamp(following[0]) and _short_name(content):
            yield content.strip()
        if following and following[0] in ("구독", "구독하기", "+구독", "언론사 구독") and _short_name(content):
            yield content.strip()
        dated = WITH_DATE.match(content) or BESIDE_DATE.fullmatch(content) or BEHIND_DATE.fullmatch(content)
        if dated and sounds_like_outlet(dated["outlet"]):
            yield dated["outlet"]
    yield from (content for content in contents[:12] if content in known_outlets())


def _short_name(content: str) -> bool:
    shaped = re.fullmatch(r"[가-힣A-Za-z][가-힣A-Za-z0-9&. ]{1,14}", content.strip()) and content.count(" ") <= 1
    return bool(shaped) and not STAMPED.fullmatch(content.strip()) and not SOURCE.match(content.strip())


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


def _over_the_title(text: str, lines: Sequence[Line]) -> Iterator[str]:
    """``가온일보`` as a line of its own above the title, where no other paper has one there: 가온일보; a list of papers: none."""
    title = next((line.start for line in lines if line.role in ("title", "body")), 0)
    above = {text[line.start : line.end].strip(" •·-*") for line in lines if line.start < title}
    papers = {content for content in above if MASTHEAD.fullmatch(content)}
    if len(papers) == 1:
        yield from papers
