"""Themes over the years, one company beside another."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from messages_app.exports import comparison_as_csv
from messages_app.forms import MOST_COMPARED, ComparisonForm
from messages_app.models import Company, Keyword
from messages_app.reports import compare, resolve_words, words_of_companies, words_of_years
from messages_app.search import OPEN_ENDED, suggestions, themes_of_year, years
from messages_app.views.addresses import Chip, with_values
from messages_app.views.downloads import as_file

YEARS_SHOWN = 10
YEARS_RANKED = 4
WORDS_OFFERED = 12


@require_safe
def comparison(request: HttpRequest) -> HttpResponseBase:
    """Words by year and company where some are named; else the words that years or companies say most."""
    form = ComparisonForm(request.GET)
    form.is_valid()
    words, unknown = resolve_words(form.given("words"))
    companies = form.given("companies")
    said = [year for year, _ in years()]
    context: dict[str, Any] = {"form": form, "unknown": unknown, "words": words, "companies": companies}
    years_asked = form.cleaned_data.get("year")
    if words:
        among = years_asked or (max(said, default=0) - YEARS_SHOWN + 1, OPEN_ENDED)
        context["comparison"] = found = compare(words, companies, among)
        if request.GET.get("format") == "csv" and not form.errors:
            return as_file(comparison_as_csv(found), "csv", *(word.form for word in words), *map(str, companies))
    else:
        context |= _rankings(companies, said, years_asked)
    context |= _ways_on(request, form, words, said)
    return render(request, "messages_app/compare.html", context, status=400 if form.errors else 200)


def _rankings(companies: Sequence[Company], said: Sequence[int], years_asked: tuple[int, int] | None) -> dict[str, Any]:
    """The words said most: by some companies, or in the newest years among those asked for."""
    if companies:
        return {"rankings": words_of_companies(companies, years_asked)}
    first, last = years_asked or (0, OPEN_ENDED)
    among = [year for year in said if first <= year <= last]
    left_out = bool(years_asked) and len(among) > YEARS_RANKED
    return {"rankings": words_of_years(among[:YEARS_RANKED]), "years_shown": YEARS_RANKED if left_out else 0}


def _ways_on(
    request: HttpRequest, form: ComparisonForm, words: Sequence[Keyword], said: Sequence[int]
) -> dict[str, Any]:
    """What is compared, each with the address without it, and words to add."""
    forms = [word.form for word in words]
    names = [company.name for company in form.given("companies")]
    years_asked = list(filter(None, [form.years("–")]))
    chosen = [
        *(Chip(word, _with_list(request, "words", [each for each in forms if each != word])) for word in forms),
        *(Chip(name, _with_list(request, "companies", [each for each in names if each != name])) for name in names),
        *(Chip(years, with_values(request, year=None)) for years in years_asked),
    ]
    themes = themes_of_year(said[0], WORDS_OFFERED + len(forms)) if said and len(forms) < MOST_COMPARED else []
    offered = [
        Chip(word, _with_list(request, "words", [*forms, word]), count) for word, count in themes if word not in forms
    ]
    return {
        "meant": _meant(request, form),
        "compared": [*forms, *names, *years_asked],
        "years_asked": form.years(".."),
        "chosen": chosen,
        "offered": offered[:WORDS_OFFERED],
        "year": said[0] if said else None,
        "files": {"csv": with_values(request, format="csv")},
    }


def _meant(request: HttpRequest, form: ComparisonForm) -> list[Chip]:
    """Companies whose names begin like the one that none is called, each with the address that compares it instead."""
    typed = form.unknown_company
    found = [each.label for each in suggestions(typed) if each.kind == "company"] if typed else []
    return [
        Chip(name, _with_list(request, "companies", [name if each == typed else each for each in form.names]))
        for name in found
    ]


def _with_list(request: HttpRequest, name: str, values: Sequence[str]) -> str:
    return with_values(request, **{name: ", ".join(values) or None})
