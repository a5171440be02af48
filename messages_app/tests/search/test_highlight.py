"""What is marked in the texts found."""

import pytest

from messages_app.search import Highlighter, QuoteFilter, find
from messages_app.tests.factories import make_published

CASES = [
    ("고객가치를 높이자", "가치", ["가치"]),
    ("고객가치를 높이자", "고객 가치", ["고객가치"]),
    ("새로운 길을 새롭게", "새롭다", ["새로운", "새롭"]),
    ("AI와 인공 지능", "AI", ["AI", "인공 지능"]),
    ("고객 가치와 고객가치", '"고객 가치"', ["고객 가치", "고객가치"]),
    ("고객과 비용", "고객 -비용", ["고객"]),
    ("<b>고객</b>", "고객", ["고객"]),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("text", "keyword", "marked"), CASES)
def test_marks_the_words_however_written(text: str, keyword: str, marked: list[str]) -> None:
    make_published(text, "비용만")
    highlighter = Highlighter.of(find(QuoteFilter(keyword=keyword)))
    for quote_id in (0, *highlighter.spots):
        assert [text[start:end] for start, end in highlighter.spans(text, quote_id)] == marked


@pytest.mark.django_db
def test_marks_nothing_without_a_keyword() -> None:
    make_published("고객이 먼저")
    assert Highlighter.of(find(QuoteFilter())).spans("고객이 먼저") == []
