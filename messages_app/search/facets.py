"""How many quotes there are, and how many each further choice would leave."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from messages_app.models import Company, Executive
from messages_app.search.filters import HEADLINE, STATEMENT, QuoteFilter
from messages_app.search.namesakes import told_apart
from messages_app.search.plan import Plan
from messages_app.search.tally import (
    ALL,
    EXECUTIVES,
    HOUSES,
    MEMBERS,
    OUTLETS,
    WORDS,
    WORDS_AMONG,
    YEARS,
    Choice,
    tally,
)

FACET_LENGTH = 50
WORDS_OFFERED = 20
OTHER_KIND = replace(ALL, name="other")


@dataclass(frozen=True, slots=True)
class Facets:
    """The number of quotes, and the choices of each filter, every count taken under all the other filters."""

    count: int
    years: list[Choice]
    companies: list[Choice]
    executives: list[Choice]
    outlets: list[Choice]
    words: list[Choice]
    kinds: list[Choice]


NO_FACETS = Facets(0, [], [], [], [], [], [])


def facets(plan: Plan, wanted: QuoteFilter) -> Facets:
    """The choices that leave something, at most the ``FACET_LENGTH`` most frequent of each: one query, one more for namesakes.

    ``plan`` is that of ``wanted``: each facet leaves its own filter out of it. Words are offered where so few
    statements are found that all of them can be counted.
    """
    if plan.driver is None:
        return NO_FACETS
    any_company, other_kind = plan.without_speaker(wanted.company), plan.of_the_other_kind()
    found = tally(
        [
            (ALL, plan),
            # Nobody is the speaker of a headline.
            *([] if other_kind.place and other_kind.speakers else [(OTHER_KIND, other_kind)]),
            (YEARS, plan.without_years()),
            (HOUSES, any_company),
            (MEMBERS, any_company),
            (EXECUTIVES, plan.without_speaker(wanted.executive)),
            (OUTLETS, plan.without_outlet()),
            *([] if (plan.is_plain and plan.wide) or plan.at_most > WORDS_AMONG else [(WORDS, plan)]),
        ]
    )
    count, other = (sum(choice.count for choice in found.get(part.name, [])) for part in (ALL, OTHER_KIND))
    kinds = [(STATEMENT, other), (HEADLINE, count)] if plan.place else [(STATEMENT, count), (HEADLINE, other)]
    return Facets(
        count=count,
        years=sorted(found.get("year", []), key=lambda year: int(year.value), reverse=True),
        companies=_others(found.get("company", []), wanted.within if isinstance(wanted.within, Company) else None),
        executives=told_apart(
            _others(found.get("executive", []), wanted.within if isinstance(wanted.within, Executive) else None)
        ),
        outlets=_others([choice for choice in found.get("outlet", []) if choice.value], None),
        words=[choice for choice in found.get("word", []) if choice.value not in plan.forms][:WORDS_OFFERED],
        kinds=[Choice(kind, kind, n) for kind, n in kinds if n],
    )


def _others(choices: Sequence[Choice], page: Company | Executive | None) -> list[Choice]:
    """The choices but for the one whose page it is: on the page of a person, those who spoke with them."""
    return [choice for choice in choices if not page or choice.value != page.slug][:FACET_LENGTH]
