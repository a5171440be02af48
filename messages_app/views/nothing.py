"""The way on where nothing is found."""

from dataclasses import dataclass

from django.http import HttpRequest

from messages_app.forms import QuoteFilterForm
from messages_app.search import Plan, QuoteFilter, Suggestion, relaxed, suggestions
from messages_app.views.addresses import Chip, chip_of


@dataclass(frozen=True, slots=True)
class Nothing:
    """Filters to drop, each with what is found then; words of the query by themselves, with the statements they
    are in; and what was perhaps meant by words never said."""

    chips: list[Chip]
    words: list[tuple[str, int]]
    meant: list[Suggestion]


def nothing_found(
    request: HttpRequest, form: QuoteFilterForm, plan: Plan, wanted: QuoteFilter, *, is_named: bool
) -> Nothing:
    """Why nothing is found, and what to do: at most six queries; one where the page knows whom the query names."""
    chips = [chip_of(request, form, each.name, each.count) for each in relaxed(plan, wanted)]
    words = [(word, count) for word, count in plan.counts if count] if len(plan.counts) > 1 else []
    # Nothing begins like a phrase or a condition.
    unknown = wanted.keyword and not set('":') & set(wanted.keyword) and not any(count for _, count in plan.counts)
    return Nothing(chips, words, suggestions(wanted.keyword) if unknown and not is_named else [])
