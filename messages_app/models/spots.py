"""Where a word stands in a statement, as a set of bits small enough for every row of the index.

Bit ``offset % 63`` says that so many letters stand before the word: two words that stand a known distance apart have
bits that distance apart, round and round. Words elsewhere can look so too, once in 63 times or so: the text decides.
Blanks and what joins words are no letters here: 고객가치, 고객 가치 and 고객·가치 have the same bits.
"""

from collections.abc import Iterable, Iterator
from itertools import accumulate

SPOTS = 63
# What may join words that others write apart or together.
JOINTS = "·ㆍ-"
# Of rows from before there were spots: the word may stand anywhere.
ANYWHERE = (1 << SPOTS) - 1


def letters_before(text: str) -> list[int]:
    """How many letters stand before each character, and in all: ``"큰 꿈"`` -> 0, 1, 1, 2."""
    return list(accumulate((not (sign.isspace() or sign in JOINTS) for sign in text), initial=0))


def spots_of(offsets: Iterable[int]) -> int:
    """The bits of some offsets, in letters: ``(0, 5, 64)`` -> bits 0, 5 and 1."""
    bits = 0
    for offset in offsets:
        bits |= 1 << offset % SPOTS
    return bits


def stands_at(spots: int, offset: int) -> bool:
    """Whether a word with such bits may begin after so many letters."""
    return bool(spots >> offset % SPOTS & 1)


def spots_in(spots: int) -> Iterator[int]:
    """The numbers of the bits: of ``spots_of((0, 5))`` 0 and 5."""
    while spots:
        lowest = spots & -spots
        yield lowest.bit_length() - 1
        spots ^= lowest
