"""Frozen editions of a year's ranking of words, beside what is counted today and the year before."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from messages_app.models import Article, Edition, FrozenWord
from messages_app.search import (
    Standing,
    Totals,
    standings,
    synonyms_in_year,
    themes_of_year,
    totals_of_year,
    uses_in_year,
    years,
)

LENGTH = 50


@dataclass(frozen=True, slots=True)
class YearCount:
    """What an edition would hold if it were frozen now; ``has_sample``: statements of the sample are counted, too."""

    totals: Totals
    words: list[FrozenWord]
    has_sample: bool

    def is_that_of(self, edition: Edition) -> bool:
        """Whether an edition holds these very figures."""
        counted = Totals(edition.statements, edition.companies, edition.executives)
        return (counted, edition.ranking, edition.is_sample) == (self.totals, self.words, self.has_sample)


@dataclass(frozen=True, slots=True)
class Row:
    """A word of a ranking, where it stands today, and in an earlier edition; None where it is not ranked there."""

    word: FrozenWord
    today: Standing | None = None
    earlier: FrozenWord | None = None

    @property
    def difference(self) -> int:
        """How many more statements are counted today than were."""
        return (self.today.statements if self.today else 0) - self.word.statements

    @property
    def gain(self) -> int:
        """How many more statements than in the earlier edition."""
        return self.word.statements - (self.earlier.statements if self.earlier else 0)

    @property
    def risen(self) -> int:
        """By how many ranks the word rose since the earlier edition."""
        return self.earlier.rank - self.word.rank if self.earlier else 0


@dataclass(frozen=True, slots=True)
class EditionReport:
    """An edition with what belongs beside it: today's figures, the editions of its year, the last one of the year before.

    ``top`` is the highest number of statements in any row, then or today.
    """

    edition: Edition
    rows: list[Row]
    statements_today: int
    editions: list[Edition]
    year_before: Edition | None

    @property
    def top(self) -> int:
        return max(
            (n for row in self.rows for n in (row.word.statements, row.word.statements + row.difference)), default=1
        )


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be frozen, row by row beside the last edition of that year, and the words no longer among them."""

    counted: YearCount
    last: Edition | None
    rows: list[Row]
    gone: list[FrozenWord]

    @property
    def is_frozen(self) -> bool:
        """Whether the last edition holds the same figures."""
        return bool(self.last and self.counted.is_that_of(self.last))


def count_year(year: int) -> YearCount:
    """The ranking of a year as the comparison shows it, only longer: five queries.

    It is of one moment where the caller holds the lock on the index.
    """
    themes = _cut_between_counts(themes_of_year(year, LENGTH + 1))
    forms = [form for form, _ in themes]
    sample = Article.objects.filter(is_sample=True, status=Article.Status.PUBLISHED, message_year=year)
    words = _ranked(themes, uses_in_year(year, forms), synonyms_in_year(year, forms))
    return YearCount(totals_of_year(year), words, sample.exists())


def preview_edition(year: int) -> Preview:
    """What freezing a year would give, and how it differs from the last edition: six queries."""
    counted, last = count_year(year), last_edition(year)
    before = {word.form: word for word in last.ranking} if last else {}
    rows = [Row(word, earlier=before.pop(word.form, None)) for word in counted.words]
    return Preview(counted, last, rows, list(before.values()))


def report_edition(edition: Edition) -> EditionReport:
    """An edition beside today and the year before: four queries."""
    year = edition.message_year
    last = last_edition(year - 1)
    before = {word.form: word for word in last.ranking} if last else {}
    ranking = edition.ranking
    today = standings(year, [word.form for word in ranking])
    rows = [Row(word, today.get(word.form), before.get(word.form)) for word in ranking]
    siblings = list(Edition.objects.filter(message_year=year).defer("words").order_by("number"))
    return EditionReport(edition, rows, dict(years()).get(year, 0), siblings, last)


def last_edition(year: int) -> Edition | None:
    """The newest edition of a year: one query."""
    return Edition.objects.filter(message_year=year).order_by("-number").first()


def last_editions(some: Collection[int]) -> dict[int, Edition]:
    """The newest edition of each of some years, without its words: one query."""
    found = Edition.objects.filter(message_year__in=some).defer("words").order_by("number")
    return {edition.message_year: edition for edition in found}


def _cut_between_counts(themes: Sequence[tuple[str, int]]) -> Sequence[tuple[str, int]]:
    """The first ``LENGTH`` words; of those in as many statements either all or none, unless these are all there are."""
    if len(themes) <= LENGTH:
        return themes
    _, left_out = themes[LENGTH]
    return [word for word in themes[:LENGTH] if word[1] > left_out] or themes[:LENGTH]


def _ranked(
    themes: Sequence[tuple[str, int]], uses: dict[str, int], synonyms: Iterable[tuple[str, str]]
) -> list[FrozenWord]:
    """Words with their ranks: as many as are in more statements, and one."""
    counted_with: dict[str, list[str]] = defaultdict(list)
    for form, synonym in synonyms:
        counted_with[form].append(synonym)
    ranks: dict[int, int] = {}
    for place, (_, statements) in enumerate(themes, 1):
        ranks.setdefault(statements, place)
    return [FrozenWord(ranks[n], form, n, uses.get(form, 0), tuple(counted_with[form])) for form, n in themes]
