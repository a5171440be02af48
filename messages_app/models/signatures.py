"""Which pairs of neighbouring letters a statement may have, so that characters of no word are looked for in few texts.

A signature file, as Faloutsos and Christodoulakis describe it (ACM Transactions on Information Systems 2/4, 1984), in bit slices: each pair
sets three of ``BITS`` bits of its statement. A text has a run of characters only if the bits of all its pairs are set;
of a hundred others with all of them set, the text says no.
"""

import numpy as np
from django.db import models
from numpy.typing import NDArray

from messages_app.models.spots import JOINTS

# Quotes whose signatures are one row: 32 kB, few enough to be rewritten with every article.
SIGNED = 512
BITS = 512
_BITS_OF_A_PAIR = 3
# The golden ratio in 64 bits (Knuth, The Art of Computer Programming 3, 6.4): its multiples spread evenly.
_SPREAD = np.uint64(0x9E3779B97F4A7C15)


class TextSignatures(models.Model):
    """The signatures of the statements among ``SIGNED`` neighbouring quotes; ``block`` is their number divided by it.

    ``slices`` are ``BITS`` rows of a bit for each quote: what asks for a few bits compares a few rows.
    """

    block = models.PositiveIntegerField(unique=True)
    slices = models.BinaryField()

    def __str__(self) -> str:
        return f"texts of {self.block}"


def signature_of(text: str) -> NDArray[np.uint64]:
    """The bits that a text sets, ascending: ``"고객 가치"`` those of 고객, 객가, 가치; none of a single letter.

    Blanks, what joins words and capitals count for nothing, so that however a run is written, it sets no bit more.
    """
    letters = "".join(sign for sign in text.casefold() if not (sign.isspace() or sign in JOINTS))
    codes = np.frombuffer(letters.encode("utf-32-le", "surrogatepass"), "<u4").astype(np.uint64)
    pairs = (codes[:-1] << np.uint64(21) | codes[1:]) * _SPREAD
    width = (BITS - 1).bit_length()
    shifts = np.arange(64 - width, 64 - width * (_BITS_OF_A_PAIR + 1), -width).astype(np.uint64)
    return np.unique(pairs[:, None] >> shifts & np.uint64(BITS - 1))
