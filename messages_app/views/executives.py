"""Executives and what each of them said."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from messages_app.models import Company, Executive
from messages_app.search import INITIALS, SORTS, executives, marked_published
from messages_app.views.browsing import WITHIN_COMPANY, browse, moved, words_said_often

LIST_SIZE = 120


@require_safe
def executive_list(request: HttpRequest) -> HttpResponse:
    """Everybody with something published, by name; ``?initial=ㄱ`` those whose names begin so."""
    initial = request.GET.get("initial", "")
    initial = initial if len(initial) == 1 and initial in INITIALS else ""
    page = Paginator(executives(initial), LIST_SIZE).get_page(request.GET.get("page"))
    page_url = f"{request.path}?{urlencode({'initial': initial})}" if initial else request.path
    index = INITIALS if initial or page.has_other_pages() else ""
    context = {"page": page, "page_url": page_url, "initial": initial, "index": index}
    return render(request, "messages_app/executives.html", context)


@require_safe
def executive(request: HttpRequest, slug: str) -> HttpResponseBase:
    """What one person said, for whichever company."""
    # Another one may be known to the editors alone.
    houses = Prefetch("companies", marked_published(Company.objects.all()).filter(is_published=True))
    found = marked_published(Executive.objects.prefetch_related(houses)).filter(slug=slug).first()
    if not found and (redirect := moved("executive", slug, request)):
        return redirect
    if not found or not found.is_published:
        raise Http404
    words = [] if request.htmx or request.GET.get("q") else words_said_often(found)
    context = {"executive": found, "words": words}
    employers = found.companies.all()
    sorts = SORTS if len(employers) > 1 else WITHIN_COMPANY
    return browse(request, "messages_app/executive.html", context, found, sorts, employers)
