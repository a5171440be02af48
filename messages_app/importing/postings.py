"""The packed rows of frequent words, kept beside the index in the transaction that changes it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any, NamedTuple, Protocol

import numpy as np
from django.db.models import Max
from numpy.typing import NDArray

from messages_app.importing.bulk import write_rows
from messages_app.importing.totals import Frequent
from messages_app.models import (
    BLOCK,
    EVERYTHING,
    HOLDS,
    IN_HEADLINE,
    SPOKEN,
    STANDS,
    KeywordPostings,
    KeywordTotal,
    KeywordUse,
    Quote,
    spots_in,
)

# A keyword and the number of a block.
Key = tuple[int, int]
BLOCKS_AT_ONCE = 50
PACKED = ("quote_id", "place", "spots", "message_year", "company_id", "house_id", "executive_id", "outlet")


class Packed(NamedTuple):
    """The values of a block, as they are stored."""

    holds: bytes
    stands: bytes
    spoken: bytes


EMPTY = Packed(b"", b"", b"")
COLUMNS = ("keyword_id", "block", *Packed._fields)
LAYOUTS = (HOLDS, STANDS, SPOKEN)
Rows = NDArray[Any]


class Row(Protocol):
    """A row of the index by the columns that are packed."""

    keyword_id: int
    quote_id: int
    place: int
    spots: int
    message_year: int
    company_id: int | None
    house_id: int | None
    executive_id: int | None
    outlet: str


class Block:
    """The postings of a keyword in a block while they change: what is stored, and rows to be added to it."""

    def __init__(self, packed: Packed = EMPTY) -> None:
        self.packed = packed
        self.added: tuple[list[tuple[int, ...]], ...] = ([], [], [])

    def add(self, rows: Iterable[Row], outlets: dict[str, int]) -> None:
        """Put rows of the index in."""
        holds, stands, spoken = self.added
        for row in rows:
            at = row.quote_id % BLOCK
            if not row.place:
                holds.append((at,))
                stands += [(at, spot) for spot in spots_in(row.spots)]
            speaker = (row.company_id or 0, row.house_id or 0, row.executive_id or 0)
            spoken.append((at, row.place, row.message_year, *speaker, outlets.get(row.outlet, 0)))

    def take(self, quotes: Iterable[int]) -> None:
        """Take out all that is stored of some quotes."""
        gone = [quote % BLOCK for quote in quotes]
        kept = (stored[~np.isin(stored["at"], gone)] for stored in self._stored())
        self.packed = Packed(*(rows.tobytes() for rows in kept))

    def pack(self) -> Packed:
        """The values to store, in the order of the quotes and of what is in them."""
        return Packed(*map(_packed_with, self._stored(), self.added))

    def _stored(self) -> list[Rows]:
        return [np.frombuffer(packed, layout) for packed, layout in zip(self.packed, LAYOUTS, strict=True)]


def _packed_with(stored: Rows, added: list[tuple[int, ...]]) -> bytes:
    new = np.array(sorted(added), stored.dtype)
    if stored.size and new.size and stored["at"][-1] >= new["at"][0]:
        return np.sort(np.concatenate([stored, new])).tobytes()
    # New articles have the highest numbers.
    return stored.tobytes() + new.tobytes()


def add_postings(uses: Iterable[Row], frequent: Frequent) -> None:
    """Add rows that have come into the index; of a word that has become frequent, all there are."""
    outlets = _outlets()
    changed = _by_block(uses, frequent.before & frequent.now)
    blocks = _stored(changed)
    for key, rows in changed.items():
        blocks[key].add(rows, outlets)
    _write({key: block.pack() for key, block in blocks.items()})
    for keyword in sorted(frequent.now - frequent.before):
        rebuild_postings(keyword)


def take_postings(uses: Iterable[Row], frequent: Frequent) -> None:
    """Take out rows that have left the index; of a word that is no longer frequent, all there are."""
    KeywordPostings.objects.filter(keyword__in=frequent.before - frequent.now).delete()
    changed = _by_block(uses, frequent.before & frequent.now)
    blocks = _stored(changed)
    for key, rows in changed.items():
        blocks[key].take({row.quote_id for row in rows})
    _write({key: block.pack() for key, block in blocks.items()})


def rebuild_postings(keyword: int, *, check: bool = False) -> int:
    """Pack the rows of a frequent keyword anew and, unless ``check``, store what differs: how many blocks did.

    Memory does not grow with the archive.
    """
    last = Quote.objects.aggregate(last=Max("pk"))["last"] or 0
    stored_last = KeywordPostings.objects.filter(keyword=keyword).aggregate(last=Max("block"))["last"] or 0
    wrong = 0
    for first in range(0, max(last // BLOCK, stored_last) + 1, BLOCKS_AT_ONCE):
        numbers = range(first, first + BLOCKS_AT_ONCE)
        fresh, stored = _fresh(keyword, numbers), _packed(keyword, numbers)
        differing = {number for number in fresh.keys() | stored.keys() if fresh.get(number) != stored.get(number)}
        wrong += len(differing)
        if not check:
            _write({(keyword, number): fresh.get(number, EMPTY) for number in differing})
    return wrong


def _fresh(keyword: int, numbers: range) -> dict[int, Packed]:
    rows = KeywordUse.objects.filter(keyword=keyword, quote__gte=numbers.start * BLOCK, quote__lt=numbers.stop * BLOCK)
    blocks: dict[int, Block] = defaultdict(Block)
    outlets = _outlets()
    for row in rows.exclude(place=IN_HEADLINE).only(*PACKED).iterator():
        blocks[row.quote_id // BLOCK].add([row], outlets)
    return {number: block.pack() for number, block in blocks.items()}


def _packed(keyword: int, numbers: range) -> dict[int, Packed]:
    rows = KeywordPostings.objects.filter(keyword=keyword, block__range=(numbers.start, numbers.stop - 1))
    return {block: Packed(*map(bytes, packed)) for block, *packed in rows.values_list(*COLUMNS[1:])}


def _by_block(uses: Iterable[Row], keywords: Collection[int]) -> dict[Key, list[Row]]:
    changed: dict[Key, list[Row]] = defaultdict(list)
    for use in uses:
        if use.keyword_id in keywords and use.place != IN_HEADLINE:
            changed[use.keyword_id, use.quote_id // BLOCK].append(use)
    return changed


def _stored(keys: Collection[Key]) -> dict[Key, Block]:
    """The blocks with some keys, empty where nothing is stored: one query."""
    blocks = {key: Block() for key in keys}
    keywords, numbers = {keyword for keyword, _ in keys}, {number for _, number in keys}
    rows = KeywordPostings.objects.filter(keyword__in=keywords, block__in=numbers)
    for keyword, number, *packed in rows.values_list(*COLUMNS):
        if (keyword, number) in blocks:
            blocks[keyword, number] = Block(Packed(*packed))
    return blocks


def _write(blocks: dict[Key, Packed]) -> None:
    """Store blocks; those that have become empty are removed."""
    rows = [(*key, *packed) for key, packed in sorted(blocks.items()) if packed.holds]
    write_rows(KeywordPostings, COLUMNS, rows, unique=("keyword_id", "block"))
    emptied: dict[int, list[int]] = defaultdict(list)
    for keyword, number in (key for key, packed in blocks.items() if not packed.holds):
        emptied[keyword].append(number)
    for keyword, numbers in emptied.items():
        KeywordPostings.objects.filter(keyword=keyword, block__in=numbers).delete()


def _outlets() -> dict[str, int]:
    """The number of each outlet: that of its total over all words."""
    totals = KeywordTotal.objects.filter(keyword__form=EVERYTHING, scope=KeywordTotal.Scope.OUTLET)
    return dict(totals.values_list("value", "pk"))
