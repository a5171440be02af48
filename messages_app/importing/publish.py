"""From a checked draft to public quotes."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Model, Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from messages_app.importing.errors import NotPublishable
from messages_app.importing.keywords import index_statements, lock_index, reindex_statements, unindex_statements
from messages_app.importing.recognise import Directory, look_up
from messages_app.importing.release import release_reprints
from messages_app.importing.reprints import link_reprints
from messages_app.models import Article, Attribution, Company, CompanyAlias, Executive, Quote, name_key
from messages_app.parsing import names_nobody

NO_YEAR = _("신년사 연도가 비어 있습니다. 어느 해의 신년사인지 적으세요.")
Values = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class PublishResult:
    """What publishing did: the article, and the records it had to make."""

    article: Article
    statements: int
    companies_created: tuple[str, ...]
    executives_created: tuple[str, ...]


@dataclass(slots=True)
class _Made:
    companies: list[str] = field(default_factory=list)
    executives: list[str] = field(default_factory=list)
    employed: set[tuple[int, int | None]] = field(default_factory=set)


def publish_article(*, article_id: int) -> PublishResult:
    """Publish a draft in one transaction; companies and people not yet on record are created.

    Publishing again is harmless: records are brought up to date. Raises NotPublishable with every
    reason why not, and Article.DoesNotExist.
    """
    with transaction.atomic():
        article = Article.objects.select_for_update().get(pk=article_id)
        lock_index()  # Two articles that name somebody new make one record of them, and nobody waits in a circle.
        quotes = list(article.quotes.prefetch_related("attributions"))
        reasons = _reasons_against(article, quotes)
        if reasons:
            raise NotPublishable(reasons)
        attributions = [item for quote in quotes for item in quote.attributions.all()]
        made = _link(attributions, article.is_sample)
        _settle(article, quotes)
        article.status = Article.Status.PUBLISHED
        article.published_at = article.published_at or timezone.now()
        article.revision += 1
        article.save(update_fields=["status", "published_at", "revision"])
        relinked = link_reprints(article, quotes)
        reindex_statements(Quote.objects.filter(Q(article=article) | Q(pk__in=relinked)))
    statements = sum(quote.kind == Quote.Kind.STATEMENT for quote in quotes)
    return PublishResult(article, statements, tuple(made.companies), tuple(made.executives))


def update_published(*, article: Article, quotes: Collection[Quote]) -> None:
    """Bring records and index up to date with changed quotes of a published article; the transaction is the caller's.

    Raises NotPublishable where the article may not stay public as it is now.
    """
    ids = {quote.pk for quote in quotes}
    stored = list(article.quotes.prefetch_related("attributions"))
    reasons = _reasons_against(article, stored)
    if reasons:
        raise NotPublishable(reasons)
    changed = [quote for quote in stored if quote.pk in ids]
    _link([item for quote in changed for item in quote.attributions.all()], article.is_sample)
    _settle(article, changed)
    reindex_statements(Quote.objects.filter(pk__in=ids | link_reprints(article, stored)))


def unpublish_article(*, article_id: int) -> Article:
    """Take an article back to draft. Its quotes keep their numbers, so publishing again restores every link."""
    with transaction.atomic():
        article = Article.objects.select_for_update().get(pk=article_id)
        article.status, article.published_at = Article.Status.DRAFT, None
        article.revision += 1
        article.save(update_fields=["status", "published_at", "revision"])
        withdraw_quotes(article.quotes.all())
    return article


def delete_articles(*, articles: QuerySet[Article]) -> int:
    """Delete articles with their quotes and take those out of the keyword index. Returns how many articles."""
    with transaction.atomic():
        # Articles first, then the index: whoever publishes takes the two in this order.
        ids = list(articles.order_by("pk").select_for_update().values_list("pk", flat=True))
        withdraw_quotes(Quote.objects.filter(article__in=ids))
        Article.objects.filter(pk__in=ids).delete()
    return len(ids)


def withdraw_quotes(quotes: QuerySet[Quote]) -> None:
    """Take quotes out of the index; the fullest report of the same statement elsewhere counts in their place."""
    unindex_statements(quotes)
    relinked = release_reprints(quotes.order_by().values_list("pk", flat=True))
    index_statements(Quote.objects.filter(pk__in=relinked, original__isnull=True))


def _reasons_against(article: Article, quotes: list[Quote]) -> list[str | Promise]:
    reasons: list[str | Promise] = []
    if not article.message_year:
        reasons.append(NO_YEAR)
    if not article.title:
        reasons.append(_("제목이 비어 있습니다. 기사 제목을 적으세요."))
    if not any(quote.kind == Quote.Kind.STATEMENT for quote in quotes):
        reasons.append(_("발언이 하나도 없습니다. 인용을 되살리거나 기사를 다시 가져오세요."))
    return reasons


def _link(attributions: list[Attribution], is_sample: bool) -> _Made:
    """Point every attribution at its records, making those that are missing; a person speaks once in a quote."""
    made = _Made()
    directory = look_up((item.name, item.organisation) for item in attributions)
    stored = {item.pk: (item.company_id, item.executive_id) for item in attributions}
    speaking: set[tuple[int, int]] = set()
    repeated: list[int] = []
    for item in attributions:
        item.company = _company_for(item, directory, made, is_sample)
        item.executive = _executive_for(item, directory, made, is_sample)
        if item.executive and (item.quote_id, item.executive.pk) in speaking:
            repeated.append(item.pk)
        elif item.executive:
            speaking.add((item.quote_id, item.executive.pk))
    if repeated:
        Attribution.objects.filter(pk__in=repeated).delete()
    linked = {item.pk: (item.company_id, item.executive_id) for item in attributions if item.pk not in repeated}
    _update(Attribution, ("company", "executive"), stored, linked)
    return made


def _update(
    model: type[Model], fields: Sequence[str], stored: Mapping[int, Values], wanted: Mapping[int, Values]
) -> None:
    """Store what changed: a query for each combination of values, of which an article has few."""
    alike: dict[Values, list[int]] = defaultdict(list)
    for pk, values in wanted.items():
        if values != stored[pk]:
            alike[values].append(pk)
    for values, some in alike.items():
        model._default_manager.filter(pk__in=some).update(**dict(zip(fields, values, strict=True)))


def _company_for(item: Attribution, directory: Directory, made: _Made, is_sample: bool) -> Company | None:
    """The company on record, else a new one; none where 업계 or 재계 is all that is printed."""
    key = name_key(item.organisation)
    known = directory.company(item.organisation)
    if known or not key or names_nobody(item.organisation):
        return known
    company = Company.objects.filter(name=item.organisation).first()
    if company:
        CompanyAlias.objects.create(company=company, name=item.organisation)
    else:
        company = Company.objects.create(name=item.organisation, is_sample=is_sample)
        made.companies.append(company.name)
    directory.companies[key] = company
    return company


def _executive_for(item: Attribution, directory: Directory, made: _Made, is_sample: bool) -> Executive | None:
    if not item.name:
        return None
    executive = _linked_already(item, directory)
    executive = executive or directory.executive(item.name, item.organisation) or _without_company(item, directory)
    if not executive:
        executive = Executive.objects.create(name=item.name, is_sample=is_sample)
        made.executives.append(executive.name)
    if (executive.pk, item.company_id) not in made.employed:
        made.employed.add((executive.pk, item.company_id))
        if item.company and item.company not in executive.companies.all():
            executive.companies.add(item.company)
        employers = _houses(item.company) if item.company else frozenset()
        directory.executives.setdefault(item.name, []).append((executive, employers))
    return executive


def _houses(company: Company) -> frozenset[int]:
    return frozenset({company.pk, company.group_id} if company.group_id else {company.pk})


def _linked_already(item: Attribution, directory: Directory) -> Executive | None:
    """The person an attribution points at, if that still is somebody of the name."""
    return next((person for person in directory.people(item.name) if person.pk == item.executive_id), None)


def _without_company(item: Attribution, directory: Directory) -> Executive | None:
    """A name printed without a company is the one person of that name, if there is just one without employer."""
    if item.company:
        return None
    alone = {person.pk: person for person, employers in directory.executives.get(item.name, []) if not employers}
    return next(iter(alone.values())) if len(alone) == 1 else None


def _settle(article: Article, quotes: Collection[Quote]) -> None:
    """Repeat on each quote the company of its first speaker and the year of its article."""
    stored = {quote.pk: (quote.message_year, quote.company_id) for quote in quotes}
    for quote in quotes:
        quote.message_year = article.message_year
        companies = [item.company for item in quote.attributions.all() if item.company]
        quote.company = companies[0] if companies else None
    settled = {quote.pk: (quote.message_year, quote.company_id) for quote in quotes}
    _update(Quote, ("message_year", "company"), stored, settled)
