"""Conditions of the query language, 기업: and so on, on rows of the index; what they name is looked up once for all."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from messages_app.models import Company, CompanyAlias, Executive, ExecutiveAlias, name_key
from messages_app.search.plan import between, spoken_by
from messages_app.search.query import Condition, Query, QueryError, parse_query, read_years


@dataclass(frozen=True, slots=True)
class Named:
    """What a query names: companies by the keys of the spellings in it, and the ids of everybody a name stands for."""

    companies: Mapping[str, Company]
    people: Mapping[str, Collection[int]]

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
            return spoken_by(company).condition
        raise QueryError(_("‘%(name)s’ 이름의 회사가 없습니다. 회사 목록에서 확인해 주세요.") % {"name": name})

    def _of_person(self, name: str) -> Q:
        if people := self.people.get(name):
            return Q(executive__in=people)
        raise QueryError(_("‘%(name)s’ 이름의 경영인이 없습니다. 경영인 목록에서 확인해 주세요.") % {"name": name})


def look_up_named(query: Query) -> Named:
    """Read what is on record of the names in a query: one query for all companies, one for all people."""
    keys = {name_key(item.value) for item in query.conditions if item.name == "company"}
    names = {item.value for item in query.conditions if item.name == "executive"}
    aliases = CompanyAlias.objects.filter(key__in=keys).select_related("company") if keys else ()
    people: dict[str, set[int]] = defaultdict(set)
    for name, person in _people(names) if names else ():
        people[name].add(person)
    return Named({alias.key: alias.company for alias in aliases}, people)


def _people(names: Collection[str]) -> Iterable[tuple[str, int]]:
    """Names with the ids of those who bear them or are spelt so: two indexes, one query."""
    borne = Executive.objects.filter(name__in=names).order_by().values_list("name", "pk")
    spelt = ExecutiveAlias.objects.filter(name__in=names).order_by().values_list("name", "executive")
    return borne.union(spelt)


def check_query(keyword: str) -> Named:
    """What a query names. Raises QueryError, with a reason, where it cannot be read or names what is not on record."""
    query = parse_query(keyword)
    named = look_up_named(query)
    for item in query.conditions:
        named.condition(item)
    return named
