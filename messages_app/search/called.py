"""Companies and people whose names stand among the words of a query, where somebody types no condition for them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet

from messages_app.models import Company, Executive, KeywordTotal, name_key
from messages_app.search.overview import said_beside
from messages_app.search.query import Word, parse_query
from messages_app.search.suggest import OF_EACH, Suggestion, suggest_company, suggest_person

Scope = KeywordTotal.Scope
# So many words may make one name: 앤 마리 오테로, Dawn & Sons Ltd.
LONGEST = 4


@dataclass(frozen=True, slots=True)
class Called:
    """A company or a person whose whole name was typed, and the other words of the query."""

    record: Suggestion
    rest: str


def called_in(keyword: str) -> list[Called]:
    """Whose names stand in a query of plain words, those of most words first: at most three queries.

    ``"서도현 AI"`` -> 서도현 and ``"AI"``. A name within a longer one is none: 가람 텔레콤 is not 가람.
    """
    words = _plain_words(keyword)
    runs = [(first, last) for first in range(len(words)) for last in range(first + 1, len(words) + 1)]
    names = {run: " ".join(words[slice(*run)]) for run in runs if run[1] - run[0] <= LONGEST}
    records = _records(set(names.values())) if names else {}
    found: list[Called] = []
    taken: set[int] = set()
    for run in sorted(names, key=lambda run: run[0] - run[1]):
        if names[run] in records and taken.isdisjoint(range(*run)):
            taken.update(range(*run))
            rest = " ".join(words[: run[0]] + words[run[1] :])
            found += [Called(record, rest) for record in records[names[run]]]
    return found


def _plain_words(keyword: str) -> list[str]:
    """The words of a query that is nothing but words; none of any other."""
    query = parse_query(keyword)
    plain = [clause.terms[0] for clause in query.clauses if len(clause.terms) == 1 and not clause.negated]
    words = [term.text for term in plain if isinstance(term, Word) and not term.itself]
    return words if len(words) == len(query.clauses) and not query.conditions else []


def _records(names: Collection[str]) -> Mapping[str, Sequence[Suggestion]]:
    """Companies by any spelling and people by their names, with something published, most said first."""
    keys = {name: name_key(name) for name in names}
    spelt = Company.objects.filter(aliases__key__in=set(keys.values()) - {""}).annotate(key=F("aliases__key"))
    companies = _said_most(spelt.select_related("group"), Scope.HOUSE, Scope.COMPANY)
    people = _said_most(Executive.objects.filter(name__in=names).prefetch_related("companies"), Scope.EXECUTIVE)
    records: dict[str, list[Suggestion]] = defaultdict(list)
    for name in names:
        records[name] += [suggest_company(company) for company in companies if company.key == keys[name]]
        records[name] += [suggest_person(person) for person in people if person.name == name]
    return {name: some for name, some in records.items() if some}


def _said_most(records: QuerySet[Any], *scopes: str) -> list[Any]:
    said = records.annotate(said=said_beside(*scopes)).filter(said__gt=0)
    return list(said.order_by("-said", "name", "pk")[:OF_EACH])
