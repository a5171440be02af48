"""Offices written together with what they head, or with what they are an office of."""

import re

from messages_app.parsing.lexicon import pairs, words
from messages_app.parsing.names import family_name, has_given_name, looks_like_name, looks_like_organisation

MODIFIED = re.compile(r"(?:수석|부|총괄|공동|명예|초대|전|현|신임|그룹|집행)+")
# 김신임회장, 한가온전회장, 누리그룹신임회장: a modifier written together with a name and an office.
WITH_MODIFIER = re.compile(r"(?P<holder>.+?)(?:신임|전임|초대|명예|전|현)")
SOCIETY = re.compile(
    r"(?:협|협의|공제|자치|노인|군인|청년|학생|학부모|중앙|연합|의사|학|동문|상의|변호사|약사|교수|체육|교육|향우|장학|한인|상인|번영|부녀)$"
)


def unglue(stem: str, title: str, *, named: bool = False) -> tuple[str, str, str]:
    """Take an office apart from what it is written together with.

    ``("한빛무역", "협회장")`` -> 한빛무역협회, 회장; ``("가람", "은행장")`` -> 가람은행, 은행장; ``("수석부", "회장")``
    and ``("한국", "총괄 부사장")`` stay with the title;
    ``("김신임", "회장")`` leaves 김. A stem like a name is none behind another (``named``): 한가온 동가온구청장. Returns organisation, title, and what is left of the stem.
    """
    if _is_one_title(stem, title):
        return "", stem + title, ""
    stem = _holder(stem)
    first = title.split(" ")[0]
    if first == "협회장" and len(stem) == 1:  # 의협회장
        return stem + "협", title.replace("협회장", "회장", 1), ""
    united = pairs("united_offices.tsv").get(first)
    if united and (len(stem) >= 2 or first == "구청장") and (named or not (looks_like_name(stem) and len(stem) > 2)):
        return stem + united, title.replace(first, "회장" if first.endswith("회장") else first, 1), ""
    if first == "회장" and SOCIETY.search(stem) and (len(stem) >= 3 or SOCIETY.fullmatch(stem)):
        return stem + ("" if stem.endswith("상의") else "회"), title, ""
    if first == "연구원" and " " in title and len(stem) > 1:  # 누리경제연구원 선임연구위원
        return stem + first, title.partition(" ")[2], ""
    if first in ("장관", "차관") and stem.endswith("부") and len(stem) > 1:
        return stem, title, ""
    if first in ("의장", "의원") and stem in ("국회", "시", "도", "군", "구"):
        return ("국회", "의장", "") if (stem, first) == ("국회", "의장") else ("", stem + title, "")
    if first in words("division_offices.txt") and not looks_like_name(stem) and len(stem) >= 2:
        return "", stem + title, ""
    if looks_like_organisation(stem) and len(stem) >= 2:
        return stem, title, ""
    return "", title, stem


def _is_one_title(stem: str, title: str) -> bool:
    """``수석부회장``, ``사장직무대행``, ``재단이사장``: what stands before an office names nobody and no company."""
    acting = title.endswith("대행") and stem in words("titles.txt")
    generic = title == "이사장" and stem in words("generic_organisations.txt")
    return acting or generic or stem in words("title_modifiers.txt") or bool(MODIFIED.fullmatch(stem))


def _holder(stem: str) -> str:
    """What is left of a stem without the modifier at its end, where that is a name or what has one: 김신임 -> 김."""
    match = WITH_MODIFIER.fullmatch(stem)
    holder = match["holder"] if match else ""
    named = looks_like_name(holder) and len(holder) == 3 and has_given_name(holder)
    called = family_name(holder) and (len(stem) > 2 or stem.endswith("전"))
    return holder if named or called or (len(holder) > 2 and looks_like_organisation(holder)) else stem
