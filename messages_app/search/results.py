"""The statements a plan finds, counted and cut into pages that neither skip nor repeat."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from messages_app.models import IN_HEADLINE, KeywordUse, Quote
from messages_app.search.filters import QuoteFilter, add_reports, is_reprinted, without_reports
from messages_app.search.plan import Plan
from messages_app.search.planning import make_plan
from messages_app.search.tally import ALL, tally

PAGE_SIZE = 20
CHUNK = 500
MAX_COMPANY_NAME = 100
DIGITS = len(str(2**63 - 1))
# What each order sorts by, the last two making it total; a minus descends.
ORDERS: dict[str, tuple[str, ...]] = {
    "newest": ("-sort_key", "-quote_id"),
    "relevant": ("-count", "-sort_key", "-quote_id"),
    "company": ("company_name", "-sort_key", "-quote_id"),
}


@dataclass(frozen=True, slots=True)
class Results:
    """One page of what was found, how much was found in all, and the cursors of the pages beside it.

    ``spots`` says where the words searched for stand in each quote, by its number and their form.
    """

    quotes: list[Quote]
    count: int
    plan: Plan
    next: str | None
    previous: str | None
    spots: dict[int, dict[str, int]] = field(default_factory=dict)


def find(wanted: QuoteFilter, *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> Results:
    """The page after or before a cursor, or the first. A cursor that cannot be read is the first page.

    Raises QueryError. As many queries however much is found: at most five beside those of the plan, and up to two more where
    frequent words meet.
    """
    plan = make_plan(wanted)
    return page_of(plan, wanted, count(plan), after=after, before=before, size=size)


def page_of(
    plan: Plan, wanted: QuoteFilter, found_in_all: int, *, after: str = "", before: str = "", size: int = PAGE_SIZE
) -> Results:
    """The same for a plan made of ``wanted`` and counted already."""
    if not found_in_all:
        return Results([], 0, plan, None, None)
    order = ORDERS.get(wanted.sort, ORDERS["newest"])
    rows = _ordered(plan, plan.rows_in_order(found_in_all), order, reverse=bool(before))
    if order is ORDERS["newest"]:
        rows = rows.filter(plan.not_beyond_years())
    place = _read_cursor(before or after, order)
    if place:
        rows = rows.filter(_beyond(place, order, reverse=bool(before)))
    forms = sorted(plan.forms)
    found = list(_quotes(rows.values("quote_id")[: size + 1], plan, order, forms, reverse=bool(before)))
    more, quotes = len(found) > size, found[:size]
    add_reports(quotes)
    if before:
        quotes.reverse()
    return Results(
        quotes=quotes,
        spots={quote.pk: _spots(quote, forms) for quote in quotes} if forms else {},
        count=found_in_all,
        plan=plan,
        next=_cursor(quotes[-1], order) if quotes and (more or before) else None,
        previous=_cursor(quotes[0], order) if quotes and (more if before else place) else None,
    )


def every(plan: Plan, wanted: QuoteFilter) -> Iterator[Quote]:
    """All statements asked for, one after the other: five queries for each ``CHUNK`` of them, one more for reports."""
    found_in_all = count(plan)
    after = ""
    while True:
        page = page_of(plan, wanted, found_in_all, after=after, size=CHUNK)
        yield from page.quotes
        if not page.next:
            return
        after = page.next


def count(plan: Plan) -> int:
    """How many statements there are, from the totals where one condition is all there is: one query."""
    if plan.driver is None:
        return 0
    return sum(choice.count for choice in tally([(ALL, plan)]).get("all", []))


def _ordered(plan: Plan, rows: QuerySet[KeywordUse], order: tuple[str, ...], *, reverse: bool) -> QuerySet[KeywordUse]:
    if "company_name" in order:
        # The row of the first speaker mostly has the company of the statement, which is not read then.
        known = () if plan.speakers else ("company__name",)
        read = Subquery(Quote.objects.filter(pk=OuterRef("quote")).values("company__name"))
        rows = rows.annotate(company_name=Coalesce(*known, read, Value("")))
    return rows.order_by(*(_flip(name) if reverse else name for name in order))


def _flip(name: str) -> str:
    return name[1:] if name.startswith("-") else f"-{name}"


def _beyond(place: list[Any], order: tuple[str, ...], *, reverse: bool) -> Q:
    """Rows that come after a place in an order of several columns."""
    condition = Q()
    equal = Q()
    for name, value in zip(order, place, strict=True):
        column = name.lstrip("-")
        ascending = name.startswith("-") == reverse
        condition |= equal & Q(**{f"{column}__{'gt' if ascending else 'lt'}": value})
        equal &= Q(**{column: value})
    return condition


def _cursor(quote: Quote, order: tuple[str, ...]) -> str:
    return "~".join(str(getattr(quote, name.lstrip("-"))) for name in order)


def _read_cursor(text: str, order: tuple[str, ...]) -> list[Any] | None:
    # From the right: only the first column, a company's name, can hold the separator itself.
    parts = text.rsplit("~", len(order) - 1) if text else []
    if len(parts) != len(order) or "\x00" in text:
        return None
    values: list[Any] = []
    for name, part in zip(order, parts, strict=True):
        if name == "company_name":
            values.append(part[:MAX_COMPANY_NAME])
        elif part.isascii() and part.isdigit() and len(part) <= DIGITS:
            values.append(min(int(part), 2**63 - 1))
        else:
            return None
    return values


def _quotes(
    page: QuerySet[KeywordUse, Any], plan: Plan, order: tuple[str, ...], forms: Sequence[str], *, reverse: bool
) -> QuerySet[Quote]:
    """The quotes of a page in order, with what it sorts by, their speakers, and as ``spots_0`` and so on where each form
    stands: two queries.
    """
    uses = KeywordUse.objects.filter(quote=OuterRef("pk"))
    driver = uses.filter(keyword=plan.driver, place=plan.place)
    said = uses.filter(place__in=(0, IN_HEADLINE), raw_count__gt=0)
    spots = {
        f"spots_{number}": Subquery(said.filter(keyword__form=form).values("spots")[:1])
        for number, form in enumerate(forms)
    }
    sorted_by = {name.lstrip("-"): _of_quote(name.lstrip("-"), driver) for name in order}
    quotes = without_reports(Quote.objects.filter(pk__in=page))
    quotes = quotes.annotate(is_reprinted=is_reprinted(), **sorted_by, **spots)
    return quotes.order_by(*(_flip(name) if reverse else name for name in order))


def _of_quote(column: str, driver: QuerySet[KeywordUse]) -> Combinable:
    """A column that rows are sorted by, as a quote has it."""
    if column == "quote_id":
        return F("pk")
    if column == "company_name":
        return Coalesce("company__name", Value(""))
    return Subquery(driver.values(column)[:1])


def _spots(quote: Quote, forms: Sequence[str]) -> dict[str, int]:
    spots = {form: getattr(quote, f"spots_{number}") for number, form in enumerate(forms)}
    return {form: bits for form, bits in spots.items() if bits is not None}
