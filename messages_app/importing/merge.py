"""Two records that stand for one company or one person become one; nothing said, printed or linked is lost."""

from dataclasses import dataclass
from typing import TypeVar

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from messages_app.importing.addresses import hand_over_addresses
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
    FormerSlug,
    Quote,
)
from messages_app.search import is_counted_statement

Record = TypeVar("Record", Company, Executive)


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What goes over to the record that stays: how many statements (as pages count them) and draft articles, by which
    names it is recognised, who comes along, and the addresses that will redirect.
    """

    statements: int
    drafts: int
    names: tuple[str, ...]
    related: tuple[str, ...]
    addresses: tuple[str, ...]


def preview_companies(*, goes: Company) -> MergePreview:
    """What ``merge_companies`` would do."""
    said = Attribution.objects.filter(company=goes)
    related = [*goes.executives.values_list("name", flat=True), *goes.members.values_list("name", flat=True)]
    aliases = goes.aliases.values_list("name", flat=True)
    return _preview(said, tuple(aliases), tuple(related), goes, goes.former_slugs.values_list("slug", flat=True))


def preview_executives(*, stays: Executive, goes: Executive) -> MergePreview:
    """What ``merge_executives`` would do."""
    said = Attribution.objects.filter(executive=goes)
    names = {goes.name, *goes.aliases.values_list("name", flat=True)} - {stays.name}
    related = goes.companies.values_list("name", flat=True)
    former = goes.former_slugs.values_list("slug", flat=True)
    return _preview(said, tuple(sorted(names)), tuple(related), goes, former)


def merge_companies(*, stays_id: int, goes_id: int) -> Company:
    """Give all that one company has to another and delete it; its addresses redirect.

    Its spellings lead to the company that stays, its members become members there (or of the group of the one that
    stays). Raises ImportRefused for a company and itself, Company.DoesNotExist.
    """
    with transaction.atomic():
        lock_index()
        stays, goes = _both(Company.objects.select_for_update(), stays_id, goes_id)
        said = _statement_ids(Q(company__in=[stays, goes]) | Q(company__group__in=[stays, goes]))
        unnamed = _statement_ids(Q(company=goes, executive__isnull=True))
        _regroup(stays, goes)
        Attribution.objects.filter(company=goes).update(company=stays)
        Quote.objects.filter(company=goes).update(company=stays)
        stays.executives.add(*goes.executives.all())
        CompanyAlias.objects.filter(company=goes).update(company=stays)
        stays.industry = stays.industry or goes.industry
        _let_go(stays, goes, said)
        relink_statements(unnamed)
    return stays


def merge_executives(*, stays_id: int, goes_id: int) -> Executive:
    """Give all that one person said to another record of the same person and delete it; its addresses redirect.

    A quote that names both keeps one of them. Raises ImportRefused for a person and itself, Executive.DoesNotExist.
    """
    with transaction.atomic():
        lock_index()
        stays, goes = _both(Executive.objects.select_for_update(), stays_id, goes_id)
        said = _statement_ids(Q(executive=goes))
        both = Attribution.objects.filter(executive=stays).values("quote")
        Attribution.objects.filter(executive=goes, quote__in=both).delete()
        Attribution.objects.filter(executive=goes).update(executive=stays)
        repeat_companies(said)
        stays.companies.add(*goes.companies.all())
        names = {goes.name, *goes.aliases.values_list("name", flat=True)} - {stays.name}
        aliases = [ExecutiveAlias(executive=stays, name=name) for name in sorted(names)]
        ExecutiveAlias.objects.bulk_create(aliases, ignore_conflicts=True)
        stays.note = stays.note or goes.note
        _let_go(stays, goes, said)
        relink_statements(said)
    return stays


def _both(records: QuerySet[Record], stays_id: int, goes_id: int) -> tuple[Record, Record]:
    if stays_id == goes_id:
        raise ImportRefused("itself", _("같은 기록입니다. 합칠 다른 기록을 고르세요."))
    found = {record.pk: record for record in records.filter(pk__in=[stays_id, goes_id]).order_by("pk")}
    return found.get(stays_id) or records.get(pk=stays_id), found.get(goes_id) or records.get(pk=goes_id)


def _preview(
    said: QuerySet[Attribution],
    names: tuple[str, ...],
    related: tuple[str, ...],
    goes: Company | Executive,
    former: QuerySet[FormerSlug, str],
) -> MergePreview:
    of_drafts = said.filter(quote__article__status=Article.Status.DRAFT)
    return MergePreview(
        statements=said.filter(is_counted_statement("quote__")).values("quote").distinct().count(),
        drafts=of_drafts.values("quote__article").distinct().count(),
        names=names,
        related=related,
        addresses=(goes.slug, *former),
    )


def _statement_ids(attributed: Q) -> list[int]:
    return list(Attribution.objects.filter(attributed).order_by().values_list("quote", flat=True).distinct())


def _regroup(stays: Company, goes: Company) -> None:
    """A member that takes over its own group becomes the group; there is no group within a group."""
    was_its_group = stays.group_id == goes.pk
    free = not stays.group_id and goes.group_id != stays.pk and not (stays.members.exists() or goes.members.exists())
    if was_its_group or free:
        stays.group = goes.group
        stays.save()
    above = stays.group_id or stays.pk
    Company.objects.filter(group=goes).exclude(pk=stays.pk).update(group=above)


def _let_go(stays: Company | Executive, goes: Company | Executive, said: list[int]) -> None:
    """Delete the record that goes, once nothing refers to it: its addresses redirect, what was said is counted afresh."""
    hand_over_addresses(stays, goes)
    recount_statements(Quote.objects.filter(pk__in=said))
    stays.is_sample = stays.is_sample and goes.is_sample
    goes.delete()
    stays.save()
