"""What the article as a whole tells about its words: gathered once, asked at every mention."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from messages_app.korean import Morpheme
from messages_app.parsing.names import is_abbreviation, surnames_of, title_pattern

HANGUL_OR_LATIN = re.compile(r"[가-힣A-Za-z0-9&]+")
SPOKEN_OF = ("은", "는", "이", "가", "의", "그룹", "에", "을", "를")
COMMON = ("NNG", "NP", "NNB", "MAG", "MM")
ROOTS = (*COMMON, "XR", "VV", "VA")
# An office at the head of a phrase is called by family name, or by whatever stands before it alone.
CALLED = re.compile(r"(?:^|[^가-힣A-Za-z0-9])([가-힣]{1,6}|[A-Z][a-z]+)\s?$")


class Surroundings(NamedTuple):
    """What the article says elsewhere.

    ``called``: how often a word stands right before an office (``한 사장`` twice -> 한: 2);
    ``inflected``: where words end in a particle or verb ending; ``proper`` and ``common``: spans of whole
    words that are one proper or common noun; ``begun``: where proper nouns begin; ``rooted``: where other
    words of two syllables and more begin; ``described``: where adjectives do (유능한), all by one morphological
    analysis;
    ``vocabulary``: how often each word is written; ``pairs``: each two words in a row.
    """

    called: Counter[str]
    inflected: frozenset[int]
    proper: frozenset[tuple[int, int]]
    common: frozenset[tuple[int, int]]
    begun: frozenset[int]
    rooted: frozenset[int]
    described: frozenset[int]
    vocabulary: Counter[str]
    pairs: Counter[tuple[str, str]]

    def calls(self, name: str) -> int:
        """How often the article calls somebody by the family name of ``name`` and an office."""
        return max((self.called[surname] for surname in surnames_of(name)), default=0)

    def speaks_of(self, word: str) -> int:
        """How often the word stands with a particle as names of companies do: ``누리는``, ``누리의``."""
        return sum(self.vocabulary[word + ending] for ending in SPOKEN_OF)

    def writes(self, word: str) -> int:
        """How often the word is written, with a particle or without."""
        return self.vocabulary[word] + self.speaks_of(word)

    def shortens(self, word: str) -> bool:
        """Whether the article spells out what a word is short for: 누미원 for 누리미르원자력."""
        longer = (full for full in self.vocabulary if len(full) > len(word) + 1 and not full.startswith(word))
        return any(is_abbreviation(word, full) for full in longer)


NOWHERE = Surroundings(
    Counter(), frozenset(), frozenset(), frozenset(), frozenset(), frozenset(), frozenset(), Counter(), Counter()
)


def surroundings_of(masked: str, morphemes: Iterable[Morpheme] = ()) -> Surroundings:
    """Gather what ``masked`` tells, with the morphemes of its readable parts."""
    kept = list(morphemes)
    written = HANGUL_OR_LATIN.findall(masked)
    proper = frozenset((item.start, item.end) for item in kept if item.tag == "NNP")
    return Surroundings(
        called=_called(masked),
        inflected=frozenset(item.end for item in kept if item.tag[0] in "JE" or _is_adverb(masked, item)),
        proper=proper,
        common=frozenset((item.start, item.end) for item in kept if item.tag in COMMON),
        begun=frozenset(start for start, _ in proper),
        rooted=frozenset(item.start for item in kept if item.tag in ROOTS and item.end - item.start > 1),
        described=frozenset(item.start for item, ending in pairwise(kept) if ending.tag == "XSA"),
        vocabulary=Counter(written),
        pairs=Counter(pairwise(written)),
    )


def _is_adverb(masked: str, item: Morpheme) -> bool:
    """An adverb or what else stands before nouns, as a word: 특히, 모든; not the 총 that a 과총 seems to end in."""
    return item.tag in ("MAJ", "MAG", "MM") and not masked[max(0, item.start - 1) : item.start].isalpha()


def _called(masked: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for match in title_pattern().finditer(masked):
        before = CALLED.search(masked[max(0, match.start() - 12) : match.start()])
        if before:
            found[before.group(1)] += 1
    return found
