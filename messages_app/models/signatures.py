"""Which pairs of neighbouring letters a statement may have, so that characters of no word are looked for in few texts.

A signature file, as Faloutsos and Christodoulakis describe it (ACM Transactions on Information Systems 2/4, 1984), in bit slices: each pair
sets three of ``BITS`` bits of its statement. A text has a run of characters only if the bits of all its pairs are set;
of a thousand others with all of them set, the text says no.
"""

import numpy as np
from django.db import models
from numpy.typing import NDArray

from messages_app.models.spots import JOINTS

# Quotes whose signatures are rows of one block: few enough to be rewritten with every article.
SIGNED = 512
BITS = 1024
# The bits of a pair are neighbours, within one of the rows of this many bits that a block has: others are not read.
SLICES = 16
# The golden ratio in 64 bits (Knuth, The Art of Computer Programming 3, 6.4): its multiples spread evenly.
_SPREAD = np.uint64(0x9E3779B97F4A7C15)


class TextSignatures(models.Model):
    """Some bits of the statements among ``SIGNED`` neighbouring quotes; ``block`` is their number divided by it.

    ``slices`` are those from ``part`` times ``SLICES`` on: for each of ``SLICES`` bits, whether each quote has it.
    """

    part = models.PositiveSmallIntegerField()
    block = models.PositiveIntegerField()
    slices = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(name="signatures_unique", fields=["part", "block"])]

    def __str__(self) -> str:
        return f"bits {self.part} of {self.block}"


def signature_of(text: str, most: int | None = None) -> NDArray[np.int64]:
    """The bits that a text sets, or its first letters, ascending: ``"고객 가치"`` those of 고객, 객가, 가치; none of one letter.

    Blanks, what joins words and capitals count for nothing, so that however a run is written, it sets no bit more.
    """
    letters = "".join(sign for sign in text.casefold() if not (sign.isspace() or sign in JOINTS))
    codes = np.frombuffer(letters[:most].encode("utf-32-le", "surrogatepass"), "<u4").astype(np.uint64)
    pairs = ((codes[:-1] << np.uint64(21) | codes[1:]) * _SPREAD).astype(np.uint64)
    # The upper bits of each product, which depend on all of the pair: ten of them, and eight more for two neighbours.
    first = (pairs >> np.uint64(54)).astype(np.int64)
    others = [first // SLICES * SLICES + (pairs >> np.uint64(at)).astype(np.int64) % SLICES for at in (50, 46)]
    return np.unique([first, *others])
