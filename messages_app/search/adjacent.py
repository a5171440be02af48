"""Conditions on rows of the index about the characters of their statement: what stands in it, and what side by side."""

import re
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django.db.models import (
    BigIntegerField,
    Exists,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Replace
from django.db.models.lookups import Contains, IContains, IRegex, Regex

from messages_app.models import ANYWHERE, JOINTS, SPOTS, KeywordUse, Quote

NEAR_CHARACTERS = 30
# What parts words in a text; PostgreSQL does not take all of it for space.
BLANK = "[\\s\u00a0\u3000]"
# What a text has in which they are not parted by one space alone.
OTHER_BLANKS = ("  ", "\n", "\t", "\u00a0", "\u3000")
# In a subquery: a row of another word in the same statement. Of which speaker does not matter: each has all words.
SAME = {"quote": OuterRef("quote")}


class Piece(NamedTuple):
    """A word of a run of characters: its keyword, in how many statements it is, and the letters of the run before it."""

    keyword: int
    quotes: int
    offset: int


def contains(run: str, *, spaced: bool, among_few: bool = False) -> Q:
    """Statements with these very characters, capitals aside; ``spaced`` allows blanks that are not in the run.

    ``among_few`` texts, dots and hyphens may be there or not, too: K-푸드 for K푸드.
    """
    return _has(run, _text(), spaced=spaced, joined=among_few)


def contains_near(left: str, right: str) -> Q:
    """Statements with two patterns within ``NEAR_CHARACTERS`` of each other, in either order."""
    gap = rf".{{0,{NEAR_CHARACTERS}}}"
    # Across lines, too: on PostgreSQL a dot is any character anyway.
    return Q(IRegex(_text(), f"(?s){left}{gap}{right}|{right}{gap}{left}"))


@dataclass(frozen=True, slots=True)
class Together:
    """Words that stand side by side as in a run of characters, which decides."""

    pieces: tuple[Piece, ...]
    run: str
    spaced: bool

    def beside(self, driver: int) -> Q:
        """For rows of a keyword, which is not looked up again where it is one of the words."""
        first, others = self._first_and_others(driver)
        conditions = self._stand_with(first, others)
        if first.keyword == driver:
            return Q(*conditions)
        return Q(Exists(_uses(first).filter(*conditions, **SAME)))

    def characters(self) -> Q:
        """What decides, asked of quotes in which the words are known to stand as far apart."""
        return _has(self.run, F("text"), spaced=self.spaced)

    def listed(self) -> Q:
        """For rows of any keyword, of whose statements few are said: those meant are listed first."""
        first, others = self._first_and_others(None)
        return Q(quote__in=_uses(first).filter(*self._stand_with(first, others)).values("quote"))

    def _first_and_others(self, driver: int | None) -> tuple[Piece, list[Piece]]:
        first, *others = sorted(self.pieces, key=lambda piece: (piece.keyword != driver, piece.quotes))
        return first, others

    def _stand_with(self, first: Piece, others: list[Piece]) -> list[Exists]:
        """On rows of the first word: each other one stands as far from it as in the run, and the text has the run."""
        distances = [other.offset - first.offset for other in others]
        found = [
            _uses(other).alias(shared=_Shared(F("spots"), OuterRef("spots"), distance))
            for other, distance in zip(others, distances, strict=True)
        ]
        *most, last = [uses.filter(**SAME, shared__gt=0) for uses in found]
        # The text is read where the spots agree, not before: so put, it depends on both words.
        shared = _Shared(OuterRef("spots"), OuterRef(OuterRef("spots")), distances[-1])
        text = _text(Quote.objects.alias(shared=shared).filter(shared__gt=0))
        last = last.filter(_has(self.run, text, spaced=self.spaced))
        return [Exists(uses) for uses in (*most, last)]


@dataclass(frozen=True, slots=True)
class Characters:
    """Characters of two letters or more, of whatever words."""

    run: str
    spaced: bool

    def characters(self) -> Q:
        """What decides, asked of quotes that may have them."""
        return _has(self.run, F("text"), spaced=self.spaced, joined=False)


def _uses(piece: Piece) -> QuerySet[KeywordUse]:
    return KeywordUse.objects.filter(keyword=piece.keyword)


class _Shared(Func):
    """The bits of a word that stands at a distance from another; 0 where it does not.

    One expression: the ORM would copy and resolve the many parts of a composed one for each query of a page.
    """

    output_field = BigIntegerField()

    def __init__(self, spots: Combinable, of_first: Combinable, distance: int) -> None:
        super().__init__(spots, of_first)
        self.distance = distance

    def as_sql(self, compiler: Any, *_: Any, **__: Any) -> tuple[str, tuple[Any, ...]]:
        (spots, params), (first, of_first) = map(compiler.compile, self.get_source_expressions())
        moved = _moved(first, self.distance)
        return f"({spots} & {moved})", (*params, *tuple(of_first) * moved.count(first))


def _moved(spots: str, distance: int) -> str:
    """The bits of a word as they would be so many characters further on, in SQL."""
    by = distance % SPOTS
    return f"(({spots} << {by}) & {ANYWHERE} | ({spots} >> {SPOTS - by}))" if by else spots


def _text(quotes: QuerySet[Quote] | None = None) -> Subquery:
    """The text of a row's statement, read for one row at a time and so after cheaper conditions."""
    some = Quote.objects.all() if quotes is None else quotes
    return Subquery(some.filter(pk=OuterRef("quote")).order_by().values("text")[:1])


def _has(run: str, text: Subquery | F, *, spaced: bool, joined: bool = True) -> Q:
    if spaced:
        between = " " + JOINTS if joined else " "
        bare: Combinable = text
        for sign in between:
            bare = Replace(bare, Value(sign), Value(""), output_field=TextField())
        return Q(_characters("".join(character for character in run if character not in between), bare))
    words = run.split(" ")
    if len(words) == 1:
        return Q(_characters(run, text))
    regex = (IRegex if _has_capitals(run) else Regex)(text, f"{BLANK}+".join(map(re.escape, words)))
    if isinstance(text, Subquery):
        # A subquery is written out each time it is named: twice at most. Few texts have the longest word.
        return Q(_characters(max(words, key=len), text), regex)
    # Few texts have other blanks than single spaces, and only these are looked at so closely.
    others = reduce(or_, (Q(Contains(text, blank)) for blank in OTHER_BLANKS))
    return Q(_characters(run, text)) | others & Q(regex)


def _characters(run: str, text: Combinable) -> Contains | IRegex:
    if not run.isascii() and _has_capitals("".join(filter(_is_not_ascii, run))):
        # SQLite knows the capitals of ASCII alone.
        return IRegex(text, re.escape(run))
    # PostgreSQL takes longer to make capitals of a text than to read it.
    return (IContains if _has_capitals(run) else Contains)(text, run)


def _has_capitals(run: str) -> bool:
    """Whether there are letters of which some are capitals; Hangul has none."""
    return run.upper() != run.lower()


def _is_not_ascii(character: str) -> bool:
    return not character.isascii()
