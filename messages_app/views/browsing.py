"""A list of quotes with its filters: the part that company, executive and search pages share."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from messages_app.forms import QuoteFilterForm
from messages_app.models import FormerSlug
from messages_app.search import Choice, QuoteFilter, facets, find_quotes, with_speakers

PAGE_SIZE = 20


@dataclass(frozen=True, slots=True)
class FacetLink:
    """One choice of a facet: the address that chooses it, or takes it back where it is chosen."""

    label: str
    count: int
    url: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force and the address without it."""

    label: str
    url: str


def browse(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    narrow: Callable[[QuoteFilter], QuoteFilter] | None = None,
) -> HttpResponse:
    """Render ``template`` with the quotes asked for, or just its results where htmx asks.

    ``narrow`` ties the filter to the page (its company, its executive). Values that cannot be
    understood are named on the page, which then has status 400.
    """
    form = QuoteFilterForm(request.GET)
    valid = form.is_valid()
    wanted = narrow(form.wanted) if narrow else form.wanted
    page = Paginator(with_speakers(find_quotes(wanted)), PAGE_SIZE).get_page(request.GET.get("page"))
    context |= {"filter_form": form, "wanted": wanted, "page": page, "page_url": _with(request)}
    context |= {"facets": _facet_links(request, wanted), "chips": _chips(request, form)}
    fragment = request.htmx and not request.htmx.history_restore_request
    response = render(request, f"{template}#results" if fragment else template, context, status=200 if valid else 400)
    patch_vary_headers(response, ["HX-Request"])
    return response


def moved(model_field: str, slug: str, request: HttpRequest) -> HttpResponse | None:
    """A permanent redirect from a slug that a record once had, or None."""
    former = (
        FormerSlug.objects.filter(slug=slug, **{f"{model_field}__isnull": False}).select_related(model_field).first()
    )
    if not former:
        return None
    target = getattr(former, model_field).get_absolute_url()
    query = request.GET.urlencode()
    return HttpResponsePermanentRedirect(f"{target}?{query}" if query else target)


def _with(request: HttpRequest, **changes: str | None) -> str:
    """The page's address with some values changed or (None) removed; always back on page one."""
    query = request.GET.copy()
    for name, value in {"page": None, **changes}.items():
        if value is None:
            query.pop(name, None)
        else:
            query[name] = value
    return f"{request.path}?{query.urlencode()}" if query else request.path


def _facet_links(request: HttpRequest, wanted: QuoteFilter) -> dict[str, list[FacetLink]]:
    found = facets(wanted)
    chosen = {
        "year": str(wanted.year or ""),
        "company": wanted.company.slug if wanted.company else "",
        "executive": wanted.executive.slug if wanted.executive else "",
    }
    choices: dict[str, list[Choice]] = {
        "year": found.years,
        "company": found.companies,
        "executive": found.executives,
    }
    return {
        name: [
            FacetLink(
                choice.label,
                choice.count,
                _with(request, **{name: None if choice.value == chosen[name] else choice.value}),
                choice.value == chosen[name],
            )
            for choice in found_choices
        ]
        for name, found_choices in choices.items()
    }


def _chips(request: HttpRequest, form: QuoteFilterForm) -> list[Chip]:
    return [
        Chip(str(value), _with(request, **{name: None}))
        for name in ("q", "company", "executive", "year")
        if (value := form.cleaned_data.get(name))
    ]
