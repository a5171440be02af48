"""The keyword index, kept right inside the transaction that changes what it is derived from."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from messages_app.importing.totals import add_uses, subtract_uses
from messages_app.models import EVERYTHING, Article, Attribution, Keyword, KeywordUse, Quote
from messages_app.search import Lexicon, statements

BATCH = 2000
# A figure with its unit is found by search, but a ranking of themes is not about figures.
FIGURE = re.compile(
    r"\d[\d.,]*(?:[천만억조%]*(?:년|월|일|원|달러|명|개|건|배|위안|엔|시간|분|초|주|회|차례|곳|여|대|톤|㎞|km))*$"
)


@dataclass(frozen=True, slots=True)
class Speaking:
    """One speaker of a statement as the index knows them; ids or None."""

    place: int
    company: int | None
    house: int | None
    executive: int | None


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as the index knows it."""

    quote_id: int
    text: str
    outlet: str
    message_year: int
    sort_key: int
    speakers: tuple[Speaking, ...]


def index_statements(quotes: QuerySet[Quote]) -> int:
    """Add the published statements among ``quotes`` to the index; none of them may be in it. Returns how many."""
    said = read_statements(quotes)
    lexicon = Lexicon.load()
    counted = [Counter(word.form for word in lexicon.words(item.text)) for item in said]
    _write(said, counted)
    return len(said)


def unindex_statements(quotes: QuerySet[Quote]) -> None:
    """Take whatever of ``quotes`` is in the index out of it."""
    lock_index()
    uses = KeywordUse.objects.filter(quote__in=list(quotes.order_by().values_list("pk", flat=True)))
    subtract_uses(list(uses))
    uses.delete()


def reindex_statements(quotes: QuerySet[Quote]) -> None:
    """Bring the index up to date with whatever became of ``quotes``."""
    ids = list(quotes.order_by().values_list("pk", flat=True))
    for start in range(0, len(ids), BATCH):
        some = Quote.objects.filter(pk__in=ids[start : start + BATCH])
        unindex_statements(some)
        index_statements(some)


def recount_statements(quotes: QuerySet[Quote]) -> None:
    """Bring the figures of indexed ``quotes`` up to date with the synonyms; no text is analysed again."""
    ids = list(quotes.order_by().values_list("pk", flat=True))
    for start in range(0, len(ids), BATCH):
        some = Quote.objects.filter(pk__in=ids[start : start + BATCH])
        said = read_statements(some)
        raw: dict[int, Counter[str]] = {item.quote_id: Counter() for item in said}
        uses = KeywordUse.objects.filter(quote__in=raw, place=0, raw_count__gt=0).exclude(keyword__form=EVERYTHING)
        for quote, form, times in uses.values_list("quote", "keyword__form", "raw_count"):
            raw[quote][form] = times
        unindex_statements(some)
        _write(said, [raw[item.quote_id] for item in said])


def regroup_company(*, company_id: int) -> None:
    """Count a company's statements under the group it belongs to now; the transaction is the caller's."""
    recount_statements(statements().filter(attributions__company=company_id).distinct())


def _write(said: Sequence[Said], counted: Sequence[Counter[str]]) -> None:
    if not said:
        return
    lock_index()
    keywords = find_keywords(set().union(*counted))
    uses = [use for item, forms in zip(said, counted, strict=True) for use in uses_of(item, forms, keywords)]
    KeywordUse.objects.bulk_create(uses, batch_size=BATCH)
    add_uses(uses)


def lock_index() -> None:
    """Hold the index until the transaction ends: totals are read, changed and written back."""
    Keyword.objects.get_or_create(form=EVERYTHING, defaults={"is_stop": True})
    Keyword.objects.select_for_update().get(form=EVERYTHING)


def read_statements(quotes: QuerySet[Quote]) -> list[Said]:
    """The published statements among ``quotes`` that count: not another outlet's report of one on record."""
    counted = statements().filter(pk__in=quotes.order_by().values("pk"), original__isnull=True)
    speakers = Attribution.objects.select_related("company").order_by("place")
    ready = (
        counted.select_related("article")
        .defer("article__body", "evidence")
        .prefetch_related(Prefetch("attributions", queryset=speakers))
        .order_by("pk")
    )
    return [_said(quote) for quote in ready]


def sort_key(article: Article, place: int) -> int:
    """A number that falls from the newest statement to the oldest and, within an article, from first to last.

    Days since year 1 (20 bits), article (31), place from the end (12): below 2 ** 63. An article
    without a date stands at the first day of its New Year.
    """
    day = article.published_date or date(article.message_year or 1, 1, 1)
    return day.toordinal() << 43 | (article.pk & 0x7FFFFFFF) << 12 | 4095 - min(place, 4095)


def find_keywords(forms: Iterable[str]) -> dict[str, Keyword]:
    """Keywords by form, those that are missing made; ``*`` is always among them."""
    wanted = {*forms, EVERYTHING}
    found = _stored_keywords(wanted)
    missing = sorted(wanted - found.keys())
    if missing:
        new = [Keyword(form=form, is_stop=bool(FIGURE.match(form)) or form == EVERYTHING) for form in missing]
        Keyword.objects.bulk_create(new, batch_size=BATCH, ignore_conflicts=True)
        found |= _stored_keywords(missing)
    return found


def uses_of(said: Said, forms: Counter[str], keywords: dict[str, Keyword]) -> Iterator[KeywordUse]:
    """The rows of one statement: each word under itself and under the keyword it counts as."""
    raw: Counter[int] = Counter()
    merged: Counter[int] = Counter()
    for form, times in (*forms.items(), (EVERYTHING, 1)):
        keyword = keywords[form]
        raw[keyword.pk] += times
        merged[keyword.counts_as_id or keyword.pk] += times
    for pk in sorted(raw.keys() | merged.keys()):
        for who in said.speakers:
            yield KeywordUse(
                keyword_id=pk,
                quote_id=said.quote_id,
                place=who.place,
                count=min(merged[pk], 32767),
                raw_count=min(raw[pk], 32767),
                company_id=who.company,
                house_id=who.house,
                executive_id=who.executive,
                outlet=said.outlet,
                message_year=said.message_year,
                sort_key=said.sort_key,
            )


def _stored_keywords(forms: Iterable[str]) -> dict[str, Keyword]:
    wanted = list(forms)
    found: dict[str, Keyword] = {}
    for start in range(0, len(wanted), BATCH):
        found |= {keyword.form: keyword for keyword in Keyword.objects.filter(form__in=wanted[start : start + BATCH])}
    return found


def _said(quote: Quote) -> Said:
    article = quote.article
    return Said(
        quote_id=quote.pk,
        text=quote.text,
        outlet=article.outlet,
        message_year=article.message_year or 0,
        sort_key=sort_key(article, quote.place),
        speakers=tuple(_speaking(list(quote.attributions.all()))),
    )


def _speaking(attributions: Sequence[Attribution]) -> Iterator[Speaking]:
    """The speakers in order, a company or group named once; nobody at all still is one row."""
    companies: set[int | None] = set()
    houses: set[int | None] = set()
    for place, who in enumerate(attributions):
        company = who.company_id
        house = who.company.group_id or company if who.company else None
        yield Speaking(
            place,
            None if company in companies else company,
            None if house in houses else house,
            who.executive_id,
        )
        companies |= {company, house}
        houses.add(house)
    if not attributions:
        yield Speaking(0, None, None, None)
