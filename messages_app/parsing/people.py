"""Who is mentioned: people with an office, short forms, officials without a name.

``한가온 누리전자 사장``, ``누리전자 한가온 사장``, ``한가온(사진) ㈜누리 대표``, ``한 사장``, ``누리전자 관계자``:
each becomes a Mention, a span with its parts. Names are known by their shape (a family name and one to
three syllables) and their place, never by a list of people.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from messages_app.parsing.candidates import Person, person_among
from messages_app.parsing.lexicon import words
from messages_app.parsing.names import (
    INTRODUCING,
    MASK,
    PARTICLE,
    QUOTED,
    family_name,
    has_given_name,
    looks_like_name,
    looks_like_organisation,
    partner_before,
    surnames_of,
    title_pattern,
)
from messages_app.parsing.offices import unglue
from messages_app.parsing.organisations import is_gathering, is_generic
from messages_app.parsing.phrases import DIVISION, UNIT, Words, clean, join, phrase, split_division, words_before
from messages_app.parsing.seams import after_seam
from messages_app.parsing.surroundings import Surroundings

MentionForm = Literal["full", "short", "unnamed"]

TOPIC = "은|는|께서는|도|또한|역시"
SUBJECT = "이|가|께서"
OFFICIALS = ("관계자", "당국자", "담당자")
UNNAMED = (*OFFICIALS, "임원", "연구원", "애널리스트", "대변인", "간부")
DIVISIONS = ("센터", "본부", "연구소", "공장")
INCUMBENCY = ("신임", "전임", "전", "현")
SOME = ("한", "이", "그", "또", "다른", "모", "익명의")
NAME_AFTER = re.compile(
    rf"\s(?P<name>[가-힣]{{3}})(?P<filler>{MASK}*)(?P<particle>은|는|이|가|도|의|을|를|과|와)(?=[\s{QUOTED},])"
)


class Mention(NamedTuple):
    """One mention. ``particle`` is what follows it; ``names`` holds two where two hold one office.

    ``doubtful``: whether another word may as well be the name.
    """

    start: int
    end: int
    form: MentionForm
    names: tuple[str, ...]
    surname: str
    organisation: str
    title: str
    particle: str
    doubtful: bool = False

    @property
    def is_topic(self) -> bool:
        """``한 사장은``: what the sentence is about."""
        return bool(re.fullmatch(TOPIC, self.particle))

    @property
    def is_subject(self) -> bool:
        """``한 사장은`` or ``한 사장이``."""
        return self.is_topic or bool(re.fullmatch(SUBJECT, self.particle))


class Office(NamedTuple):
    """An office where it stands, the particle after it, the company written together with it, and whose it is.

    ``introduced``: whether a clause leads in its holder, as in ``새로 취임한 한가온 사장``.
    """

    start: int
    end: int
    title: str
    particle: str
    organisation: str = ""
    owner: str = ""
    introduced: bool = False


def find_mentions(masked: str, start: int, end: int, around: Surroundings) -> Iterator[Mention]:
    """Mentions by office in ``masked[start:end]`` (quotations and parentheses masked), in order."""
    for match in title_pattern().finditer(masked, start, end):
        mention = _read_mention(masked, start, match, around)
        if mention:
            yield mention


def _read_mention(masked: str, start: int, match: re.Match[str], around: Surroundings) -> Mention | None:
    left = words_before(masked, start, match.start("title"))
    title = re.sub(rf"[\s{MASK}]+", " ", match["title"])
    office = Office(match.start("title"), match.end("filler"), title, match["particle"] or "")
    if _is_hall(left, office):
        return None
    monk = _monk(left, office, around)
    if monk:
        return monk
    stem = ""
    if left and _explained(masked, left[0].end, office):
        office = office._replace(title=left.pop(0).text + office.title)
    elif left and left[0].end == office.start:
        written = left.pop(0).text
        organisation, title, stem = unglue(written, office.title, named=_is_full_name(left))
        office = office._replace(title=title, organisation=organisation)
    if stem:
        compound = _of_compound(stem, left, office, around) if _is_full_name(left) else None
        if compound:
            return compound
        glued = _from_glued(stem, left, office, around) or _before_parentheses(masked, stem, left, office)
        return glued or _of_compound(stem, left, office, around) or _short_compound(stem, left, office, around)
    followed = _name_after(masked, left, office, around)
    if followed:
        return followed
    if title.endswith(OFFICIALS) or (title.endswith(UNNAMED) and left and left[0].text in SOME):
        return _official(left, office, around)
    if _is_called_by_surname(left, around) and not office.organisation:
        return _short(left, office, around)
    found = phrase(left, around)
    rest = left[len(found) :]
    mention = _by_office(found, office._replace(owner=_owner(rest, around), introduced=_leads_in(rest)), around)
    return _with_partner(masked, start, mention)


def _monk(left: Words, office: Office, around: Surroundings) -> Mention | None:
    """``누리종 총무원장 가온스님``, ``종정 가온 스님``: a name without a family name; not ``주지 스님``, ``젊은 스님``."""
    word = left[0] if left and office.title == "스님" and not office.particle.startswith("들") else None
    if not word or not re.fullmatch(r"[가-힣]{2}", word.text) or word.text in words("titles.txt"):
        return None
    held = left[1].text if len(left) > 1 and left[1].text in words("titles.txt") else ""
    known = held or word.end == office.start
    if not known and (word.end in around.inflected or (word.start, word.end) in around.common):
        return None
    organisation = join(phrase(left[2:] if held else left[1:], around))
    title = f"{held} {office.title}".strip()
    return Mention(word.start, office.end, "full", (word.text,), word.text[:1], organisation, title, office.particle)


def _with_partner(masked: str, start: int, mention: Mention) -> Mention:
    """``한가온, 도하람 누리 공동대표``: two in one office with a comma between them."""
    shared = "공동" in mention.title or "각자" in mention.title
    partner = partner_before(masked, start, mention.start, shared=shared, alone=not mention.organisation)
    if not partner or len(mention.names) != 1:
        return mention
    return mention._replace(start=partner.start(), names=(partner["name"], *mention.names))


def _is_full_name(left: Words) -> bool:
    return bool(left) and len(left[0].text) == 3 and looks_like_name(left[0].text) and has_given_name(left[0].text)


def _is_hall(left: Words, office: Office) -> bool:
    """``국제회의장에서``, ``연회장에서``: a place with 에서, in one word, and neither an office nor a company."""
    glued = bool(left) and left[0].end == office.start
    return glued and office.title in ("의장", "회장") and office.particle.startswith("에서")


def _explained(masked: str, end: int, office: Office) -> bool:
    """``반도체(DS)부문장``: a division, what explains it, and its head in one word."""
    between = masked[end : office.start]
    return bool(between) and not between.strip(MASK) and office.title.split(" ")[0] in words("division_offices.txt")


def _owner(rest: Words, around: Surroundings) -> str:
    """The company before a phrase, as in ``누리·가람의 한가온 의장`` and ``누리전자를 이끄는 한가온 의장``."""
    word = rest[0] if rest else None
    if word and word.text.startswith(words("taking_office.txt")):
        return _headed(rest[1:4])
    if word and word.text == "의":  # behind a form in law: Dawn Motors, Inc.의
        found = phrase(rest[1:], around)
        return join(found) if found and re.match("[A-Z]", found[-1].text) else ""
    if not word or not word.text.endswith("의") or is_generic(word.text[:-1]) or is_gathering(word.text[:-1]):
        return ""
    named = word.start in around.begun or looks_like_organisation(word.text[:-1])
    return clean(word.text[:-1]) if named else ""


def _headed(before: Words) -> str:
    """The company named last in a clause: ``누리전자 지휘봉을 [잡는]``, ``누리은행에 [취임한]``."""
    for word in before:
        name = clean(re.sub(rf"(?<=..)(?:{PARTICLE})$", "", word.text))
        if len(name) > 2 and looks_like_organisation(name) and not is_generic(name) and not is_gathering(name):
            return name
    return ""


def _leads_in(rest: Words) -> bool:
    return bool(rest) and bool(INTRODUCING.search(rest[0].text))


def _is_called_by_surname(left: Words, around: Surroundings) -> bool:
    """``한 사장``, ``한 신임 사장``; but the 현 of ``한가온 현 사장`` is no family name: it stands behind a name or a company."""
    if len(left) > 1 and left[0].text in INCUMBENCY and family_name(left[1].text) and not phrase(left[2:], around):
        left.pop(0)
        return True
    if not left or not family_name(left[0].text):
        return False
    return left[0].text not in words("title_modifiers.txt") or not phrase(left[1:], around)


def _short(left: Words, office: Office, around: Surroundings) -> Mention:
    """``한 사장``, also ``누리전자 한 사장``: a family name and an office."""
    before = phrase(left[1:], around)
    family = family_name(left[0].text) or ""
    return Mention(left[0].start, office.end, "short", (), family, join(before), office.title, office.particle)


def _from_glued(stem: str, left: Words, office: Office, around: Surroundings) -> Mention | None:
    """A name written together with its office (``한대표는``, ``한가온사장은``), or another word altogether."""
    start, end = office.start - len(stem), office.end
    family = family_name(stem)
    if family:
        return Mention(start, end, "short", (), family, "", office.title, office.particle)
    if looks_like_name(stem) and len(stem) >= 3:
        organisation = join(phrase(left, around))
        return Mention(start, end, "full", (stem,), surnames_of(stem)[0], organisation, office.title, office.particle)
    name = after_seam(stem, around)
    if name and looks_like_name(name):
        surname = surnames_of(name)[0]
        return Mention(office.start - len(name), end, "full", (name,), surname, "", office.title, office.particle)
    return None


def _before_parentheses(masked: str, stem: str, left: Words, office: Office) -> Mention | None:
    """``한가온(韓가온)누리회장은``: a name, what explains it, and company and office in one word."""
    name = left[0] if left else None
    between = masked[name.end : office.start - len(stem)] if name else ""
    if not name or not looks_like_name(name.text) or not between or between.strip(MASK) or len(stem) < 2:
        return None
    surname = surnames_of(name.text)[0]
    return Mention(name.start, office.end, "full", (name.text,), surname, stem, office.title, office.particle)


def _of_compound(stem: str, left: Words, office: Office, around: Surroundings) -> Mention | None:
    """``한가온 의무부총장``, ``한가온 누리회장``: what stands before an office in one word belongs to it, or heads it."""
    found = phrase(left, around)
    person = person_among(found, "", around, least=1.0) if len(stem) > 1 else None
    if not person or len(person.names[0]) < 3:
        return None
    heads = office.title in words("heads.txt")
    return _named(
        found,
        person,
        office._replace(title=office.title if heads else stem + office.title, organisation=stem if heads else ""),
        around,
    )


def _short_compound(stem: str, left: Words, office: Office, around: Surroundings) -> Mention | None:
    """``한 의무부총장``: a family name and an office in one word that the article writes elsewhere, too."""
    title = stem + office.title
    if len(stem) < 2 or around.writes(title) < 2 or not _is_called_by_surname(left, around):
        return None
    return _short(left, office._replace(title=title), around)


def _name_after(masked: str, left: Words, office: Office, around: Surroundings) -> Mention | None:
    """``누리건설 대표이사 한가온은``: the name stands after the office."""
    match = NAME_AFTER.match(masked, office.end) if not office.particle else None
    if not match or not looks_like_name(match["name"]) or match.span("name") in around.common:
        return None
    found = phrase(left, around)
    if person_among(found, office.organisation, around):
        return None
    start = found[0].start if found else office.start
    organisation = office.organisation or join(found)
    name = match["name"]
    return Mention(
        start, match.end("filler"), "full", (name,), surnames_of(name)[0], organisation, office.title, match["particle"]
    )


def _official(left: Words, office: Office, around: Surroundings) -> Mention:
    """``누리전자 관계자``, ``누리전자의 한 임원``, ``또 다른 관계자``: somebody without a name."""
    rest = list(left)
    while rest and (rest[0].text in (*SOME, "측") or rest[0].text.isdigit()):
        rest.pop(0)
    if len(rest) > 1 and rest[0].text == "의":  # the blank of a company's number: 누리전자 000000 의 한 연구원
        rest.pop(0)
        rest = rest[1:] if rest[0].text.isdigit() else rest
    found = phrase(rest, around)
    organisation = office.organisation or join(found)
    if not found and rest and rest[0].text.endswith("의") and len(rest[0].text) > 2:
        organisation = rest[0].text[:-1]
    start = found[0].start if found else office.start
    return Mention(start, office.end, "unnamed", (), "", organisation, office.title, office.particle)


def _by_office(found: Words, office: Office, around: Surroundings) -> Mention:
    """Find name and company among the words before an office."""
    least = 2.0 if office.title in words("homonym_offices.txt") else 0.0
    person = person_among(found, office.organisation, around, least=least, introduced=office.introduced)
    if person:
        return _named(found, person, office, around)
    start = found[0].start if found else office.start
    organisation = office.organisation or join(found)
    form: MentionForm = "unnamed" if office.title.endswith(UNNAMED) else "short"
    return Mention(start, office.end, form, (), "", organisation, office.title, office.particle)


def _is_company(found: Words, around: Surroundings) -> bool:
    """Whether words beside a name hold a company: by their shape, or as proper nouns."""
    return any(looks_like_organisation(word.text) or word.start in around.begun for word in found)


def _named(found: Words, person: Person, office: Office, around: Surroundings) -> Mention:
    """The company stands after the person, else before, else it is whose the person is: ``누리의 한가온 사장``."""
    before, title = found[: person.first], office.title
    if title == "씨" and before and before[-1].text in words("titles.txt"):  # 프로게이머 한가온 씨
        title = before.pop().text
    before, _ = split_division(before, title)
    behind, division = _behind(found[person.last :], before, title, around)
    company = join(behind) or join(before)
    if company and office.organisation.endswith(DIVISIONS):  # 누리증권 리서치센터장
        title, organisation = f"{office.organisation}장", company
    else:
        organisation = _together(join(behind), office.organisation) or join(before) or office.owner
    if DIVISION.fullmatch(organisation):  # DX부문 대표이사 사장
        organisation, title = "", f"{organisation} {title}"
    if title == "씨" and not looks_like_organisation(organisation):  # 직장인 한가온 씨
        organisation = ""
    surname = surnames_of(person.names[0])[0]
    start, title = found[person.first].start, f"{join(division)} {_with_modifier(found, title)}".strip()
    return Mention(
        start, office.end, "full", person.names, surname, organisation, title, office.particle, person.doubtful
    )


def _behind(behind: Words, before: Words, title: str, around: Surroundings) -> tuple[Words, Words]:
    """Company and division behind a name; where a company stands before it, a division alone: 누리전자 한가온 [가전 부문] 대표."""
    unit = behind and UNIT.fullmatch(behind[-1].text)
    headed = title in words("division_offices.txt") and not _is_company(behind, around)
    if (unit or headed) and _is_company(before, around):
        return [], behind
    return split_division(behind, title)


def _together(company: str, glued: str) -> str:
    """``누리금융`` and the glued ``누리은행`` in one name, unless one holds the other, or is a province."""
    if not company or not glued or glued.startswith(company) or company in words("provinces.txt"):
        return glued or company
    return f"{company} {glued}"


def _with_modifier(found: Words, title: str) -> str:
    """``신임 수석`` before an office belongs to it: 수석 부회장."""
    last = found[-1].text if found else ""
    belongs = last in ("수석", "총괄", "공동", "각자", "명예", "이사회", "상임", "집행", "전")
    return f"{last} {title}" if belongs else title
