"""Words that must stand side by side, wherever in a statement that is."""

import pytest

from messages_app.models import ANYWHERE, KeywordUse
from messages_app.search import QuoteFilter, find
from messages_app.tests.factories import make_published

pytestmark = pytest.mark.django_db
BEFORE = "우리는 안전을 먼저 생각하며 새로운 길을 걷고 "
CASES = [
    ("고객 가치를 높이자", '"고객 가치"', True),
    ("가치와 고객을 함께 높이자", '"고객 가치"', False),
    ("고객, 가치를 높이자", '"고객 가치"', False),
    ("고객가치를 높이자", '"고객 가치"', False),
    ("고객 \u00a0\n 가치를 높이자", '"고객 가치"', True),
    ("고객을 위한 가치와 고객 가치", '"고객 가치"', True),
    ("고객가치를 높이자", "고객가치", True),
    ("고객 가치를 높이자", "고객가치", True),
    ("고객·가치를 높이자", "고객가치", True),
    ("고객, 가치를 높이자", "고객가치", False),
    ("가치 있는 고객", "고객가치", False),
    ("고객 만족 가치를 높이자", '"고객 만족 가치"', True),
    ("고객 만족과 고객 가치", '"고객 만족 가치"', False),
    ("esg 경영을 넓히자", '"ESG 경영"', True),
]


@pytest.mark.parametrize("length", [0, 3, 20, 60, 62, 63, 64, 130])
@pytest.mark.parametrize(("text", "keyword", "found"), CASES)
def test_a_run_is_found_where_it_stands(text: str, keyword: str, found: bool, length: int) -> None:
    padding = (BEFORE * 6)[:length].rpartition(" ")[0]
    make_published(f"{padding} {text}".strip(), "고객", "가치", "경영")
    assert find(QuoteFilter(keyword=keyword)).count == found


@pytest.mark.parametrize(
    ("keyword", "count"),
    [
        ('안전 "고객 가치"', 1),
        ('-"고객 가치"', 2),
        ('"고객 가치" OR 안전', 3),
        ("-고객가치 고객", 1),
        ("고객가치 OR 안전", 3),
        ('"고객 가치" 고객 가치', 2),
    ],
)
def test_a_run_is_one_condition_among_others(keyword: str, count: int) -> None:
    make_published("안전과 고객 가치", "고객 가치", "가치 있는 고객", "안전이 먼저")
    results = find(QuoteFilter(keyword=keyword))
    assert (results.count, len(results.quotes)) == (count, count)


@pytest.mark.parametrize("keyword", ['"고객 가치"', "고객가치"])
def test_an_index_that_does_not_know_where_words_stand_finds_the_same(keyword: str) -> None:
    make_published("고객 가치", "가치 있는 고객")
    KeywordUse.objects.update(spots=ANYWHERE)
    assert [quote.text for quote in find(QuoteFilter(keyword=keyword)).quotes] == ["고객 가치"]


def test_a_run_is_made_of_the_words_themselves_not_of_their_synonyms() -> None:
    make_published("세계 시장으로", "글로벌 시장으로")
    assert find(QuoteFilter(keyword="세계")).count == 2
    assert find(QuoteFilter(keyword='"세계 시장"')).count == 1
