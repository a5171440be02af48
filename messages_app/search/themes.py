"""What the talk is about: words that rose from one New Year to the next, and a company's most frequent ones.

Themes are nouns and foreign words: the dictionary forms of verbs and adjectives, which end in 다, are not ranked.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Min, Q, QuerySet, Subquery, Window
from django.db.models.functions import Rank

from messages_app.models import EVERYTHING, Company, Executive, Keyword, KeywordTotal, KeywordUse

Scope = KeywordTotal.Scope
# Below this many statements a rise is chance; beyond this many candidates no word can have risen much.
LEAST_STATEMENTS = 3
CANDIDATES = 300
# The statements of one person are few; this bounds what a page may cost all the same.
AMONG = 1000


@dataclass(frozen=True, slots=True)
class RisenWord:
    """A word, the statements with it in a year and the year before, and their shares of all, from 0 to 1."""

    form: str
    statements: int
    earlier: int
    share: float
    earlier_share: float

    @property
    def gain(self) -> float:
        return self.share - self.earlier_share


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a word stands in the ranking of a year; words in as many statements share a rank."""

    rank: int
    statements: int


def risen_words(said: dict[int, int], year: int, limit: int = 8) -> list[RisenWord]:
    """The words whose share of a year's statements grew most over the year before, most first: two queries.

    ``said`` holds the statements of each year; without the year before it there is nothing to compare with.
    """
    if not said.get(year) or not said.get(year - 1):
        return []
    now = _themes(Scope.YEAR, str(year)).filter(quotes__gte=LEAST_STATEMENTS)
    rows = list(now.values_list("keyword", "keyword__form", "quotes")[:CANDIDATES])
    before = KeywordTotal.objects.filter(scope=Scope.YEAR, value=str(year - 1), keyword__in=[row[0] for row in rows])
    earlier = dict(before.values_list("keyword", "quotes"))
    words = [
        RisenWord(form, quotes, earlier.get(pk, 0), quotes / said[year], earlier.get(pk, 0) / said[year - 1])
        for pk, form, quotes in rows
    ]
    return sorted((word for word in words if word.gain > 0), key=lambda word: (-word.gain, word.form))[:limit]


def frequent_words(speaker: Company | Executive, limit: int = 10) -> list[tuple[str, int]]:
    """(word, statements with it) of a company, a group's with its members', or of a person, most first.

    One query for a company, whose totals are kept; two for a person, of whom the newest ``AMONG`` statements count.
    """
    if isinstance(speaker, Executive):
        newest = _said(executive=speaker).order_by("-sort_key", "-quote_id")[:AMONG]
        return _frequent_among([newest])[0][:limit]
    scope = Scope.COMPANY if speaker.group_id else Scope.HOUSE
    return list(_themes(scope, str(speaker.pk)).values_list("keyword__form", "quotes")[:limit])


def frequent_words_in(
    companies: Sequence[Company], years: tuple[int, int], limit: int = 10
) -> list[list[tuple[str, int]]]:
    """The same of each company's statements from one year to another, of which no totals are kept.

    A query for each company, and one for all their words.
    """
    said = [
        _said(**{"company" if each.group_id else "house": each, "message_year__range": years}) for each in companies
    ]
    return [words[:limit] for words in _frequent_among(said)]


def themes_of_year(year: int, limit: int = 10) -> list[tuple[str, int]]:
    """(word, statements with it) of a year, most first: one query."""
    return list(_themes(Scope.YEAR, str(year)).values_list("keyword__form", "quotes")[:limit])


def uses_in_year(year: int, forms: Collection[str]) -> dict[str, int]:
    """How often a year's statements say some words, their synonyms included: one query."""
    totals = KeywordTotal.objects.filter(scope=Scope.YEAR, value=str(year), keyword__form__in=forms)
    return dict(totals.values_list("keyword__form", "uses"))


def synonyms_in_year(year: int, forms: Collection[str]) -> list[tuple[str, str]]:
    """(word, what is said in a year and counts as it), by the alphabet: one query."""
    said = KeywordTotal.objects.filter(scope=Scope.YEAR, value=str(year), raw_quotes__gt=0)
    as_those = said.filter(keyword__counts_as__form__in=forms).order_by("keyword__form")
    return list(as_those.values_list("keyword__counts_as__form", "keyword__form"))


def standings(year: int, forms: Collection[str]) -> dict[str, Standing]:
    """Where some words stand among all that are ranked in a year; those that are not are left out. One query.

    Only words in as many statements as the least of them, or more, are read and numbered.
    """
    words = Keyword.objects.filter(form__in=forms)
    these = KeywordTotal.objects.filter(scope=Scope.YEAR, value=str(year), keyword__in=words, quotes__gt=0)
    least = these.order_by().values("scope").annotate(least=Min("quotes")).values("least")
    among = _ranked(Scope.YEAR, str(year)).filter(quotes__gte=Subquery(least))
    numbered = among.annotate(rank=Window(Rank(), order_by=F("quotes").desc()))
    # As an alternative to a rank that none has, so that the others are left out after the numbering, not before.
    rows = numbered.filter(Q(rank=0) | Q(keyword__form__in=forms))
    return {form: Standing(rank, quotes) for form, rank, quotes in rows.values_list("keyword__form", "rank", "quotes")}


def _said(**condition: Any) -> QuerySet[KeywordUse]:
    return KeywordUse.objects.filter(keyword__form=EVERYTHING, **condition).order_by()


def _frequent_among(said: Sequence[QuerySet[KeywordUse]]) -> list[list[tuple[str, int]]]:
    """(word, statements with it) among some statements, for each of several choices of them; most first."""
    counts = [_counted(some) for some in said]
    ranked = Keyword.objects.filter(pk__in=set().union(*counts), is_stop=False, counts_as__isnull=True)
    forms = dict(ranked.exclude(form__endswith="다").order_by().values_list("pk", "form"))
    found = [[(forms[pk], statements) for pk, statements in some.items() if pk in forms] for some in counts]
    return [sorted(words, key=lambda word: (-word[1], word[0])) for words in found]


def _counted(said: QuerySet[KeywordUse]) -> dict[int, int]:
    """Keywords and the statements with them, those in most."""
    uses = KeywordUse.objects.filter(quote__in=said.values("quote"), place=0, count__gt=0)
    counted = uses.exclude(keyword__form=EVERYTHING).order_by().values_list("keyword").annotate(n=Count("pk"))
    return dict(counted.order_by("-n")[:CANDIDATES])


def _themes(scope: str, value: str) -> QuerySet[KeywordTotal]:
    """Totals of the words that are ranked, under one condition, most first; synonyms are in those they count as."""
    return _ranked(scope, value).filter(quotes__gt=0).order_by("-quotes", "keyword__form")


def _ranked(scope: str, value: str) -> QuerySet[KeywordTotal]:
    ranked = KeywordTotal.objects.filter(scope=scope, value=value)
    ranked = ranked.filter(keyword__is_stop=False, keyword__counts_as__isnull=True)
    return ranked.exclude(keyword__form__endswith="다")
