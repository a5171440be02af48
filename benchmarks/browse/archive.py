"""An invented archive of any size, written straight into the tables in bounded memory.

Words follow Zipf's law as in written Korean; companies, people, outlets and most words are made up of random syllables.
The index rows are those of the words each statement was made of: reading a million statements with the
analyser would measure the analyser.
"""

import hashlib
import itertools
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from tables import BulkTable, pack_postings, refresh_statistics, reset_sequences, sum_up_totals, without_indexes

from messages_app.importing.keywords import sort_key
from messages_app.models import (
    EVERYTHING,
    Article,
    Attribution,
    Company,
    CompanyAlias,
    Executive,
    Keyword,
    KeywordUse,
    Quote,
    name_key,
    spots_of,
)

COMPANIES = 1_000
GROUPS = 60
EXECUTIVES = 5_000
OUTLETS = 40
YEARS = range(2000, 2027)
WORDS = 20_000
WORDS_SAID = 14
QUOTES_PER_ARTICLE = 8
ARTICLES_AT_ONCE = 250
JOINT = 0.05
TOGETHER = 0.05
PHRASES = 40
NOUNS = Path(__file__).with_name("nouns.txt")
PARTICLES = ("을", "이", "의", "과", "에", "으로", "")
ENDINGS = ("해야 합니다", "하겠습니다", "합시다", "할 때입니다")
TITLES = ("회장", "부회장", "사장", "대표이사", "행장")
INITIALS, VOWELS, FINALS = (0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18), (0, 4, 8, 13, 20), (0, 1, 4, 8, 16, 21)


@dataclass(frozen=True, slots=True)
class Speaker:
    """An executive with all that a row says of them."""

    executive: int
    name: str
    company: int
    house: int
    organisation: str
    title: str


@dataclass(frozen=True, slots=True)
class World:
    """Everything statements are made of. ``words[n]`` is the keyword numbered ``pks[n]``, the most frequent first."""

    words: Sequence[str]
    pks: Sequence[int]
    weights: Sequence[float]
    speakers: Sequence[Speaker]
    outlets: Sequence[str]
    everything: int


def fill(quotes: int, seed: int = 2026) -> None:
    """Fill an empty, migrated database with so many statements."""
    rng = random.Random(seed)  # noqa: S311 - repeatable, not secret
    world = _make_world(rng)
    writers = {model: BulkTable(model, given) for model, given in GIVEN.items()}
    with without_indexes(KeywordUse):
        for rows in _batches(quotes, world, rng):
            for model, some in rows.items():
                writers[model].insert(some)
    reset_sequences([Company, Executive, Article, Quote, Attribution, KeywordUse])
    sum_up_totals()
    pack_postings()
    refresh_statistics()


GIVEN: dict[Any, tuple[str, ...]] = {
    Article: (
        *("id", "title", "outlet", "published_date", "message_year", "body", "body_hash", "status"),
        *("imported_at", "published_at"),
    ),
    Quote: ("id", "article_id", "text", "start", "end", "company_id", "message_year", "place"),
    Attribution: ("quote_id", "place", "name", "organisation", "title", "executive_id", "company_id"),
    KeywordUse: (
        *("keyword_id", "quote_id", "place", "count", "raw_count", "spots", "company_id", "house_id", "executive_id"),
        *("outlet", "message_year", "sort_key"),
    ),
}


def invented_word(rng: random.Random, length: int) -> str:
    """Random syllables: ``건손톨``."""
    picks = ((rng.choice(INITIALS), rng.choice(VOWELS), rng.choice(FINALS)) for _ in range(length))
    return "".join(chr(0xAC00 + (first * 21 + vowel) * 28 + last) for first, vowel, last in picks)


def common_words() -> list[str]:
    """The real nouns among the words, the most frequent first; none that counts as another."""
    synonyms = set(Keyword.objects.filter(counts_as__isnull=False).values_list("form", flat=True))
    return list(dict.fromkeys(word for word in NOUNS.read_text(encoding="utf-8").split() if word not in synonyms))


def phrases() -> list[str]:
    """Two common words each that ``TOGETHER`` of the statements hold side by side."""
    words = common_words()
    return [f"{words[n]} {words[n + 1]}" for n in range(PHRASES)]


def _make_world(rng: random.Random) -> World:
    words = _different(rng, WORDS, 3, common_words())
    Keyword.objects.bulk_create((Keyword(form=form) for form in words), ignore_conflicts=True, batch_size=2000)
    Keyword.objects.get_or_create(form=EVERYTHING, defaults={"is_stop": True})
    stored = dict(Keyword.objects.values_list("form", "pk"))
    return World(
        words=words,
        pks=[stored[word] for word in words],
        weights=list(itertools.accumulate(1 / (rank + 2.7) for rank in range(1, len(words) + 1))),
        speakers=_make_speakers(rng),
        outlets=[f"{name}신문" for name in _different(rng, OUTLETS, 2, [])],
        everything=stored[EVERYTHING],
    )


def _different(rng: random.Random, number: int, length: int, first: Iterable[str]) -> list[str]:
    found = dict.fromkeys(first)
    while len(found) < number:
        found[invented_word(rng, length)] = None
    return list(found)


def _make_speakers(rng: random.Random) -> list[Speaker]:
    names = _different(rng, COMPANIES, 3, [])
    suffixes = ("전자", "화학", "은행", "텔레콤", "건설")
    companies = [
        Company(
            pk=pk,
            name=f"{name}{'그룹' if pk <= GROUPS else suffixes[pk % 5]}",
            slug=f"{name}-{pk}",
            group_id=(pk % GROUPS) + 1 if pk > GROUPS and pk % 3 == 0 else None,
            industry=f"{suffixes[pk % 5]}업",
        )
        for pk, name in enumerate(names, 1)
    ]
    Company.objects.bulk_create(companies)
    CompanyAlias.objects.bulk_create(
        CompanyAlias(company=company, name=company.name, key=name_key(company.name)) for company in companies
    )
    people = [Executive(pk=pk, name=f"김{invented_word(rng, 2)}", slug=f"사람-{pk}") for pk in range(1, EXECUTIVES + 1)]
    Executive.objects.bulk_create(people)
    employers = {person.pk: companies[(person.pk - 1) % COMPANIES] for person in people}
    Executive.companies.through.objects.bulk_create(
        Executive.companies.through(executive_id=pk, company_id=company.pk) for pk, company in employers.items()
    )
    return [
        Speaker(person.pk, person.name, home.pk, home.group_id or home.pk, home.name, TITLES[person.pk % 5])
        for person, home in zip(people, employers.values(), strict=True)
    ]


def _batches(quotes: int, world: World, rng: random.Random) -> Iterator[dict[Any, list[tuple[Any, ...]]]]:
    """The rows of ``ARTICLES_AT_ONCE`` articles at a time."""
    popularity = list(itertools.accumulate(1 / (rank + 20) for rank in range(EXECUTIVES)))
    done, article = 0, 0
    while done < quotes:
        rows: dict[Any, list[tuple[Any, ...]]] = {model: [] for model in GIVEN}
        for _ in range(ARTICLES_AT_ONCE):
            size = min(rng.randint(1, 2 * QUOTES_PER_ARTICLE - 1), quotes - done)
            if not size:
                break
            article += 1
            head = rng.choices(world.speakers, cum_weights=popularity)[0]
            _add_article(rows, article, done + 1, size, head, world, rng)
            done += size
        yield rows


def _add_article(
    rows: dict[Any, list[tuple[Any, ...]]],
    pk: int,
    first_quote: int,
    size: int,
    speaker: Speaker,
    world: World,
    rng: random.Random,
) -> None:
    year = rng.choice(YEARS)
    day = date(year, 1, rng.randint(1, 31))
    outlet = rng.choice(world.outlets)
    article = Article(pk=pk, published_date=day)
    title = f"{speaker.organisation} {year}년 신년사 {pk}"
    body, quotes = f"{title}\n", []
    for place in range(size):
        text, said = _statement(world, rng)
        start = len(body) + 1
        body += f"“{text}”\n"
        speakers = [speaker, rng.choice(world.speakers)] if rng.random() < JOINT else [speaker]
        quotes.append((first_quote + place, text, start, place, said, speakers[: len({s.house for s in speakers})]))
    moment = datetime(year, 1, day.day, tzinfo=UTC)
    digest = hashlib.sha256(body.encode()).hexdigest()
    rows[Article].append((pk, title, outlet, day, year, body, digest, "published", moment, moment))
    for quote, text, start, place, said, speakers in quotes:
        rows[Quote].append((quote, pk, text, start, start + len(text), speaker.company, year, place))
        key = sort_key(article, place)
        for number, who in enumerate(speakers):
            rows[Attribution].append((quote, number, who.name, who.organisation, who.title, who.executive, who.company))
            rows[KeywordUse] += [
                (keyword, quote, number, max(1, len(offsets)), max(1, len(offsets)), spots_of(offsets))
                + (who.company, who.house, who.executive, outlet, year, key)
                for keyword, offsets in said.items()
            ]


def _statement(world: World, rng: random.Random) -> tuple[str, dict[int, list[int]]]:
    """A text and how many letters stand before each keyword in it; a few have two frequent words side by side, for phrases."""
    picked = rng.choices(range(len(world.words)), cum_weights=world.weights, k=WORDS_SAID)
    parts = [world.words[n] + PARTICLES[(n + place) % len(PARTICLES)] for place, n in enumerate(picked)]
    if rng.random() < TOGETHER:
        n = rng.randrange(PHRASES)
        parts[0] = f"{world.words[n]} {world.words[n + 1]}를"
        picked = [n, n + 1, *picked[1:]]
        parts[:1] = parts[0].split(" ")
    said: dict[int, list[int]] = {world.everything: []}
    letters = 0
    for n, part in zip(picked, parts, strict=True):
        said.setdefault(world.pks[n], []).append(letters)
        letters += len(part)
    return f"{' '.join(parts)} {rng.choice(ENDINGS)}", said
