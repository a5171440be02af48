"""The first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from messages_app.forms import QuoteFilterForm
from messages_app.search import companies, latest_messages, totals, years

HOME_COMPANIES = 36


def home(request: HttpRequest) -> HttpResponse:
    """What this is, what was said last, and the ways in."""
    context = {
        "filter_form": QuoteFilterForm(),
        "latest": latest_messages(),
        "companies": companies(HOME_COMPANIES),
        "years": years(),
        "totals": totals(),
    }
    return render(request, "messages_app/home.html", context)
