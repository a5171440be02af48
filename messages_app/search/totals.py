"""Counts that are kept, for the questions asked most: one keyword and at most one condition."""

from messages_app.models import KeywordTotal
from messages_app.search.plan import Plan

Scope = KeywordTotal.Scope
KEPT = {"house": Scope.HOUSE, "company": Scope.COMPANY, "executive": Scope.EXECUTIVE}


def quotes_column(plan: Plan) -> str:
    """The column that counts statements: with synonyms or without."""
    return "raw_quotes" if plan.raw else "quotes"


def known_total(plan: Plan) -> tuple[str, str] | None:
    """The scope and value under which the totals know a plan's number of statements, None where they do not."""
    if plan.is_plain:
        return Scope.ALL, ""
    if plan.place or plan.conditions or len(plan.speakers) + len(plan.years) + bool(plan.outlet) != 1:
        return None
    if plan.outlet:
        return (Scope.OUTLET, plan.outlet) if plan.wide else None
    if plan.years:
        first, last = plan.years[0]
        return (Scope.YEAR, str(first)) if first == last else None
    speaker = plan.speakers[0]
    if speaker.column == "executive" and not plan.wide:
        return None
    return KEPT[speaker.column], str(speaker.pk)
