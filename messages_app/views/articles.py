"""Articles: what was quoted in them, and the way to the source."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from messages_app.search import published_articles, statements, with_speakers


@require_safe
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """The statements of one article and its source; never its text."""
    found = get_object_or_404(published_articles(), pk=pk)
    quotes = with_speakers(statements().filter(article=found)).order_by("place")
    return render(request, "messages_app/article.html", {"article": found, "quotes": quotes})
