"""What names of people and organisations look like, by shape and by what the article does with them."""

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from messages_app.parsing.lexicon import words

MASK = "\x01"  # stands for what is in parentheses
QUOTED = "\x02"  # stands for what is in quotation marks
PARTICLE = "께서는|께서|에게서|에게|에서는|에서|으로부터|로부터|으로서|로서|으로|은|는|이|가|도|의|을|를|와|과|이나|나|에|로|만|측은|측|이라고|라고|이라는|라는|이며|이자|이었|인|들은|들이|들도|들의|들|까지|부터|처럼|보다|한테"
# Endings of verbs and adjectives before a noun: 강력한, 선임된, 이어진 are no names although they look like some.
VERBAL = re.compile(r"(?:[한된는할던를]|[해어아워]진|[가-힣]인)$")


@cache
def name_pattern() -> re.Pattern[str]:
    """A family name and one to two syllables."""
    surnames = words("surnames.txt")
    double = "|".join(word for word in surnames if len(word) == 2)
    single = "".join(word for word in surnames if len(word) == 1)
    return re.compile(rf"(?:(?:{double})[가-힣]{{1,2}}|[{single}][가-힣]{{1,2}})")


@cache
def title_pattern() -> re.Pattern[str]:
    """One office or several (``대표이사 겸 최고경영자``), what is in parentheses after it, and a particle."""
    heads = "|".join(re.escape(word) for word in words("titles.txt"))
    division = r"(?:(?:이사회|[A-Z]{2,4}|[가-힣A-Z&]{1,8}\s?부문|최고)\s?)?"
    more = rf"(?:{MASK}*\s?(?:겸|및|·)\s?|{MASK}*\s){division}(?:{heads})"
    return re.compile(
        rf"(?P<title>(?:{heads})(?:{more})*)(?P<filler>{MASK}*)\s?(?P<particle>(?<=\s)(?:또한|역시)|(?<!\s)(?:{PARTICLE})?)(?![가-힣A-Za-z0-9])"
    )


@cache
def organisation_ending() -> re.Pattern[str]:
    """What names of organisations end in."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, words('organisation_suffixes.txt')))})$")


def looks_like_name(word: str) -> bool:
    """Whether a word has the shape of a Korean person's name: ``한가온``, ``남궁솔빛``; not ``이날``."""
    return bool(name_pattern().fullmatch(word)) and word not in _lookalikes()


@cache
def _lookalikes() -> frozenset[str]:
    return frozenset(words("name_lookalikes.txt"))


def surname_of(name: str) -> str:
    """``한가온`` -> 한; ``남궁해람`` -> 남궁; the last word of a foreign name."""
    if " " in name:
        return name.rsplit(" ", 1)[1]
    return name[:2] if len(name) > 3 and name[:2] in words("surnames.txt") else name[:1]


def looks_like_organisation(word: str) -> bool:
    """Whether a word ends as organisations do, or is in Latin capitals: ``가람텔레콤``, ``KR그룹``, ``NRE``."""
    return bool(organisation_ending().search(word)) or bool(re.match(r"[A-Z][A-Za-z&]*[A-Z&0-9]", word))


class Surroundings(NamedTuple):
    """What the article as a whole tells about names.

    ``short_forms`` how often a word of one or two syllables stands alone before an office (``한 사장``);
    ``inflected`` where words end in a particle or verb ending, ``proper`` where proper nouns and
    ``common`` where common nouns begin, all from the one morphological analysis.
    """

    short_forms: Counter[str]
    inflected: frozenset[int]
    proper: frozenset[int]
    common: frozenset[int]


NOWHERE = Surroundings(Counter(), frozenset(), frozenset(), frozenset())


def short_forms(masked: str) -> Counter[str]:
    """How often each word stands alone before an office: ``한 사장은 … 한 사장은`` -> 한: 2; ``라미레스 사장`` -> 라미레스: 1."""
    found: Counter[str] = Counter()
    for match in title_pattern().finditer(masked):
        before = masked[max(0, match.start() - 8) : match.start()]
        alone = re.search(r"(?:^|[^가-힣A-Za-z0-9])([가-힣]{1,6})\s?$", before)
        if alone:
            found[alone.group(1)] += 1
    return found
