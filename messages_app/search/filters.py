"""Which quotes somebody wants to see."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Self

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, prefetch_related_objects

from messages_app.models import Attribution, Company, Executive, Quote
from messages_app.search.conditions import Named
from messages_app.search.published import statements

STATEMENT, HEADLINE = Quote.Kind.STATEMENT.value, Quote.Kind.HEADLINE.value
SORTS = ("newest", "relevant", "company")


@dataclass(frozen=True, slots=True)
class QuoteFilter:
    """Conditions that all must hold; an empty one is no condition.

    ``keyword`` is in the query language. A company that is a group stands for its members too; ``within`` is
    the company or executive whose page it is, ``company`` and ``executive`` are choices on it. ``years`` are first and last. With ``raw``,
    synonyms are not counted together. ``kind`` is ``STATEMENT`` or ``HEADLINE``: what stands between quotation marks in
    a headline has no speaker and is not counted among the statements. ``named`` is what the keyword names, where that has
    been looked up.
    """

    keyword: str = ""
    company: Company | None = None
    executive: Executive | None = None
    years: tuple[int, int] | None = None
    outlet: str = ""
    within: Company | Executive | None = None
    raw: bool = False
    kind: str = STATEMENT
    sort: str = "newest"
    named: Named | None = field(default=None, compare=False)

    def without(self, **fields: Any) -> Self:
        """The same filter but for the fields given, such as ``without(years=None)``."""
        return replace(self, **fields)


def with_speakers(quotes: QuerySet[Quote]) -> QuerySet[Quote]:
    """The quotes with all a quote card shows: three queries, however many there are.

    ``reports`` of each are the published reprints of it, with their articles.
    """
    return without_reports(quotes).prefetch_related(_reports())


def without_reports(quotes: QuerySet[Quote]) -> QuerySet[Quote]:
    """The same before ``add_reports``, which wants to know of each whether it ``is_reprinted``: two queries."""
    speakers = Attribution.objects.select_related("executive", "company").order_by("place")
    return _with_article(quotes).prefetch_related(Prefetch("attributions", queryset=speakers))


def is_reprinted() -> Exists:
    """Of a quote, whether it has reprints, published or not."""
    return Exists(Quote.objects.filter(original=OuterRef("pk")))


def add_reports(quotes: Iterable[Quote]) -> None:
    """Give quotes their ``reports``: one query, none where nothing is reprinted, as on most pages."""
    reprinted = []
    for quote in quotes:
        if quote.is_reprinted:  # type: ignore[attr-defined]
            reprinted.append(quote)
        else:
            quote.reports = []  # type: ignore[attr-defined]
    prefetch_related_objects(reprinted, _reports())


def _reports() -> Prefetch[str, QuerySet[Quote], str]:
    reports = _with_article(statements()).order_by("article__published_date", "pk")
    return Prefetch("reprints", queryset=reports, to_attr="reports")


def articles_reporting(quote: Quote) -> int:
    """In how many articles a statement read ``with_speakers`` stands, its own included."""
    return len({quote.article_id, *(report.article_id for report in quote.reports)})  # type: ignore[attr-defined]


def _with_article(quotes: QuerySet[Quote]) -> QuerySet[Quote]:
    return quotes.select_related("article").defer("article__body", "evidence")
