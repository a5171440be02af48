"""How a word or phrase is read, and what to type for a keyword."""

import pytest

from messages_app.models import EVERYTHING, KeywordTotal
from messages_app.search import QuoteFilter, count, facets, make_plan, query_for
from messages_app.tests.factories import Say, make_published

pytestmark = pytest.mark.django_db
STATEMENTS = (
    "우리는 해마다 한 해를 돌아보며 고객 앞에 섰습니다",
    "우리금융의 전 임직원이 공을 나누고 함께 걸어왔습니다",
    "해가 바뀌어도 안 되는 일은 없다고 여기며 저온에서 다온까지 달려왔습니다",
    "막대한 비용을 더하고 덜어 낸 만큼 OR 연구와 R&D에 온·오프라인의 힘을 모읍시다",
    "한숨을 걷어 내고 초격차 기술을 2차전지 시장에서 보여 주시기 바랍니다",
    "국가의 헬스케어 제로 시대, 내수를 살리는 만남의 장을 만듭시다",
)


@pytest.mark.parametrize(
    ("form", "typed"),
    [
        ("고객", "고객"),
        ("R&D", "R&D"),
        ("다온", "다온"),
        ("여기다", "여기다"),
        ("우리", "낱말:우리"),
        ("전", "낱말:전"),
        ("OR", "낱말:OR"),
        ("연구개발", "낱말:연구개발"),
        ("온·오프라인", "온·오프라인"),
    ],
)
def test_what_to_type_for_a_keyword(form: str, typed: str) -> None:
    assert query_for(form) == typed


def test_every_count_of_a_keyword_leads_to_as_many_statements() -> None:
    make_published(*STATEMENTS)
    totals = KeywordTotal.objects.filter(scope=KeywordTotal.Scope.ALL, quotes__gt=0, keyword__counts_as=None)
    counted = dict(totals.exclude(keyword__form=EVERYTHING).values_list("keyword__form", "quotes"))
    assert len(counted) > 40
    assert {form: count(make_plan(QuoteFilter(keyword=query_for(form)))) for form in counted} == counted


def test_every_phrase_of_a_statement_finds_it() -> None:
    """Wherever it is cut out, as what stood around its words says how they were read."""
    make_published(*STATEMENTS)
    for text in STATEMENTS:
        words = text.split()
        cuts = [" ".join(words[first:last]) for first in range(len(words)) for last in range(first + 1, len(words) + 1)]
        missed = [cut for cut in cuts if not count(make_plan(QuoteFilter(keyword=f'"{cut}"')))]
        assert not missed


def test_words_side_by_side_are_also_the_word_that_they_make() -> None:
    """And so what is counted as that: R&D is a synonym of 연구개발."""
    make_published("R&D에 힘쓰자", "연구개발에 힘쓰자", "연구 개발에 힘쓰자", "개발을 연구하자")
    assert count(make_plan(QuoteFilter(keyword="연구개발"))) == 3


def test_a_word_in_just_one_form_can_be_left_out() -> None:
    make_published("우리가 먼저", "우리금융이 먼저", "고객이 먼저")
    assert count(make_plan(QuoteFilter(keyword="우리"))) == 2
    assert count(make_plan(QuoteFilter(keyword="-우리"))) == 1
    assert count(make_plan(QuoteFilter(keyword="-낱말:우리"))) >= 2


@pytest.fixture
def revolution() -> None:
    """A compound that a phrase cuts in two, so that its words lead nowhere, and a headline that has it whole."""
    make_published("4차 산업혁명을 세계가 압니다", message_year=2024)
    make_published(
        "산업 혁명을 말하자", "안전이 먼저", Say("4차 산업혁명을 세계가", kind="headline"), message_year=2025
    )


@pytest.mark.parametrize(
    ("keyword", "expected"),
    [
        ('"산업혁명을 세계"', 1),
        ('-"산업혁명을 세계"', 2),
        ('세계 -"산업혁명을 세계"', 0),
        ('안전 OR "산업혁명을 세계"', 2),
        ('안전 OR "산업혁명을 세계" 연도:2024', 1),
        ('안전 OR "산업혁명을 세계" 연도:2025', 1),
        ('"산업혁명을 세계" "혁명을 말하자"', 0),
    ],
)
def test_what_no_words_lead_to_is_found_by_characters_in_any_clause(
    revolution: None, keyword: str, expected: int
) -> None:
    assert count(make_plan(QuoteFilter(keyword=keyword))) == expected


def test_statements_decide_so_for_headlines_too(revolution: None) -> None:
    wanted = QuoteFilter(keyword='안전 OR "산업혁명을 세계"', kind="headline")
    assert count(make_plan(wanted)) == 1


@pytest.mark.parametrize("keyword", ["고객 OR 안전 OR 혁신", "고객 OR 안전 -혁신", "고객 OR 안전 미래 OR 혁신"])
def test_either_of_rare_words_where_everything_is_frequent(monkeypatch: pytest.MonkeyPatch, keyword: str) -> None:
    for module in ("importing.totals", "search.planning"):
        monkeypatch.setattr(f"messages_app.{module}.WIDE_FROM", 3)
    make_published("고객 하나", "안전 하나", "혁신 하나", "미래 하나")
    expected = {"고객 OR 안전 OR 혁신": 3, "고객 OR 안전 -혁신": 2, "고객 OR 안전 미래 OR 혁신": 0}
    assert count(make_plan(QuoteFilter(keyword=keyword))) == expected[keyword]


def test_words_offered_without_synonyms_are_in_as_many_statements() -> None:
    make_published("새로운 고객", "새로움과 고객", "R&D와 고객", "연구개발과 고객")
    wanted = QuoteFilter(keyword="고객", raw=True, years=(2020, 2030))
    offered = {word.value: word.count for word in facets(make_plan(wanted), wanted).words}
    assert offered == {"개발": 1, "새로움": 1, "연구": 1}
    for word, statements in offered.items():
        assert count(make_plan(QuoteFilter(keyword=f"고객 {query_for(word)}", raw=True))) == statements


@pytest.mark.parametrize(
    ("phrase", "sentence"),
    [
        ("해마다 길어지는", "회장의 신년사가 해마다 길어지는 회사는 위험한 회사"),
        ("내주면 세상에", "자리를 내주면 세상에 없던 서비스가 됩니다"),
    ],
)
def test_a_phrase_finds_all_that_have_it_however_its_words_are_read_there(phrase: str, sentence: str) -> None:
    """Of a statement that is nothing else, and of a sentence, Kiwi makes other words."""
    make_published(phrase, sentence)
    assert count(make_plan(QuoteFilter(keyword=f'"{phrase}"'))) == 2
