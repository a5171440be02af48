"""Counts that are kept, for the questions asked most: one keyword and at most one condition."""

from messages_app.models import KeywordTotal
from messages_app.search.plan import Plan

Scope = KeywordTotal.Scope
KEPT = {"house": Scope.HOUSE, "company": Scope.COMPANY}


def total_of(plan: Plan, scope: str, value: str = "") -> int:
    """The statements of a plain plan's keyword under one condition."""
    rows = KeywordTotal.objects.filter(keyword=plan.driver, scope=scope, value=value)
    return rows.values_list(quotes_column(plan), flat=True).first() or 0


def quotes_column(plan: Plan) -> str:
    """The column that counts statements: with synonyms or without."""
    return "raw_quotes" if plan.raw else "quotes"


def plain_count(plan: Plan) -> int | None:
    """The number of statements where the totals know it, else None."""
    if plan.is_plain:
        return total_of(plan, Scope.ALL)
    if plan.conditions or plan.outlet or len(plan.speakers) + len(plan.years) != 1:
        return None
    if plan.years:
        first, last = plan.years[0]
        return total_of(plan, Scope.YEAR, str(first)) if first == last else None
    kept = KEPT.get(plan.speakers[0].column)
    return total_of(plan, kept, str(plan.speakers[0].pk)) if kept else None
