"""How far two wordings are the same words: identical, trimmed, slightly reworded."""

import re
import unicodedata

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

# Measured in benchmarks/reprints: between 55 and 80 hardly anything changes, so the middle is taken. In a short
# sentence one other noun (고객을/안전을 생각합니다) leaves most syllables alike: there, more must agree.
SAME_FROM = 68.0
SHORT = 24
# Below, a few syllables that happen to agree look like a trimmed wording.
TRIMMED_FROM = 8
NOT_WORDS = re.compile(r"[\W_]+")


def plain_words(text: str) -> str:
    """Letters and digits alone: ``"‘고객’이, 먼저다!"`` -> ``"고객이먼저다"``."""
    return NOT_WORDS.sub("", unicodedata.normalize("NFKC", text)).casefold()


def likeness(one: str, other: str) -> float:
    """How much of the shorter wording stands in the longer one, 0 to 100; both as ``plain_words`` gives them.

    Counted are its characters that agree in runs of two or more with the best place in the longer one, which may
    be half as long again on either side. Wordings under ``TRIMMED_FROM`` characters are the same or not.
    """
    short, long = sorted((one, other), key=len)
    if len(short) < TRIMMED_FROM:
        return 100.0 if short == long else 0.0
    place = fuzz.partial_ratio_alignment(short, long)
    if place is None:
        return 0.0
    margin = len(short) // 2
    window = long[max(0, place.dest_start - margin) : place.dest_end + margin]
    runs = (step.src_end - step.src_start for step in Indel.opcodes(short, window) if step.tag == "equal")
    return 100.0 * sum(run for run in runs if run >= 2) / len(short)


def is_same(one: str, other: str) -> bool:
    """Whether two wordings, as ``plain_words`` gives them, are reports of the same words."""
    length = min(len(one), len(other))
    return likeness(one, other) >= min(100.0, SAME_FROM + 2 * max(0, SHORT - length))
