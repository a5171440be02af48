"""The noun phrase before an office: which of its words are the company, which the person."""

import re

from messages_app.parsing.lexicon import words
from messages_app.parsing.names import (
    MASK,
    QUOTED,
    VERBAL,
    Surroundings,
    looks_like_name,
    looks_like_organisation,
    organisation_ending,
)

Words = list[re.Match[str]]
LEGAL_FORM = re.compile(r"㈜|\(주\)|（주）|^주식회사\s?")
WORD = re.compile(rf"[^\s{MASK}{QUOTED},;:!?“”\"‘’'…△▲▶◇◆■□○●]+")
BOUNDARIES = ",;:!?=△▲▶◇◆■□○●|/]>"
MIDDLE_DOT = re.compile(r"[·ㆍ‧・]")
REACH = 70


def words_before(masked: str, start: int, position: int) -> Words:
    """Up to seven words before ``position``, nearest first, none beyond a quotation, comma or sentence end."""
    window_start = max(start, position - REACH)
    window = masked[window_start:position]
    cut = max(window.rfind(QUOTED), *(window.rfind(mark) for mark in BOUNDARIES))
    stop = re.search(r".*[다요까자]\.(?=[\s가-힣A-Z])", window, re.DOTALL)
    cut = max(cut, stop.end() - 1 if stop else -1)
    found = list(WORD.finditer(masked, window_start + cut + 1, position))
    return found[::-1][:7]


def phrase(left: Words, around: Surroundings) -> Words:
    """The words of the noun phrase right before an office, in reading order."""
    kept: Words = []
    for word in left:
        if _is_stop(word, around) and not _is_name_after_all(word, kept, around):
            break
        kept.append(word)
    return kept[::-1]


def _is_stop(word: re.Match[str], around: Surroundings) -> bool:
    """Whether a noun phrase cannot reach over this word: it ends in a particle or a verb ending."""
    text = word.group()
    if text in words("title_modifiers.txt"):
        return False
    if text.endswith((".", ")", "]")) or re.fullmatch(r"[\d,.]+[가-힣]{0,2}", text):
        return True
    return word.end() in around.inflected or text in words("adverbs.txt")


def _is_name_after_all(word: re.Match[str], kept: Words, around: Surroundings) -> bool:
    """A name that the analyser took for an inflected word: ``정다운 누리화학 대표``."""
    text = word.group()
    if not looks_like_name(text) or len(text) != 3:
        return False
    if around.short_forms[text[0]]:
        return True
    return not VERBAL.search(text) and word.start() not in around.common


def join(found: Words) -> str:
    """An organisation out of words, without the modifiers of an office at its end."""
    kept = [word.group() for word in found]
    while kept and kept[-1] in words("title_modifiers.txt"):
        kept.pop()
    while kept and kept[0] in words("title_modifiers.txt"):
        kept.pop(0)
    return clean(" ".join(kept))


def clean(organisation: str) -> str:
    """``㈜누리`` -> 누리; ``누리전자의`` -> 누리전자; ``주식회사 누리`` -> 누리."""
    text = LEGAL_FORM.sub("", re.sub(rf"[{MASK}]+", "", organisation))
    return re.sub(r"\s+", " ", text).strip(" ·-[]<>")


def joint_names(found: Words) -> tuple[int, tuple[str, ...]] | None:
    """Two or more people with one office, and at which word: ``강가온·이다온 누리증권 대표``."""
    for index, word in enumerate(found):
        parts = MIDDLE_DOT.split(word.group())
        if len(parts) > 1 and all(looks_like_name(part) for part in parts):
            return index, tuple(parts)
    return None


def person_among(found: Words, around: Surroundings) -> int | None:
    """Which word of a phrase is the person; None if none looks like one."""
    scores = [_score(word, number, around) for number, word in enumerate(found)]
    best = max(range(len(scores)), key=lambda number: (scores[number], -number), default=None)
    return best if best is not None and scores[best] > 0 else None


def _score(word: re.Match[str], position: int, around: Surroundings) -> float:
    """How much a word looks like the person among the words before an office."""
    text = word.group()
    if not looks_like_name(text):
        return -9.0
    score = {2: -0.5, 3: 2.0, 4: -1.0}.get(len(text), 0.0)
    score += min(around.short_forms[text[0]], 3) * 1.5
    score += 1.0 if position == 0 else 0.0
    score += 0.5 if word.start() in around.proper else 0.0
    score -= 2.5 if organisation_ending().search(text) else 0.0
    spoken_of = rf"(?<![가-힣]){re.escape(text)}(?:은|는|이|가|의|그룹)(?![가-힣])"
    return score - (2.0 if re.search(spoken_of, word.string) else 0.0)


def foreigner(found: Words, glued_organisation: str, around: Surroundings) -> str | None:
    """A name of two words before an organisation: ``호세 라미레스 누리차``, ``제인 도 가람소프트``."""
    if len(found) < 2 or (len(found) == 2 and not glued_organisation):
        return None
    first, second = found[0], found[1]
    given, family = first.group(), second.group()
    if any(not re.fullmatch(r"[가-힣]{1,6}", word) or looks_like_organisation(word) for word in (given, family)):
        return None
    if given in words("title_modifiers.txt") or family in words("title_modifiers.txt"):
        return None
    called = around.short_forms[family] > 0 and not (looks_like_name(given) and len(given) == 3)
    korean = looks_like_name(given) and len(given) == 3
    proper = first.start() in around.proper and (second.start() in around.proper or len(family) == 1)
    return f"{given} {family}" if called or (proper and not korean) else None
