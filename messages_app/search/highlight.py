"""Where the words searched for stand in a text, also where their form differs."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from messages_app.korean import Word
from messages_app.search.plan import Plan
from messages_app.search.words import Lexicon


@dataclass(frozen=True, slots=True)
class Highlighter:
    """Finds what a plan was looking for in the texts it found."""

    forms: frozenset[str]
    runs: tuple[str, ...]
    lexicon: Lexicon

    @classmethod
    def of(cls, plan: Plan) -> "Highlighter":
        """For the words of a plan."""
        return cls(plan.forms, plan.runs, plan.lexicon)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Places to mark in ``text``, in order, those that touch joined into one.

        For 고객 and 새롭다: ``"고객가치를 새로이"`` -> 고객 and 새로.
        """
        found = [(word.start, word.end) for word in self._words(text)]
        for run in self.runs:
            pattern = r"\s?".join(map(re.escape, "".join(run.split())))
            found += [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]
        return list(_joined(sorted(found)))

    def _words(self, text: str) -> Iterable[Word]:
        return [word for word in self.lexicon.words(text) if word.form in self.forms] if self.forms else []


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
