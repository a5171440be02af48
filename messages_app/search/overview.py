"""Lists and figures that cover everything published, from the totals of the keyword that stands for it."""

from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import CharField, Count, Exists, F, Max, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Length, NullIf

from messages_app.models import EVERYTHING, Article, Company, Executive, Keyword, KeywordTotal, KeywordUse, Quote
from messages_app.search.filters import with_speakers
from messages_app.search.published import statements

Scope = KeywordTotal.Scope
# The consonants that names are sorted under, as in a Korean dictionary, and the first syllable of each.
INITIALS = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
FIRST_SYLLABLES = "가나다라마바사아자차카타파하"
# So many of the newest statements of a year are looked at for its newest articles.
LOOKED_AT = 240
Speaker = TypeVar("Speaker", Company, Executive)


@dataclass(frozen=True, slots=True)
class Totals:
    """What the archive holds: numbers of things published."""

    statements: int
    companies: int
    executives: int


@dataclass(frozen=True, slots=True)
class CompanyCount:
    """A company and the statements on its page; a group's include those of its members."""

    company: Company
    statements: int


def totals() -> Totals:
    """One query."""
    scopes = (Scope.ALL, Scope.HOUSE, Scope.COMPANY, Scope.EXECUTIVE)
    rows = _everything().filter(scope__in=scopes).order_by().values_list("scope")
    kept = {scope: (values, most) for scope, values, most in rows.annotate(values=Count("pk"), most=Max("quotes"))}
    (_, said), (houses, _), (members, _), (executives, _) = (kept.get(scope, (0, 0)) for scope in scopes)
    return Totals(said, houses + members, executives)


def totals_of_year(year: int) -> Totals:
    """Statements of a year and who speaks in them, each company for itself: one query, which reads the whole index.

    For what is counted once and kept; no page waits for it.
    """
    said = KeywordUse.objects.filter(keyword__form=EVERYTHING, message_year=year)
    found = said.aggregate(
        statements=Count("pk", filter=Q(place=0)),
        companies=Count("company", distinct=True),
        executives=Count("executive", distinct=True),
    )
    return Totals(**found)


def years() -> list[tuple[int, int]]:
    """(message year, statements), newest first: one query."""
    rows = _everything().filter(scope=Scope.YEAR).values_list("value", "quotes")
    return sorted(((int(year), quotes) for year, quotes in rows), reverse=True)


def companies(limit: int | None = None) -> list[CompanyCount]:
    """Companies with something published, groups among them, by industry and name, those without one last: two queries.

    With ``limit``, only that many, those with most statements.
    """
    rows = _everything().filter(scope__in=(Scope.HOUSE, Scope.COMPANY)).order_by("-quotes", "value")
    counts = dict(rows.values_list("value", "quotes")[:limit])
    by_industry = NullIf("industry", Value("")).asc(nulls_last=True)
    known = Company.objects.filter(pk__in=counts).select_related("group").order_by(by_industry, "name")
    return [CompanyCount(company, counts[str(company.pk)]) for company in known]


def company_of(slug: str) -> tuple[Company | None, list[Company]]:
    """The company of an address, marked as by ``marked_published``, and its members with something published, by name.

    One query.
    """
    found = Company.objects.filter(Q(slug=slug) | Q(group__in=Company.objects.filter(slug=slug)))
    rows: list[Any] = list(marked_published(found.select_related("group").order_by("name")))
    company = next((row for row in rows if row.slug == slug), None)
    return company, [row for row in rows if row is not company and row.is_published]


def executives(initial: str = "") -> QuerySet[Executive]:
    """Everybody with something published, by name, each with ``statements`` and their companies.

    With ``initial``, one of ``INITIALS``, only those whose names begin with that consonant, a doubled one included.
    """
    return (
        Executive.objects.annotate(statements=said_beside(Scope.EXECUTIVE))
        .filter(statements__gt=0, **_beginning_with(initial))
        .prefetch_related("companies")
        .order_by("name", "pk")
    )


def _beginning_with(initial: str) -> dict[str, str]:
    if not initial:
        return {}
    place = INITIALS.index(initial)
    until = {"name__lt": FIRST_SYLLABLES[place + 1]} if place + 1 < len(INITIALS) else {}
    return {"name__gte": FIRST_SYLLABLES[place], **until}


def latest_messages(year: int, limit: int = 6) -> QuerySet[Quote]:
    """The longest statement of each of a year's newest articles: what was said, in the fullest words.

    Another outlet's report of a statement on record is passed over.
    """
    # The index holds no reports of what is on record, of which a flood may be the newest.
    everything = Subquery(Keyword.objects.filter(form=EVERYTHING).values("pk")[:1])
    uses = KeywordUse.objects.filter(keyword=everything, place=0, message_year=year).order_by("-sort_key")
    newest = list(dict.fromkeys(uses.values_list("quote__article", flat=True)[:LOOKED_AT]))[: 4 * limit]
    own = Quote.objects.filter(article=OuterRef("pk"), kind=Quote.Kind.STATEMENT, original__isnull=True)
    fullest = Subquery(own.order_by(Length("text").desc(), "place").values("pk")[:1])
    chosen = Article.objects.filter(pk__in=newest).annotate(fullest=fullest).values_list("fullest", flat=True)
    said = with_speakers(statements().filter(pk__in=list(chosen)))
    return said.order_by(F("article__published_date").desc(nulls_last=True), "-article_id")[:limit]


def marked_published(speakers: QuerySet[Speaker]) -> QuerySet[Speaker]:
    """Companies or executives, each with ``is_published``: whether anything of them (or a group's members) is."""
    scopes = (Scope.EXECUTIVE,) if speakers.model is Executive else (Scope.HOUSE, Scope.COMPANY)
    return speakers.annotate(is_published=Exists(_totals_beside(*scopes)))


def said_beside(*scopes: str) -> Subquery:
    """For a query of companies or executives: how many published statements each has, by the totals that are kept."""
    return Subquery(_totals_beside(*scopes).order_by("-quotes").values("quotes")[:1])


def _totals_beside(*scopes: str) -> QuerySet[KeywordTotal]:
    return _everything().filter(scope__in=scopes, value=Cast(OuterRef("pk"), CharField(max_length=60)))


def _everything() -> QuerySet[KeywordTotal]:
    return KeywordTotal.objects.filter(keyword__form=EVERYTHING)
