"""The pages of companies and people whose names stand in what is looked for."""

from dataclasses import dataclass

from django.http import HttpRequest

from messages_app.search import Called, QuoteFilter, called_in
from messages_app.views.addresses import with_values


@dataclass(frozen=True, slots=True)
class CalledLink:
    """Somebody called by name, and the address that looks for the other words in what they said; empty without any."""

    called: Called
    rest_url: str


def called_by_name(request: HttpRequest, wanted: QuoteFilter) -> list[CalledLink]:
    """Ways to whom a query names, but for those whose statements are shown; the years and outlet chosen go along."""
    shown = {each.get_absolute_url() for each in (wanted.within, wanted.company, wanted.executive) if each}
    found = [each for each in called_in(wanted.keyword) if each.record.url not in shown]
    return [CalledLink(each, _with_rest(request, each)) for each in found]


def _with_rest(request: HttpRequest, called: Called) -> str:
    if not called.rest:
        return ""
    here = with_values(request, q=called.rest, company=None, executive=None)
    return f"{called.record.url}?{here.partition('?')[2]}"
