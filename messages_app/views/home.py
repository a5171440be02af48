"""The first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from messages_app.search import companies, latest_messages, risen_words, totals, years

HOME_COMPANIES = 36


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What this is, what was said in the newest year, which words rose in it, and the ways in."""
    said = years()
    year = said[0][0] if said else 0
    risen = risen_words(dict(said), year)
    context = {
        "year": year,
        "year_statements": said[0][1] if said else 0,
        "latest": latest_messages(year),
        "risen": risen,
        "risen_top": max((word.share for word in risen), default=1),
        "companies": companies(HOME_COMPANIES),
        "years": said,
        "totals": totals(),
    }
    return render(request, "messages_app/home.html", context)
