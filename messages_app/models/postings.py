"""The index rows of a frequent word, packed: a hundred thousand of them are read and compared in milliseconds.

A search engine calls such a list of the documents with a word its postings. They say nothing that ``KeywordUse`` does
not say, and are changed in the same transaction.
"""

import numpy as np
from django.db import models

from messages_app.models.keyword import Keyword

# Quotes whose postings are one row: few enough to be rewritten with every article, many enough to be read quickly.
BLOCK = 2048
# A statement: how far it is from the first quote of the block.
HOLDS = np.dtype([("at", "<u2")])
# A place where the word itself stands in a statement: a bit of ``spots`` by its number.
STANDS = np.dtype([("at", "<u2"), ("spot", "u1")])
# A speaker of a statement and what is counted, as in ``KeywordUse``; 0 for nobody, for an outlet the number of its total.
# Four bytes would not do for those: every total that is changed takes a number, too, before it is found to have one.
SPOKEN = np.dtype(
    [
        ("at", "<u2"),
        ("place", "<u2"),
        ("message_year", "<u2"),
        ("company_id", "<u4"),
        ("house_id", "<u4"),
        ("executive_id", "<u4"),
        ("outlet", "<u8"),
    ]
)


class KeywordPostings(models.Model):
    """Where a frequent keyword is said among ``BLOCK`` neighbouring quotes, in the order of their numbers.

    ``holds``, ``stands`` and ``spoken`` are rows of the layouts of those names, side by side: what a question does not need
    is not read. Quotations in headlines are not among them. ``block`` is the number of a quote divided by ``BLOCK``. Kept
    for words that are said in ``WIDE_FROM`` statements or more.
    """

    keyword = models.ForeignKey(Keyword, models.CASCADE, related_name="postings", db_index=False)
    block = models.PositiveIntegerField()
    holds = models.BinaryField()
    stands = models.BinaryField()
    spoken = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(name="postings_unique", fields=["keyword", "block"])]

    def __str__(self) -> str:
        return f"{self.keyword_id} in {self.block}"
