"""Reading the signatures of texts: where characters may stand, whatever words they are of."""

from collections.abc import Collection
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from messages_app.models import SIGNED, SLICES, TextSignatures, signature_of
from messages_app.search.postings import Numbers, read_blocks

# The first letters of a run leave so few texts that further ones save no time.
LETTERS = 8
Slices = dict[int, NDArray[np.uint8]]


def read_candidates(runs: Collection[str]) -> dict[str, Numbers]:
    """The numbers of the statements whose text may have each run of two letters or more, ascending: one query."""
    bits = {run: signature_of(run, LETTERS).tolist() for run in runs}
    blocks, slices = _read({bit for some in bits.values() for bit in some})
    return {run: _quotes(blocks, reduce(np.bitwise_and, (slices[bit] for bit in some))) for run, some in bits.items()}


def _read(bits: Collection[int]) -> tuple[Numbers, Slices]:
    """The numbers of the blocks, and of each bit which of their quotes have it, a row for each block."""
    parts = sorted({bit // SLICES for bit in bits})
    rows = TextSignatures.objects.filter(part__in=parts).order_by("part", "block")
    read = read_blocks(rows.values_list("part", "block", "slices"), "int2", "int4", "bytea") if parts else []
    blocks = np.unique(np.array([block for _, block, _ in read], np.int64))
    slices: Slices = {}
    for part in parts:
        some = [(block, packed) for number, block, packed in read if number == part]
        of_part = np.zeros((len(blocks), SLICES, SIGNED // 8), np.uint8)
        places = np.searchsorted(blocks, [block for block, _ in some])
        of_part[places] = np.frombuffer(b"".join(packed for _, packed in some), np.uint8).reshape(
            -1, *of_part.shape[1:]
        )
        slices |= {bit: of_part[:, bit % SLICES] for bit in bits if bit // SLICES == part}
    return blocks, slices


def _quotes(blocks: Numbers, have_all: NDArray[np.uint8]) -> Numbers:
    places, at = np.divmod(np.flatnonzero(np.unpackbits(have_all)), SIGNED)
    return blocks[places] * SIGNED + at
