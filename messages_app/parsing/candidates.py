"""Which words of the phrase before an office are the person.

Every word and every pair of words is a candidate, scored by its shape, its place, and what the rest of
the article does with it: ``한 사장`` further down says that ``한가온`` is a person, ``누리는`` that ``누리`` is none.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from messages_app.parsing.lexicon import words
from messages_app.parsing.names import (
    has_given_name,
    looks_like_name,
    looks_like_organisation,
    organisation_ending,
)
from messages_app.parsing.phrases import MIDDLE_DOT, Word, Words
from messages_app.parsing.surroundings import Surroundings

CLAUSE = re.compile(r"(?:며|면서|지만|거나)$")  # 보며 [라미레스 사장은]
CAPITALS = re.compile(r"[A-Z]{2,}$")  # 한국NR
SHORT_FORMS = ("협", "총", "련")  # how short forms of associations end
BY_ORDER = 0.5  # by so much the first of two words alike is likelier the name
FOREIGN_WORD = re.compile(r"[가-힣]{1,6}|[A-Z][a-zA-Z.'-]*")


class Person(NamedTuple):
    """The person is ``found[first:last]``, one name or several that hold the office together.

    ``doubtful``: whether another word of the phrase may as well be the name.
    """

    first: int
    last: int
    names: tuple[str, ...]
    doubtful: bool = False


Scored = tuple[float, Person]


def person_among(
    found: Words, glued_organisation: str, around: Surroundings, *, least: float = 0.0, introduced: bool = False
) -> Person | None:
    """The likeliest person of a phrase; None if no word scores more than ``least``.

    Two unknown words alone are a person where a clause leads in: ``새로 취임한 마르코 오테로 사장``.
    """
    joint = _joint(found)
    if joint:
        return joint
    scored = [*_korean(found, around), *_foreign(found, glued_organisation, around, introduced=introduced)]
    best = max(scored, key=lambda item: (item[0], -item[1].first), default=None)
    if not best or best[0] <= least:
        return None
    person = _settled(best, scored, around)
    return person._replace(doubtful=person.doubtful or _may_go_on(found, person, around))


def _may_go_on(found: Words, person: Person, around: Surroundings) -> bool:
    """Whether a word beside a name may be of it where nothing else is told: 오테로 of ``앤 마리 [오테로] 뭉게스타 사장``.

    A Korean name of three syllables ends where it ends; one of two may be foreign: ``호세 [라미레스] 누리차 사장``.
    """
    (name, *others) = person.names
    korean = len(name) > 2 and person.last - person.first == 1
    if korean or others or around.calls(name):
        return False
    beside = found[max(0, person.first - 1) : person.first] + found[person.last : person.last + 1]
    return any(_can_be_foreign(word) and not _is_company(word.text) and around.writes(word.text) < 2 for word in beside)


def _settled(best: Scored, scored: list[Scored], around: Surroundings) -> Person:
    """The best, in doubt where another is as likely: of ``이마루 한가온 사장`` whoever the article does not spell out."""
    rivals = [
        best[1],
        *(person for score, person in scored if best[0] - score <= BY_ORDER and _rivals(person, best[1])),
    ]
    names = [person for person in rivals if not around.shortens(person.names[0])] if len(rivals) > 1 else rivals
    return names[0] if len(names) == 1 else best[1]._replace(doubtful=True)


def _rivals(other: Person, best: Person) -> bool:
    """Whether only their order tells two words apart, of which either may be a name."""
    return other.first != best.first and best.last - best.first == 1 and has_given_name(other.names[0])


def _joint(found: Words) -> Person | None:
    """``강가온·이다온 누리증권 대표``: two or more people with one office."""
    for number, word in enumerate(found):
        parts = MIDDLE_DOT.split(word.text)
        foreign = _joint_foreign(found, number, parts) if len(parts) == 2 else None
        if foreign or (len(parts) > 1 and all(looks_like_name(part) for part in parts)):
            return foreign or Person(number, number + 1, tuple(parts))
    return None


def _joint_foreign(found: Words, number: int, parts: list[str]) -> Person | None:
    """``호세 라미레스·강가온 누리차 사장``, ``강가온·호세 라미레스 사장``: one of two, or both, with a foreign name."""
    korean = [looks_like_name(part) and has_given_name(part) for part in parts]
    first, last = number - (not korean[0]), number + 1 + (not korean[1])
    if first < 0 or last > len(found) or all(korean):
        return None
    before, behind = ([word.text for word in piece] for piece in (found[first:number], found[number + 1 : last]))
    written = [*before, *parts, *behind]
    if not all(FOREIGN_WORD.fullmatch(part) and not looks_like_organisation(part) for part in written):
        return None
    return Person(first, last, (" ".join([*before, parts[0]]), " ".join([parts[1], *behind])))


def _korean(found: Words, around: Surroundings) -> Iterator[tuple[float, Person]]:
    trimmed = [number for number, word in enumerate(found) if word.text not in words("title_modifiers.txt")]
    for number in trimmed:
        if looks_like_name(found[number].text):
            place = 1.0 if number == trimmed[0] else 0.5 if number == trimmed[-1] else -0.5
            others = [found[other].text for other in trimmed if other != number]
            place += (
                1.0 if len(found[number].text) == 3 and len(others) == 1 and looks_like_organisation(others[0]) else 0
            )
            yield place + _name_score(found[number], around), Person(number, number + 1, (found[number].text,))


def _name_score(word: Word, around: Surroundings) -> float:
    """How much a word of the shape of a name is one."""
    text = word.text
    calls = around.calls(text)
    score = -0.5 if len(text) == 2 else 1.5
    score += 1.0 if has_given_name(text) else -2.5
    score += min(calls, 3) * 1.5
    score += 0.5 if (word.start, word.end) in around.proper else 0.0
    score -= 2.0 if (word.start, word.end) in around.common else 0.0
    score -= _ending_weight(text)
    return score - (2.0 if around.speaks_of(text) else 0.0)


def _ending_weight(text: str) -> float:
    """How much the end of a word speaks for an organisation: much for 증권, little for the 대 of 나은대 or 협 of 나은협."""
    ending = organisation_ending().search(text)
    if not ending:
        return 0.75 if text.endswith(SHORT_FORMS) and len(text) > 2 else 0.0
    return 0.5 if len(ending.group()) == 1 and len(text) > 2 else 2.5


def _foreign(
    found: Words, glued_organisation: str, around: Surroundings, *, introduced: bool
) -> Iterator[tuple[float, Person]]:
    """``호세 라미레스 누리차``, ``누리차 호세 라미레스``, ``Jane Doe 가람소프트``: names of two words."""
    if introduced and _is_of_three(found, around):
        yield 3.0, Person(0, 3, (" ".join(word.text for word in found),))
    yield from _called_by_family_name(found, around)
    for number in range(len(found) - 1):
        given, family = found[number], found[number + 1]
        if family.start - given.end == 1 and _can_be_foreign(given) and _can_be_foreign(family):
            alone = len(found) == 2 and not glued_organisation
            last = number + 2 == len(found) and not glued_organisation
            called = 0 if alone else around.called[family.text] - last
            again = alone and around.pairs[given.text, family.text] > 1
            unknown = -0.3 if introduced else -1.5
            place = (0.5 if number == 0 else 0.0) + (1.0 if again else unknown if alone else 0.0)
            place += 2.5 if number == 0 and len(found) == 3 and _is_company(found[2].text) else 0.0
            first = number - 1 if number and _is_first_of_three(found[number - 1], around) else number
            name = " ".join(word.text for word in found[first : number + 2])
            yield place + _foreign_score(given, family, called, around), Person(first, number + 2, (name,))


def _called_by_family_name(found: Words, around: Surroundings) -> Iterator[tuple[float, Person]]:
    """``호쉬 누리차 사장`` where 호쉬 사장 is called elsewhere, as titles have it."""
    for number, word in enumerate(found):
        others = [other.text for other in found if other is not word]
        korean = looks_like_name(word.text) and has_given_name(word.text)
        shaped = _can_be_foreign(word) and len(word.text) > 1 and not korean
        company = len(others) == 1 and _is_company(others[0])
        if shaped and company and around.called[word.text] > 1:
            yield 1.0, Person(number, number + 1, (word.text,))


def _is_company(word: str) -> bool:
    """``누리차``, ``한국NR``, ``한국누리``: by its end or by what names of companies begin with."""
    headed = len(word) > 3 and word.startswith(words("name_heads.txt"))
    return looks_like_organisation(word) or bool(CAPITALS.search(word)) or headed


def _is_first_of_three(word: Word, around: Surroundings) -> bool:
    """The 장 of ``누리차 장 마리 오테로``: a proper noun of one syllable before two others."""
    return len(word.text) == 1 and word.start in around.begun and _can_be_foreign(word)


def _is_of_three(found: Words, around: Surroundings) -> bool:
    """``루 마리 오테로`` alone: three proper nouns, one of the first two a single syllable, as no company's is."""
    proper = all(word.start in around.begun and not looks_like_organisation(word.text) for word in found)
    return proper and len(found) == 3 and 1 in (len(found[0].text), len(found[1].text))


def _can_be_foreign(word: Word) -> bool:
    """``오테로``; not ``신임`` or ``대표회장``."""
    return (
        bool(FOREIGN_WORD.fullmatch(word.text))
        and not CLAUSE.search(word.text)
        and word.text not in words("title_modifiers.txt")
        and not _is_office(word)
        and not (len(word.text) > 3 and word.text.startswith(words("name_heads.txt")))
    )


def _is_office(word: Word) -> bool:
    return word.text in words("titles.txt") or (len(word.text) > 2 and word.text.endswith(words("heads.txt")))


def _foreign_score(given: Word, family: Word, called: int, around: Surroundings) -> float:
    score = min(called, 3) * 2.0 - 1.5
    score -= 3.0 if looks_like_name(given.text) and len(given.text) == 3 and has_given_name(given.text) else 0.0
    for word in (given, family):
        score += 1.0 if word.start in around.begun or re.match("[A-Z]", word.text) else 0.0
        score -= 2.0 if (word.start, word.end) in around.common else 0.0
        score -= 0.0 if called and not around.speaks_of(word.text) else 3.0 * looks_like_organisation(word.text)
    apart = around.writes(given.text) - around.vocabulary[given.text]
    score -= 2.0 if apart or around.called[given.text] else 0.0
    return score + (0.5 if len(family.text) == 1 and family.text in words("surnames.txt") else 0.0)
