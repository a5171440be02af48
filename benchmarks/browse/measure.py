"""Timing whole requests, and publishing."""

import itertools
import random
import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from archive import TITLES, common_words, invented_word
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from messages_app.importing import create_draft, delete_articles, publish_article
from messages_app.models import Article
from messages_app.parsing import parse_article

STATEMENTS = 30


class Timing(NamedTuple):
    """Milliseconds of one thing done several times, and the queries it takes (None where they say nothing).

    ``cpu`` is the p50 of the processor time of this process, SQLite's included, PostgreSQL's server not: that of a
    busy machine can be compared with that of another hour.
    """

    name: str
    p50: float
    p95: float
    cpu: float
    queries: int | None = None


def time_pages(pages: dict[str, list[str]]) -> list[Timing]:
    """Each page once for every address, after one request that nobody times."""
    client = Client(HTTP_HOST="localhost")
    return [_time_page(client, name, addresses) for name, addresses in pages.items()]


def _time_page(client: Client, name: str, addresses: Sequence[str]) -> Timing:
    queries = _count_queries(client, addresses[0])
    return timed(name, [lambda address=address: _get(client, address) for address in addresses[1:]], queries)


def _get(client: Client, address: str) -> None:
    response = client.get(address)
    if response.status_code != 200:
        raise AssertionError(f"{address}: {response.status_code}")


def _count_queries(client: Client, address: str) -> int:
    _get(client, address)
    with CaptureQueriesContext(connection) as captured:
        _get(client, address)
    return len(captured)


def timed(name: str, calls: Sequence[Callable[[], Any]], queries: int | None = None) -> Timing:
    """The durations of some calls."""
    took, cpu = [], []
    for call in calls:
        began, used = time.perf_counter(), time.process_time()
        call()
        took.append((time.perf_counter() - began) * 1000)
        cpu.append((time.process_time() - used) * 1000)
    p95 = statistics.quantiles(took, n=20, method="inclusive")[-1]
    return Timing(name, statistics.median(took), p95, statistics.median(cpu), queries)


def time_publishing(times: int = 12) -> list[Timing]:
    """Publishing an article of 30 statements, and parsing it; the archive is left as it was."""
    rng = random.Random(7)  # noqa: S311 - repeatable, not secret
    texts = [_article_text(rng) for _ in range(times)]
    drafts = [create_draft(text=text).article.pk for text in texts]
    parsing = timed("parsing the same article", [lambda text=text: parse_article(text) for text in texts])
    publishing = timed(
        f"publishing {STATEMENTS} statements", [lambda pk=pk: publish_article(article_id=pk) for pk in drafts]
    )
    delete_articles(articles=Article.objects.filter(pk__in=drafts))
    return [publishing, parsing]


def _article_text(rng: random.Random) -> str:
    """An article as pasted, of one invented speaker."""
    words, name = common_words(), f"김{invented_word(rng, 2)}"
    company, title = f"{invented_word(rng, 3)}전자", rng.choice(TITLES)
    sentences = (" ".join(f"{word}을" for word in rng.sample(words, 9)) for _ in itertools.count())
    said = [f"“{next(sentences)} 함께 이룹시다”라고 말했다." for _ in range(STATEMENTS - 1)]
    first = f"{name} {company} {title}은 2일 신년사에서 “{next(sentences)} 함께 이룹시다”라고 말했다."
    paragraphs = "\n\n".join(f"{name[0]} {title}은 {sentence}" for sentence in said)
    return f"{company} 새해 첫 메시지\n가온신문\n입력 2026.01.02. 오전 10:10\n\n{first}\n\n{paragraphs}\n"
