"""Companies and their quote pages."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from messages_app.search import SORTS, companies, company_of
from messages_app.views.browsing import WITHIN_COMPANY, browse, moved, words_said_often

# More companies than a screen or two hold have an index of their industries.
MANY = 60


@require_safe
def company_list(request: HttpRequest) -> HttpResponse:
    """Every company with something published, by industry."""
    found = companies()
    return render(request, "messages_app/companies.html", {"companies": found, "has_index": len(found) > MANY})


@require_safe
def company(request: HttpRequest, slug: str) -> HttpResponseBase:
    """What a company's executives said; for a group, its members' too."""
    found, members = company_of(slug)
    if not found and (redirect := moved("company", slug, request)):
        return redirect
    if not found or not found.is_published:
        raise Http404
    # Words to begin with: not where one was typed.
    words = [] if request.htmx or request.GET.get("q") else words_said_often(found)
    context = {"company": found, "members": members, "words": words}
    return browse(request, "messages_app/company.html", context, found, SORTS if members else WITHIN_COMPANY, members)
