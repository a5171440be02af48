"""Who is mentioned: people with an office, short forms, organisations that speak.

``박정호 SK텔레콤 사장``, ``SK텔레콤 박정호 사장``, ``구광모(사진) ㈜LG 대표``, ``박 사장``, ``그``, ``카카오``:
each becomes a Mention, a span with its parts. Names are known by their shape (a family name and one to
three syllables) and their place, never by a list of people.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from messages_app.parsing.lexicon import words

MentionForm = Literal["full", "short", "pronoun", "organisation", "unnamed"]

MASK = "\x01"  # stands for what is in parentheses
QUOTED = "\x02"  # stands for what is in quotation marks
LEGAL_FORM = re.compile(r"㈜|\(주\)|（주）|주식회사\s?")
TOPIC = "은|는|께서는|도|또한|역시"
SUBJECT = "이|가|께서"
PARTICLE = "께서는|께서|에게서|에게|에서는|에서|으로부터|로부터|으로서|로서|으로|은|는|이|가|도|의|을|를|와|과|이나|나|에|로|만|측은|측|이라고|라고|이라는|라는|이며|이자|이었|인|들은|들이|들도|들의|들|까지|부터|처럼|보다|한테"
WORD = re.compile(rf"[^\s{MASK}{QUOTED},;:!?“”\"‘’'…△▲▶◇◆■□○●]+")


class Mention(NamedTuple):
    """One mention. ``particle`` is what follows it; ``names`` holds two where two hold one office."""

    start: int
    end: int
    form: MentionForm
    names: tuple[str, ...]
    surname: str
    organisation: str
    title: str
    particle: str

    @property
    def is_topic(self) -> bool:
        return bool(re.fullmatch(TOPIC, self.particle))

    @property
    def is_subject(self) -> bool:
        return self.is_topic or bool(re.fullmatch(SUBJECT, self.particle))


@cache
def _name_pattern() -> re.Pattern[str]:
    surnames = words("surnames.txt")
    double = "|".join(word for word in surnames if len(word) == 2)
    single = "".join(word for word in surnames if len(word) == 1)
    return re.compile(rf"(?:(?:{double})[가-힣]{{1,2}}|[{single}][가-힣]{{1,2}})")


@cache
def _title_pattern() -> re.Pattern[str]:
    heads = "|".join(re.escape(word) for word in words("titles.txt"))
    more = rf"(?:\s?(?:겸|및|·)\s?|\s)(?:(?:이사회|[A-Z]{{2,4}}|[가-힣A-Z&]{{1,8}}\s?부문|최고)\s?)?(?:{heads})"
    return re.compile(
        rf"(?P<title>(?:{heads})(?:{more})*)(?P<filler>{MASK}*)\s?(?P<particle>(?<=\s)(?:또한|역시)|(?<!\s)(?:{PARTICLE})?)(?![가-힣A-Za-z0-9])"
    )


@cache
def _organisation_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, words('organisation_suffixes.txt')))})$")


@cache
def _lookalikes() -> frozenset[str]:
    return frozenset(words("name_lookalikes.txt"))


def looks_like_name(word: str) -> bool:
    """Whether a word has the shape of a Korean person's name: ``한가온``, ``남궁솔빛``; not ``이날``."""
    return bool(_name_pattern().fullmatch(word)) and word not in _lookalikes()


def surname_of(name: str) -> str:
    """``한가온`` -> 한; ``남궁해람`` -> 남궁; the last word of a foreign name."""
    if " " in name:
        return name.rsplit(" ", 1)[1]
    return name[:2] if len(name) > 3 and name[:2] in words("surnames.txt") else name[:1]


def looks_like_organisation(word: str) -> bool:
    """Whether a word ends as organisations do, or is in Latin capitals: ``가람텔레콤``, ``KR그룹``, ``NRE``."""
    return bool(_organisation_pattern().search(word)) or bool(re.match(r"[A-Z][A-Za-z&]*[A-Z&0-9]", word))


class Surroundings(NamedTuple):
    """What the article as a whole tells about names: how often a family name stands before an office,
    and which words end in a particle or verb ending (from the one morphological analysis)."""

    short_forms: Counter[str]
    inflected: frozenset[int]
    proper: frozenset[int]


def short_forms(masked: str) -> Counter[str]:
    """How often each family name stands alone before an office: ``한 사장은 … 한 사장은`` -> 한: 2."""
    found: Counter[str] = Counter()
    surnames = set(words("surnames.txt"))
    for match in _title_pattern().finditer(masked):
        before = masked[max(0, match.start() - 4) : match.start()]
        alone = re.search(r"(?:^|[^가-힣A-Za-z0-9])([가-힣]{1,2})\s?$", before)
        if alone and alone.group(1) in surnames:
            found[alone.group(1)] += 1
    return found


def find_mentions(masked: str, start: int, end: int, around: Surroundings) -> Iterator[Mention]:
    """Mentions by office in ``masked[start:end]`` (quotations and parentheses masked), in order."""
    for match in _title_pattern().finditer(masked, start, end):
        mention = _read_mention(masked, start, match, around)
        if mention:
            yield mention


def _read_mention(masked: str, start: int, match: re.Match[str], around: Surroundings) -> Mention | None:
    left = _left_words(masked, start, match.start("title"))
    title = re.sub(r"\s+", " ", match["title"])
    particle = match["particle"] or ""
    span_end = match.end("filler")
    glued = ""
    if left and left[0].end() == match.start("title"):
        glued = left.pop(0).group()
        organisation, title, glued = _unglue(glued, title)
        if organisation:
            return _by_office(left, organisation, title, match, particle, around)
    if glued:
        return _from_glued(glued, left, title, match, particle, around)
    if left and left[0].group() in words("surnames.txt"):
        surname = left[0].group()
        return Mention(left[0].start(), span_end, "short", (), surname, "", title, particle)
    return _by_office(left, "", title, match, particle, around)


def _left_words(masked: str, start: int, position: int) -> list[re.Match[str]]:
    """Up to seven words before ``position``, nearest first, none beyond a quotation, comma or sentence end."""
    window_start = max(start, position - 70)
    window = masked[window_start:position]
    cut = max(window.rfind(QUOTED), *(window.rfind(mark) for mark in ",;:!?=△▲▶◇◆■□○●|/]>"))
    stop = re.search(r".*[다요까자]\.(?=[\s가-힣A-Z])", window, re.DOTALL)
    cut = max(cut, stop.end() - 1 if stop else -1)
    found = list(WORD.finditer(masked, window_start + cut + 1, position))
    return found[::-1][:7]


UNITED = {"협회장": "협회", "중앙회장": "중앙회", "은행장": "은행", "병원장": "병원", "위원장": "위원회", "센터장": "센터", "연구소장": "연구소", "연구원장": "연구원", "조합장": "조합", "본부장": "본부", "지부장": "지부", "시장": "시", "원장": "원", "청장": "청", "학회장": "학회", "연합회장": "연합회", "대법원장": "대법원", "구청장": "구청", "지회장": "지회", "공장장": "공장", "경찰서장": "경찰서", "학장": "학", "의료원장": "의료원", "부문장": "부문"}  # fmt: skip


def _unglue(stem: str, title: str) -> tuple[str, str, str]:
    """Take an office apart from what it is written together with.

    ``("한빛무역", "협회장")`` -> 한빛무역협회, 회장; ``("가람", "은행장")`` -> 가람은행, 은행장; ``("수석부", "회장")``
    stays with the title. Returns organisation, title, and what is left of the stem.
    """
    if stem in words("title_modifiers.txt") or re.fullmatch(
        r"(?:수석|부|총괄|공동|명예|초대|전|현|신임|그룹|집행)+", stem
    ):
        return "", stem + title, ""
    first = title.split(" ")[0]
    if first in UNITED and len(stem) >= 2 and not looks_like_name(stem):
        whole = stem + UNITED[first]
        short = "회장" if first.endswith("회장") else first
        return whole, title.replace(first, short, 1), ""
    if (
        first == "회장"
        and re.search(r"(?:협|중앙|연합|의사|학|동문|상의|변호사|약사|교수|체육|교육|향우|장학)$", stem)
        and len(stem) >= 3
    ):
        return stem + ("" if stem.endswith("상의") else "회"), title, ""
    if first in ("의장", "의원") and stem in ("국회", "시", "도", "군", "구"):
        return ("국회", "의장", "") if (stem, first) == ("국회", "의장") else ("", stem + title, "")
    if looks_like_organisation(stem) and len(stem) >= 2:
        return stem, title, ""
    return "", title, stem


def _from_glued(
    stem: str, left: list[re.Match[str]], title: str, match: re.Match[str], particle: str, around: Surroundings
) -> Mention | None:
    """A name written together with its office (``한대표는``, ``한가온사장은``), or another word altogether."""
    start, end = match.start("title") - len(stem), match.end("filler")
    if stem in words("surnames.txt"):
        return Mention(start, end, "short", (), stem, "", title, particle)
    if looks_like_name(stem) and len(stem) >= 3:
        return Mention(start, end, "full", (stem,), stem[0], _organisation_of(left, around), title, particle)
    if len(stem) > 4 and looks_like_name(stem[-3:]) and around.short_forms[stem[-3]]:
        return Mention(match.start("title") - 3, end, "full", (stem[-3:],), stem[-3], "", title, particle)
    return None


def _clean_organisation(text: str) -> str:
    text = re.sub(rf"[{MASK}]+", "", text)
    text = LEGAL_FORM.sub("", text) if text.startswith("주식회사") else text
    return re.sub(r"\s+", " ", text).strip(" ·-[]<>")


def _is_stop(word: re.Match[str], around: Surroundings) -> bool:
    """Whether a noun phrase cannot reach over this word: it ends in a particle or a verb ending."""
    text = word.group()
    if text.endswith((".", ")", "]")) or re.fullmatch(r"[\d,.]+[가-힣]{0,2}", text):
        return True
    return word.end() in around.inflected or text in (
        "이날",
        "또",
        "또한",
        "이어",
        "한편",
        "특히",
        "및",
        "등",
        "이번",
        "올해",
        "지난해",
        "최근",
        "당시",
        "앞서",
    )


def _phrase(left: list[re.Match[str]], around: Surroundings) -> list[re.Match[str]]:
    """The words of the noun phrase right before an office, in reading order."""
    phrase: list[re.Match[str]] = []
    for number, word in enumerate(left):
        confirmed = looks_like_name(word.group()) and around.short_forms[word.group()[0]]
        if _is_stop(word, around) and not (confirmed and len(word.group()) == 3):
            break
        if (
            number
            and phrase
            and word.end() not in (phrase[-1].start() - 1, phrase[-1].start())
            and QUOTED in word.string[word.end() : phrase[-1].start()]
        ):
            break
        phrase.append(word)
    return phrase[::-1]


def _organisation_of(left: list[re.Match[str]], around: Surroundings) -> str:
    phrase = [word for word in _phrase(left, around) if word.group() not in words("title_modifiers.txt")]
    return _join(phrase)


def _join(phrase: list[re.Match[str]]) -> str:
    kept = [word.group() for word in phrase]
    while kept and kept[-1] in words("title_modifiers.txt"):
        kept.pop()
    return _clean_organisation(" ".join(kept))


def _score(word: str, position: int, proper: bool, around: Surroundings, masked: str) -> float:
    """How much a word looks like the person among the words before an office."""
    if not looks_like_name(word):
        return -9.0
    score = {2: -0.5, 3: 2.0, 4: -1.0}.get(len(word), 0.0)
    score += min(around.short_forms[word[0]], 3) * 1.5
    score += 1.0 if position == 0 else 0.0
    score += 0.5 if proper else 0.0
    score -= 2.5 if _organisation_pattern().search(word) else 0.0
    score -= 2.0 if re.search(rf"(?<![가-힣]){re.escape(word)}(?:은|는|이|가|의|그룹)(?![가-힣])", masked) else 0.0
    return score


def _by_office(
    left: list[re.Match[str]], organisation: str, title: str, match: re.Match[str], particle: str, around: Surroundings
) -> Mention | None:
    """Find name and company among the words before an office."""
    phrase = _phrase(left, around)
    end = match.end("filler")
    if title in NAMELESS:
        return _without_korean_name(phrase, organisation, title, match, particle, around)
    joint = _joint_names(phrase)
    if joint:
        index, names = joint
        office = organisation or _join(phrase[index + 1 :]) or _join(phrase[:index])
        return Mention(
            phrase[index].start(),
            end,
            "full",
            names,
            surname_of(names[0]),
            office,
            _with_modifier(phrase, title),
            particle,
        )
    scores = [
        _score(word.group(), number, word.start() in around.proper, around, match.string)
        for number, word in enumerate(phrase)
    ]
    best = max(range(len(scores)), key=lambda number: (scores[number], -number), default=None)
    if best is not None and scores[best] > 0:
        after, before = _join(phrase[best + 1 :]), _join(phrase[:best])
        if title == "씨" and not after:
            before, title = _occupation(before, title)
        if organisation and after:
            organisation = f"{after} {organisation}" if not organisation.startswith(after) else organisation
        name = phrase[best].group()
        return Mention(
            phrase[best].start(),
            end,
            "full",
            (name,),
            surname_of(name),
            organisation or after or before,
            _with_modifier(phrase, title),
            particle,
        )
    return _without_korean_name(phrase, organisation, title, match, particle, around)


def _occupation(before: str, title: str) -> tuple[str, str]:
    """``누리게임단 프로게이머 한가온 씨``: what stands before the name is the title. Returns organisation, title."""
    organisation, _, last = before.rpartition(" ")
    return (organisation, last) if last in words("titles.txt") else (before, title)


def _with_modifier(phrase: list[re.Match[str]], title: str) -> str:
    """``신임 수석`` before an office belongs to it: 수석 부회장."""
    last = phrase[-1].group() if phrase else ""
    return (
        f"{last} {title}" if last in ("수석", "총괄", "공동", "각자", "명예", "이사회", "상임", "집행", "전") else title
    )


def _joint_names(phrase: list[re.Match[str]]) -> tuple[int, tuple[str, ...]] | None:
    for index, word in enumerate(phrase):
        parts = re.split(r"[·ㆍ‧・]", word.group())
        if len(parts) > 1 and all(looks_like_name(part) for part in parts):
            return index, tuple(parts)
    return None


NAMELESS = ("관계자", "당국자", "담당자")
UNNAMED = ("관계자", "당국자", "담당자", "임원", "연구원", "애널리스트", "대변인")


def _without_korean_name(
    phrase: list[re.Match[str]],
    organisation: str,
    title: str,
    match: re.Match[str],
    particle: str,
    around: Surroundings,
) -> Mention | None:
    """An unnamed official, a foreigner (``호세 …``), or an office nobody is named for."""
    end = match.end("filler")
    start = phrase[0].start() if phrase else match.start("title")
    if title in UNNAMED or title.endswith(UNNAMED):
        office = organisation or _join(phrase)
        return Mention(start, end, "unnamed", (), "", office, title, particle)
    foreign = [
        word
        for word in phrase
        if re.fullmatch(r"[가-힣]{1,6}", word.group()) and not looks_like_organisation(word.group())
    ]
    proper = all(word.start() in around.proper for word in phrase[:2])
    if len(phrase) >= 3 and len(foreign) >= 2 and proper and foreign[0] is phrase[0] and foreign[1] is phrase[1]:
        name = f"{phrase[0].group()} {phrase[1].group()}"
        office = organisation or _join(phrase[2:])
        return Mention(start, end, "full", (name,), phrase[1].group(), office, title, particle)
    office = organisation or _join(phrase)
    return Mention(start, end, "short", (), "", office, title, particle)
