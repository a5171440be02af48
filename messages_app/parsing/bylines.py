"""The outlet in the byline and at the head of the first paragraph: ``[가온경제 나은결 기자]``."""

import re
from collections.abc import Iterator, Sequence

from messages_app.parsing.dates import is_stamp
from messages_app.parsing.header import BRACKETED, DATELINE, DATELINE_WITH_NAME, MAIL, REPORTER_MARK
from messages_app.parsing.lexicon import words
from messages_app.parsing.names import has_given_name, looks_like_name
from messages_app.parsing.press import NAME, sounds_like_outlet
from messages_app.parsing.results import Line

BRACKETED_OUTLET = re.compile(
    rf"^[\[【(<]\s?(?P<outlet>{NAME}(?: [가-힣A-Za-z0-9]{{2,6}})?)(?:\s?=\s?[가-힣]{{2,4}})?\s?[\]】)>]"
)
# [가온드림 정책팀]: a department behind it shows what the name is; [가온뉴스 ...: only one that sounds so
WITH_DEPARTMENT = re.compile(rf"^[\[【(<](?P<outlet>{NAME})\s[가-힣]{{1,5}}(?:부|팀|국)[\]】)>]")
OPENING = re.compile(rf"^[\[【(<](?P<outlet>{NAME})[\s=/|ㅣ·][^\]】)>]{{2,20}}[\]】)>]")
DATELINE_ALONE = re.compile(rf"^[\[(【]\s?[가-힣·\s]{{2,12}}\s?=\s?(?P<outlet>{NAME})\s?[\])】]")
# 가온경제 나은결 기자, 2026-01-02 가온경제 나은결 기자
BEFORE_REPORTER = re.compile(
    rf"(?:^|[\[(/|=.•·▲<〈《【]\s?|\d\s)(?P<outlet>{NAME})[\s=/|]{{1,3}}[가-힣]{{2,4}}(?:[·,]\s?[가-힣]{{2,4}}){{0,3}}\s?{REPORTER_MARK}"
)
# 가람드림 나은결 기자, and nothing else but a day, an address or the sign of a dateline: whatever stands there
STAMP = r"\d{4}[-./]\s?\d{1,2}[-./]\s?\d{1,2}[.\d:\s오전후]{0,16}"
ALONE = re.compile(
    rf"^[•·\s]*(?:{STAMP}\s)?(?P<outlet>{NAME})\s[가-힣]{{2,4}}\s{REPORTER_MARK}(?:$|(?P<sign>\s=\s)|\s+(?:(?:입력|승인)\s?)?{STAMP}$|\s?\(?{MAIL.pattern})"
)
# 가온경제 | 누리전자는 …: before the first words
WITH_BAR = re.compile(rf"^(?P<outlet>{NAME})\s?[|ㅣ｜]\s")
# 가온경제 webmaster@gaon.example
WITH_MAIL = re.compile(rf"^(?:기자명\s)?(?P<outlet>{NAME})\s+{MAIL.pattern}$")
# [가람드림] 나은결 기자 =: a reporter behind the brackets shows what the name is
BEFORE_BYLINE = re.compile(
    rf"^[\[【(<](?:[가-힣·]{{2,12}}\s?=\s?)?(?P<outlet>{NAME}[가-힣A-Za-z0-9])[\]】)>]\s?[가-힣]{{2,4}}\s?(?:{REPORTER_MARK}\s?(?=[=|]|$)|=\s)"
)
# [가람드림=나은결]: somebody's name behind the sign
SIGNED = re.compile(rf"^[\[【](?P<outlet>{NAME})\s?=\s?(?P<name>[가-힣]{{3}})[\]】]")
# 가람드림=나은결 기자: a place is shorter
BEFORE_SIGN = re.compile(rf"^(?P<outlet>[가-힣A-Za-z0-9]{{4,12}})\s?=\s?[가-힣]{{2,4}}\s?{REPORTER_MARK}(?![가-힣])")
# 나은결 기자 na@gaon.example ⓒ가람드림, 나은결 기자(가람드림)
BEHIND_REPORTER = re.compile(
    rf"[\s/]*[가-힣]{{2,4}}\s?{REPORTER_MARK}(?:[^ⓒ©]{{0,50}}[ⓒ©]\s?(?P<outlet>{NAME})|\s?[(（](?P<inside>{NAME}[가-힣A-Za-z0-9])[)）])"
)
# 지금까지 가온뉴스 나은결입니다, GBS 뉴스 나은결입니다: how a report on the air ends
SIGNED_OFF = re.compile(
    rf"(?:^|\s)(?P<outlet>{NAME}?)(?:(?<=[A-Za-z\d])뉴스|\s뉴스)?\s(?P<name>[가-힣]{{2,4}})(?:이었|였|입)(?:습)?니다\.?$"
)
# 나은결 가온일보, below the last paragraph and nothing else
SIGNED_BELOW = re.compile(rf"(?P<name>[가-힣]{{3}})\s(?P<outlet>{NAME}[가-힣A-Za-z0-9])")
LAST_SENTENCE = re.compile(r"(?<=[.?!])\s")
DEPARTMENT = re.compile(r"(?:부|팀|국|실|센터|데스크|취재|온라인|인턴)$")
AT_SIGN = re.compile(rf"{REPORTER_MARK}\s?@\s?(?P<outlet>{NAME})")  # 나은결 기자 @가온경제
# 나은결 가온경제 기자
BETWEEN = re.compile(rf"(?:^|[\s=/(\[])[가-힣]{{2,4}}\s(?P<outlet>{NAME})\s?{REPORTER_MARK}")


def named_in_bylines(text: str, lines: Sequence[Line]) -> Iterator[str]:
    """Outlets before or beside a reporter: ``[가온경제 나은결 기자]``, ``(서울=가온통신)``, ``가온경제 나은결 기자``."""
    last = max((line.end for line in lines if line.role == "body"), default=len(text))
    for line in lines:
        yield from _signed_off(text[line.start : line.end])
        yield from _signed_below(text[line.start : line.end]) if line.start > last else ()
        yield from _behind_reporter(text[line.start : line.end])
        if line.role == "noise" and not is_stamp(text[line.start : line.end]):
            continue
        head = re.sub(r"\([^()=]{1,8}\)", "", text[line.start : min(line.end, line.start + 80)])
        for pattern in (DATELINE, DATELINE_WITH_NAME, BRACKETED):
            match = pattern.search(head)
            name = match["outlet"].split("=")[-1].strip(" ㅣ|/·–—-:,").split("·")[0] if match else ""
            if name and not (looks_like_name(name) and has_given_name(name)):  # [나은결 기자]
                yield name
        tail = text[max(line.start, line.end - 60) : line.end]
        found = [
            DATELINE_ALONE.search(head),
            BRACKETED_OUTLET.search(head),
            *map(BEFORE_REPORTER.search, (head, tail)),
            *map(BETWEEN.search, (head, tail)),
        ]
        found += [AT_SIGN.search(head), OPENING.search(head), WITH_BAR.search(head), WITH_MAIL.search(head)]
        yield from (match["outlet"] for match in found if match and sounds_like_outlet(match["outlet"]))
        yield from _alone_in_byline(text[line.start : line.end])
        yield from _marked(head)


def _marked(head: str) -> Iterator[str]:
    """What its surroundings show to be an outlet, whatever it sounds like: ``[가람드림 정책팀]``, ``[가람드림=나은결]``."""
    signed = SIGNED.match(head)
    if signed and looks_like_name(signed["name"]) and has_given_name(signed["name"]):
        yield signed["outlet"]
    found = (WITH_DEPARTMENT.search(head), BEFORE_BYLINE.search(head), BEFORE_SIGN.match(head))
    yield from (match["outlet"] for match in found if match)


def _behind_reporter(content: str) -> Iterator[str]:
    """``나은결 기자 na@gaon.example ⓒ가람드림`` and ``나은결 기자(가람드림)`` -> 가람드림; ``나은결 기자(부산)`` -> nothing."""
    match = BEHIND_REPORTER.fullmatch(content) if len(content) < 80 else None
    name = match["outlet"] or match["inside"] if match else ""
    if name and name not in words("provinces.txt"):
        yield name


def _signed_off(content: str) -> Iterator[str]:
    """``지금까지 가온뉴스 나은결입니다.`` -> 가온뉴스; ``서울에서 나은결입니다.`` -> nothing."""
    last = LAST_SENTENCE.split(content[-60:])[-1]
    match = SIGNED_OFF.search(last) if len(last) < 40 else None
    named = match and looks_like_name(match["name"]) and has_given_name(match["name"])
    if match and named and (sounds_like_outlet(match["outlet"]) or re.search(r"[A-Z]", match["outlet"])):
        yield match["outlet"]


def _signed_below(content: str) -> Iterator[str]:
    """``나은결 가온일보`` -> 가온일보; ``나은결 누리전자`` -> nothing."""
    match = SIGNED_BELOW.fullmatch(content)
    named = match and looks_like_name(match["name"]) and has_given_name(match["name"])
    if match and named and sounds_like_outlet(match["outlet"]):
        yield match["outlet"]


def _alone_in_byline(content: str) -> Iterator[str]:
    match = ALONE.match(content)
    name = match["outlet"] if match else ""
    place = match and match["sign"] and re.fullmatch(r"[가-힣]{2}", name)  # 전주 나은결 기자 =
    if name and not place and not DEPARTMENT.search(name) and not (looks_like_name(name) and has_given_name(name)):
        yield name
