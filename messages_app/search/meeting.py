"""Which statements hold several words, told from the postings of frequent ones without a look at their rows."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Any, NamedTuple, Self

import numpy as np
from django.db.models import BinaryField, Case, F, Q, QuerySet, When
from django.db.models.expressions import RawSQL
from numpy.typing import NDArray

from messages_app.models import ANYWHERE, BLOCK, HOLDS, SPOKEN, SPOTS, STANDS, KeywordPostings, KeywordUse, Quote
from messages_app.search.adjacent import Together

# A query stays well below the million characters that SQLite takes.
ASKED_AT_ONCE = 10_000
Numbers = NDArray[np.int64]
Bits = NDArray[np.uint64]
Rows = NDArray[Any]


class Standing(NamedTuple):
    """The numbers of the statements with a word itself, ascending, and the bits of where it stands in each."""

    quotes: Numbers
    spots: Bits

    def where(self, some: NDArray[np.bool_]) -> "Standing":
        """Some of them."""
        return Standing(self.quotes[some], self.spots[some])


class Spoken(NamedTuple):
    """For each speaker of some statements: the number of the statement, and a ``SPOKEN``."""

    quotes: Numbers
    rows: Rows

    def by_the_first(self) -> "Spoken":
        """A row for each statement: that of its first speaker."""
        return self.where(self.rows["place"] == 0)

    def by_members(self) -> "Spoken":
        """Rows of speakers for a company that belongs to a group."""
        return self.where(self.rows["company_id"] != self.rows["house_id"])

    def where(self, some: NDArray[np.bool_]) -> "Spoken":
        """Some of the rows."""
        return Spoken(self.quotes[some], self.rows[some])

    def counts(self, column: str, most: int | None) -> Iterator[tuple[int, int]]:
        """(value, rows with it) of a column, the ``most`` frequent ones or all; nobody is left out."""
        values, times = np.unique(self.rows[column], return_counts=True)
        order = np.argsort(-times, kind="stable")
        named = order[values[order] > 0][:most]
        return zip(values[named].tolist(), times[named].tolist(), strict=True)


@dataclass(frozen=True, slots=True)
class Meeting:
    """Words that meet in the statements asked for, all of them frequent.

    Each of ``words`` is in the statement beside the driver, and ``together`` stand side by side; with ``raw``, synonyms do
    not do. ``beyond`` is what rows of the driver are asked for besides. ``quotes`` are the statements in which the words
    meet, for all that the postings know, ascending; the texts and what is beyond can still say no.
    """

    driver: int
    words: tuple[int, ...]
    together: tuple[Together, ...]
    raw: bool
    beyond: tuple[Q, ...]
    quotes: Numbers = field(default_factory=lambda: np.zeros(0, np.int64), compare=False)

    def looked_up(self) -> Self:
        """The same with its ``quotes``: one query."""
        pieces = {piece.keyword for each in self.together for piece in each.pieces}
        held = {self.driver, *self.words} - pieces
        standing, holding = (held | pieces, set()) if self.raw else (pieces, held)
        values = Case(When(keyword__in=standing, then=F("stands")), default=F("holds"), output_field=BinaryField())
        blocks = _blocks_of(standing | holding, values)
        said = {keyword: _standing(blocks[keyword]) for keyword in standing}
        lists = [_unpacked(blocks[keyword], HOLDS)[0] for keyword in holding]
        lists += [said[keyword].quotes for keyword in held & standing]
        lists += [_side_by_side(each, said) for each in self.together]
        return replace(self, quotes=reduce(_in_both, sorted(lists, key=len)))

    def decided(self) -> Self:
        """The same with those ``quotes`` whose texts have what must stand together and of which what is beyond holds."""
        quotes = self.quotes
        if self.together:
            texts = Quote.objects.filter(*(each.characters() for each in self.together)).values_list("pk", flat=True)
            quotes = _those_in(quotes, texts, "pk")
        if self.beyond:
            rows = KeywordUse.objects.filter(*self.beyond, keyword=self.driver, place=0)
            quotes = _those_in(quotes, rows.values_list("quote_id", flat=True), "quote")
        return replace(self, quotes=quotes, together=(), beyond=())

    def spoken(self) -> Spoken:
        """The driver's rows in the statements that are found: one query, and up to two where something is not decided."""
        quotes = self.decided().quotes
        spoken = Spoken(*_unpacked(_blocks_of({self.driver}, F("spoken"))[self.driver], SPOKEN))
        return spoken.where(np.isin(spoken.quotes, quotes))


def among(quotes: Numbers, column: str = "quote") -> Q:
    """Rows of some statements."""
    # Written out: a parameter for each of thousands takes longer than to find them.
    numbers = RawSQL(", ".join(map(str, quotes.tolist())) or "NULL", ())  # noqa: S611 - nothing but numbers
    return Q(**{f"{column}__in": numbers})


# The number of a block, and a value of it.
Blocks = list[tuple[int, bytes]]


def _blocks_of(keywords: Collection[int], value: F | Case) -> dict[int, Blocks]:
    """A value of all blocks of some keywords, in order: one query."""
    found: dict[int, Blocks] = {keyword: [] for keyword in keywords}
    blocks = KeywordPostings.objects.filter(keyword__in=keywords).order_by("keyword", "block")
    for keyword, number, packed in blocks.values_list("keyword", "block", value):
        found[keyword].append((number, packed))
    return found


def _unpacked(blocks: Blocks, layout: np.dtype[Any]) -> tuple[Numbers, Rows]:
    """The number of the statement of each row of some blocks, and the rows."""
    rows = np.frombuffer(b"".join(packed for _, packed in blocks), layout)
    first = np.array([number * BLOCK for number, _ in blocks], np.int64)
    first = np.repeat(first, [len(packed) // layout.itemsize for _, packed in blocks])
    return first + (rows["at"] if layout.names else rows), rows


def _standing(blocks: Blocks) -> Standing:
    quotes, rows = _unpacked(blocks, STANDS)
    if not quotes.size:
        return Standing(quotes, np.zeros(0, np.uint64))
    begins = np.flatnonzero(np.diff(quotes, prepend=-1))
    bits = np.uint64(1) << rows["spot"].astype(np.uint64)
    return Standing(quotes[begins], np.bitwise_or.reduceat(bits, begins))


def _in_both(some: Numbers, others: Numbers) -> Numbers:
    return some[np.isin(some, others, assume_unique=True)]


def _side_by_side(together: Together, said: dict[int, Standing]) -> Numbers:
    """The statements in which the bits of some words are as far apart as the words."""
    first, *others = sorted(together.pieces, key=lambda piece: piece.quotes)
    here = said[first.keyword]
    for other in others:
        there = said[other.keyword]
        here = here.where(np.isin(here.quotes, there.quotes, assume_unique=True))
        there = there.where(np.isin(there.quotes, here.quotes, assume_unique=True))
        moved = _moved(here.spots, together.distances(other.start - first.start))
        here = here.where((moved & there.spots) > 0)
    return here.quotes


def _moved(spots: Bits, distances: Iterable[int]) -> Bits:
    """The bits of a word as they would be at one of some distances."""
    anywhere, moved = np.uint64(ANYWHERE), np.zeros(len(spots), np.uint64)
    for distance in distances:
        by = distance % SPOTS
        moved |= (spots << np.uint64(by)) & anywhere | spots >> np.uint64(SPOTS - by)
    return moved


def _those_in(quotes: Numbers, found: QuerySet[Any, int], column: str) -> Numbers:
    """Those of some statements that a query finds, too: a query for each ``ASKED_AT_ONCE`` of them."""
    some = [quotes[start : start + ASKED_AT_ONCE] for start in range(0, len(quotes), ASKED_AT_ONCE)]
    return np.array(sorted(pk for each in some for pk in found.order_by().filter(among(each, column))), np.int64)
