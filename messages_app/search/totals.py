"""Counts that are kept, for the questions asked most: one keyword and at most one condition."""

from messages_app.models import KeywordTotal, in_year
from messages_app.search.plan import Plan

Scope = KeywordTotal.Scope
KEPT = {"house": Scope.HOUSE, "company": Scope.COMPANY, "executive": Scope.EXECUTIVE}


def quotes_column(plan: Plan) -> str:
    """The column that counts statements: with synonyms or without."""
    return "raw_quotes" if plan.raw else "quotes"


def known_scopes(plan: Plan, scope: str) -> list[str]:
    """The scopes whose totals add up to a plan's statements by speaker or outlet; none where nothing is known of them.

    Of one keyword it is one scope, of all statements in some years one for each year.
    """
    if plan.is_plain:
        return [scope]
    all_of_years = plan.driver == plan.everything and plan.years_alone
    return [in_year(scope, year) for year in plan.chosen_years] if all_of_years else []


def known_total(plan: Plan) -> tuple[str, list[str]] | None:
    """The scope and values whose totals add up to a plan's number of statements, None where they are not known."""
    if plan.is_plain:
        return Scope.ALL, [""]
    if plan.place or plan.conditions or len(plan.speakers) + len(plan.years) + bool(plan.outlet) != 1:
        return None
    if plan.outlet:
        return (Scope.OUTLET, [plan.outlet]) if plan.wide else None
    if plan.years:
        return Scope.YEAR, list(map(str, plan.chosen_years))
    speaker = plan.speakers[0]
    if speaker.column == "executive" and not plan.wide:
        return None
    return KEPT[speaker.column], [str(speaker.pk)]
