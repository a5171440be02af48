"""Search over everything published."""

from django.http import HttpRequest, HttpResponse

from messages_app.views.browsing import browse


def search(request: HttpRequest) -> HttpResponse:
    """All statements, by keyword, company, executive and year."""
    return browse(request, "messages_app/search.html", {})
