"""The sample articles of ``fixtures/``: each is parsed as a careful reader expects."""

import json
from pathlib import Path
from typing import Any

import pytest

from messages_app.parsing import ParsedArticle, parse_article

ARTICLES = Path(__file__).parents[3] / "fixtures" / "articles"
SAMPLES = sorted(path.stem for path in ARTICLES.glob("*.txt"))


def read(sample: str) -> tuple[ParsedArticle, dict[str, Any]]:
    text = (ARTICLES / f"{sample}.txt").read_text(encoding="utf-8")
    return parse_article(text), json.loads((ARTICLES / f"{sample}.json").read_text(encoding="utf-8"))


def test_there_are_samples() -> None:
    assert SAMPLES


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_header_is_read(sample: str) -> None:
    article, expected = read(sample)
    found = {
        "title": article.title,
        "outlet": article.outlet,
        "reporters": list(article.reporters),
        "published_date": article.published_date.isoformat() if article.published_date else None,
        "url": article.url,
        "message_year": article.message_year,
    }
    assert found == {name: expected[name] for name in found}


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_quotation_is_found_with_its_kind_and_speakers(sample: str) -> None:
    article, expected = read(sample)
    found = [
        {
            "start": quote.start,
            "end": quote.end,
            "text": quote.text,
            "kind": quote.kind,
            "speakers": [
                {"name": who.name, "organisation": who.organisation, "title": who.title} for who in quote.speakers
            ],
        }
        for quote in article.quotes
    ]
    assert found == expected["quotes"]
