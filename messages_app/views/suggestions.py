"""What one may be about to type, as a list to choose from."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from messages_app.search import suggestions

LONGEST = 60


@require_safe
@cache_control(private=True, max_age=60)
def suggest(request: HttpRequest) -> HttpResponse:
    """The options for ``?q=``, a fragment; empty where nothing begins so."""
    typed = request.GET.get("q", "")[:LONGEST].replace("\x00", "")
    return render(request, "messages_app/_suggestions.html", {"suggestions": suggestions(typed)})
