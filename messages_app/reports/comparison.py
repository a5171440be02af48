"""How often words were said in each year, by everybody and by some companies."""

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from messages_app.models import EVERYTHING, Company, Keyword, KeywordTotal, KeywordUse
from messages_app.search import Lexicon, YearOfWord

# (keyword, company or None for everybody, year) -> statements.
Counts = dict[tuple[int, int | None, int], int]


@dataclass(frozen=True, slots=True)
class Line:
    """A word through the years, said by a company or (None) by everybody; every line has the same years."""

    company: Company | None
    years: list[YearOfWord]

    @property
    def statements(self) -> int:
        return sum(year.statements for year in self.years)


@dataclass(frozen=True, slots=True)
class OfWord:
    """A word, and a line for everybody followed by one for each company."""

    form: str
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A table for each word; ``top_share`` is the highest share in any, by which bars are drawn."""

    years: list[int]
    words: list[OfWord]

    @property
    def top_share(self) -> float:
        return max((year.share for word in self.words for line in word.lines for year in line.years), default=0.0)


def resolve_words(typed: Sequence[str]) -> tuple[list[Keyword], list[str]]:
    """The keywords that words count as, in order and once each, and the words never said: at most two queries.

    ``["고객을", "세계", "없던말"]`` -> 고객, 글로벌; and 없던말.
    """
    forms = {word: unicodedata.normalize("NFC", word).upper() for word in typed}
    known = _by_form(forms.values())
    if any(form not in known for form in forms.values()):
        lexicon = Lexicon.load()
        for word, form in forms.items():
            if form not in known and (read := lexicon.words(word)):
                forms[word] = read[0].form
        known = _by_form(forms.values())
    found = {known[form].pk: known[form] for form in forms.values() if form in known}
    return list(found.values()), [word for word, form in forms.items() if form not in known]


def _by_form(forms: object) -> dict[str, Keyword]:
    rows = Keyword.objects.filter(form__in=list(forms), totals__scope=KeywordTotal.Scope.ALL)  # type: ignore[call-overload]
    said = rows.exclude(form=EVERYTHING).select_related("counts_as").order_by()
    return {keyword.form: keyword.counts_as or keyword for keyword in said}


def compare(words: Sequence[Keyword], companies: Sequence[Company], years: tuple[int, int]) -> Comparison:
    """Statements with each word by year, of all and of each company (a group's with its members'): four queries.

    The words are those that count as themselves, as ``resolve_words`` gives them: their rows are never of count 0.
    """
    everything = Keyword.objects.filter(form=EVERYTHING).order_by().first()
    if not everything:
        return Comparison([], [])
    keywords = [everything.pk, *(word.pk for word in words)]
    counts = _of_all(keywords, years) | _of_companies(keywords, companies, years)
    shown = sorted(year for keyword, company, year in counts if keyword == everything.pk and company is None)
    speakers: list[Company | None] = [None, *companies]
    return Comparison(
        shown,
        [OfWord(word.form, [_line(counts, word.pk, everything.pk, who, shown) for who in speakers]) for word in words],
    )


def _line(counts: Counts, word: int, everything: int, company: Company | None, years: Sequence[int]) -> Line:
    who = company.pk if company else None
    return Line(
        company,
        [YearOfWord(year, counts.get((word, who, year), 0), counts.get((everything, who, year), 0)) for year in years],
    )


def _of_all(keywords: Sequence[int], years: tuple[int, int]) -> Counts:
    totals = KeywordTotal.objects.filter(keyword__in=keywords, scope=KeywordTotal.Scope.YEAR, quotes__gt=0)
    rows = totals.values_list("keyword", "value", "quotes")
    return {(word, None, int(year)): quotes for word, year, quotes in rows if years[0] <= int(year) <= years[1]}


def _of_companies(keywords: Sequence[int], companies: Sequence[Company], years: tuple[int, int]) -> Counts:
    """From the index itself: totals are not kept by company and year. A row of the index is one statement."""
    counts: Counts = defaultdict(int)
    for column, some in (
        ("house", [company.pk for company in companies if not company.group_id]),
        ("company", [company.pk for company in companies if company.group_id]),
    ):
        if some:
            said = Q(**{f"{column}__in": some}, keyword__in=keywords, message_year__range=years)
            rows = KeywordUse.objects.filter(said).order_by().values_list("keyword", column, "message_year")
            for word, company, year, statements in rows.annotate(n=Count("pk")):
                counts[word, company, year] = statements
    return counts
