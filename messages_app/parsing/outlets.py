"""Which outlet published an article: what its header, byline, foot and addresses say, the surest first."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from messages_app.parsing.dates import DATE, STAMPED, is_stamp
from messages_app.parsing.header import BRACKETED, DATELINE, DATELINE_WITH_NAME, MAIL, REPORTER_MARK, URL
from messages_app.parsing.lexicon import pairs, words
from messages_app.parsing.names import has_given_name, looks_like_name
from messages_app.parsing.results import Line

PRESS = re.compile(
    r"(?:신문|일보|신보|시보|경제|뉴스|뉴스\d|데일리|타임스|타임즈|저널(?:\d{2})?|투데이|TV|비즈|미디어|닷컴|코리아|헤럴드|매일|통신|방송|프레스|포스트|위클리|매거진|리뷰|와이어|이코노미|인포맥스|공론|신문사|가제트|트리뷴|의소리|Biz|N(?:ews|EWS)\d*|Times|Journal|Herald|[Tt]oday)$|^(?:뉴스|데일리|시사|주간|월간|일간)[가-힣A-Z]{1,5}$"
)
NAME = r"[가-힣A-Za-z0-9][가-힣A-Za-z0-9]{1,11}"
BRACKETED_OUTLET = re.compile(
    rf"^[\[【(<](?P<outlet>{NAME}(?: [가-힣A-Za-z0-9]{{2,6}})?)(?:\s?=\s?[가-힣]{{2,4}})?[\]】)>]"
)
# [가온드림 정책팀]: a department behind it shows what the name is; [가온뉴스 ...: only one that sounds so
WITH_DEPARTMENT = re.compile(rf"^[\[【(<](?P<outlet>{NAME})\s[가-힣]{{1,5}}(?:부|팀|국)[\]】)>]")
OPENING = re.compile(rf"^[\[【(<](?P<outlet>{NAME})[\s=/|ㅣ·][^\]】)>]{{2,20}}[\]】)>]")
DATELINE_ALONE = re.compile(rf"^[\[(【]\s?[가-힣·\s]{{2,12}}\s?=\s?(?P<outlet>{NAME})\s?[\])】]")
# 가온경제 나은결 기자
BEFORE_REPORTER = re.compile(
    rf"(?:^|[\[(/|=.•·▲<〈《【]\s?)(?P<outlet>{NAME})[\s=/|]{{1,3}}[가-힣]{{2,4}}(?:[·,]\s?[가-힣]{{2,4}}){{0,3}}\s?{REPORTER_MARK}"
)
# 가람드림 나은결 기자, and nothing else: whatever stands there, but a department or a place
ALONE = re.compile(rf"^[•·\s]*(?P<outlet>{NAME})\s[가-힣]{{2,4}}\s(?:{REPORTER_MARK})$")
# [가람드림] 나은결 기자 =: a reporter behind the brackets shows what the name is
BEFORE_BYLINE = re.compile(
    rf"^[\[【(<](?P<outlet>{NAME}[가-힣A-Za-z0-9])[\]】)>]\s?[가-힣]{{2,4}}\s?{REPORTER_MARK}\s?(?=[=|]|$)"
)
DEPARTMENT = re.compile(r"(?:부|팀|국|실|센터|데스크|취재|온라인|인턴)$")
AT_SIGN = re.compile(rf"{REPORTER_MARK}\s?@\s?(?P<outlet>{NAME})")  # 나은결 기자 @가온경제
# 나은결 가온경제 기자
BETWEEN = re.compile(rf"(?:^|[\s=/(\[])[가-힣]{{2,4}}\s(?P<outlet>{NAME})\s?{REPORTER_MARK}")
# 가온일보 2026.01.02 17:33, 가온일보 입력 2026.01.02 17:33
WITH_DATE = re.compile(rf"(?P<outlet>{NAME})\s?(?:(?:기사)?입력|승인|등록)?[\s:]{{0,3}}{DATE.pattern}")
# 가온일보 · 2026.01.02. 오전 9:10, (가온일보) 2026년 1월 2일, and nothing else; or the day first
BESIDE_DATE = re.compile(rf"\(?(?P<outlet>{NAME})\)?[\s|·,]{{1,3}}{DATE.pattern}[\s\d:오전후]{{0,10}}")
BEHIND_DATE = re.compile(rf"{DATE.pattern}[\s|·,]{{1,3}}(?P<outlet>{NAME})")
# 새로워진 가온일보 로그인, 네이버에서 가온일보 구독하기, [가온일보 채널 추가하기]
INVITATION = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?P<outlet>[가-힣A-Za-z]{1,6}(?:신문|일보|신보|데일리|타임[스즈]|저널|투데이|헤럴드|포스트|이코노미|TV|뉴스))"
    r"['’]?[을를]?\s?(?:로그인|회원가입|채널|구독|바로가기|홈페이지|기사\s?(?:제보|문의)|제보)"
)
MARK = re.compile(
    r"(?:copyrights?|저작권자|ⓒ|©|\(c\))(?:[\s@ⓒ©<>:'\"‘“]|\(c\)|copyrights?|by\s|\d{4}[-~,.\s]?){0,9}", re.IGNORECASE
)
MOTTO = re.compile(rf"(?:'[^']{{2,30}}'|‘[^’]{{2,30}}’|\"[^\"]{{2,30}}\"|“[^”]{{2,30}}”)\s?(?={NAME}[\s.,])")
RESERVED = re.compile(r"copyright|저작권자|무단|전재|재배포|reserved", re.IGNORECASE)
SPACED = re.compile(r"저 작 권 자|무 단 전 재")
NAME_ENDS = re.compile(r"[.,·<>\[\]()&|'\"’”]|무단|all rights|및\s|기사|co\.|\s(?:corp|inc|ltd)\b", re.IGNORECASE)
CREDITED = re.compile(r"사진|제공|이미지|그래픽|캡처|영상")
# 가온일보(www.gaon.example), 무단전재 및 재배포 금지
FOOT = re.compile(rf"(?P<outlet>{NAME})['’\"]?\s?\((?:https?://)?[\w-]+(?:\.[\w-]+)+/?\)")
# 가온드림 무단전재 및 재배포 금지: a line that opens with whose rights it reserves
UNMARKED = re.compile(rf"^[<\[(\s'‘]*(?P<outlet>{NAME})[>\])'’]?[\s.,·|-]{{1,3}}무단")
# 가온일보 alone among the menus above a title
MASTHEAD = re.compile(r"[가-힣]{2,8}(?:신문|일보|신보|데일리|타임[스즈]|저널|투데이|헤럴드|이코노미)")
SOURCE = re.compile(
    r"^\[?(?:(?:기사|자료)?\s?출처|원문|매체|언론사)\]?\s*[:|=]?\s*(?:https?://[^\s(]+\s?\()?"
    rf"(?P<outlet>{NAME})(?: 뉴스)?(?=\s*(?:[(|,]|https?:|$))"
)
IMPRINT = re.compile(rf"제호\s*[:|]?\s*(?P<outlet>{NAME})(?=\s*(?:[(|,/·]|$))")  # 제호 : 가온일보 | 등록번호 …
TITLE_TAIL = re.compile(rf"(?:\s[-–—|ㅣ<:]{{1,2}}\s?|::\s?)(?P<outlet>{NAME})$|^(?P<head>{NAME})\s?(?:[-–—|ㅣ]|::)\s")


def find_outlet(text: str, lines: Sequence[Line]) -> str | None:
    """Who published it: beside the date, in the byline, at the foot, after 출처, behind the title, by domain.

    Known outlets and names that sound like one (``가온일보``) go before any other word found there.
    """
    names = [name for name in _candidates(text, lines) if not _is_no_outlet(name)]
    return next((name for name in names if sounds_like_outlet(name)), names[0] if names else None)


def _candidates(text: str, lines: Sequence[Line]) -> Iterator[str]:
    yield from _beside_date(text, lines)
    yield from _in_bylines(text, lines)
    yield from _at_foot(text, lines)
    yield from _as_source(text, lines)
    yield from _by_domain(text)
    yield from _inviting(text, lines)
    yield from _over_the_title(text, lines)


def _is_no_outlet(name: str) -> bool:
    first, _, office = name.partition(" ")
    person = office and len(first) == 3 and looks_like_name(first) and has_given_name(first)  # 나은결 편집장
    return (
        bool(person)
        or name in words("not_outlets.txt")
        or bool(re.search(r"\d{4}|신년|새해|특집|기자$|(?:시무|종무|취임)식$", name))
    )


@cache
def _known() -> frozenset[str]:
    return frozenset(pairs("outlets.tsv").values())


def sounds_like_outlet(name: str) -> bool:
    """Whether a name is known as an outlet's or ends as they do: ``가온일보``, ``가온데일리``."""
    return name in _known() or bool(PRESS.search(name))


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
    yield from (content for content in contents[:12] if content in _known())


def _short_name(content: str) -> bool:
    shaped = re.fullmatch(r"[가-힣A-Za-z][가-힣A-Za-z0-9&. ]{1,14}", content.strip()) and content.count(" ") <= 1
    return bool(shaped) and not STAMPED.fullmatch(content.strip()) and not SOURCE.match(content.strip())


def _in_bylines(text: str, lines: Sequence[Line]) -> Iterator[str]:
    for line in lines:
        if line.role == "noise":
            continue
        head = re.sub(r"\([^()=]{1,8}\)", "", text[line.start : min(line.end, line.start + 80)])
        for pattern in (DATELINE, DATELINE_WITH_NAME, BRACKETED):
            match = pattern.search(head)
            name = match["outlet"].split("=")[-1].strip(" ㅣ|/·").split("·")[0] if match else ""
            if name and not (looks_like_name(name) and has_given_name(name)):  # [나은결 기자]
                yield name
        tail = text[max(line.start, line.end - 60) : line.end]
        found = [
            DATELINE_ALONE.search(head),
            BRACKETED_OUTLET.search(head),
            *map(BEFORE_REPORTER.search, (head, tail)),
            *map(BETWEEN.search, (head, tail)),
        ]
        found += [AT_SIGN.search(head), OPENING.search(head)]
        yield from (match["outlet"] for match in found if match and sounds_like_outlet(match["outlet"]))
        yield from _alone_in_byline(text[line.start : line.end])
        marked = WITH_DEPARTMENT.search(head) or BEFORE_BYLINE.search(head)
        if marked:
            yield marked["outlet"]


def _alone_in_byline(content: str) -> Iterator[str]:
    match = ALONE.match(content)
    name = match["outlet"] if match else ""
    if name and not DEPARTMENT.search(name) and not (looks_like_name(name) and has_given_name(name)):
        yield name


def _at_foot(text: str, lines: Sequence[Line]) -> Iterator[str]:
    """``ⓒ 가온경제, 무단 전재 금지``; a mark alone (``ⓒ 가온경제``) counts below the body only: above it is a photo's."""
    last = max((number for number, line in enumerate(lines) if line.role == "body"), default=-1)
    for number, line in enumerate(lines):
        content = text[line.start : line.end]
        if len(content) > 150:
            content = content[-150:]
        if line.role == "caption" or not (RESERVED.search(content) or number > last) or CREDITED.search(content):
            continue
        yield from _reserved_to(content)


def _reserved_to(content: str) -> Iterator[str]:
    """Whose rights a line reserves: ``Copyright ⓒ 2026 가온경제. All rights reserved.`` -> 가온경제."""
    content = MOTTO.sub("", content.replace(" ", "") if SPACED.search(content) else content)
    for mark in MARK.finditer(content):
        pieces = [piece.strip() for piece in NAME_ENDS.split(content[mark.end() :])]
        lasts = (piece.rpartition(" ")[2] for piece in pieces)
        sounding = [last for last in lasts if sounds_like_outlet(last) and not _is_no_outlet(last)]
        name = next((last for last in sounding if re.fullmatch(NAME, last)), pieces[0])
        whole = re.fullmatch(rf"{NAME}(?: {NAME})?", name) and len(name) < 14 and RESERVED.search(content)
        if sounding or whole:
            yield name
    if RESERVED.search(content):
        found = [UNMARKED.match(content), *FOOT.finditer(content)]
        yield from (match["outlet"] for match in found if match)


def _as_source(text: str, lines: Sequence[Line]) -> Iterator[str]:
    """``출처 : 가온경제 https://…``, ``제호 : 가온경제`` and a page's title, ``누리전자 새해 첫발 - 가온경제``."""
    for line in lines:
        content = text[line.start : line.end]
        match = SOURCE.match(content) or IMPRINT.search(content[:200]) if line.role != "caption" else None
        if match:
            yield match["outlet"]
        behind = TITLE_TAIL.search(content) if line.role in ("title", "heading", "noise") else None
        named = behind and (behind["outlet"] or behind["head"])
        if named and sounds_like_outlet(named):
            yield named


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


def _inviting(text: str, lines: Sequence[Line]) -> Iterator[str]:
    """``새로워진 가온일보 로그인``, ``가온일보 구독하기``: whom the menus and the foot of a page invite to."""
    for line in lines:
        if line.role not in ("body", "caption") and line.end - line.start < 60:
            yield from (match["outlet"] for match in INVITATION.finditer(text, line.start, line.end))


def _over_the_title(text: str, lines: Sequence[Line]) -> Iterator[str]:
    """``가온일보`` as a line of its own above the title, where no other paper has one there: 가온일보; a list of papers: none."""
    title = next((line.start for line in lines if line.role in ("title", "body")), 0)
    above = {text[line.start : line.end].strip(" •·-*") for line in lines if line.start < title}
    papers = {content for content in above if MASTHEAD.fullmatch(content)}
    if len(papers) == 1:
        yield from papers
