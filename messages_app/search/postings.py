"""Reading the postings of frequent words: lists of statements, where words stand in them, and who says them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import reduce
from typing import Any, NamedTuple

import numpy as np
from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Case, F, QuerySet, When
from numpy.typing import NDArray

from messages_app.models import BLOCK, HOLDS, SPOKEN, STANDS, KeywordPostings, KeywordUse

Numbers = NDArray[np.int64]
Bits = NDArray[np.uint64]
Rows = NDArray[Any]
# The number of a block, and a value of it.
Blocks = list[tuple[int, bytes | memoryview]]
# Blocks that are unpacked together: at most 4 MB.
AT_ONCE = 64


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

    def in_years(self, years: tuple[int, int]) -> "Spoken":
        """Rows of some years, first and last."""
        said = self.rows["message_year"]
        return self.where((years[0] <= said) & (said <= years[1]))

    def of(self, quotes: Numbers) -> "Spoken":
        """Rows of some statements, whose numbers ascend. Each is looked up: numpy's own way would sort all of them."""
        first, last = (np.searchsorted(self.quotes, quotes, side) for side in ("left", "right"))
        times = last - first
        before = np.cumsum(times) - times
        return self.where(np.repeat(first - before, times) + np.arange(times.sum()))

    def where(self, some: NDArray[Any]) -> "Spoken":
        """Some of the rows."""
        return Spoken(self.quotes[some], self.rows[some])

    def counts(self, column: str, most: int | None) -> Iterator[tuple[int, int]]:
        """(value, rows with it) of a column, the ``most`` frequent ones or all; nobody is left out."""
        values, times = _times(self.rows[column])
        order = np.argsort(-times, kind="stable")
        named = order[values[order] > 0][:most]
        return zip(values[named].tolist(), times[named].tolist(), strict=True)


class Words(NamedTuple):
    """The statements that hold each keyword, and where each stands in which."""

    holding: dict[int, Numbers]
    standing: dict[int, Standing]


def read_words(held: Collection[int], placed: Collection[int], rare: Collection[int]) -> Words:
    """The statements that hold some keywords, and where others stand: one query, one more where a word is ``rare``."""
    words = _from_postings(set(held) - set(rare), set(placed) - set(rare))
    if few := {*held, *placed} & set(rare):
        rows = KeywordUse.objects.filter(keyword__in=few, place=0).order_by("quote_id")
        _add_rows(words, few, rows.values_list("keyword", "quote_id", "spots"))
    return words


def read_spoken(keyword: int, years: Sequence[tuple[int, int]] = ()) -> Spoken:
    """Who says a frequent keyword, in all of some ranges of years: one query."""
    rows = KeywordPostings.objects.filter(keyword=keyword).order_by("block")
    blocks = read_blocks(rows.values_list("block", "spoken"), "int4", "bytea")
    if not years:
        return Spoken(*_unpacked(blocks, SPOKEN))
    # Some at a time: all of a large archive take some 30 MB, those of a year a small part.
    some = (blocks[start : start + AT_ONCE] for start in range(0, len(blocks), AT_ONCE))
    kept = [reduce(Spoken.in_years, years, Spoken(*_unpacked(each, SPOKEN))) for each in some]
    return Spoken(*map(np.concatenate, zip(*kept, strict=True))) if kept else Spoken(*_unpacked([], SPOKEN))


def _from_postings(held: Collection[int], placed: Collection[int]) -> Words:
    """Which statements hold some frequent keywords, and where others stand: one query."""
    holds, stands = (Case(When(keyword__in=some, then=F(name))) for name, some in (("holds", held), ("stands", placed)))
    blocks: dict[str, dict[int, Blocks]] = {"holds": {pk: [] for pk in held}, "stands": {pk: [] for pk in placed}}
    rows = KeywordPostings.objects.filter(keyword__in={*held, *placed}).order_by("keyword", "block")
    columns = rows.values_list("keyword", "block", holds, stands)
    for keyword, number, *values in read_blocks(columns, "int8", "int4", "bytea", "bytea"):
        for name, packed in zip(blocks, values, strict=True):
            if packed is not None:
                blocks[name][keyword].append((number, packed))
    return Words(
        {keyword: _unpacked(some, HOLDS)[0] for keyword, some in blocks["holds"].items()},
        {keyword: _standing(some) for keyword, some in blocks["stands"].items()},
    )


def read_blocks(rows: QuerySet[Any, Any], *types: str) -> list[tuple[Any, ...]]:
    """The rows of a query, whose columns are of some types as PostgreSQL names them.

    It sends results as text, bytes written out in twice as many letters; a copy it sends as it is, in half the time.
    """
    connection = connections[rows.db]
    if connection.vendor != "postgresql":
        return list(rows)
    try:
        text, params = rows.query.sql_with_params()
    except EmptyResultSet:
        return []
    with connection.cursor() as cursor:
        statement = cursor.mogrify(f"COPY ({text}) TO STDOUT (FORMAT BINARY)", params)
        with cursor.copy(statement) as copied:
            copied.set_types(types)
            return list(copied.rows())


def _add_rows(words: Words, keywords: Iterable[int], rows: Iterable[tuple[int, int, int]]) -> None:
    """Add rare keywords as their rows have them: (keyword, quote, spots)."""
    said: dict[int, list[tuple[int, int]]] = {keyword: [] for keyword in keywords}
    for keyword, quote, spots in rows:
        said[keyword].append((quote, spots))
    for keyword, some in said.items():
        quotes = np.array([quote for quote, _ in some], np.int64)
        bits = np.array([spots for _, spots in some], np.uint64)
        words.holding[keyword] = quotes
        words.standing[keyword] = Standing(quotes, bits).where(bits > 0)


def _times(values: Rows) -> tuple[Numbers, Numbers]:
    """Each number among some, and how often it is there."""
    if values.size and int(values.max()) < 4 * values.size:
        times = np.bincount(values.astype(np.int64))
        there = np.flatnonzero(times)
        return there, times[there]
    return np.unique(values, return_counts=True)


def _unpacked(blocks: Blocks, layout: np.dtype[Any]) -> tuple[Numbers, Rows]:
    """The number of the statement of each row of some blocks, and the rows."""
    rows = np.frombuffer(b"".join(packed for _, packed in blocks), layout)
    first = np.array([number * BLOCK for number, _ in blocks], np.int64)
    first = np.repeat(first, [len(packed) // layout.itemsize for _, packed in blocks])
    return first + rows["at"], rows


def _standing(blocks: Blocks) -> Standing:
    quotes, rows = _unpacked(blocks, STANDS)
    if not quotes.size:
        return Standing(quotes, np.zeros(0, np.uint64))
    begins = np.flatnonzero(np.diff(quotes, prepend=-1))
    bits = np.uint64(1) << rows["spot"].astype(np.uint64)
    return Standing(quotes[begins], np.bitwise_or.reduceat(bits, begins))
