"""The noun phrase before an office: the words that can be company and person."""

import re
from functools import cache
from typing import NamedTuple

from messages_app.parsing.lexicon import words
from messages_app.parsing.names import (
    MASK,
    QUOTED,
    VERBAL,
    has_given_name,
    looks_like_name,
    organisation_ending,
)
from messages_app.parsing.seams import after_seam
from messages_app.parsing.surroundings import Surroundings

LEGAL_FORM = re.compile(r"㈜|\(주\)|（주）|^주식회사\s?")
WORD = re.compile(rf"[^\s{MASK}{QUOTED},;:!?“”\"‘’'…△▲▶◇◆■□○●]+")
BOUNDARIES = ",;:!?=△▲▶◇◆■□○●|/]>"
SENTENCE_END = re.compile(r".*[다요까자]\.(?=[\s가-힣A-Z\d])", re.DOTALL)
MIDDLE_DOT = re.compile(r"[·ㆍ‧・]")
DISTRICT = re.compile(r"[가-힣]{2,}(?:시|군|구|읍|면)$")
DIVISION = re.compile(r"[가-힣A-Za-z]{1,8}(?:부문|사업부|사업부문|사업본부|팀)")
UNIT = re.compile(r"(?P<field>[가-힣A-Za-z&]{1,10})?(?:부문|사업부|사업부문|사업본부|(?<=[가-힣A-Z])팀|사업)")
WITHIN = re.compile(r"(?<!지역)본부$|그룹$|센터$")
WHEN = re.compile(r"같은|날|이날|또|또한|한편|이어|앞서|먼저|특히|\d{1,2}일")  # 같은 날 [오병한 누리전자 사장은]
NUMBER_OR_SIGN = re.compile(r"[\d,.]+[가-힣]{0,2}|[가-힣]{1,4}띠")  # 78년생 말띠 [한가온 사장]
REACH, REACHED = 70, 7  # letters and words before an office


@cache
def office_dot() -> re.Pattern[str]:
    """The dot between two people with an office each: ``한 사장·도 대표``."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, words('heads.txt')))})[·ㆍ](?=[가-힣]{{1,4}}\s)")


class Word(NamedTuple):
    """A word and where it stands."""

    text: str
    start: int
    end: int


Words = list[Word]


def words_before(masked: str, start: int, position: int) -> Words:
    """Up to seven words before ``position``, nearest first, none beyond a quotation, comma or sentence end."""
    window_start = max(start, position - REACH)
    window = masked[window_start:position]
    cut = max(window.rfind(QUOTED), *(window.rfind(mark) for mark in BOUNDARIES))
    cut = max(cut, *(match.end() - 1 for match in office_dot().finditer(window)), -1)
    stop = SENTENCE_END.match(window)
    cut = max(cut, stop.end() - 1 if stop else -1)
    found = [Word(match.group(), *match.span()) for match in WORD.finditer(masked, window_start + cut + 1, position)]
    return found[::-1][:REACHED]


def phrase(left: Words, around: Surroundings) -> Words:
    """The words of the noun phrase right before an office, in reading order."""
    kept: Words = []
    for number, word in enumerate(left, 1):
        opens = number > 1 and len(left) < REACHED and all(WHEN.fullmatch(before.text) for before in left[number:])
        held = _is_office_with_particle(word.text) or _is_relative(word, left[number : number + 1], around)
        if held or (_is_stop(word, around) and not _is_name_after_all(word, around, opens=opens)):
            break
        name = _name_before_company(word, around)
        if name:
            kept += [
                Word(word.text[name:], word.start + name, word.end),
                Word(word.text[:name], word.start, word.start + name),
            ]
            break
        behind = after_seam(word.text, around)
        if behind:
            kept.append(Word(behind, word.end - len(behind), word.end))
            break
        kept.append(word)
    return kept[::-1]


def _name_before_company(word: Word, around: Surroundings) -> int:
    """Letters of a name with a company in one word: 3 for ``한가온누리그룹`` where 한회장 is called; 0 for ``한국누리그룹``.

    The analyser has to cut the word there, or the article to write the company by itself.
    """
    name, company = word.text[:3], word.text[3:]
    ending = organisation_ending().search(company)
    shaped = looks_like_name(name) and has_given_name(name) and ending and ending.start() > 1
    apart = {word.start, word.start + 3} <= around.begun or around.writes(company) > 0
    return 3 if shaped and apart and around.calls(name) else 0


def _is_office_with_particle(text: str) -> bool:
    """``서장은``: somebody named before; the phrase before another office begins after it."""
    return text[-1:] in "은는이가도의을를과와" and text[:-1] in words("titles.txt")


def _is_relative(word: Word, before: Words, around: Surroundings) -> bool:
    """``전무가 대독한 [도하람 회장]``: after a subject or an object a word in 한 or 된 is a verb, whatever it looks like."""
    clause = re.fullmatch(r"[가-힣]{2,}[한된]", word.text) and before and before[0].text[-1] in "이가을를"
    return bool(clause) and before[0].end in around.inflected


def _is_stop(word: Word, around: Surroundings) -> bool:
    """Whether a noun phrase cannot reach over this word: it ends in a particle or a verb ending."""
    if word.text in ("및", "등", "의"):  # 누리전자(대표 한가온)의
        return True
    if word.text in words("title_modifiers.txt"):
        return False
    if word.text.endswith((".", ")", "]")) or NUMBER_OR_SIGN.fullmatch(word.text):
        return True
    ending = organisation_ending().search(word.text)
    if ending and len(ending.group()) > 1:  # the 의 of 가람상의 is no particle
        return False
    return word.end in around.inflected or word.text in words("adverbs.txt")


def _is_name_after_all(word: Word, around: Surroundings, *, opens: bool = False) -> bool:
    """A name that the analyser took for an inflected word: ``정다운 누리화학 대표``, ``브라운슨 대표``.

    Where a sentence ``opens`` with it, a verb has no object: ``오병한 누리전자 사장``, but ``유능한 누리전자 사장``;
    there a name may be of two syllables: ``민일 누리전자 사장``.
    """
    if around.called[word.text] > 1 and len(word.text) > 1 and not VERBAL.search(word.text):
        return True
    parts = MIDDLE_DOT.split(word.text)
    if not all(looks_like_name(part) and has_given_name(part) for part in parts):
        return False
    if len(parts) > 1:
        return True
    if around.calls(word.text):
        return True
    if word.text.endswith("의") and {(word.start, word.end - 1)} & (around.proper | around.common):
        return False
    verbal = VERBAL.search(word.text) and word.start in (around.described if opens else around.rooted)
    shaped = len(word.text) > 2 or (opens and len(word.text) == 2)
    return shaped and not verbal and (word.start, word.end) not in around.common


def join(found: Words) -> str:
    """An organisation out of words, without modifiers of an office or what kind it is: 치킨 프랜차이즈 누리 -> 누리."""
    kept = [word.text for word in found]
    while kept and (kept[-1] in words("title_modifiers.txt") or kept[-1] in words("titles.txt")):
        kept.pop()
    if "겸" in kept[:-1]:  # 경제부총리 겸 누리재정부 [장관]
        kept = kept[kept.index("겸") + 1 :]
    if len(kept) > 1 and kept[-1].endswith(words("division_offices.txt")):  # 누리전자 DS부문장 [한가온 부회장]
        kept.pop()
    while kept and (kept[0] in words("title_modifiers.txt") or kept[0] in words("titles.txt")):
        kept.pop(0)
    kind = max(
        (number for number, word in enumerate(kept[:-1], 1) if word.endswith(words("kinds_of_business.txt"))), default=0
    )
    kept = kept[kind:]
    if len(kept) > 1 and kept[0] in words("provinces.txt") and DISTRICT.search(kept[-1]):  # 충남 누리군
        kept.pop(0)
    return clean(" ".join(kept))


def split_division(found: Words, title: str) -> tuple[Words, Words]:
    """Company and division: ``누리화학 [기초소재 사업]`` 대표, ``누리전자 [DX부문]`` 사장, ``누리전자 [북미]`` 법인장.

    The company ends with the first word that ends as they do, else before the field of the division. A branch,
    ``가람노총 누리지역본부``, belongs to the name.
    """
    if len(found) < 2:
        return found, []
    unit = UNIT.fullmatch(found[-1].text)
    field = max(1, len(found) - ((1 if unit["field"] else 2) if unit else 0))
    ends = [number for number in range(1, field + 1) if organisation_ending().search(found[number - 1].text)]
    if unit:
        end = next(iter(ends), field)
    else:
        divided = title.split(" ")[0] in words("division_offices.txt")
        within = all(_is_within(found[number - 1].text) for number in ends[1:])
        end = ends[0] if divided and ends and within else len(found)
    return found[:end], found[end:]


def _is_within(unit: str) -> bool:
    """``IB그룹``, ``리테일본부``: a part of a company; but a branch, ``경남본부`` or ``누리지역본부``, belongs to its name."""
    return bool(WITHIN.search(unit)) and not unit.startswith(words("provinces.txt"))


def clean(organisation: str) -> str:
    """``㈜누리`` -> 누리; ``누리전자의`` -> 누리전자; ``주식회사 누리`` -> 누리."""
    text = LEGAL_FORM.sub("", re.sub(rf"[{MASK}]+", "", organisation))
    return re.sub(r"\s+", " ", text).strip(" ·-[]<>#")
