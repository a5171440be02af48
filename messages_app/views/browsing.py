"""A list of quotes with its filters: the part that company, executive and search pages share."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext

from messages_app.forms import QuoteFilterForm
from messages_app.models import Company, Executive, FormerSlug
from messages_app.search import (
    FACET_LENGTH,
    HEADLINE,
    OPEN_ENDED,
    SORTS,
    STATEMENT,
    Choice,
    Facets,
    Highlighter,
    Plan,
    QuoteFilter,
    Results,
    facets,
    frequent_words,
    make_plan,
    page_of,
    query_for,
    word_asked,
)
from messages_app.views.addresses import Chip, addresses_with, chip_of, with_values, with_year_range
from messages_app.views.called import called_by_name
from messages_app.views.downloads import download
from messages_app.views.feeds import statements_as_feed
from messages_app.views.nothing import nothing_found

# One company needs no order by company.
WITHIN_COMPANY = tuple(sort for sort in SORTS if sort != "company")
FILTERS = ("q", "company", "executive", "year", "outlet", "kind")


@dataclass(frozen=True, slots=True)
class FacetLink:
    """One choice of a facet: the address that chooses it, or takes it back where it is chosen."""

    value: str
    label: str
    count: int
    url: str
    chosen: bool

    @property
    def anchor(self) -> str:
        """The value as part of an id, so that the choice is found again on the page that comes. Two people share a name."""
        return "-".join(self.value.split())


def browse(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    within: Company | Executive | None = None,
    sorts: Sequence[str] = SORTS,
    beside: Iterable[Company | Executive] = (),
) -> HttpResponseBase:
    """Render ``template`` with the quotes asked for, just its results where htmx asks, or a file of all of them.

    ``within`` is the company or executive whose page it is. Values that cannot be understood are named on the
    page, which then has status 400. ``sorts`` are the orders offered, ``beside`` others that the page has read, who may be
    chosen.
    """
    if "from" in request.GET or "to" in request.GET:
        return redirect(with_year_range(request))
    form = QuoteFilterForm(request.GET, [within, *beside] if within else beside)
    form.is_valid()
    wanted = form.wanted.without(within=within)
    plan = make_plan(wanted)
    kind = form.cleaned_data.get("format")
    if kind == "atom" and not form.errors:
        return statements_as_feed(request, plan, wanted, _title(within, form))
    if kind and not form.errors:
        return download(request, kind, plan, wanted, *_about(within, form))
    fragment = request.htmx and not request.htmx.history_restore_request
    context |= _found(request, form, plan, wanted)
    context |= {
        "sorts": _sorts(request, form, sorts, plan),
        "page_title": _title(within, form),
        "is_fragment": fragment,
    }
    name = f"{template}#results" if fragment else template
    response = render(request, name, context, status=400 if form.errors else 200)
    patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
    return response


def _found(request: HttpRequest, form: QuoteFilterForm, plan: Plan, wanted: QuoteFilter) -> dict[str, Any]:
    """A page of statements, and the ways to others."""
    counts = facets(plan, wanted)
    cursors = {"after": request.GET.get("after", ""), "before": request.GET.get("before", "")}
    results = page_of(plan, wanted, counts.count, **cursors)
    first, last = wanted.years or (0, OPEN_ENDED)
    called = called_by_name(request, wanted)
    return {
        "filter_form": form,
        "wanted": wanted,
        "results": results,
        "pages": _pages(request, results),
        "facets": _facet_links(request, counts, form),
        "most_choices": FACET_LENGTH,
        "year_from": first or "",
        "year_to": last if last < OPEN_ENDED else "",
        "called": called,
        "word": None if wanted.within else word_asked(plan),
        "nothing": None if counts.count else nothing_found(request, form, plan, wanted, is_named=bool(called)),
        "chips": _chips(request, form),
        "highlighter": Highlighter.of(results),
        "files": {kind: with_values(request, format=kind) for kind in ("csv", "json")},
        "feed": "" if wanted.kind == HEADLINE else with_values(request, format="atom", sort=None),
        "exact_url": with_values(request, raw="1"),
        "merged_url": with_values(request, raw=None),
    }


def words_said_often(speaker: Company | Executive) -> list[tuple[str, int]]:
    """(word, statements with it) of a company or a person; a word said once is not said often."""
    return [(word, statements) for word, statements in frequent_words(speaker) if statements > 1]


def moved(model_field: str, slug: str, request: HttpRequest) -> HttpResponse | None:
    """A permanent redirect from a slug that a record once had, or None.

    Browsers ask again after an hour, as a record may take a slug back.
    """
    former = (
        FormerSlug.objects.filter(slug=slug, **{f"{model_field}__isnull": False}).select_related(model_field).first()
    )
    if not former:
        return None
    target = getattr(former, model_field).get_absolute_url()
    query = request.GET.urlencode()
    return HttpResponsePermanentRedirect(
        f"{target}?{query}" if query else target, headers={"Cache-Control": "max-age=3600"}
    )


def _pages(request: HttpRequest, results: Results) -> dict[str, str]:
    """The addresses of the first, previous and next page, where there are such."""
    pages = {}
    if results.previous:
        pages = {"first": with_values(request), "previous": with_values(request, before=results.previous)}
    if results.next:
        pages["next"] = with_values(request, after=results.next)
    return pages


def _facet_links(request: HttpRequest, found: Facets, form: QuoteFilterForm) -> dict[str, list[FacetLink]]:
    choices = {
        "year": found.years,
        "company": found.companies,
        "executive": found.executives,
        "outlet": found.outlets,
    }
    links = {
        name: _links(addresses_with(request, name), some, form.chosen(name))
        for name, some in choices.items()
        # Choices that leave everything are none.
        if form.chosen(name) or any(choice.count < found.count for choice in some)
    }
    typed, address = form.cleaned_data.get("q") or "", addresses_with(request, "q")
    links["word"] = [
        FacetLink(word.value, word.label, word.count, address(f"{typed} {query_for(word.value)}".strip()), False)
        for word in found.words
    ]
    return links | {"kind": _kind_links(request, found, form)}


def _kind_links(request: HttpRequest, found: Facets, form: QuoteFilterForm) -> list[FacetLink]:
    """Statements or quotations in headlines; no choice where there are none of these. Statements need not be chosen."""
    chosen, labels = form.chosen("kind"), dict(form.KIND_LABELS)
    if not chosen and len(found.kinds) < 2:
        return []
    values = {kind.value: None if kind.value in (STATEMENT, chosen) else kind.value for kind in found.kinds}
    return [
        FacetLink(
            kind.value,
            str(labels[kind.value]),
            kind.count,
            with_values(request, kind=values[kind.value]),
            kind.value == (chosen or STATEMENT),
        )
        for kind in found.kinds
    ]


def _links(address: Callable[[str | None], str], choices: Sequence[Choice], chosen: str) -> list[FacetLink]:
    return [
        FacetLink(
            choice.value,
            choice.label,
            choice.count,
            address(None if choice.value == chosen else choice.value),
            choice.value == chosen,
        )
        for choice in choices
    ]


def _chips(request: HttpRequest, form: QuoteFilterForm) -> list[Chip]:
    return [chip_of(request, form, name) for name in FILTERS if form.cleaned_data.get(name)]


def _sorts(request: HttpRequest, form: QuoteFilterForm, sorts: Sequence[str], plan: Plan) -> list[FacetLink]:
    chosen = form.cleaned_data.get("sort") or "newest"
    # How often a word is said orders nothing where none is asked for.
    offered = [sort for sort in sorts if sort == chosen or sort != "relevant" or plan.forms or plan.runs]
    return [
        FacetLink(value, str(label), 0, with_values(request, sort=value), value == chosen)
        for value, label in form.SORT_LABELS
        if value in offered
    ]


def _about(within: Company | Executive | None, form: QuoteFilterForm) -> list[str]:
    """Whose statements and under which filters, for the name of a file."""
    chosen = [form.chosen_label(name) for name in FILTERS if form.cleaned_data.get(name)]
    return [_whose(within), *chosen] if within else chosen


def _whose(page: Company | Executive) -> str:
    """A company, or a person with what tells them from another one of that name: ``김가온 (가람텔레콤)``."""
    if isinstance(page, Company):
        return page.name
    known = page.note or ", ".join(company.name for company in page.companies.all())
    return f"{page.name} ({known})" if known else page.name


def _title(within: Company | Executive | None, form: QuoteFilterForm) -> str:
    """What tells this page from the others in a list of tabs: ``고객, 2026 · 가람텔레콤``."""
    filters = ", ".join(_about(None, form))
    title = " · ".join(filter(None, [filters, _whose(within) if within else gettext("모든 발언")]))
    return f"{gettext('오류')}: {title}" if form.errors else title
