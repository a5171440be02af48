"""How many quotes each further choice would leave."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from messages_app.models import Attribution, Company
from messages_app.search.filters import QuoteFilter, find_quotes
from messages_app.search.overview import statements_by_company

FACET_LENGTH = 50


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter: what stands in the address, what is shown, and the quotes it leaves."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """The choices of each filter, every count taken under all the other filters."""

    years: list[Choice]
    companies: list[Choice]
    executives: list[Choice]


def facets(wanted: QuoteFilter) -> Facets:
    """The choices that leave something: five queries. At most the ``FACET_LENGTH`` most frequent of each."""
    return Facets(
        years=_years(wanted.without(year=None)),
        companies=_companies(wanted.without(company=None)),
        executives=_executives(wanted.without(executive=None)),
    )


def _years(wanted: QuoteFilter) -> list[Choice]:
    rows = find_quotes(wanted).order_by().values_list("message_year").annotate(n=Count("pk")).order_by("-message_year")
    return [Choice(str(year), str(year), count) for year, count in rows]


def _companies(wanted: QuoteFilter) -> list[Choice]:
    counts = statements_by_company(_attributions(wanted))
    if wanted.within:
        counts.pop(wanted.within.pk, None)
    names = Company.objects.filter(pk__in=counts).values_list("pk", "slug", "name")
    choices = [Choice(slug, name, counts[pk]) for pk, slug, name in names]
    return sorted(choices, key=lambda choice: (-choice.count, choice.label))[:FACET_LENGTH]


def _executives(wanted: QuoteFilter) -> list[Choice]:
    rows = (
        _attributions(wanted)
        .filter(executive__isnull=False)
        .values_list("executive__slug", "executive__name")
        .annotate(n=Count("quote", distinct=True))
        .order_by("-n", "executive__name")
    )
    return [Choice(slug, name, count) for slug, name, count in rows[:FACET_LENGTH]]


def _attributions(wanted: QuoteFilter) -> QuerySet[Attribution]:
    return Attribution.objects.filter(quote__in=find_quotes(wanted).order_by().values("pk"))
