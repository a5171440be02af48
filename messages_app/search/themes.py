"""What the talk is about: words that rose from one New Year to the next, and a company's most frequent ones.

Themes are nouns and foreign words: the dictionary forms of verbs and adjectives, which end in 다, are not ranked.
"""

from dataclasses import dataclass

from django.db.models import QuerySet

from messages_app.models import Company, KeywordTotal

Scope = KeywordTotal.Scope
# Below this many statements a rise is chance; beyond this many candidates no word can have risen much.
LEAST_STATEMENTS = 3
CANDIDATES = 300


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


def frequent_words(company: Company, limit: int = 10) -> list[tuple[str, int]]:
    """(word, statements with it) of a company, a group's with its members', most first: one query."""
    scope = Scope.COMPANY if company.group_id else Scope.HOUSE
    return list(_themes(scope, str(company.pk)).values_list("keyword__form", "quotes")[:limit])


def _themes(scope: str, value: str) -> QuerySet[KeywordTotal]:
    """Totals of the words that are ranked, under one condition, most first; synonyms are in those they count as."""
    totals = KeywordTotal.objects.filter(scope=scope, value=value, quotes__gt=0)
    ranked = totals.filter(keyword__is_stop=False, keyword__counts_as__isnull=True)
    return ranked.exclude(keyword__form__endswith="다").order_by("-quotes", "keyword__form")
