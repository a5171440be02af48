"""The signatures of texts, kept beside the index in the transaction that changes it."""

from collections.abc import Collection, Iterable

import numpy as np
from django.db.models import QuerySet
from numpy.typing import NDArray

from messages_app.importing.bulk import write_rows
from messages_app.models import BITS, EVERYTHING, SIGNED, SLICES, KeywordUse, TextSignatures, signature_of

Slices = NDArray[np.uint8]


def add_signatures(texts: Iterable[tuple[int, str]]) -> None:
    """Add the texts of quotes, by number, that have come into the index."""
    texts = list(texts)
    blocks = _stored({quote // SIGNED for quote, _ in texts})
    _sign(blocks, texts)
    _write(blocks)


def take_signatures(quotes: Collection[int]) -> None:
    """Take out those of quotes that have left the index."""
    blocks = _stored({quote // SIGNED for quote in quotes})
    for quote in quotes:
        byte, bit = divmod(quote % SIGNED, 8)
        blocks[quote // SIGNED][:, byte] &= 255 - (128 >> bit)
    _write(blocks)


def rebuild_signatures(blocks: Collection[int], *, check: bool = False) -> int:
    """Sign the texts of some blocks anew and, unless ``check``, store what differs: how many blocks did."""
    fresh, stored = _fresh(blocks), _stored(blocks)
    differing = {block: slices for block, slices in fresh.items() if not np.array_equal(slices, stored[block])}
    if not check:
        _write(differing)
    return len(differing)


def _fresh(blocks: Collection[int]) -> dict[int, Slices]:
    signed = {block: _blank() for block in blocks}
    first, last = min(blocks) * SIGNED, max(blocks) * SIGNED + SIGNED
    rows = KeywordUse.objects.filter(keyword__form=EVERYTHING, place=0, quote__gte=first, quote__lt=last)
    _sign(signed, rows.order_by().values_list("quote", "quote__text").iterator())
    return signed


def _stored(blocks: Collection[int]) -> dict[int, Slices]:
    """The slices of some blocks, without a bit where nothing is stored: one query."""
    stored = {block: _blank() for block in blocks}
    for part, block, slices in _rows(blocks).values_list("part", "block", "slices"):
        stored[block][part * SLICES : part * SLICES + SLICES] = np.frombuffer(slices, np.uint8).reshape(SLICES, -1)
    return stored


def _rows(blocks: Collection[int]) -> QuerySet[TextSignatures]:
    # All parts, named: the index begins with them.
    return TextSignatures.objects.filter(part__in=range(BITS // SLICES), block__in=blocks)


def _blank() -> Slices:
    return np.zeros((BITS, SIGNED // 8), np.uint8)


def _sign(blocks: dict[int, Slices], texts: Iterable[tuple[int, str]]) -> None:
    for quote, text in texts:
        byte, bit = divmod(quote % SIGNED, 8)
        blocks[quote // SIGNED][signature_of(text), byte] |= 128 >> bit


def _write(blocks: dict[int, Slices]) -> None:
    """Store blocks; those without a bit are removed."""
    rows = [
        (first // SLICES, block, slices[first : first + SLICES].tobytes())
        for block, slices in sorted(blocks.items())
        if slices.any()
        for first in range(0, BITS, SLICES)
    ]
    write_rows(TextSignatures, ("part", "block", "slices"), rows, unique=("part", "block"))
    if emptied := blocks.keys() - {block for _, block, _ in rows}:
        _rows(emptied).delete()
