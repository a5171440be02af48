"""In which statements words meet, or must not, told from lists of statements without a look at their rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple, Self

import numpy as np
from django.db.models import Q, QuerySet, Value
from django.db.models.expressions import RawSQL

from messages_app.models import ANYWHERE, SPOTS, KeywordUse, Quote
from messages_app.search.adjacent import Characters, Together
from messages_app.search.postings import Bits, Numbers, Spoken, Standing, Words, read_spoken, read_words
from messages_app.search.signatures import read_candidates

Run = Together | Characters
# So many statements are named in a question that the index answers; of more, it is quicker to ask for all.
NAMED = 10_000


class Holding(NamedTuple):
    """Keywords that a statement holds: all of them or, with ``either``, one."""

    keywords: tuple[int, ...]
    either: bool = False


class Asked(NamedTuple):
    """Of some terms, one is in every statement found; ``negated``, none is."""

    terms: tuple[Holding | Run, ...]
    negated: bool = False

    def is_more_than_a_word(self, times: Mapping[int, int], frequent: int) -> bool:
        """Whether rows answer it less well than postings do; of words that are all rare, few rows do it too."""
        if self.negated or self.runs or len(self.terms) > 1:
            return True
        return any(times[pk] >= frequent for term in self.holdings if term.either for pk in term.keywords)

    @property
    def runs(self) -> list[Run]:
        return [term for term in self.terms if not isinstance(term, Holding)]

    @property
    def holdings(self) -> list[Holding]:
        return [term for term in self.terms if isinstance(term, Holding)]

    @property
    def together(self) -> list[Together]:
        return [term for term in self.terms if isinstance(term, Together)]


@dataclass(frozen=True, slots=True)
class Meeting:
    """Words that meet, or must not, in the statements asked for.

    ``asked`` are clauses that all hold; with ``raw``, synonyms do not do. ``driver`` is a frequent keyword that every
    statement found holds; its rows are asked besides for what is in the ``texts``, and what is ``beyond`` them. ``rare``
    keywords have no postings but few rows; ``everything`` is the id of ``*``. ``quotes`` are the statements for which
    ``asked`` holds, ascending; texts and what is beyond can still say no. ``stands`` says of runs
    whether they stand in any statement, as far as that is known.
    """

    driver: int
    asked: tuple[Asked, ...]
    raw: bool
    texts: tuple[Q, ...]
    beyond: tuple[Q, ...]
    rare: frozenset[int]
    everything: int
    quotes: Numbers = field(default_factory=lambda: np.zeros(0, np.int64), compare=False)
    stands: Mapping[Together, bool] = field(default_factory=dict, compare=False)

    def looked_up(self) -> Self:
        """The same with its ``quotes``: one query, one more where a word is rare, and one for all runs of words.

        One more for where characters of no word may be.
        """
        words = self._read()
        # What must be comes before what must not, and runs, whose texts are read, last.
        asked = sorted(self.asked, key=attrgetter("negated"))
        plain = [clause for clause in asked if not clause.runs]
        first = plain if plain and not plain[0].negated else []
        quotes = _left(None, first, words, {})
        runs = _with_characters(asked, words, quotes)
        # What is not found among some statements may be in others, but for words that stand together nowhere.
        stands = {
            run: bool(found.size)
            for run, found in runs.items()
            if isinstance(run, Together)
            and (found.size or quotes is None or not _side_by_side(run, words.standing).size)
        }
        quotes = _left(quotes, [clause for clause in asked if clause not in first], words, runs)
        return self if quotes is None else replace(self, quotes=quotes, stands=stands)

    def decided(self) -> Self:
        """The same with those ``quotes`` of which the ``texts`` hold and what is beyond: one query."""
        if not (self.texts or self.beyond):
            return self
        rows = KeywordUse.objects.filter(*self.texts, *self.beyond, keyword=self.driver, place=0)
        # However many they are: reading the texts of all takes longer still.
        if self.texts or len(self.quotes) <= NAMED:
            rows = rows.filter(among(self.quotes))
        quotes = _those_in(self.quotes, rows.values_list("quote_id", flat=True))
        return replace(self, quotes=quotes, texts=(), beyond=())

    def spoken(self) -> Spoken:
        """The driver's rows in the statements that are found: one query, and the one that decides."""
        return read_spoken(self.driver).of(self.decided().quotes)

    def _read(self) -> Words:
        held = {keyword for clause in self.asked for term in clause.holdings for keyword in term.keywords}
        placed = {piece.keyword for clause in self.asked for term in clause.together for piece in term.pieces}
        if self.raw:
            # No word stands in every statement: that keyword is held and stands nowhere.
            held, placed = held & {self.everything}, held - {self.everything} | placed
        words = read_words(held, placed, self.rare)
        if self.raw:
            words.holding.update((keyword, said.quotes) for keyword, said in words.standing.items())
        return words


class Listed(RawSQL):
    """Numbers, written out: a parameter for each of thousands takes longer than to find them."""

    def __init__(self, numbers: Numbers) -> None:
        super().__init__(", ".join(map(str, numbers.tolist())) or "CAST(NULL AS bigint)", ())

    def as_postgresql(self, *_: Any, **__: Any) -> tuple[str, tuple[()]]:
        """The same as rows, which PostgreSQL joins quicker than it goes through a list; SQLite does not."""
        return f"(VALUES ({self.sql.replace(', ', '), (')}))", ()


def among(quotes: Numbers, column: str = "quote") -> Q:
    """Rows of some statements."""
    return Q(**{f"{column}__in": Listed(quotes)})


def _left(quotes: Numbers | None, asked: Iterable[Asked], words: Words, runs: Mapping[Run, Numbers]) -> Numbers | None:
    """Those of some statements, or of all, for which clauses hold; None is all."""
    for clause in asked:
        some = [*(_holding(term, words) for term in clause.holdings), *(runs[run] for run in clause.runs)]
        found = reduce(_in_either, some)
        quotes = found if quotes is None else quotes[np.isin(quotes, found, assume_unique=True) ^ clause.negated]
    return quotes


def _holding(term: Holding, words: Words) -> Numbers:
    lists = [words.holding[keyword] for keyword in term.keywords]
    return reduce(_in_either if term.either else _in_both, sorted(lists, key=len))


def _with_characters(asked: Iterable[Asked], words: Words, within: Numbers | None) -> dict[Run, Numbers]:
    """The statements of each run whose text has it, which decides; those outside ``within`` are not read: one query."""
    runs = list(dict.fromkeys(run for clause in asked for run in clause.runs))
    candidates = read_candidates({run.run for run in runs if isinstance(run, Characters)})
    beside = [_side_by_side(run, words.standing) if isinstance(run, Together) else candidates[run.run] for run in runs]
    some = beside if within is None else [_in_both(quotes, within) for quotes in beside]
    texts = [
        Quote.objects.filter(run.characters(), among(quotes, "pk")).order_by().values_list(Value(number), "pk")
        for number, (run, quotes) in enumerate(zip(runs, some, strict=True))
        if quotes.size
    ]
    found: dict[int, list[int]] = defaultdict(list)
    for number, quote in texts[0].union(*texts[1:], all=True) if texts[1:] else chain(*texts):
        found[number].append(quote)
    return {run: np.sort(np.array(found[number], np.int64)) for number, run in enumerate(runs)}


def _in_both(some: Numbers, others: Numbers) -> Numbers:
    return some[np.isin(some, others, assume_unique=True)]


def _in_either(some: Numbers, others: Numbers) -> Numbers:
    # Of two ascending lists, which this sort joins at a glance: numpy's own union takes ten times as long.
    joined = np.sort(np.concatenate([some, others]), kind="stable")
    return joined[np.diff(joined, prepend=-1) > 0]


def _side_by_side(together: Together, said: dict[int, Standing]) -> Numbers:
    """The statements in which the bits of some words are as far apart as the words."""
    first, *others = sorted(together.pieces, key=lambda piece: piece.quotes)
    here = said[first.keyword]
    for other in others:
        there = said[other.keyword]
        here = here.where(np.isin(here.quotes, there.quotes, assume_unique=True))
        there = there.where(np.isin(there.quotes, here.quotes, assume_unique=True))
        moved = _moved(here.spots, other.offset - first.offset)
        here = here.where((moved & there.spots) > 0)
    return here.quotes


def _moved(spots: Bits, distance: int) -> Bits:
    """The bits of a word as they would be so many letters further on."""
    by = distance % SPOTS
    return (spots << np.uint64(by)) & np.uint64(ANYWHERE) | spots >> np.uint64(SPOTS - by)


def _those_in(quotes: Numbers, found: QuerySet[Any, int]) -> Numbers:
    """Those of some statements that a query finds, too; it is not asked where there are none."""
    return _in_both(quotes, np.fromiter(found.order_by(), np.int64)) if quotes.size else quotes
