"""Lists and figures that cover everything published."""

from dataclasses import dataclass

from django.db.models import Count, F, Max, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Length

from messages_app.models import Article, Attribution, Company, Executive, Quote
from messages_app.search.filters import with_speakers
from messages_app.search.published import statements


@dataclass(frozen=True, slots=True)
class Totals:
    """What the archive holds: numbers of things published."""

    statements: int
    companies: int
    executives: int
    first_year: int | None
    last_year: int | None


@dataclass(frozen=True, slots=True)
class CompanyCount:
    """A company and the statements on its page; a group's include those of its members."""

    company: Company
    statements: int


def totals() -> Totals:
    """Two queries."""
    said = statements().aggregate(n=Count("pk"), first=Min("message_year"), last=Max("message_year"))
    who = _said().aggregate(companies=Count("company", distinct=True), executives=Count("executive", distinct=True))
    return Totals(said["n"], who["companies"], who["executives"], said["first"], said["last"])


def years() -> list[tuple[int, int]]:
    """(message year, statements), newest first."""
    rows = statements().values_list("message_year").annotate(n=Count("pk")).order_by("-message_year")
    return [(year, count) for year, count in rows if year]


def latest_messages(limit: int = 6) -> QuerySet[Quote]:
    """The longest statement of each of the newest articles: what was said, in the fullest words."""
    newest = Article.objects.filter(status=Article.Status.PUBLISHED).order_by(
        F("published_date").desc(nulls_last=True), "-id"
    )
    fullest = (
        Quote.objects.filter(article=OuterRef("pk"), kind=Quote.Kind.STATEMENT)
        .order_by(Length("text").desc(), "place")
        .values("pk")[:1]
    )
    chosen = list(newest.annotate(fullest=Subquery(fullest)).values_list("fullest", flat=True)[:limit])
    return with_speakers(statements().filter(pk__in=chosen)).order_by(
        F("article__published_date").desc(nulls_last=True), "-article_id"
    )


def companies() -> list[CompanyCount]:
    """Every company with something published, groups among them, by industry and name: three queries."""
    counts = statements_by_company(_said())
    known = Company.objects.filter(pk__in=counts).select_related("group").order_by("industry", "name")
    return [CompanyCount(company, counts[company.pk]) for company in known]


def statements_by_company(said: QuerySet[Attribution]) -> dict[int, int]:
    """Statements by company id; a group's are those of the group and its members, each counted once.

    Two queries.
    """
    named = said.filter(company__isnull=False).order_by()
    counts: dict[int, int] = dict(named.values_list("company").annotate(n=Count("quote", distinct=True)))
    house = Coalesce("company__group_id", "company_id")
    for pk, together in named.annotate(house=house).values_list("house").annotate(n=Count("quote", distinct=True)):
        counts[pk] = max(together, counts.get(pk, 0))
    return counts


def executives() -> QuerySet[Executive]:
    """Everybody with something published, by name, each with ``statements`` and their companies."""
    published = Q(
        attributions__quote__kind=Quote.Kind.STATEMENT,
        attributions__quote__article__status=Article.Status.PUBLISHED,
    )
    return (
        Executive.objects.annotate(statements=Count("attributions__quote", filter=published, distinct=True))
        .filter(statements__gt=0)
        .prefetch_related("companies")
        .order_by("name", "pk")
    )


def _said() -> QuerySet[Attribution]:
    return Attribution.objects.filter(quote__kind=Quote.Kind.STATEMENT, quote__article__status=Article.Status.PUBLISHED)
