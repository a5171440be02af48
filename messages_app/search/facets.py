"""How many quotes each further choice would leave."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet

from messages_app.models import Company, Executive, KeywordTotal, KeywordUse
from messages_app.search.filters import QuoteFilter
from messages_app.search.plan import Plan
from messages_app.search.totals import quotes_column

FACET_LENGTH = 50
Scope = KeywordTotal.Scope


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
    outlets: list[Choice]


NO_FACETS = Facets([], [], [], [])


def facets(plan: Plan, wanted: QuoteFilter) -> Facets:
    """The choices that leave something, at most the ``FACET_LENGTH`` most frequent of each: seven queries.

    ``plan`` is that of ``wanted``: each facet leaves its own filter out of it.
    """
    if plan.driver is None:
        return NO_FACETS
    return Facets(
        years=_years(plan.without_years()),
        companies=_companies(plan.without_speaker(wanted.company), wanted.within),
        executives=_executives(plan.without_speaker(wanted.executive), wanted.within),
        outlets=_outlets(plan.without_outlet()),
    )


def _years(plan: Plan) -> list[Choice]:
    counts = _totals(plan, Scope.YEAR) if plan.is_plain else _counted(plan.rows(), "message_year")
    return [Choice(str(year), str(year), counts[year]) for year in sorted(counts, key=int, reverse=True)]


def _companies(plan: Plan, within: Company | Executive | None) -> list[Choice]:
    """Groups with their members, companies without a group, and the members of groups."""
    if plan.is_plain:
        counts = _totals(plan, Scope.HOUSE) | _totals(plan, Scope.COMPANY)
    else:
        rows = plan.rows_of_all_speakers()
        counts = _counted(rows, "house_id") | _counted(
            rows.filter(Q(house__isnull=True) | ~Q(house=F("company"))), "company_id"
        )
    if isinstance(within, Company):
        counts.pop(str(within.pk), None)
    names = Company.objects.filter(pk__in=counts).values_list("pk", "slug", "name")
    return _most(Choice(slug, name, counts[str(pk)]) for pk, slug, name in names)


def _executives(plan: Plan, within: Company | Executive | None) -> list[Choice]:
    """Everybody who speaks; on the page of a person, those who spoke together with them."""
    counts = _wide(plan, Scope.EXECUTIVE)
    if counts is None:
        counts = _counted(plan.rows_of_all_speakers(), "executive_id")
    if isinstance(within, Executive):
        counts.pop(str(within.pk), None)
    names = Executive.objects.filter(pk__in=counts).values_list("pk", "slug", "name")
    return _most(Choice(slug, name, counts[str(pk)]) for pk, slug, name in names)


def _outlets(plan: Plan) -> list[Choice]:
    counts = _wide(plan, Scope.OUTLET)
    if counts is None:
        counts = _counted(plan.rows(), "outlet")
    return _most(Choice(name, name, count) for name, count in counts.items() if name)


def _most(choices: Iterable[Choice]) -> list[Choice]:
    return sorted(choices, key=lambda choice: (-choice.count, choice.label))[:FACET_LENGTH]


def _wide(plan: Plan, scope: str) -> dict[str, int] | None:
    """Totals that only frequent words have; None where there are none."""
    return _totals(plan, scope) or None if plan.is_plain else None


def _totals(plan: Plan, scope: str) -> dict[str, int]:
    column = quotes_column(plan)
    rows = KeywordTotal.objects.filter(keyword=plan.driver, scope=scope, **{f"{column}__gt": 0})
    return dict(rows.order_by(f"-{column}").values_list("value", column)[: FACET_LENGTH * 2])


def _counted(rows: QuerySet[KeywordUse], column: str) -> dict[str, int]:
    some = rows.filter(**{f"{column}__isnull": False}).order_by().values_list(column)
    counted = some.annotate(n=Count("pk")).order_by("-n", column)
    return {str(value): n for value, n in counted[: FACET_LENGTH * 2]}
