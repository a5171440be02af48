"""Where the words searched for stand in a text, also where their form differs."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from messages_app.korean import Word
from messages_app.models import JOINTS, letters_before, spots_of, stands_at
from messages_app.search.results import Results
from messages_app.search.words import Lexicon

BETWEEN = re.compile(rf"[\s{JOINTS}]")


@dataclass(frozen=True, slots=True)
class Highlighter:
    """Finds what a plan was looking for in the texts it found.

    ``spots`` is what the index knows of where the words stand in each quote, by its number and their form: where that
    says it all, a text need not be analysed.
    """

    forms: frozenset[str]
    runs: tuple[str, ...]
    lexicon: Lexicon
    spots: Mapping[int, Mapping[str, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, results: Results) -> "Highlighter":
        """For the words of a plan and the page of what it found."""
        return cls(results.plan.forms, results.plan.runs, results.plan.lexicon, results.spots)

    def spans(self, text: str, quote_id: int = 0) -> list[tuple[int, int]]:
        """Places to mark in ``text``, in order, those that touch joined into one.

        For 고객 and 새롭다: ``"고객가치를 새로이"`` -> 고객 and 새로.
        """
        found = self._literal(text, self.spots[quote_id]) if quote_id in self.spots else None
        if found is None:
            found = [(word.start, word.end) for word in self._words(text)]
        for run in self.runs:
            found += [match.span() for match in _pattern(BETWEEN.sub("", run)).finditer(text)]
        return list(_joined(sorted(found)))

    def _literal(self, text: str, spots: Mapping[str, int]) -> list[tuple[int, int]] | None:
        """Where the words stand as they are, or None where one stands in another form."""
        found: list[tuple[int, int]] = []
        before = letters_before(text)
        for form, bits in spots.items():
            spans = [match.span() for match in _pattern(form).finditer(text) if stands_at(bits, before[match.start()])]
            if spots_of(before[start] for start, _ in spans) != bits:
                return None
            found += spans
        return found

    def _words(self, text: str) -> Iterable[Word]:
        return [word for word in self.lexicon.words(text) if word.form in self.forms] if self.forms else []


@lru_cache(maxsize=256)
def _pattern(run: str) -> re.Pattern[str]:
    """Some characters however spaced or joined, in capitals or not."""
    return re.compile(rf"{BETWEEN.pattern}*".join(map(re.escape, run)), re.IGNORECASE)


def _joined(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    start = end = -1
    for first, last in spans:
        if first > end:
            if end > 0:
                yield start, end
            start = first
        end = max(end, last)
    if end > 0:
        yield start, end
