"""What to drop where nothing is found."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from messages_app.search.filters import HEADLINE, QuoteFilter
from messages_app.search.plan import Plan
from messages_app.search.tally import ALL, tally


@dataclass(frozen=True, slots=True)
class Relaxed:
    """A filter in force, by its name in the address, and the statements there are without it."""

    name: str
    count: int


def relaxed(plan: Plan, wanted: QuoteFilter) -> list[Relaxed]:
    """The filters that leave something when they alone are dropped, most first: one query."""
    if plan.driver is None:
        return []
    found = tally((replace(ALL, name=name), without) for name, without in _without_one(plan, wanted))
    counts = [Relaxed(name, sum(choice.count for choice in choices)) for name, choices in found.items()]
    return sorted((each for each in counts if each.count), key=lambda each: (-each.count, each.name))


def _without_one(plan: Plan, wanted: QuoteFilter) -> Iterator[tuple[str, Plan]]:
    if wanted.keyword:
        yield "q", plan.without_words()
    if wanted.company:
        yield "company", plan.without_speaker(wanted.company)
    if wanted.executive:
        yield "executive", plan.without_speaker(wanted.executive)
    if wanted.years:
        yield "year", plan.without_years()
    if wanted.outlet:
        yield "outlet", plan.without_outlet()
    if wanted.kind == HEADLINE:
        yield "kind", plan.of_the_other_kind()
