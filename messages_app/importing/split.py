"""One record that stands for two companies or two people becomes two."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Count, Min, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from messages_app.importing.addresses import give_addresses_back, last_merged
from messages_app.importing.errors import ImportRefused
from messages_app.importing.keywords import lock_index, recount_statements
from messages_app.importing.reprints import relink_statements
from messages_app.importing.speakers import repeat_companies
from messages_app.models import (
    Article,
    Attribution,
    Company,
    CompanyAlias,
    Executive,
    ExecutiveAlias,
    Quote,
    name_key,
    plain_name,
)
from messages_app.search import is_counted_statement

Record = TypeVar("Record", Company, Executive)
PUBLIC = is_counted_statement("quote__")
IN_DRAFTS = Q(quote__article__status=Article.Status.DRAFT)


@dataclass(frozen=True, slots=True)
class Portion:
    """What one record said under one heading that can be taken out: a company and year, or a spelling.

    ``key`` names it in a form: ``"12-2026"`` (company 12, or ``0`` for none), or the key of the spelling. Statements are
    counted as pages count them, and beside them the draft articles that go along.
    """

    key: str
    label: str
    statements: int
    drafts: int
    example: str


def portions_of_executive(executive: Executive) -> list[Portion]:
    """What a person said, by company and year, drafts included: two queries."""
    rows = (
        executive.attributions.order_by("quote__message_year", "company")
        .values("company", "company__name", "quote__message_year")
        .annotate(
            said=Count("pk", filter=PUBLIC),
            drafts=Count("quote__article", filter=IN_DRAFTS, distinct=True),
            first=Min("quote"),
        )
    )
    examples = Quote.objects.in_bulk([row["first"] for row in rows])
    return [
        Portion(
            key=f"{row['company'] or 0}-{row['quote__message_year'] or 0}",
            label=f"{row['company__name'] or '—'} {row['quote__message_year'] or '—'}",
            statements=row["said"],
            drafts=row["drafts"],
            example=examples[row["first"]].text,
        )
        for row in rows
    ]


def portions_of_company(company: Company) -> list[Portion]:
    """The spellings by which a company is recognised, and what was printed with each: two queries."""
    said: dict[str, set[int]] = defaultdict(set)
    drafts: dict[str, set[int]] = defaultdict(set)
    examples: dict[str, str] = defaultdict(str)
    rows = company.attributions.annotate(is_public=PUBLIC, is_draft=IN_DRAFTS)
    for who in rows.select_related("quote").only("organisation", "title", "quote__article"):
        key = name_key(who.organisation)
        examples[key] = examples[key] or f"{who.organisation} {who.title}".strip()
        if who.is_public:
            said[key].add(who.quote_id)
        if who.is_draft:
            drafts[key].add(who.quote.article_id)
    return [
        Portion(alias.key, alias.name, len(said[alias.key]), len(drafts[alias.key]), examples[alias.key])
        for alias in company.aliases.all()
    ]


def split_executive(*, executive_id: int, portions: Collection[str], name: str = "", note: str = "") -> Executive:
    """Give some of what a person said, by company and year, to a new record of the same name or another.

    Both keep the companies that they spoke for and the spellings that they are printed with. Where somebody of the name
    had been merged into the record, their addresses are theirs again. Raises ImportRefused where nothing or everything is
    taken, Executive.DoesNotExist.
    """
    with transaction.atomic():
        lock_index()
        executive = Executive.objects.select_for_update().get(pk=executive_id)
        moved, left = _taken(executive, set(portions))
        if not moved or not left:
            raise ImportRefused("portion", _("새 기록으로 옮길 것을 고르되, 하나는 남겨 두세요."))
        other = _new_record(executive, [plain_name(name) or executive.name], note=plain_name(note))
        Attribution.objects.filter(pk__in=[item.pk for item in moved]).update(executive=other)
        mine, theirs = ({item.company for item in some if item.company} for some in (left, moved))
        other.companies.set(theirs)
        executive.companies.remove(*(theirs - mine))
        _divide_spellings(executive, other, {item.name for item in left}, {item.name for item in moved})
        said = [item.quote_id for item in moved]
        recount_statements(Quote.objects.filter(pk__in=said))
        relink_statements(said)
    return other


def split_company(*, company_id: int, spellings: Collection[str]) -> Company:
    """Make a company of its own of some spellings, by their keys; what was printed under them goes with them.

    Where a company of one of them had been merged into this one, it has its name and addresses again; else its name is
    the first spelling. Raises ImportRefused where no spelling, or the company's own name, is taken, Company.DoesNotExist.
    """
    with transaction.atomic():
        lock_index()
        company = Company.objects.select_for_update().get(pk=company_id)
        aliases = list(company.aliases.filter(key__in=spellings))
        if not aliases or name_key(company.name) in {alias.key for alias in aliases}:
            raise ImportRefused("spelling", _("새 회사로 옮길 표기를 고르되, 회사 이름은 남겨 두세요."))
        keys = {name_key(alias.name) for alias in aliases}
        moved = [item for item in company.attributions.all() if name_key(item.organisation) in keys]
        CompanyAlias.objects.filter(pk__in=[alias.pk for alias in aliases]).delete()
        other = _new_record(company, _free_names(aliases), industry=company.industry)
        for alias in aliases:
            CompanyAlias.objects.get_or_create(
                key=name_key(alias.name), defaults={"name": alias.name, "company": other}
            )
        _move_attributions(moved, company, other)
    return other


def _taken(executive: Executive, portions: set[str]) -> tuple[list[Attribution], list[Attribution]]:
    moved: list[Attribution] = []
    left: list[Attribution] = []
    for item in executive.attributions.select_related("quote", "company").defer("quote__text", "quote__evidence"):
        key = f"{item.company_id or 0}-{item.quote.message_year or 0}"
        (moved if key in portions else left).append(item)
    return moved, left


def _divide_spellings(executive: Executive, other: Executive, left: set[str], moved: set[str]) -> None:
    """Whoever is printed with a spelling is recognised by it; the name of the new record is its own."""
    executive.aliases.filter(name__in={other.name, *moved} - left).delete()
    ExecutiveAlias.objects.bulk_create(
        ExecutiveAlias(executive=other, name=name) for name in sorted(moved - {other.name})
    )


def _new_record(record: Record, names: Sequence[str], **known: Any) -> Record:
    """A record of the first of some names, or the one of these that had been merged into ``record``, made again."""
    merged = last_merged(record, names)
    name, slug = (merged.name, merged.slug) if merged else (names[0], "")
    other = type(record).objects.create(name=name, slug=slug, is_sample=record.is_sample, **known)
    if merged:
        give_addresses_back(record, other, merged)
    return other


def _free_names(aliases: list[CompanyAlias]) -> list[str]:
    """Names for a company of some spellings that no other company has."""
    names = [alias.name for alias in aliases]
    taken = set(Company.objects.filter(name__in=names).values_list("name", flat=True))
    return [name for name in names if name not in taken] or [f"{names[0]} (2)"]


def _move_attributions(moved: list[Attribution], company: Company, other: Company) -> None:
    """What was printed under the spellings, and the people who said it."""
    quotes = [item.quote_id for item in moved]
    Attribution.objects.filter(pk__in=[item.pk for item in moved]).update(company=other)
    repeat_companies(quotes)
    people = Executive.objects.filter(pk__in={item.executive_id for item in moved if item.executive_id})
    other.executives.add(*people)
    gone = _without_words(people, company)
    company.executives.remove(*gone)
    recount_statements(Quote.objects.filter(pk__in=quotes))
    relink_statements([item.quote_id for item in moved if not item.executive_id])


def _without_words(people: QuerySet[Executive], company: Company) -> list[Executive]:
    """Those of the people who are not printed with the company any more."""
    speaking = set(
        Attribution.objects.filter(company=company, executive__in=people).values_list("executive", flat=True)
    )
    return [person for person in people if person.pk not in speaking]
