"""Reading the signatures of texts: where characters may stand, whatever words they are of."""

from collections.abc import Collection

import numpy as np

from messages_app.models import BITS, SIGNED, TextSignatures, signature_of
from messages_app.search.postings import Numbers, read_blocks


def read_candidates(runs: Collection[str]) -> dict[str, Numbers]:
    """The numbers of the statements whose text may have each run of two letters or more, ascending: one query."""
    bits = {run: signature_of(run) for run in runs}
    found: dict[str, list[Numbers]] = {run: [np.zeros(0, np.int64)] for run in runs}
    rows = TextSignatures.objects.order_by("block").values_list("block", "slices")
    for block, slices in read_blocks(rows, "int4", "bytea") if runs else ():
        signatures = np.frombuffer(slices, np.uint8).reshape(BITS, -1)
        for run, some in bits.items():
            have_all = np.bitwise_and.reduce(signatures[some])
            if have_all.any():
                found[run].append(block * SIGNED + np.flatnonzero(np.unpackbits(have_all)))
    return {run: np.concatenate(some) for run, some in found.items()}
