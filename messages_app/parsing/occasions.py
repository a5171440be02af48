"""Whose occasion an article tells of: who holds a 시무식, by a sentence, by the words before it, by the title."""

import re

from messages_app.parsing.lexicon import words
from messages_app.parsing.names import MASK, QUOTED, looks_like_organisation, names_nobody
from messages_app.parsing.organisations import NAME, is_gathering, is_generic, is_personal
from messages_app.parsing.results import Span
from messages_app.parsing.surroundings import Surroundings

# 아워미르 시무식에서: an occasion of a house's own says whose head speaks there
OCCASION = re.compile(r"(?:시무식|종무식|하례식|기념식|주총|주주총회)에서")
# 두리온이 4일 본사에서 시무식을 열었다: whoever opens the sentence holds the occasion
HELD = re.compile(
    rf"(?:시무식|종무식|하례[식회]|신년회|인사회|교례회|출정식|기념식|{QUOTED})(?:[을를]|\s행사를)\s(?:[가-힣]{{2,6}}\s)?(?:열|연|개최|갖|가졌|가진|치르|치렀|진행|거행|마련|마치|마쳤)"
)
HOLDER = re.compile(
    rf"[\s◇◆■□▶▷▲△●○]*(?:{MASK}+\s?(?:[가-힣]{{2,4}}\s?기자\s?)?(?:=\s?)?)?(?:\d{{1,2}}일\s|[가-힣]{{1,6}}(?:구단|업체|기업|회사)\s)?"
    rf"(?:(?P<first>[A-Za-z]{{2,10}}|[가-힣]{{2,10}})\s)?{NAME}(?:은|는|이|가|도)(?=\s)"
)
# 두리온, 2026년 시무식 개최; 두리온 시무식: whoever opens a title that tells of one
TITLED = re.compile(
    rf"(?:(?:[\[【<][^\]】>]{{1,20}}[\]】>]|{MASK}+)\s?)?{NAME}(?:,\s[^\r\n]{{0,40}}?|\s(?:(?:20\d\d|[가-힣]{{2}})년(?:도)?\s|새해\s)?)(?:시무식|종무식|신년\s?하례[식회]?|신년회|신년\s?인사회)(?P<held>\s?(?:개최|열|가져|갖|거행|진행))?"
)
HOST = re.compile(rf"{NAME}\s(?:(?:신년|온라인|비대면|정기|창립\s?\d+주년|20\d\d년?)\s?)?$")


def host(masked: str, sentence: Span, around: Surroundings) -> str | None:
    """Whose occasion a sentence tells of, by shape or as a proper noun: ``아워미르 시무식에서``; not ``올해 시무식에서``."""
    occasion = OCCASION.search(masked, sentence.start, sentence.end)
    match = HOST.search(masked, max(sentence.start, occasion.start() - 40), occasion.start()) if occasion else None
    return _host_in(match, around) if match and match.end("name") not in around.inflected else None


def holder(masked: str, sentence: Span, around: Surroundings) -> str | None:
    """Who holds the occasion a sentence tells of: ``두리온이 4일 시무식을 열었다``; not ``손님이 모여 시무식을 열었다``.

    A word in Latin letters before belongs to the name: ``nr 두리온이``.
    """
    match = HOLDER.match(masked, sentence.start, sentence.end)
    if not match or not HELD.search(masked, match.end(), sentence.end):
        return None
    first = match["first"] or ""
    opens = not first or first in words("adverbs.txt")
    # 한나래는 시무식을 열었다: a company, whatever it looks like, unless it is called by an office
    unknown = opens and _may_hold(match["name"]) and not around.called[match["name"]]
    name = _host_in(match, around) or (match["name"] if unknown else None)
    return f"{first} {name}" if name and first.isascii() and first else name


def titled_holder(masked: str, line: Span, around: Surroundings) -> str | None:
    """Whose occasion a title tells of: ``미르온, 2026년 시무식 개최``, ``미르온 시무식``; not ``한가온, 시무식서 새해 인사``, ``재계, 신년회``."""
    match = TITLED.match(masked, line.start, line.end)
    if not match or not _may_hold(match["name"]):
        return None
    held = match["held"] and not around.called[match["name"]]
    return match["name"] if held or not is_personal(match["name"]) else None


def _host_in(match: re.Match[str], around: Surroundings) -> str | None:
    """The name found, if it is an organisation's by its shape or a proper noun."""
    name = match["name"]
    named = match.start("name") in around.begun or looks_like_organisation(name)
    return name if named and not _is_nobody(name) and not is_personal(name) else None


def _may_hold(name: str) -> bool:
    """Whether a word that looks like anything may be who holds an occasion: 나래, 하나; not 임직원, 건설인, 올해, 업계."""
    lists = ("no_holders.txt", "bystanders.txt", "adverbs.txt", "name_lookalikes.txt", "collectives.txt")
    other = any(name in words(file) for file in lists) or name.endswith(("들", "인", "계")) or names_nobody(name)
    return (
        len(name) > 1 and bool(re.fullmatch(r"(?!\d+$)[가-힣A-Za-z0-9&]+", name)) and not other and not _is_nobody(name)
    )


def _is_nobody(name: str) -> bool:
    """Whether a word names no organisation: 회사, 신년회, 2026년, 부산, an office."""
    other = is_generic(name) or is_gathering(name) or name.endswith("년") or name in words("provinces.txt")
    return other or name.endswith(words("titles.txt"))
