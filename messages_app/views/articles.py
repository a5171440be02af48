"""Articles: what was quoted in them, and the way to the source."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from messages_app.exports import KINDS
from messages_app.search import published_articles, statements, with_speakers
from messages_app.views.addresses import with_values
from messages_app.views.downloads import statements_as_file


@require_safe
def article(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The statements of one article and its source, never its text; or a file of the statements."""
    found = get_object_or_404(published_articles(), pk=pk)
    quotes = with_speakers(statements().filter(article=found)).order_by("place")
    kind = request.GET.get("format")
    if kind in KINDS:
        return statements_as_file(request, kind, quotes, len(quotes), found.title)
    files = {kind: with_values(request, format=kind) for kind in KINDS}
    return render(request, "messages_app/article.html", {"article": found, "quotes": quotes, "files": files})
