"""How often each keyword was said, by one condition at a time: figures kept beside the index they sum up.

Whoever changes them holds the lock of ``messages_app.importing.keywords``, so that figures can be read,
changed and written back.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple, Protocol

from django.db.models import Count, F, Q, QuerySet, Sum

from messages_app.importing.bulk import write_rows
from messages_app.models import EVERYTHING, WIDE_FROM, Keyword, KeywordTotal, KeywordUse, in_year

Scope = KeywordTotal.Scope
COLUMN = {
    Scope.ALL: "",
    Scope.YEAR: "message_year",
    Scope.HOUSE: "house_id",
    Scope.COMPANY: "company_id",
    Scope.EXECUTIVE: "executive_id",
    Scope.OUTLET: "outlet",
}
OF_STATEMENTS = (Scope.ALL, Scope.YEAR, Scope.OUTLET)
NARROW = (Scope.ALL, Scope.YEAR, Scope.HOUSE, Scope.COMPANY)
WIDE = (Scope.EXECUTIVE, Scope.OUTLET)
# What is known of all statements for each year, too.
IN_A_YEAR = (Scope.HOUSE, Scope.COMPANY, *WIDE)
KEY = ("keyword_id", "scope", "value")
COUNTS = {
    "quotes": Count("pk", filter=Q(count__gt=0)),
    "uses": Sum("count"),
    "raw_quotes": Count("pk", filter=Q(raw_count__gt=0)),
    "raw_uses": Sum("raw_count"),
}
FIGURES = tuple(COUNTS)
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
    return _apply(uses, 1)


def subtract_uses(uses: Iterable[Counted]) -> Frequent:
    """Take away rows that are about to leave the index."""
    return _apply(uses, -1)


def fresh_totals(keywords: Collection[int]) -> dict[Key, Figures]:
    """What the totals of some keywords should be, counted from the index."""
    totals = _counted(keywords, NARROW)
    everything = _everything() & {keyword for keyword, *_ in totals}
    return totals | _counted(_frequent(totals) | everything, WIDE) | _counted(everything, IN_A_YEAR, by_year=True)


def stored_totals(keywords: Collection[int]) -> dict[Key, Figures]:
    """The totals of some keywords as they are."""
    rows = KeywordTotal.objects.filter(keyword__in=keywords).values_list("keyword", "scope", "value", *FIGURES)
    return {(keyword, scope, value): tuple(figures) for keyword, scope, value, *figures in rows}


def write_totals(totals: dict[Key, Figures]) -> None:
    """Store totals; those that have come to nothing are removed."""
    rows = [(keyword, str(scope), value, *figures) for (keyword, scope, value), figures in sorted(totals.items())]
    write_rows(KeywordTotal, (*KEY, *FIGURES), rows, unique=KEY)
    emptied = [(keyword, scope) for (keyword, scope, _), figures in totals.items() if not any(figures)]
    keywords, scopes = {keyword for keyword, _ in emptied}, {scope for _, scope in emptied}
    # By the scope, too, which the index knows: of all statements there are as many totals as speakers and years.
    KeywordTotal.objects.filter(keyword__in=keywords, scope__in=scopes, quotes=0, raw_quotes=0).delete()


def frequent_keywords() -> set[int]:
    """The keywords said in ``WIDE_FROM`` statements or more."""
    often = KeywordTotal.objects.filter(Q(quotes__gte=WIDE_FROM) | Q(raw_quotes__gte=WIDE_FROM), scope=Scope.ALL)
    return set(often.values_list("keyword", flat=True))


def _apply(uses: Iterable[Counted], sign: int) -> Frequent:
    everything = _everything()
    changes = _sums(uses, everything)
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
    write_totals(_counted(now - wide, WIDE))
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


def _sums(uses: Iterable[Counted], everything: Collection[int]) -> dict[Key, Figures]:
    sums: dict[Key, Figures] = {}
    for use in uses:
        for scope, value in _scopes(use, of_years=use.keyword_id in everything):
            key = (use.keyword_id, scope, value)
            quotes, times, raw_quotes, raw_times = sums.get(key, NOTHING)
            sums[key] = (
                quotes + (use.count > 0),
                times + use.count,
                raw_quotes + (use.raw_count > 0),
                raw_times + use.raw_count,
            )
    return sums


def _scopes(use: Counted, *, of_years: bool) -> Iterator[tuple[str, str]]:
    for scope, value in _scopes_of_all(use):
        yield scope, value
        if of_years and scope in IN_A_YEAR:
            yield in_year(scope, use.message_year), value


def _scopes_of_all(use: Counted) -> Iterator[tuple[str, str]]:
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


def _counted(keywords: Collection[int], scopes: Iterable[Scope], *, by_year: bool = False) -> dict[Key, Figures]:
    """Totals counted from the index: of all years, or of each year by itself."""
    totals: dict[Key, Figures] = {}
    for scope in scopes if keywords else ():
        field = COLUMN[scope]
        groups = ["keyword_id", *[field] * bool(field), *["message_year"] * by_year]
        for row in _rows(keywords, scope).order_by().values(*groups).annotate(**COUNTS):
            within = in_year(scope, row["message_year"]) if by_year else scope
            value = str(row[field]) if field else ""
            totals[row["keyword_id"], within, value] = tuple(row[name] for name in FIGURES)
    return totals


def _rows(keywords: Collection[int], scope: Scope) -> QuerySet[KeywordUse]:
    """The rows of the index that a scope counts: one of each statement, or of each of its speakers."""
    rows = KeywordUse.objects.filter(keyword__in=keywords)
    if scope in OF_STATEMENTS:
        return rows.filter(place=0)
    if scope == Scope.COMPANY:
        rows = rows.filter(Q(house__isnull=True) | ~Q(house=F("company")))
    return rows.filter(**{f"{COLUMN[scope]}__isnull": False})


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
