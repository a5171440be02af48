"""The addresses of a page with other filters: every state of it can be sent to somebody."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote_plus

from django.http import HttpRequest

from messages_app.forms import KEYWORD_LENGTH, QuoteFilterForm


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force and the address without it; ``count`` is what that finds, where it was counted.

    ``is_translated`` says that the label is in the language of the page.
    """

    label: str
    url: str
    count: int | None = None
    is_translated: bool = False


def with_values(request: HttpRequest, **changes: str | None) -> str:
    """The page's address with some values changed or (None) removed; always a page, and the first."""
    query = request.GET.copy()
    dropped = {"after": None, "before": None, "format": None, "sort": query.get("sort")}
    # What is longer than any filter was refused: a hundred links of the page do not repeat it.
    refused = {name: None for name, values in query.lists() if max(map(len, values)) > KEYWORD_LENGTH}
    for name, value in (dropped | refused | changes).items():
        # The newest first is so anyway and needs no words.
        if value is None or (name, value) == ("sort", "newest"):
            query.pop(name, None)
        else:
            query[name] = value
    return f"{request.path}?{query.urlencode()}" if query else request.path


def addresses_with(request: HttpRequest, name: str) -> Callable[[str | None], str]:
    """The same for many values of one name, of which a page has a hundred: what they share is written once."""
    without = with_values(request, **{name: None})
    begin = f"{without}{'&' if '?' in without else '?'}{name}="

    def address(value: str | None) -> str:
        return without if value is None else begin + quote_plus(value)

    return address


def with_year_range(request: HttpRequest) -> str:
    """The address for two years of a form without a script: ``?from=2021&to=2024`` -> ``?year=2021..2024``."""
    first, last = (request.GET.get(name, "").strip() for name in ("from", "to"))
    year = first if first == last else f"{first}..{last}"
    return with_values(request, **{"from": None, "to": None, "year": year or None})


def chip_of(request: HttpRequest, form: QuoteFilterForm, name: str, count: int | None = None) -> Chip:
    """The chip of a filter that is in force."""
    return Chip(form.chosen_label(name), with_values(request, **{name: None}), count, is_translated=name == "kind")
