"""Executives and what each of them said."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from messages_app.models import Executive
from messages_app.search import executives, frequent_words, marked_published
from messages_app.views.browsing import browse, moved

LIST_SIZE = 120


def executive_list(request: HttpRequest) -> HttpResponse:
    """Everybody with something published, by name."""
    page = Paginator(executives(), LIST_SIZE).get_page(request.GET.get("page"))
    return render(request, "messages_app/executives.html", {"page": page, "page_url": request.path})


def executive(request: HttpRequest, slug: str) -> HttpResponseBase:
    """What one person said, for whichever company."""
    found = marked_published(Executive.objects.prefetch_related("companies")).filter(slug=slug).first()
    if not found:
        if redirect := moved("executive", slug, request):
            return redirect
        raise Http404(_("그런 경영인이 없습니다."))
    if not found.is_published:
        raise Http404(_("공개된 발언이 없습니다."))
    words = [] if request.htmx or request.GET.get("q") else frequent_words(found)
    context = {"executive": found, "words": words}
    return browse(request, "messages_app/executive.html", context, found)
