"""How well reports of one statement are recognised: `GOLD_DIR=… python benchmarks/reprints/run.py` prints results.md.

The articles are not part of this repository; `pairs.tsv` holds their numbers and offsets alone.
"""

import csv
import hashlib
import itertools
import json
import os
import sys
import time
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
sys.path.insert(0, str(ROOT))
os.environ |= {"SECRET_KEY": "benchmark", "DATABASE_URL": "sqlite://:memory:", "ENV_FILE": os.devnull}
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402

from messages_app.importing import likeness, publish_article  # noqa: E402
from messages_app.models import Article, Attribution, Quote  # noqa: E402

Key = tuple[str, int]
Pair = frozenset[Key]


def read_pairs() -> dict[Pair, str]:
    """The judged pairs: ``same`` or ``unclear``; every other pair is not the same."""
    with (FOLDER / "pairs.tsv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    return {
        frozenset({(row["first"], int(row["first_start"])), (row["second"], int(row["second_start"]))}): row["label"]
        for row in rows
    }


def read_gold() -> dict[str, dict[str, Any]]:
    lines = (Path(os.environ["GOLD_DIR"]) / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["id"]: row for row in map(json.loads, lines)}


def candidate_pairs(gold: dict[str, dict[str, Any]]) -> dict[Pair, bool]:
    """Every two statements of a common speaker in different articles, and whether they are taken for the same."""
    said = [
        ((row["id"], quote["start"]), likeness.plain_words(row["text"][quote["start"] : quote["end"]]), voices(quote))
        for row in gold.values()
        for quote in row["quotes"]
        if quote["kind"] == "statement"
    ]
    return {
        frozenset({one, other}): likeness.is_same(words, others)
        for (one, words, speakers), (other, others, speaking) in itertools.combinations(said, 2)
        if one[0] != other[0] and speakers & speaking
    }


def voices(quote: dict[str, Any]) -> set[str]:
    return {who["name"] or f"@{who['organisation']}" for who in quote["speakers"]}


def published_links(gold: dict[str, dict[str, Any]]) -> tuple[dict[Key, Key], set[Key]]:
    """Every article with its right quotes and speakers published in turn: (report -> record), all statements."""
    numbers: dict[int, Key] = {}
    for row in gold.values():
        if all(quote["kind"] != "statement" for quote in row["quotes"]):
            continue
        article = store(row, numbers)
        publish_article(article_id=article.pk)
    rows = Quote.objects.filter(original__isnull=False).values_list("pk", "original")
    return {numbers[pk]: numbers[original] for pk, original in rows}, set(numbers.values())


def store(row: dict[str, Any], numbers: dict[int, Key]) -> Article:
    article = Article.objects.create(
        title=row["id"],
        outlet=row["outlet"] or "",
        message_year=row["message_year"] or 2026,
        published_date=date.fromisoformat(row["published_date"]) if row["published_date"] else None,
        body=row["text"],
        body_hash=hashlib.sha256(row["text"].encode()).hexdigest(),
    )
    for place, said in enumerate(item for item in row["quotes"] if item["kind"] == "statement"):
        start, end = said["start"], said["end"]
        quote = Quote.objects.create(
            article=article, text=row["text"][start:end], start=start, end=end, place=place, kind="statement"
        )
        numbers[quote.pk] = (row["id"], start)
        Attribution.objects.bulk_create(
            Attribution(
                quote=quote,
                place=number,
                name=who["name"] or "",
                organisation=who["organisation"] or "",
                title=who["title"] or "",
            )
            for number, who in enumerate(said["speakers"])
            if who["name"] or who["organisation"] or who["title"]
        )
    return article


def table(judged: dict[Pair, str], taken: dict[Pair, bool]) -> tuple[int, int, int, int]:
    """True positives, false positives, misses, unclear pairs that were taken for the same."""
    hits = [judged.get(pair, "different") for pair, same in taken.items() if same]
    wanted = sum(label == "same" for label in judged.values())
    return hits.count("same"), hits.count("different"), wanted - hits.count("same"), hits.count("unclear")


def main() -> None:
    call_command("migrate", verbosity=0)
    gold, judged = read_gold(), read_pairs()
    began = time.perf_counter()
    taken = candidate_pairs(gold)
    seconds = time.perf_counter() - began
    right, wrong, missed, unclear = table(judged, taken)
    links, said = published_links(gold)
    labels = [judged.get(frozenset(link), "different") for link in links.items()]
    twice = {key for pair, label in judged.items() if label == "same" for key in pair}
    records = set(links.values())
    lost = [key for key in twice if key not in links and key not in records]
    print(
        RESULTS.format(
            rapidfuzz=version("rapidfuzz"),
            articles=len(gold),
            statements=len(said),
            pairs=len(taken),
            same=right + missed,
            right=right,
            wrong=wrong,
            missed=missed,
            unclear=unclear,
            unclear_all=sum(label == "unclear" for label in judged.values()),
            precision=right / (right + wrong),
            recall=right / (right + missed),
            strict=right / (right + wrong + unclear),
            micro=1e6 * seconds / len(taken),
            links=len(links),
            links_same=labels.count("same"),
            links_unclear=labels.count("unclear"),
            links_wrong=labels.count("different"),
            links_precision=labels.count("same") / (labels.count("same") + labels.count("different")),
            twice=len(twice),
            lost=len(lost),
            links_recall=1 - len(lost) / len(twice),
        ),
        end="",
    )


RESULTS = """# Results

rapidfuzz {rapidfuzz}; {articles} articles, {statements} statements, {pairs} pairs of statements by one speaker in two articles.

| pairs, by their words alone | |
| --- | --- |
| judged the same by reading | {same} |
| recognised | {right} |
| taken for the same and not | {wrong} |
| missed | {missed} |
| unclear to a reader (of {unclear_all}) and taken for the same; counted neither way | {unclear} |
| **precision** (bar 0.98) | **{precision:.3f}** |
| precision were every unclear one wrong | {strict:.3f} |
| **recall** (bar 0.85) | **{recall:.3f}** |
| microseconds a pair | {micro:.0f} |

| links, all articles published in turn | |
| --- | --- |
| statements linked to a record | {links} |
| of these judged the same as the record | {links_same} |
| unclear | {links_unclear} |
| not the same | {links_wrong} |
| **precision** | **{links_precision:.3f}** |
| statements that another article has too | {twice} |
| of these neither linked nor a record | {lost} |
| **recall** | **{links_recall:.3f}** |
"""

if __name__ == "__main__":
    main()
