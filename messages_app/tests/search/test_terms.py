"""How a word or phrase is read, and what to type for a keyword."""

import pytest

from messages_app.importing import save_keyword
from messages_app.models import EVERYTHING, KeywordTotal
from messages_app.search import Highlighter, QuoteFilter, count, facets, find, make_plan, query_for
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


@pytest.fixture
def longer() -> None:
    """Words alone, and as parts of longer ones that are counted as such; blanks of any kind."""
    make_published("탄소를 줄이자", "탄소중립을 이루자", "탄소 중립을 말하자", "사랑받는 기업", "받는 것보다 주는 것")
    make_published("고객  가치를 높이자", "고객\n가치를 높이자", "CAFÉ를 열자", "Café를 열자")
    make_published("가치를 아는 고객", "고객사의 길", "길이 멀다")


@pytest.mark.parametrize(
    ("keyword", "expected"),
    [
        ('"탄소"', 3),
        ('"중립"', 2),
        ('"탄소중립"', 1),
        ('"탄소 중립"', 1),
        ('-"탄소"', 9),
        ('"탄소" OR "고객사"', 4),
        ('"탄소" 이루다', 1),
        ('"탄소" "이루자"', 1),
        ('"받는"', 2),
        ('"고객"', 4),
        ('"길"', 2),
        ('"고객 가치"', 2),
        ('"고객 가치를"', 2),
        ('"café"', 2),
    ],
)
def test_a_phrase_finds_its_characters_in_whatever_words(longer: None, keyword: str, expected: int) -> None:
    found = find(QuoteFilter(keyword=keyword))
    assert (found.count, len(found.quotes)) == (expected, expected)


def test_a_longer_word_is_not_marked_for_a_part_of_it(longer: None) -> None:
    found = find(QuoteFilter(keyword='"탄소"'))
    marked = {quote.text: Highlighter.of(found).spans(quote.text, quote.pk) for quote in found.quotes}
    assert marked["탄소중립을 이루자"] == [(0, 2)]


def test_a_phrase_does_not_count_synonyms_and_says_so() -> None:
    make_published("세계 시장", "글로벌 시장")
    assert "글로벌" in find(QuoteFilter(keyword="세계")).plan.synonyms
    assert find(QuoteFilter(keyword='"세계 시장"')).plan.synonyms == ()


@pytest.mark.parametrize(
    ("keyword", "expected"),
    [
        ("인공 지능 NEAR 고객", 2),
        ("고객 NEAR 인공 지능", 2),
        ("고객 NEAR AI", 2),
        ("인공 지능 OR 길", 3),
        ("길 OR 인공 지능", 3),
        ("4차 산업 혁명", 2),
        ("지능 NEAR 고객", 1),
    ],
)
def test_a_compound_is_one_word_beside_others_too(keyword: str, expected: int) -> None:
    make_published("인공 지능을 고객에게", "AI로\n고객에게", "지능을 고객에게", "4차 산업 혁명을", "4차산업혁명의 길")
    assert count(make_plan(QuoteFilter(keyword=keyword))) == expected


@pytest.mark.parametrize(("raw", "expected"), [(False, 2), (True, 1)])
def test_near_finds_what_counts_as_its_words(raw: bool, expected: int) -> None:
    make_published("세계의 고객", "글로벌 고객")
    assert count(make_plan(QuoteFilter(keyword="세계 NEAR 고객", raw=raw))) == expected


def test_a_word_that_looks_like_a_verb_is_found_as_itself_too() -> None:
    save_keyword(form="온", is_compound=True)
    make_published("온·오프라인을 넘자", "새해가 온다", "다온이 먼저")
    assert count(make_plan(QuoteFilter(keyword="온"))) >= 2


@pytest.mark.parametrize("more", ["AI를 쓰자", "산업혁명을 하자"])
def test_near_asks_for_the_words_whichever_is_the_rarest(more: str) -> None:
    """Kiwi takes this 산업혁명로 for one word, as of a road."""
    make_published("산업혁명을 이끄는 AI", "초격차 인공지능을\u00a0산업혁명로 내주면 R&D로 AI", more, f"다시 {more}")
    assert count(make_plan(QuoteFilter(keyword="AI NEAR 산업혁명"))) == 1


@pytest.mark.parametrize("keyword", ["고객\0", "\ud800고객", "고객\ud800 길", '"고객\0"'])
def test_what_no_text_can_hold_is_passed_over(keyword: str) -> None:
    make_published("고객의 길", "안전의 길")
    assert count(make_plan(QuoteFilter(keyword=keyword))) == 1
