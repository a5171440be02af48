"""What names of outlets look like, and which words in their places are none."""

import re
from functools import cache

from messages_app.parsing.dates import DATE
from messages_app.parsing.lexicon import pairs, words
from messages_app.parsing.names import has_given_name, looks_like_name

PRESS = re.compile(
    r"(?:신문|일보|신보|시보|경제|뉴스|뉴스\d|데일리|타임스|타임즈|저널(?:\d{2})?|투데이|TV|비즈|미디어|닷컴|코리아|헤럴드|매일|통신|방송|프레스|포스트|위클리|매거진|리뷰|와이어|이코노미|인포맥스|공론|신문사|가제트|트리뷴|의소리|Biz|N(?:ews|EWS)\d*|Times|Journal|Herald|Post|Daily|[Tt]oday)(?: [가-힣]{2,4}판)?$|^(?:뉴스|데일리|시사|주간|월간|일간)[가-힣A-Z]{1,5}$"
)
DESK = re.compile(r"^(?:(?:온라인|디지털|인터넷)?\s?(?:뉴스|편집|취재)\d?(?:부|팀|국)|[가-힣]{2,4}(?:취재)?본부)$")
NO_OUTLET = re.compile(
    r"\d{4}|신년|새해|특집|기자$|(?:시무|종무|취임)식$|(?:취재|데스크|[가-힣]부|팀)$|^[가-힣]{2,4}판$"
)
NAME = r"[가-힣A-Za-z0-9][가-힣A-Za-z0-9]{1,11}"
PRINTED = rf"(?:{NAME}|[A-Z][A-Za-z&]{{0,14}}(?: [A-Z&][A-Za-z&]{{0,14}}){{1,3}})"  # Gaon Times
# 가온일보 · 2026.01.02. 오전 9:10, (가온일보) 2026년 1월 2일, and nothing else; or the day first
BESIDE_DATE = re.compile(rf"[(\[]?(?P<outlet>{PRINTED})[)\]]?[\s|·,]{{1,3}}{DATE.pattern}[\s\d:오전후]{{0,10}}[)\]]?")
BEHIND_DATE = re.compile(rf"{DATE.pattern}[\s|·,]{{1,12}}(?P<outlet>{PRINTED})")


def without_desk(name: str) -> str:
    """The outlet before its desk or the province it reports from: ``가온일보 편집국``, ``가온일보 전북`` -> 가온일보."""
    outlet, _, behind = name.partition(" ")
    return outlet if behind in words("provinces.txt") or DESK.search(behind) else name


def has_desk(name: str) -> bool:
    """``가람드림 뉴스1팀``: a desk behind it shows what a name is, whatever it sounds like."""
    return bool(DESK.search(name.partition(" ")[2]))


def is_no_outlet(name: str) -> bool:
    """Whether a word that stands where outlets do is none: ``신년사``, ``서울``, ``기획취재``, ``나은결 편집장``."""
    first, _, office = name.partition(" ")
    person = office and len(first) == 3 and looks_like_name(first) and has_given_name(first)
    return bool(person) or name in words("not_outlets.txt") or bool(NO_OUTLET.search(name))


@cache
def known_outlets() -> frozenset[str]:
    """Every outlet whose domain is known."""
    return frozenset(pairs("outlets.tsv").values())


def sounds_like_outlet(name: str) -> bool:
    """Whether a name is known as an outlet's or ends as they do: ``가온일보``, ``가온데일리``."""
    return name in known_outlets() or bool(PRESS.search(name))


def is_outlet_with_date(content: str) -> bool:
    """Whether a line says who published something on which day and nothing else: ``가온일보 2026.01.02``, ``Gaon Times · 2026.01.02``."""
    match = BESIDE_DATE.fullmatch(content) or BEHIND_DATE.fullmatch(content)
    return match is not None and (sounds_like_outlet(match["outlet"]) or has_desk(match["outlet"]))
