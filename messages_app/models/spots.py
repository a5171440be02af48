"""Where a word stands in a statement, as a set of bits small enough for every row of the index.

Bit ``start % 63`` says that the word begins at such a character: two words that stand a known distance apart have
bits that distance apart, round and round. Words elsewhere can look so too, once in 63 times or so: the text decides.
"""

from collections.abc import Iterable, Iterator

SPOTS = 63
# Of rows from before there were spots: the word may stand anywhere.
ANYWHERE = (1 << SPOTS) - 1


def spots_of(starts: Iterable[int]) -> int:
    """The bits of some offsets: ``(0, 5, 64)`` -> bits 0, 5 and 1."""
    bits = 0
    for start in starts:
        bits |= 1 << start % SPOTS
    return bits


def stands_at(spots: int, start: int) -> bool:
    """Whether a word with such bits may begin at an offset."""
    return bool(spots >> start % SPOTS & 1)


def spots_in(spots: int) -> Iterator[int]:
    """The numbers of the bits: of ``spots_of((0, 5))`` 0 and 5."""
    while spots:
        lowest = spots & -spots
        yield lowest.bit_length() - 1
        spots ^= lowest
