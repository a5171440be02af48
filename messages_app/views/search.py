"""Search over everything published."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from messages_app.views.browsing import browse


@require_safe
def search(request: HttpRequest) -> HttpResponseBase:
    """All statements, by keyword, company, executive and year."""
    return browse(request, "messages_app/search.html", {})
