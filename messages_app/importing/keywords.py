"""The keyword index, kept right inside the transaction that changes what it is derived from."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from django.db.models import Prefetch, QuerySet

from messages_app.importing.bulk import write_rows
from messages_app.importing.postings import add_postings, take_postings
from messages_app.importing.signatures import add_signatures, take_signatures
from messages_app.importing.totals import add_uses, subtract_uses
from messages_app.models import (
    EVERYTHING,
    IN_HEADLINE,
    Article,
    Attribution,
    Keyword,
    KeywordUse,
    Quote,
    letters_before,
    spots_of,
)
from messages_app.search import Lexicon, indexed

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

    @property
    def is_statement(self) -> bool:
        """Not what a headline has between quotation marks."""
        return self.speakers[0].place == 0


class Occurrences(NamedTuple):
    """How often a word is said in a statement, and the bits of where (``messages_app.models.spots``)."""

    times: int
    spots: int


Words = Mapping[str, Occurrences]


@dataclass(slots=True)
class Use:
    """A row of the index about to be written: the columns of ``KeywordUse``."""

    keyword_id: int
    quote_id: int
    place: int
    count: int
    raw_count: int
    spots: int
    company_id: int | None
    house_id: int | None
    executive_id: int | None
    outlet: str
    message_year: int
    sort_key: int


COLUMNS = tuple(column.name for column in fields(Use))
values_of = attrgetter(*COLUMNS)


def index_statements(quotes: QuerySet[Quote]) -> int:
    """Add what is published among ``quotes`` to the index; none of it may be in it. Returns how many quotes."""
    said = read_published(quotes)
    lexicon = Lexicon.load()
    _write(said, [count_words(item.text, lexicon) for item in said])
    return len(said)


def count_words(text: str, lexicon: Lexicon) -> Words:
    """The words of a text by form: ``"고객, 또 고객"`` -> 고객 twice, after 0 and 4 letters."""
    before, offsets = letters_before(text), defaultdict(list)
    for word in lexicon.words(text):
        offsets[word.form].append(before[word.start])
    return {form: Occurrences(len(some), spots_of(some)) for form, some in offsets.items()}


def unindex_statements(quotes: QuerySet[Quote]) -> None:
    """Take whatever of ``quotes`` is in the index out of it."""
    lock_index()
    uses = KeywordUse.objects.filter(quote__in=list(quotes.order_by().values_list("pk", flat=True)))
    if counted := list(uses):
        frequent = subtract_uses(counted)
        uses.delete()
        take_postings(counted, frequent)
        take_signatures({use.quote_id for use in counted if not use.place})


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
        said = read_published(some)
        raw: dict[int, dict[str, Occurrences]] = {item.quote_id: {} for item in said}
        uses = KeywordUse.objects.filter(quote__in=raw, place__in=(0, IN_HEADLINE), raw_count__gt=0).exclude(
            keyword__form=EVERYTHING
        )
        for quote, form, times, spots in uses.values_list("quote", "keyword__form", "raw_count", "spots"):
            raw[quote][form] = Occurrences(times, spots)
        unindex_statements(some)
        _write(said, [raw[item.quote_id] for item in said])


def regroup_company(*, company_id: int) -> None:
    """Count a company's statements under the group it belongs to now; the transaction is the caller's."""
    recount_statements(indexed().filter(attributions__company=company_id).distinct())


@contextmanager
def regrouping(*, company_id: int) -> Iterator[None]:
    """What is done inside may change a company's group; the transaction is the caller's."""
    lock_index()  # Before the company, as merging does.
    yield
    regroup_company(company_id=company_id)


def _write(said: Sequence[Said], counted: Sequence[Words]) -> None:
    if not said:
        return
    lock_index()
    keywords = find_keywords(set().union(*counted))
    uses = [use for item, words in zip(said, counted, strict=True) for use in uses_of(item, words, keywords)]
    # By keyword, as the indexes are: what is written into one page of them is written one after the other.
    write_rows(KeywordUse, COLUMNS, sorted(map(values_of, uses)))
    add_postings(uses, add_uses(uses))
    add_signatures((item.quote_id, item.text) for item in said if item.is_statement)


def lock_index() -> None:
    """Hold the index until the transaction ends: totals are read, changed and written back."""
    locked = Keyword.objects.select_for_update().filter(form=EVERYTHING).values_list("pk")
    if not list(locked):
        Keyword.objects.get_or_create(form=EVERYTHING, defaults={"is_stop": True})
        list(locked.all())


def read_published(quotes: QuerySet[Quote]) -> list[Said]:
    """What is published among ``quotes`` and belongs into the index."""
    counted = indexed().filter(pk__in=quotes.order_by().values("pk"))
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


def uses_of(said: Said, words: Words, keywords: dict[str, Keyword]) -> Iterator[Use]:
    """The rows of one statement: each word under itself and under the keyword it counts as."""
    raw: Counter[int] = Counter()
    merged: Counter[int] = Counter()
    spots: dict[int, int] = {}
    for form, found in (*words.items(), (EVERYTHING, Occurrences(1, 0))):
        keyword = keywords[form]
        raw[keyword.pk] += found.times
        merged[keyword.counts_as_id or keyword.pk] += found.times
        spots[keyword.pk] = found.spots
    for pk in sorted(raw.keys() | merged.keys()):
        for who in said.speakers:
            yield Use(
                pk,
                said.quote_id,
                who.place,
                min(merged[pk], 32767),
                min(raw[pk], 32767),
                spots.get(pk, 0),
                who.company,
                who.house,
                who.executive,
                said.outlet,
                said.message_year,
                said.sort_key,
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
        speakers=tuple(_speaking(quote)),
    )


def _speaking(quote: Quote) -> Iterator[Speaking]:
    """The speakers in order, a company or group named once; nobody at all still is one row, as is a headline."""
    attributions = quote.attributions.all()
    if quote.kind == Quote.Kind.HEADLINE:
        yield Speaking(IN_HEADLINE, None, None, None)
        return
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
