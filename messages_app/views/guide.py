"""Pages about the site itself."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from messages_app.search import latest_messages, risen_words, totals, years

SWATCHES = ("paper", "raised", "ink", "soft", "rule", "accent", "accent-soft", "mark", "notice-ink")


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """How to search: the query language by example."""
    return render(request, "messages_app/help.html")


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Method, limits, and how to report an error."""
    return render(request, "messages_app/about.html", {"totals": totals()})


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """Every component in every state, for those who work on the site: only with DEBUG."""
    if not settings.DEBUG:
        raise Http404
    said = dict(years())
    year = max(said, default=0)
    context = {"swatches": SWATCHES, "quotes": latest_messages(year), "risen": risen_words(said, year, 3), "year": year}
    return render(request, "messages_app/styleguide.html", context)
