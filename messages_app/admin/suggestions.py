"""Suggestions while one types: people, companies by any spelling, titles."""

from collections.abc import Iterable

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from messages_app.models import CompanyAlias, Executive, name_key
from messages_app.parsing.lexicon import words

MOST = 12
Suggestion = tuple[str, str]


def suggest(model_admin: ModelAdmin, request: HttpRequest) -> HttpResponse:
    """Options for the field that is sent, such as ``q7-s0-name=김``: at most ``MOST``, in one or two queries."""
    if not model_admin.has_change_permission(request):
        raise PermissionDenied
    found: Iterable[Suggestion] = ()
    for name, value in request.GET.items():
        kind, typed = name.rpartition("-")[2], value.strip()[:100].replace("\x00", "")
        if typed and kind in KINDS:
            found = KINDS[kind](typed)
    return render(request, "admin/messages_app/article/_suggestions.html", {"suggestions": found})


def _people(typed: str) -> list[Suggestion]:
    named = Executive.objects.filter(Q(name__startswith=typed) | Q(companies__name__startswith=typed))
    people = named.distinct().prefetch_related("companies").order_by("name", "pk")[:MOST]
    return [(person.name, ", ".join(company.name for company in person.companies.all())) for person in people]


def _companies(typed: str) -> list[Suggestion]:
    spelled = CompanyAlias.objects.filter(key__startswith=name_key(typed) or typed).select_related("company")
    return [(alias.name, alias.company.name) for alias in spelled.order_by("key")[:MOST]]


def _titles(typed: str) -> list[Suggestion]:
    return [(title, "") for title in _all_titles() if title.startswith(typed)][:MOST]


def _all_titles() -> list[str]:
    return sorted(words("titles.txt"), key=lambda title: (len(title), title))


KINDS = {"name": _people, "organisation": _companies, "title": _titles}
