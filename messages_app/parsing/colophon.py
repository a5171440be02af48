"""The outlet at the foot of a page: whose rights are reserved, whom readers are invited to, the source, the imprint."""

import re
from collections.abc import Iterator, Sequence

from messages_app.parsing.press import NAME, is_no_outlet, sounds_like_outlet
from messages_app.parsing.results import Line

# 새로워진 가온일보 로그인, 네이버에서 가온일보 구독하기, [가온일보 채널 추가하기], [가온일보 주요기사]
INVITATION = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?P<outlet>[가-힣A-Za-z]{1,6}(?:신문|일보|신보|데일리|타임[스즈]|저널|투데이|헤럴드|포스트|이코노미|TV|뉴스))"
    r"['’]?[을를]?\s?(?:로그인|회원가입|(?:네이버|카카오톡?|공식)?\s?(?:유튜브\s)?채널|구독|바로가기|홈페이지|기사\s?(?:제보|문의|더\s?보기)|제보"
    r"|공식\s?SNS|(?:주요|인기|핫|관련)\s?(?:뉴스|기사)|(?:신문사|회사)\s?소개)"
)
# What a page says of its own outlet in a sentence, whatever the name sounds like
OWN = rf"['‘\"“]?(?:㈜|\(주\)\s?)?(?P<outlet>{NAME}?)['’\"”]?"
SAID_OF_ITSELF = [
    re.compile(pattern)
    for pattern in (
        rf"(?:저작권|판권|권리)[은는이]\s{OWN}에(?:게)?\s(?:있|귀속)",  # 이 기사의 저작권은 가온일보에 있습니다
        rf"^\W*{OWN}의\s(?:모든\s)?(?:콘텐[츠트]|기사|저작물)(?:\([^()]{{1,10}}\))?[은는]\s.{{0,20}}저작권법",
        rf"이\s기사는\s[^.]{{0,60}}?(?<![가-힣]){OWN}에\s표출된\s기사",  # 이 기사는 2일 15:18 가람드림에 표출된 기사입니다
        rf"(?:이|본)\s기사는\s(?:[^.]{{0,30}}\s)?{OWN}(?:에서|[이가])\s(?:제공|작성|보도|게재)(?:한\s(?:것|기사)|했|된\s기사)",
        rf"댓글\s정책은\s{OWN}[이가]\s결정",
        rf"^\W*{OWN}에서\s직접\s확인하세요",
        rf"^\W*{OWN}\s?(?:주요\s?뉴스|헤드라인)\s?해당\s언론사에서",
        rf"(?<![가-힣]){OWN}[은는]\s(?:24시간\s)?(?:독자\s|시청자\s)?여러분의\s(?:소중한\s)?제보",
        rf"카카오톡\]?\s?[:=]?\s?{OWN}(?:\s?제보)?['’]?[을를]?\s(?:채널\s)?검색",  # [카카오톡] 가온TV 검색해 채널 추가
        rf"(?:네이버|카카오톡|유튜브|구글)에서\s{OWN}[을를]?\s(?:뉴스\s|채널\s)?(?:구독|추가)",
    )
]
SPEAKS_OF_ITSELF = re.compile(r"저작권|판권|권리|표출된|기사는|댓글\s정책|직접\s확인|해당\s언론사|제보|검색|구독|추가")
MARK = re.compile(
    r"(?:copyrights?|저작권자|ⓒ|©|\(c\))(?:[\s@ⓒ©<>:'\"‘“]|\(c\)|copyrights?|by\s|\d{4}[-~,.\s]?){0,9}", re.IGNORECASE
)
MOTTO = re.compile(rf"(?:'[^']{{2,30}}'|‘[^’]{{2,30}}’|\"[^\"]{{2,30}}\"|“[^”]{{2,30}}”)\s?(?=(?!무단){NAME}[\s.,])")
RESERVED = re.compile(r"copyright|저작권자|무단|전재|재배포|reserved", re.IGNORECASE)
SPACED = re.compile(r"저 작 권 자|무 단 전 재")
NAME_ENDS = re.compile(
    r"[.,·<>\[\]()&|'\"’”]|\s[-–—]\s|무단|all rights|및\s|기사|co\.|\s(?:corp|inc|ltd)\b", re.IGNORECASE
)
CREDITED = re.compile(r"사진|제공|이미지|그래픽|캡처|영상")
# 가온일보(www.gaon.example), 무단전재 및 재배포 금지
FOOT = re.compile(rf"(?P<outlet>{NAME})['’\"]?\s?\((?:https?://)?[\w-]+(?:\.[\w-]+)+/?\)")
# 가온드림 무단전재 및 재배포 금지, 가온드림 / 저작권자(c) 무단전재 금지: a line that opens with whose rights it reserves
UNMARKED = re.compile(
    rf"^[<\[(\s'‘]*(?P<outlet>{NAME})[>\])'’]?(?:\s[A-Z][A-Za-z'’. ]{{2,30}}?)?(?:\s?[ⓒ©]|[\s/.,·|-]{{1,3}})\s?(?:저작권자\s?(?:\(c\)|[ⓒ©])?\s?)?무단"
)
SOURCE = re.compile(
    r"^\[?(?:(?:기사|자료)?\s?출처|원문|(?:보도|게재)?\s?매체명?|언론사명?|(?:기사|뉴스)\s?제공)\]?\s*[:|=]?\s*(?:https?://[^\s(]+\s?\()?"
    rf"(?P<outlet>{NAME})(?: 뉴스)?(?=\s*(?:[(|,\]]|https?:|원문|$))"
)
# 제호 : 가온일보 | 등록번호 …; (주)가온일보 | 사업자번호 … | 발행인 …
IMPRINT = re.compile(rf"제호\s*[:|]?\s*(?P<outlet>{NAME})(?=\s*(?:[(|,/·]|$))")
PUBLISHED_BY = re.compile(
    rf"^\W*(?:상호|법인명|회사명|매체명)?\s*:?\s*(?:㈜|\(주\)\s?)?(?P<outlet>{NAME})(?=[\s|,/].*발행)"
)
TITLE_TAIL = re.compile(rf"(?:\s[-–—|ㅣ<:]{{1,2}}\s?|::\s?)(?P<outlet>{NAME})$|^(?P<head>{NAME})\s?(?:[-–—|ㅣ]|::)\s")


def named_at_foot(text: str, lines: Sequence[Line]) -> Iterator[str]:
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
        sounding = [last for last in lasts if sounds_like_outlet(last) and not is_no_outlet(last)]
        name = next((last for last in sounding if re.fullmatch(NAME, last)), pieces[0])
        whole = re.fullmatch(rf"{NAME}(?: {NAME})?", name) and len(name) < 14 and RESERVED.search(content)
        if sounding or whole:
            yield name
    if RESERVED.search(content):
        found = [UNMARKED.match(content), *FOOT.finditer(content)]
        yield from (match["outlet"] for match in found if match)


def named_as_source(text: str, lines: Sequence[Line]) -> Iterator[str]:
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


def told_at_foot(text: str, lines: Sequence[Line]) -> Iterator[str]:
    """``이 기사의 저작권은 가온일보에 있습니다``, ``가온일보 서울 중구 … 발행인 나은결``: what a page tells of its outlet."""
    for line in lines:
        content = text[line.start : line.end] if line.role != "caption" and line.end - line.start < 200 else ""
        publisher = PUBLISHED_BY.match(content)
        if publisher and sounds_like_outlet(publisher["outlet"]):
            yield publisher["outlet"]
        if SPEAKS_OF_ITSELF.search(content):
            found = (pattern.search(content) for pattern in SAID_OF_ITSELF)
            yield from (match["outlet"] for match in found if match)


def inviting(text: str, lines: Sequence[Line]) -> Iterator[str]:
    """``새로워진 가온일보 로그인``, ``가온일보 구독하기``: whom the menus and the foot of a page invite to."""
    for line in lines:
        if line.role not in ("body", "caption") and line.end - line.start < 60:
            yield from (match["outlet"] for match in INVITATION.finditer(text, line.start, line.end))
