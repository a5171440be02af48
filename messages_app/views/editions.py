"""Frozen editions of the yearly ranking of words, each at an address for good."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from messages_app.exports import KINDS, edition_as_csv, edition_as_json
from messages_app.forms import FileForm
from messages_app.models import Edition
from messages_app.reports import report_edition
from messages_app.views.addresses import with_values
from messages_app.views.downloads import as_file
from messages_app.views.quotes import written

WRITE = {"csv": edition_as_csv, "json": edition_as_json}


@require_safe
def edition_list(request: HttpRequest) -> HttpResponse:
    """All editions by year, newest first."""
    return render(request, "messages_app/editions.html", {"editions": Edition.objects.defer("words")})


@require_safe
def edition(request: HttpRequest, year: int, number: int) -> HttpResponseBase:
    """One edition beside today's figures and the year before; or a file of it alone."""
    found = get_object_or_404(Edition, message_year=year, number=number)
    permalink = request.build_absolute_uri(found.get_absolute_url())
    form = FileForm(request.GET)
    if form.is_valid() and (kind := form.cleaned_data["format"]):
        return as_file(WRITE[kind](found, permalink), kind, str(found))
    context = {
        "report": report_edition(found),
        "form": form,
        "permalink": permalink,
        "citation": citation(found, permalink),
        "files": {kind: with_values(request, format=kind) for kind in KINDS},
    }
    return render(request, "messages_app/edition.html", context, status=400 if form.errors else 200)


def citation(found: Edition, permalink: str) -> str:
    """How to cite an edition in Korean writing: ``「2026년 신년사 낱말 순위 제1판」, 『신년사』, 2026. 1. 9., http://…``."""
    with translation.override("ko"):
        parts = [f"「{found}」", f"『{settings.SITE_NAME}』", written(timezone.localdate(found.frozen_at)), permalink]
    return ", ".join(parts)
