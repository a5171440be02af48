"""How often each keyword was said, by one condition at a time: figures kept beside the index they sum up.

Whoever changes them holds the lock of ``messages_app.importing.keywords``, so that figures can be read,
changed and written back.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple, Protocol

from django.db.models import Count, F, Q, QuerySet, Sum

from messages_app.importing.bulk import write_rows
from messages_app.models import EVERYTHING, WIDE_FROM, Keyword, KeywordTotal, KeywordUse

Scope = KeywordTotal.Scope
WIDE = (Scope.EXECUTIVE, Scope.OUTLET)
KEY = ("keyword_id", "scope", "value")
FIGURES = ("quotes", "uses", "raw_quotes", "raw_uses")
Key = tuple[int, str, str]
Figures = tuple[int, int, int, int]
NOTHING: Figures = (0, 0, 0, 0)


class Counted(Protocol):
    """A row of the index by the columns that totals are made of."""

    keyword_id: int
    place: int
    count: int
    raw_count: int
    company_id: int | None
    house_id: int | None
    executive_id: int | None
    outlet: str
    message_year: int


class Frequent(NamedTuple):
    """Which of some keywords were in ``WIDE_FROM`` statements before a change, and which are now."""

    before: set[int]
    now: set[int]


def add_uses(uses: Iterable[Counted]) -> Frequent:
    """Add rows that have come into the index."""
    return _apply(_sums(uses), 1)


def subtract_uses(uses: Iterable[Counted]) -> Frequent:
    """Take away rows that are about to leave the index."""
    return _apply(_sums(uses), -1)


def fresh_totals(keywords: Collection[int]) -> dict[Key, Figures]:
    """What the totals of some keywords should be, counted from the index."""
    rows = KeywordUse.objects.filter(keyword__in=keywords)
    first, houses = rows.filter(place=0), rows.filter(house__isnull=False)
    members = rows.filter(company__isnull=False).filter(Q(house__isnull=True) | ~Q(house=F("company")))
    totals = _counted(first, Scope.ALL, None) | _counted(first, Scope.YEAR, "message_year")
    totals |= _counted(houses, Scope.HOUSE, "house_id") | _counted(members, Scope.COMPANY, "company_id")
    said = {keyword for keyword, scope, _ in totals if scope == Scope.ALL}
    return totals | _fresh_wide(_frequent(totals) | _everything() & said)


def stored_totals(keywords: Collection[int]) -> dict[Key, Figures]:
    """The totals of some keywords as they are."""
    rows = KeywordTotal.objects.filter(keyword__in=keywords).values_list("keyword", "scope", "value", *FIGURES)
    return {(keyword, scope, value): tuple(figures) for keyword, scope, value, *figures in rows}


def write_totals(totals: dict[Key, Figures]) -> None:
    """Store totals; those that have come to nothing are removed."""
    rows = [(keyword, str(scope), value, *figures) for (keyword, scope, value), figures in sorted(totals.items())]
    write_rows(KeywordTotal, (*KEY, *FIGURES), rows, unique=KEY)
    emptied = {keyword for (keyword, _, _), figures in totals.items() if not any(figures)}
    KeywordTotal.objects.filter(keyword__in=emptied, quotes=0, raw_quotes=0).delete()


def frequent_keywords() -> set[int]:
    """The keywords said in ``WIDE_FROM`` statements or more."""
    often = KeywordTotal.objects.filter(Q(quotes__gte=WIDE_FROM) | Q(raw_quotes__gte=WIDE_FROM), scope=Scope.ALL)
    return set(often.values_list("keyword", flat=True))


def _apply(changes: dict[Key, Figures], sign: int) -> Frequent:
    everything = _everything()
    stored = _stored_for(changes)
    before = _frequent(stored)
    wide = before | everything
    totals = {
        key: _plus(stored.get(key, NOTHING), change, sign)
        for key, change in changes.items()
        if key[1] not in WIDE or key[0] in wide
    }
    write_totals(totals)
    now = _frequent(totals)
    KeywordTotal.objects.filter(keyword__in=before - now - everything, scope__in=WIDE).delete()
    write_totals(_fresh_wide(now - wide))
    return Frequent(before, now)


def _stored_for(changes: dict[Key, Figures]) -> dict[Key, Figures]:
    values: dict[str, set[str]] = defaultdict(set)
    for _, scope, value in changes:
        values[scope].add(value)
    wanted = Q()
    for scope, some in values.items():
        wanted |= Q(scope=scope, value__in=some)
    rows = KeywordTotal.objects.filter(wanted, keyword__in={keyword for keyword, _, _ in changes})
    return {
        (keyword, scope, value): tuple(figures)
        for keyword, scope, value, *figures in rows.values_list("keyword", "scope", "value", *FIGURES)
    }


def _sums(uses: Iterable[Counted]) -> dict[Key, Figures]:
    sums: dict[Key, Figures] = {}
    for use in uses:
        for scope, value in _scopes(use):
            key = (use.keyword_id, scope, value)
            quotes, times, raw_quotes, raw_times = sums.get(key, NOTHING)
            sums[key] = (
                quotes + (use.count > 0),
                times + use.count,
                raw_quotes + (use.raw_count > 0),
                raw_times + use.raw_count,
            )
    return sums


def _scopes(use: Counted) -> Iterator[tuple[str, str]]:
    if use.place == 0:
        yield Scope.ALL, ""
        yield Scope.YEAR, str(use.message_year)
        yield Scope.OUTLET, use.outlet
    if use.house_id:
        yield Scope.HOUSE, str(use.house_id)
    if use.company_id and use.company_id != use.house_id:
        yield Scope.COMPANY, str(use.company_id)
    if use.executive_id:
        yield Scope.EXECUTIVE, str(use.executive_id)


def _fresh_wide(keywords: Collection[int]) -> dict[Key, Figures]:
    if not keywords:
        return {}
    rows = KeywordUse.objects.filter(keyword__in=keywords)
    people = _counted(rows.filter(executive__isnull=False), Scope.EXECUTIVE, "executive_id")
    return people | _counted(rows.filter(place=0), Scope.OUTLET, "outlet")


def _counted(rows: QuerySet[KeywordUse], scope: str, field: str | None) -> dict[Key, Figures]:
    groups = ["keyword_id", field] if field else ["keyword_id"]
    counted = (
        rows.order_by()
        .values(*groups)
        .annotate(
            quotes=Count("pk", filter=Q(count__gt=0)),
            uses=Sum("count"),
            raw_quotes=Count("pk", filter=Q(raw_count__gt=0)),
            raw_uses=Sum("raw_count"),
        )
    )
    return {
        (row["keyword_id"], scope, str(row[field]) if field else ""): tuple(row[name] for name in FIGURES)
        for row in counted
    }


def _frequent(totals: dict[Key, Figures]) -> set[int]:
    """Keywords, among those whose overall total is given, that are in ``WIDE_FROM`` statements or more."""
    return {
        keyword
        for (keyword, scope, _), figures in totals.items()
        if scope == Scope.ALL and max(figures[0], figures[2]) >= WIDE_FROM
    }


def _everything() -> set[int]:
    return set(Keyword.objects.filter(form=EVERYTHING).values_list("pk", flat=True))


def _plus(one: Figures, other: Figures, sign: int) -> Figures:
    # A damaged index must not keep anybody from unpublishing, nor the rebuild from repairing it.
    quotes, uses, raw_quotes, raw_uses = (max(0, a + sign * b) for a, b in zip(one, other, strict=True))
    return quotes, uses, raw_quotes, raw_uses
