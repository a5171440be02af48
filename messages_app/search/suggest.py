"""What somebody may be about to type: companies by any spelling, people, words; initials and the wrong layout too."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from messages_app.models import (
    KEYS_LENGTH,
    LEGAL_FORM,
    Company,
    CompanyAlias,
    Executive,
    ExecutiveAlias,
    Keyword,
    KeywordTotal,
    keystrokes,
    may_be_initials,
)
from messages_app.search.overview import said_beside

Scope = KeywordTotal.Scope
OF_EACH = 5
# A shorter beginning is that of so many words that the most frequent are looked through instead.
SHORT = 3
CANDIDATES = 2000


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A record whose name begins as was typed: what kind it is, its address, what tells it from others of that name."""

    kind: str
    label: str
    url: str
    hint: str
    statements: int


def suggestions(typed: str) -> list[Suggestion]:
    """Companies, executives and keywords with something published, most said first: at most five queries."""
    keys = keystrokes(LEGAL_FORM.sub("", typed))
    if not keys:
        return []
    matches = _begins("typed", keys)
    if may_be_initials(typed):
        matches |= _begins("initials", keys)
    return [*_companies(matches, keys), *_executives(matches), *_keywords(matches, len(keys))]


def suggest_company(company: Any) -> Suggestion:
    """A company read with its group, whose statements stand in ``said``."""
    hint = company.group.name if company.group else company.industry
    return Suggestion("company", company.name, company.get_absolute_url(), hint, company.said)


def suggest_person(person: Any) -> Suggestion:
    """A person read with their companies, whose statements stand in ``said``."""
    hint = ", ".join([*(company.name for company in person.companies.all()), *filter(None, [person.note])])
    return Suggestion("executive", person.name, person.get_absolute_url(), hint, person.said)


def _begins(column: str, keys: str) -> Q:
    """As a range, which every database reads from its index: keys are lower-case letters and digits."""
    return Q(**{f"{column}__gte": keys, f"{column}__lte": keys.ljust(KEYS_LENGTH, "z")})


def _companies(matches: Q, keys: str) -> list[Suggestion]:
    aliases = CompanyAlias.objects.order_by()
    found: QuerySet[Company] = (
        Company.objects.filter(pk__in=aliases.filter(matches).values("company"))
        .annotate(
            said=said_beside(Scope.HOUSE, Scope.COMPANY),
            exact=Exists(aliases.filter(company=OuterRef("pk"), typed=keys)),
        )
        .filter(said__gt=0)
        .select_related("group")
        .order_by("-exact", "-said", "name")
    )
    return [suggest_company(company) for company in found[:OF_EACH]]


def _executives(matches: Q) -> list[Suggestion]:
    found: QuerySet[Executive] = (
        Executive.objects.filter(matches | Q(pk__in=ExecutiveAlias.objects.filter(matches).values("executive")))
        .annotate(said=said_beside(Scope.EXECUTIVE))
        .filter(said__gt=0)
        .prefetch_related("companies")
        .order_by("-said", "name", "pk")
    )
    return [suggest_person(person) for person in found[:OF_EACH]]


def _keywords(matches: Q, length: int) -> list[Suggestion]:
    said = KeywordTotal.objects.filter(scope=Scope.ALL, value="", quotes__gt=0)
    words = Keyword.objects.order_by().filter(is_stop=False)
    if length < SHORT:
        said = said.filter(keyword__in=list(said.order_by("-quotes").values_list("keyword", flat=True)[:CANDIDATES]))
        said = said.filter(keyword__in=words.filter(matches))
    else:
        said = said.filter(keyword__in=list(words.filter(matches).values_list("pk", flat=True)[:CANDIDATES]))
    rows = said.order_by("-quotes", "keyword__form").select_related("keyword")[:OF_EACH]
    return [Suggestion("keyword", row.keyword.form, row.keyword.get_absolute_url(), "", row.quotes) for row in rows]
