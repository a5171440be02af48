"""Organisations by themselves: those that speak, those named in a line, in a heading, with their head."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from messages_app.parsing.lexicon import words
from messages_app.parsing.names import MASK, QUOTED, has_given_name, is_kind, looks_like_name, looks_like_organisation
from messages_app.parsing.phrases import WHEN, clean
from messages_app.parsing.results import Span
from messages_app.parsing.surroundings import Surroundings

# Names have an end: what runs on for more letters than this is none, and costs no time to find out.
NAME = rf"(?<![가-힣A-Za-z0-9&])(?P<name>[^\s{MASK}{QUOTED},.·…“”\"‘’'△▲=:#]{{1,30}}?)(?:{MASK}{{0,90}})"
LETTER = re.compile(
    rf"{NAME}의\s(?:서신|편지|서한|성명|입장문|보도자료|신년사|메시지)(?P<particle>에는|에서는|에서|은|는|에)(?=[\s{QUOTED},])"
)
SPEAKING = re.compile(rf"{NAME}(?P<particle>\s?측(?:에서는|에선|은|이|도)|은|는|이|가|도|에서는|에선)(?=[\s{QUOTED},])")
NAMED = re.compile(
    rf"{NAME}(?P<particle>은|는|이|가|도|의|을|를|에|와|과|\s(?:역시|노사|노조|임직원|경영진|수뇌부|투톱|(?:두|양대)\s?수장|의장단|회장단|사장단|교직원|공직자|[가-힣]{{0,6}}(?:본점|본사|사옥|사업장|공장|연수원|캠퍼스))[가-힣]{{0,2}})(?=[\s{QUOTED},])"
)
SECTION = re.compile(rf"[◇◆■□▶▷●○]\s?{NAME}\s?[=,:{QUOTED}]")
# 아워미르는 지난 2일 …, 두리온 역시 …: what a sentence opens with
TOPIC = re.compile(
    rf"(?:[【<][^】>]{{2,30}}[】>]\s?|{MASK}+\s?|[^|\s][^|]{{1,24}}\s\|\s)?(?:[가-힣]{{2,4}}\s?기자\s?)?(?:[^\s=]{{1,12}}\s?=)?[\s◇◆■□▶▷▲△●○]*{NAME}(?P<particle>은|는|도|\s역시)(?=[\s{QUOTED},])"
)
# 편의점 업체 두리24는: the word before says what it is.
KIND_BEFORE = re.compile(
    r"(?:업체|기업|회사|계열사|자회사|관계사|운영사|운용사|스타트업|플랫폼|브랜드|업체인|기업인|회사인)\s$"
)
SITUATED = re.compile(
    r"\s(?:위치|소재|자리\s?잡|자리한|있는|들어선|세운|세워진|마련한|마련된)"
)  # 누리시에 위치한 연수원
PLACE = re.compile(r"[시도군구읍면동]$")  # 누리시 가람구 미르전자 본사
# 누리전자(대표이사 사장 한가온), 누리병원(이사장 도하람, 병원장 한가온), 누리협회(회장 한가온, 이하 누협)
HEADED = re.compile(r"(?P<organisation>[^\s()（）,“”\"]{2,20})[(（](?P<inside>[^()（）]{4,60})[)）]")
OFFICE_AND_NAME = re.compile(
    rf"(?P<title>(?:{'|'.join(words('titles.txt'))})(?:\s(?:{'|'.join(words('titles.txt'))}))*)\s?[:=]?\s?(?P<name>[가-힣]{{2,4}})"
)
# 가람농협 [누리지역본부](본부장 한가온): a branch, and the word before it, of which it is one
BRANCH = re.compile(r"(?:본부|지부|지사|지회|지점|사업소)$")
WHOLE = re.compile(r"(?<![가-힣A-Za-z])(?P<whole>[가-힣A-Z]{2,12}(?<![은는이가을를의에]))\s$")
# ㈜누리, (주)누리는, 주식회사 누리, 누리㈜: whatever has a form in law beside it
FORM = r"(?:㈜|[(（](?:주|유|사|재)[)）])"
INCORPORATED = re.compile(
    rf"(?<![가-힣A-Za-z0-9])(?:{FORM}\s?|(?:주식회사|유한회사|사단법인|재단법인|의료법인|학교법인|농업회사법인)\s)(?P<name>[가-힣A-Za-z0-9&]{{2,20}}?)(?:은|는|이|가|의|도|을|를|에|에서|와|과)?(?![가-힣A-Za-z0-9&])"
    rf"|(?<![가-힣A-Za-z0-9])(?P<before>[가-힣A-Za-z0-9&]{{2,20}}){FORM}"
)
GENERIC_SUBJECT = re.compile(
    rf"(?<![가-힣A-Za-z])(?:(?:이|해당|그)\s)?(?P<name>{'|'.join(words('generic_organisations.txt'))})(?P<particle>\s?측(?:에서는|에선|은|이|도)|은|는|이|가|도)(?=[\s{QUOTED},])"
)


class SpeakingOrganisation(NamedTuple):
    """An organisation as subject; ``topic`` as in 은/는, ``certain`` where its shape or the article says it is one."""

    start: int
    end: int
    name: str
    topic: bool
    certain: bool


def speaking_organisations(
    masked: str, span: Span, known: Iterable[str], around: Surroundings
) -> Iterator[SpeakingOrganisation]:
    """``카카오는 “…”이라며`` and ``누리전자 측은``: what stands as subject of a sentence and is no person."""
    names = set(known)
    for match in SPEAKING.finditer(masked, span.start, span.end):
        name = match["name"]
        personal = is_personal(name)
        start = _extended_left(masked, span.start, match.start("name"))
        nameless = is_generic(name) and start == match.start("name")
        if len(name) < 2 or (personal and name not in names) or nameless or _is_part(name, match["particle"]):
            continue
        introduced = KIND_BEFORE.search(masked, max(span.start, match.start("name") - 8), match.start("name"))
        certain = looks_like_organisation(name) or name in names or "측" in match["particle"] or bool(introduced)
        if not certain and (match.start("name") not in around.begun or name.endswith(words("titles.txt"))):
            continue
        whole = re.sub(rf"[{MASK}]+", "", masked[start : match.end("name")])
        topic = match["particle"].strip()[-1] in "은는도선"
        yield SpeakingOrganisation(start, match.end(), whole, topic, certain)


def is_personal(name: str) -> bool:
    return looks_like_name(name) and has_given_name(name)


def writing_organisations(masked: str, span: Span) -> Iterator[SpeakingOrganisation]:
    """``누리당의 서신에는 “…”라고 적혔다``: whose letter or statement it is that speaks."""
    for match in LETTER.finditer(masked, span.start, span.end):
        if looks_like_organisation(match["name"]) and not is_generic(match["name"]):
            yield SpeakingOrganisation(match.start(), match.end(), match["name"], True, True)


def _is_part(name: str, particle: str) -> bool:
    """``연금 부문에서는`` and ``신년회에서는`` say where or when, not who."""
    place = particle in ("에서는", "에선", "에서")
    return is_gathering(name) or (place and name.endswith(("부문", "사업부", "분야", "본부")))


def generic_subjects(masked: str, span: Span) -> Iterator[SpeakingOrganisation]:
    """``회사는``, ``사측은``, ``이 회사는``: whichever organisation is under discussion."""
    for match in GENERIC_SUBJECT.finditer(masked, span.start, span.end):
        topic = match["particle"].strip()[-1] in "은는도선"
        yield SpeakingOrganisation(match.start(), match.end(), match["name"], topic, "측" in match["particle"])


def is_gathering(name: str) -> bool:
    """Whether a word that ends as organisations do means an occasion or a hall: 신년회, 청문회, 대강당; not a guild: 가람약사회."""
    guild = name.endswith("사회") and name[:-1].endswith(words("titles.txt")) and not name.endswith("이사회")
    return name.endswith(words("gatherings.txt")) and not guild


def is_generic(name: str) -> bool:
    """Whether a word means an organisation without naming it: 회사, 그룹, 사측."""
    bare = re.sub(r"^(?:이|해당|그|같은)\s", "", name)
    generic = words("generic_organisations.txt")
    return bare in generic or re.sub(r"\s?측$", "", bare) in generic


def named_organisations(masked: str, span: Span) -> Iterator[tuple[int, str]]:
    """Organisations named on their own in a line, with where: for people whose company is not said."""
    for match in NAMED.finditer(masked, span.start, span.end):
        name = match["name"]
        long_enough = len(name) >= (2 if name.isascii() else 3) and (
            is_generic(name) or name not in words("titles.txt")
        )
        part = _is_district_of(masked, match.start("name"), name) or _is_branch_of(masked, match.start("name"), name)
        if part:
            yield part
        situated = match["particle"] == "에" and SITUATED.match(masked, match.end())
        if (long_enough or is_generic(name)) and looks_like_organisation(name) and not (is_gathering(name) or situated):
            start = _extended_left(masked, span.start, match.start("name"))
            if is_generic(name) and start == match.start("name"):
                continue
            whole = re.sub(rf"[{MASK}]+", "", masked[start : match.end("name")])
            if not _is_sort(whole) and not whole.endswith("들"):
                yield start, whole


def _is_district_of(masked: str, start: int, name: str) -> tuple[int, str] | None:
    """``부산 서구``: a district of two syllables, which only the city before it tells from other words."""
    city = masked[max(0, start - 12) : start].rstrip().rpartition(" ")[2]
    known = len(name) == 2 and name.endswith("구") and city in words("provinces.txt")
    return (start - len(city) - 1, f"{city} {name}") if known else None


def _is_branch_of(masked: str, start: int, name: str) -> tuple[int, str] | None:
    """``누리공사 가람지사``: a branch that does not end as organisations do, behind what does."""
    whole = masked[max(0, start - 16) : start].rstrip(" ").rpartition(" ")[2]
    known = BRANCH.search(name) and not looks_like_organisation(name) and looks_like_organisation(whole)
    return (start - len(whole) - 1, f"{whole} {name}") if known else None


def _is_sort(name: str) -> bool:
    """``회원조합``, ``지역본부``, ``금융지주``: what sort they are and no name."""
    return is_kind(re.sub(r"^(?:회원|소속|산하|유관|관계|협력|지역|각급|일선)(?=.)", "", name))


def section(masked: str, line: Span, around: Surroundings) -> tuple[int, str] | None:
    """Whose section begins: ``◇ 누리전자 = 지난해에 이어 …``, ``◆누리전자, 새해 첫발``, ``■ 누리 “…”``."""
    match = SECTION.match(masked, line.start, line.end)
    known = match and (looks_like_organisation(match["name"]) or match.start("name") in around.begun)
    return (match.start("name"), match["name"]) if match and known and not is_personal(match["name"]) else None


def opening_topic(masked: str, sentence: Span, around: Surroundings) -> tuple[int, str] | None:
    """What a sentence opens with as its topic, where it is a proper noun and nobody's name: ``미르온은 지난 2일 …``."""
    match = TOPIC.match(masked, sentence.start, sentence.end)
    if not match:
        return None
    name, start = match["name"], match.start("name")
    if is_personal(name) or name.endswith(words("titles.txt")) or len(name) < 2:
        return None
    latin = re.match(r"[A-Z][A-Za-z&-]+", name)
    proper = start in around.begun or bool(latin and (latin.end() == len(name) or looks_like_organisation(name)))
    known = is_generic(name) or is_gathering(name) or name in words("name_lookalikes.txt")
    known = known or (around.called[name] > 0 and not looks_like_organisation(name))
    return None if not proper or known or name in words("abbreviations.txt") else (start, clean(name))


def headline_organisations(masked: str, span: Span) -> Iterator[tuple[int, str]]:
    """Organisations in a title or section heading, where particles are left out: ``누리전자, 새해 첫발``."""
    for match in re.finditer(rf"[^\s{MASK}{QUOTED},.·…“”\"‘’'△▲=:◇◆■□▶]+", masked[span.start : span.end]):
        word = re.sub(r"(?:은|는|이|가|의)$", "", match.group())
        named = looks_like_organisation(word) and not is_gathering(word) and not is_generic(word)
        if len(word) >= 3 and named and not looks_like_name(word):
            yield span.start + match.start(), word


def _extended_left(masked: str, lowest: int, start: int) -> int:
    """Take in organisation words standing before: ``전국가람노동조합 누리지부``."""
    while True:
        before = re.search(r"([^\s\x01\x02,.·…]+) $", masked[max(lowest, start - 30) : start])
        if (
            not before
            or not looks_like_organisation(before.group(1))
            or PLACE.search(before.group(1))
            or re.search(r"[은는이가을를의에]$", before.group(1))
        ):
            return start
        start -= len(before.group())


def incorporated(text: str, span: Span) -> Iterator[tuple[int, str]]:
    """Organisations known by their form in law, whatever they look like: ``㈜누리는``, ``누리(주)``, ``사단법인 누리``."""
    for match in INCORPORATED.finditer(text, span.start, span.end):
        yield match.start(), match["name"] or match["before"]


class Head(NamedTuple):
    """Who heads an organisation, as in ``누리전자(대표 한가온)``."""

    start: int
    end: int
    organisation: str
    title: str
    names: tuple[str, ...]


def headed_organisations(text: str, span: Span) -> Iterator[Head]:
    """``누리전자(대표이사 사장 한가온)``, ``미르상공회의소(회장:도하람, 이하 미르상의)``: the head in parentheses after the organisation."""
    for match in HEADED.finditer(text, span.start, span.end):
        for title, names in _heads_in(match["inside"]):
            yield Head(match.start(), match.end(), _branch(text, span, match), title, names)


def _heads_in(inside: str) -> list[tuple[str, tuple[str, ...]]]:
    """Offices with who holds each: ``이사장 도하람, 병원장 한가온``, ``공동대표 한가온·도하람``; none where anything else is told."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for piece in re.split(r"[,·]\s?", inside):
        match = OFFICE_AND_NAME.fullmatch(piece.strip())
        if match and looks_like_name(match["name"]):
            found.append((re.sub(r"\s+", " ", match["title"]), (match["name"],)))
        elif found and looks_like_name(piece):
            found[-1] = (found[-1][0], (*found[-1][1], piece))
        elif not piece.startswith("이하"):
            return []
    return found


def _branch(text: str, span: Span, match: re.Match[str]) -> str:
    """A branch with what it is one of: ``가람농협 누리지역본부(``; any other organisation as it is."""
    name = match["organisation"]
    whole = WHOLE.search(text, max(span.start, match.start() - 14), match.start()) if BRANCH.search(name) else None
    known = whole and whole["whole"] not in words("provinces.txt") and not WHEN.fullmatch(whole["whole"])
    return f"{whole['whole']} {name}" if whole and known else name
