"""Records that may stand for the same company or person, and people who may be two."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from django.db import transaction
from django.db.models import Count
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz

from messages_app.models import Attribution, Company, CompanyAlias, DistinctPair, Executive, name_key

ALIKE_FROM = 80
SHORTEST = 3
LETTERS = {
    **{"에이치": "h", "더블유": "w", "에이": "a", "에프": "f", "아이": "i", "제이": "j", "케이": "k", "에스": "s"},
    **{"브이": "v", "엑스": "x", "와이": "y", "제트": "z", "비": "b", "씨": "c", "시": "c", "디": "d", "이": "e"},
    **{"지": "g", "쥐": "g", "엘": "l", "엠": "m", "엔": "n", "오": "o", "피": "p", "큐": "q", "알": "r", "티": "t"},
    "유": "u",
}
LONGEST_LETTER = 3


@dataclass(frozen=True, slots=True)
class Suspect:
    """Two records that may be one, why, and how sure that is, 0 to 100."""

    first: Company | Executive
    second: Company | Executive
    reason: str | Promise
    likeness: int


@dataclass(frozen=True, slots=True)
class TwoFaced:
    """A person who speaks for companies of different groups in one year, and may be two of one name."""

    executive: Executive
    year: int
    companies: tuple[str, ...]


def suspected_companies() -> list[Suspect]:
    """Companies with a spelling alike: 케이누리 and K누리, 가람텔레콤 and 가람텔레컴. Surest first.

    Only spellings with a common beginning or end are compared, so that thousands take a second, not a minute.
    """
    companies = Company.objects.in_bulk()
    spellings = [
        (key, company) for key, company in CompanyAlias.objects.values_list("key", "company") if company in companies
    ]
    found: dict[tuple[int, int], int] = {}
    for (one, first), (other, second) in _worth_comparing(spellings):
        score = _company_likeness(one, other)
        if score >= ALIKE_FROM:
            pair = (min(first, second), max(first, second))
            found[pair] = max(found.get(pair, 0), score)
    related = {
        pair for pair in found if companies[pair[0]].group_id == pair[1] or companies[pair[1]].group_id == pair[0]
    }
    return _listed(found, DistinctPair.Kind.COMPANY, companies, related, _("표기가 비슷함"))


def suspected_executives() -> list[Suspect]:
    """People of one name, and people of one company whose names differ by one character."""
    people = Executive.objects.prefetch_related("companies").in_bulk()
    houses = {person.pk: _houses(person) for person in people.values()}
    by_name: dict[str, list[int]] = defaultdict(list)
    by_house: dict[int, list[int]] = defaultdict(list)
    for person in people.values():
        by_name[person.name].append(person.pk)
        for house in houses[person.pk]:
            by_house[house].append(person.pk)
    named = {(a, b): 100 if houses[a] & houses[b] else 90 for some in by_name.values() for a, b in _pairs(some)}
    spelt = {
        (a, b): score
        for some in by_house.values()
        for a, b in _pairs(some)
        if (score := _name_likeness(people[a].name, people[b].name)) and people[a].name != people[b].name
    }
    same = _listed(named, DistinctPair.Kind.EXECUTIVE, people, set(), _("이름이 같음"))
    return same + _listed(spelt, DistinctPair.Kind.EXECUTIVE, people, set(), _("같은 회사에 이름이 비슷함"))


def two_faced_executives() -> list[TwoFaced]:
    """People who spoke for companies of different groups in one year: one who moved, or two of one name."""
    rows = (
        Attribution.objects.filter(executive__isnull=False, company__isnull=False, quote__message_year__isnull=False)
        .values_list("executive", "quote__message_year", "company__name", "company__group", "company")
        .annotate(n=Count("pk"))
        .order_by("executive", "quote__message_year", "company__name")
    )
    spoken: dict[tuple[int, int], dict[str, int]] = defaultdict(dict)
    for executive, year, name, group, company, _n in rows:
        spoken[executive, year][name] = group or company
    twice = {key: names for key, names in spoken.items() if len(set(names.values())) > 1}
    people = Executive.objects.in_bulk({executive for executive, _year in twice})
    return [TwoFaced(people[executive], year, tuple(names)) for (executive, year), names in twice.items()]


def mark_distinct(*, kind: str, first_id: int, second_id: int) -> None:
    """An editor's word that two records are different. Saying it twice is harmless."""
    low, high = sorted((first_id, second_id))
    with transaction.atomic():
        DistinctPair.objects.get_or_create(kind=kind, first=low, second=high)


def _listed(
    found: dict[tuple[int, int], int],
    kind: str,
    records: dict[int, Company] | dict[int, Executive],
    left_out: set[tuple[int, int]],
    reason: Promise,
) -> list[Suspect]:
    known = set(DistinctPair.objects.filter(kind=kind).values_list("first", "second"))
    pairs = sorted(found.keys() - known - left_out, key=lambda pair: (-found[pair], pair))
    return [Suspect(records[first], records[second], reason, found[first, second]) for first, second in pairs]


def _worth_comparing(
    spellings: Iterable[tuple[str, int]],
) -> Iterator[tuple[tuple[str, int], tuple[str, int]]]:
    """Spellings of different companies that begin or end alike, letters spelt out or not."""
    blocks: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for key, company in spellings:
        plain = in_letters(key)
        blocks[f"^{plain[:2]}"].add((key, company))
        blocks[f"{plain[-2:]}$"].add((key, company))
    for block in blocks.values():
        for one, other in combinations(sorted(block), 2):
            if one[1] != other[1]:
                yield one, other


def _company_likeness(one: str, other: str) -> int:
    first, second = in_letters(one), in_letters(other)
    if first == second:
        return 100
    if min(len(first), len(second)) < SHORTEST:
        return 0
    return round(fuzz.ratio(first, second)) if first[-1] == second[-1] or first[:2] == second[:2] else 0


def _name_likeness(one: str, other: str) -> int:
    """A name's likeness to another of which it is a misprint or another spelling; 0 for none."""
    if name_key(one) == name_key(other):
        return 100
    short, long = sorted((one, other), key=len)
    if len(short) == len(long) == SHORTEST:
        return 67 if short[0] == long[0] and sum(a != b for a, b in zip(short, long, strict=True)) == 1 else 0
    score = round(fuzz.ratio(name_key(one), name_key(other)))
    return score if score >= ALIKE_FROM and len(short) > SHORTEST else 0


def in_letters(key: str) -> str:
    """A name with the names of letters at its beginning as letters: 에스케이누리 -> sk누리; one alone stays."""
    letters, place = "", 0
    while place < len(key):
        size = next((n for n in range(LONGEST_LETTER, 0, -1) if key[place : place + n] in LETTERS), 0)
        if not size:
            break
        letters += LETTERS[key[place : place + size]]
        place += size
    return letters + key[place:] if len(letters) > 1 else key


def _pairs(records: list[int]) -> Iterator[tuple[int, int]]:
    return combinations(sorted(set(records)), 2)


def _houses(person: Executive) -> set[int]:
    return {company.group_id or company.pk for company in person.companies.all()}
