"""Conditions of the query language, 기업: and so on, on rows of the index; what they name is looked up once for all."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, CharField, F, Q, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from messages_app.models import Company, CompanyAlias, Executive, ExecutiveAlias, Keyword, name_key
from messages_app.search.plan import SpokenBy, between
from messages_app.search.query import Condition, Query, QueryError, parse_query, read_years
from messages_app.search.words import Lexicon


@dataclass(frozen=True, slots=True)
class Named:
    """What is on record of a query: companies by the keys of the spellings in it, the ids of everybody a name stands for,
    and the compounds that its words are read with.
    """

    companies: Mapping[str, SpokenBy]
    people: Mapping[str, Collection[int]]
    lexicon: Lexicon

    def condition(self, item: Condition) -> Q:
        """A condition on rows of the index, whether negated or not. Raises QueryError for what is not on record."""
        if item.name == "year":
            return between(read_years(item.value))
        if item.name == "outlet":
            return Q(outlet__iexact=item.value)
        if item.name == "industry":
            return Q(company__industry__iexact=item.value)
        return self._of_company(item.value) if item.name == "company" else self._of_person(item.value)

    def _of_company(self, name: str) -> Q:
        if company := self.companies.get(name_key(name)):
            return company.condition
        raise QueryError(_("‘%(name)s’ 이름의 회사가 없습니다. 회사 목록에서 확인해 주세요.") % {"name": name})

    def _of_person(self, name: str) -> Q:
        if people := self.people.get(name):
            return Q(executive__in=people)
        raise QueryError(_("‘%(name)s’ 이름의 경영인이 없습니다. 경영인 목록에서 확인해 주세요.") % {"name": name})


def look_up_named(query: Query) -> Named:
    """Read what is on record of a query, whatever it names: one query."""
    found: dict[str, dict[str, list[tuple[int, int | None]]]] = defaultdict(lambda: defaultdict(list))
    first, *others = [*_names_in(query), *([_compounds()] if query.clauses else [])] or [Keyword.objects.none()]
    for kind, name, pk, group in first.union(*others, all=True) if others else first:
        found[kind][name].append((pk, group))
    companies = {key: SpokenBy("company" if group else "house", pk) for key, ((pk, group),) in found["company"].items()}
    people = {name: {pk for pk, _ in ids} for name, ids in found["executive"].items()}
    return Named(companies, people, Lexicon(found["compound"]))


def _names_in(query: Query) -> Iterator[QuerySet[Any, Any]]:
    """(kind, name, id, group) of what is named: companies by any spelling, everybody who bears a name or is spelt so."""
    keys = {name_key(item.value) for item in query.conditions if item.name == "company"}
    names = {item.value for item in query.conditions if item.name == "executive"}
    if keys:
        yield _rows("company", CompanyAlias.objects.filter(key__in=keys), "key", F("company"), F("company__group"))
    if names:
        yield _rows("executive", Executive.objects.filter(name__in=names), "name", F("pk"))
        yield _rows("executive", ExecutiveAlias.objects.filter(name__in=names), "name", F("executive"))


def _compounds() -> QuerySet[Any, Any]:
    return _rows("compound", Keyword.objects.filter(is_compound=True), "form", F("pk"))


def _rows(
    kind: str, found: QuerySet[Any], name: str, pk: F, group: Combinable | None = None, *others: str
) -> QuerySet[Any, Any]:
    nobody = Cast(Value(None), BigIntegerField())
    return found.order_by().values_list(Value(kind, CharField()), name, pk, group or nobody, *others)


def chosen(company: str, executive: str) -> list[Company | Executive]:
    """The company and the person of two addresses, as far as there are such: one query for both."""
    both = _rows("company", Company.objects.filter(slug=company), "slug", F("pk"), F("group"), "name").union(
        _rows("executive", Executive.objects.filter(slug=executive), "slug", F("pk"), None, "name"), all=True
    )
    found: list[Company | Executive] = []
    for kind, slug, pk, group, name in both:
        record = {"id": pk, "slug": slug, "name": name}
        if kind == "company":
            found.append(Company.from_db(both.db, [*record, "group_id"], [*record.values(), group]))
        else:
            found.append(Executive.from_db(both.db, list(record), list(record.values())))
    return found


def check_query(keyword: str) -> Named:
    """What a query names. Raises QueryError, with a reason, where it cannot be read or names what is not on record."""
    query = parse_query(keyword)
    named = look_up_named(query)
    for item in query.conditions:
        named.condition(item)
    return named
