"""One statement reported by several outlets: its fullest wording is the record, the others are its reprints.

Whoever changes links holds the lock of the keyword index, where only records are counted: two articles published
at once see each other's statements.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F, Prefetch, Q, QuerySet, prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from messages_app.importing.errors import ImportRefused
from messages_app.importing.keywords import lock_index, reindex_statements
from messages_app.importing.likeness import is_same, likeness, plain_words
from messages_app.importing.release import point, release_reprints
from messages_app.models import Article, Attribution, Quote
from messages_app.search import statements

# A report this much longer than the record holds words that the record lacks: it becomes the record.
FULLER = 1.3


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody to whom words are ascribed: a person, or a company that speaks without one."""

    executive: int | None
    company: int | None


@dataclass(frozen=True, slots=True)
class Wording:
    """A statement on record, as it is compared."""

    quote_id: int
    words: str


def link_reprints(article: Article, quotes: Collection[Quote]) -> set[int]:
    """Link the statements of an article being published to those on record; the transaction is the caller's.

    ``quotes`` are all of the article, with their attributions prefetched. Returns the quotes of other articles whose
    links changed: they must be indexed afresh. What an editor decided stays as it is.
    """
    lock_index()
    changed = _leave_what_is_no_record(quotes)
    said = [quote for quote in quotes if quote.kind == Quote.Kind.STATEMENT]
    reports = Quote.objects.select_related("article").defer("article__body").prefetch_related("attributions")
    prefetch_related_objects(said, Prefetch("reprints", reports))
    strangers = _release_strangers(article, said)
    changed |= _link_open(article, said)
    for stranger in strangers:
        changed |= {stranger.pk} | _link_open(stranger.article, [stranger])
    return changed - {quote.pk for quote in said}


def relink_statements(said: Collection[int]) -> None:
    """Link statements afresh whose speaker became another record; the transaction is the caller's.

    What one person is found to have said, whoever reports it, is one statement; what two said is two.
    """
    records = Quote.objects.filter(pk__in=said, original__isnull=False).values("original")
    touched = Quote.objects.filter(Q(pk__in=said) | Q(pk__in=records)).values("article")
    changed: set[int] = set()
    for article in Article.objects.filter(pk__in=touched, status=Article.Status.PUBLISHED).defer("body").order_by("pk"):
        before = dict(article.quotes.values_list("pk", "original"))
        changed |= link_reprints(article, list(article.quotes.prefetch_related("attributions")))
        after = dict(article.quotes.values_list("pk", "original"))
        changed |= {pk for pk, original in after.items() if original != before[pk]}
    reindex_statements(Quote.objects.filter(pk__in=changed))


def link_quote(*, quote_id: int, original_id: int) -> Quote:
    """An editor's decision: a quote reports the statement of another one. Its own reprints go with it.

    Raises Quote.DoesNotExist, and ImportRefused for a headline, and for a quote linked to itself, to one of its article
    or to a draft.
    """
    with transaction.atomic():
        lock_index()
        quote, other = Quote.objects.get(pk=quote_id), Quote.objects.get(pk=original_id)
        if quote.kind == Quote.Kind.HEADLINE:
            raise ImportRefused("headline", _("제목 속 인용은 발언의 보도로 이을 수 없습니다."))
        record = other.original or other
        if record.article_id == quote.article_id or not statements().filter(pk__in=[record.pk]).exists():
            raise ImportRefused("no_record", _("다른 기사에서 게시한 발언이라야 원 기록이 될 수 있습니다."))
        _decide(point([quote.pk, *quote.reprints.values_list("pk", flat=True)], record.pk))
    quote.refresh_from_db()
    return quote


def unlink_quote(*, quote_id: int) -> Quote:
    """An editor's decision: a quote is a statement of its own. Raises Quote.DoesNotExist."""
    with transaction.atomic():
        lock_index()
        quote = Quote.objects.get(pk=quote_id)
        point([quote.pk], None)
        _decide([quote.pk])
    quote.refresh_from_db()
    return quote


def _decide(quotes: Collection[int]) -> None:
    """Note that an editor decided what these report. The history is of words and speakers, and has no moment of it."""
    decided = Quote.objects.filter(pk__in=quotes)
    decided.update(original_decided=True)
    reindex_statements(decided)


def likely_records(quote: Quote, *, limit: int = 10) -> list[tuple[Quote, int]]:
    """Statements of other articles that an editor may want to link a quote to, likest first, with their likeness."""
    words = plain_words(quote.text)
    known = {item for items in _records(quote.article, list(_speakers(quote))).values() for item in items}
    scored = sorted(((round(likeness(words, item.words)), item.quote_id) for item in known), reverse=True)[:limit]
    found = statements().select_related("article").defer("article__body").in_bulk([pk for _score, pk in scored])
    return [(found[pk], score) for score, pk in scored if pk in found]


def _link_open(article: Article, said: Collection[Quote]) -> set[int]:
    """Link statements of one article, but for those that an editor linked or unlinked."""
    open_ones = [quote for quote in said if not quote.original_decided]
    records = _records(article, [speaker for quote in open_ones for speaker in _speakers(quote)])
    changed: set[int] = set()
    for quote in open_ones:
        changed |= _link(quote, {item for speaker in _speakers(quote) for item in records.get(speaker, ())})
    return changed


def _link(quote: Quote, known: Iterable[Wording]) -> set[int]:
    """Link one statement to the likest record, or make it the record of those that it says more fully."""
    words = plain_words(quote.text)
    same = [record for record in known if is_same(words, record.words)]
    fuller = [record for record in same if len(words) < FULLER * len(record.words)]
    if fuller:
        record = max(fuller, key=lambda one: (likeness(words, one.words), len(one.words), -one.quote_id))
        reports = (reprint.pk for reprint in quote.reprints.all() if reprint.original_id)
        return point([quote.pk, *reports], record.quote_id)
    if quote.original_id:
        point([quote.pk], None)
    if not same:
        return set()
    records = [record.quote_id for record in same]
    shorter = Quote.objects.filter(Q(pk__in=records) | Q(original__in=records))
    return point(list(shorter.values_list("pk", flat=True)), quote.pk)


def _leave_what_is_no_record(quotes: Collection[Quote]) -> set[int]:
    """Link nothing to what is no statement on record, nor a headline to anything. Returns the quotes that were."""
    released = release_reprints(_off_the_record(quotes))
    _unlink_headlines(quotes)
    for quote in quotes:
        if quote.pk in released:
            quote.refresh_from_db(fields=["original", "original_decided"])
    return released


def _off_the_record(quotes: Collection[Quote]) -> set[int]:
    """What is no record for the quotes of an article: those of them that are no statements, and drafts they report."""
    reported = {quote.original_id for quote in quotes if quote.original_id}
    drafts = reported - set(statements().filter(pk__in=reported).values_list("pk", flat=True))
    return drafts | {quote.pk for quote in quotes if quote.kind != Quote.Kind.STATEMENT}


def _unlink_headlines(quotes: Collection[Quote]) -> None:
    """A quotation in a headline reports nothing: it is on record as a headline."""
    headlines = [quote.pk for quote in quotes if quote.kind == Quote.Kind.HEADLINE]
    if headlines:
        linked = Quote.objects.filter(pk__in=headlines, original__isnull=False)
        linked.update(original=None, original_decided=False)


def _release_strangers(article: Article, quotes: Collection[Quote]) -> list[Quote]:
    """Unlink reprints that, after a correction of the record, are no reports of it any more.

    Returns those that are public, shortest first: linked afresh in this order, all end as reports of the fullest.
    """
    strangers = [
        reprint
        for quote in quotes
        for reprint in quote.reprints.all()
        if not reprint.original_decided
        and (reprint.message_year != article.message_year or set(_speakers(quote)).isdisjoint(_speakers(reprint)))
    ]
    for reprint in strangers:
        reprint.original_id = None
    point([reprint.pk for reprint in strangers], None)
    public = [quote for quote in strangers if quote.article.is_published and quote.kind == Quote.Kind.STATEMENT]
    return sorted(public, key=lambda quote: (len(quote.text), -quote.pk))


def _speakers(quote: Quote) -> Iterable[Speaker]:
    for who in quote.attributions.all():
        if who.executive_id:
            yield Speaker(who.executive_id, None)
        elif who.company_id:
            yield Speaker(None, who.company_id)


def _records(article: Article, speakers: Collection[Speaker]) -> dict[Speaker, list[Wording]]:
    """The records of the article's year by any of some speakers, in other articles: two queries at most.

    What an editor set apart is left out: nothing is linked to it but by hand.
    Both start from the index on the speaker, so that they read what these said and nothing else.
    """
    found: dict[Speaker, list[Wording]] = defaultdict(list)
    people = {speaker.executive for speaker in speakers if speaker.executive}
    companies = {speaker.company for speaker in speakers if speaker.company}
    if people:
        _collect(found, article, Attribution.objects.filter(executive__in=people))
    if companies:
        _collect(found, article, Attribution.objects.filter(company__in=companies, executive__isnull=True))
    return found


def _collect(found: dict[Speaker, list[Wording]], article: Article, spoken: QuerySet[Attribution]) -> None:
    rows = (
        # The year is asked of what the speakers said: by its index SQLite would read all that anybody said in it.
        spoken.alias(year=F("quote__message_year") + 0)
        .filter(
            year=article.message_year,
            quote__kind=Quote.Kind.STATEMENT,
            quote__original__isnull=True,
            quote__original_decided=False,
            quote__article__status=Article.Status.PUBLISHED,
            quote__article__is_sample=article.is_sample,
        )
        .exclude(quote__article=article)
        .order_by()
        .values_list("executive", "company", "quote", "quote__text")
    )
    for executive, company, quote, text in rows:
        speaker = Speaker(executive, None) if executive else Speaker(None, company)
        found[speaker].append(Wording(quote, plain_words(text)))
