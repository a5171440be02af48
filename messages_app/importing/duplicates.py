"""The same article again: with other chrome around it, or another outlet's copy of an agency report."""

import zlib
from dataclasses import dataclass

from django.db.models import Count
from rapidfuzz.distance import Indel

from messages_app.importing.likeness import plain_words
from messages_app.models import Article, ArticleShingle
from messages_app.parsing import classify_lines

SHINGLE = 16
SKETCH = 24
SHARED_FROM = 6
# Copies of one report among the real articles share 0.82 to 1 of the shorter text; different reports of one speech,
# which quote the same words, up to 0.79.
SAME_FROM = 0.8
RUN = 8
COMPARED_CHARACTERS = 20_000
CANDIDATES = 10


@dataclass(frozen=True, slots=True)
class AlikeArticle:
    """An article on record that another one repeats, and how much of the shorter text both have, 0 to 1."""

    article: Article
    share: float


def store_sketch(article: Article) -> None:
    """Note the traces by which a new article will be found again; the transaction is the caller's."""
    values = sketch(running_text(article.body))
    ArticleShingle.objects.bulk_create(ArticleShingle(article=article, value=value) for value in sorted(values))


def alike_articles(article: Article) -> list[AlikeArticle]:
    """The articles on record that are the same as this one, likest first: three queries.

    Candidates come from the index of traces, whatever the size of the archive; the few there are are compared.
    """
    own = list(article.shingles.values_list("value", flat=True))
    shared = ArticleShingle.objects.filter(value__in=own).exclude(article=article).order_by().values("article")
    counted = shared.annotate(n=Count("pk")).filter(n__gte=min(SHARED_FROM, len(own))).order_by("-n", "article")
    ids = [row["article"] for row in counted[:CANDIDATES]] if own else []
    words = running_text(article.body)
    alike = [
        AlikeArticle(other, share(words, running_text(other.body))) for other in Article.objects.filter(pk__in=ids)
    ]
    return sorted((one for one in alike if one.share >= SAME_FROM), key=lambda one: (-one.share, one.article.pk))


def running_text(body: str) -> str:
    """The letters and digits of an article's paragraphs, without menus, captions, bylines and adverts."""
    lines = (body[line.start : line.end] for line in classify_lines(body) if line.role == "body")
    return plain_words("".join(lines))[:COMPARED_CHARACTERS]


def sketch(words: str) -> set[int]:
    """The ``SKETCH`` smallest checksums of all stretches of ``SHINGLE`` characters; none for less text than one."""
    stretches = (words[place : place + SHINGLE] for place in range(len(words) - SHINGLE + 1))
    return set(sorted({zlib.crc32(stretch.encode()) for stretch in stretches})[:SKETCH])


def share(one: str, other: str) -> float:
    """How much of the shorter text stands in the longer one, in runs of ``RUN`` characters or more: 0 to 1."""
    short, long = sorted((one, other), key=len)
    runs = (step.src_end - step.src_start for step in Indel.opcodes(short, long) if step.tag == "equal")
    return sum(run for run in runs if run >= RUN) / len(short) if short else 0.0
