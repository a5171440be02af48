"""Words that meet are looked up in postings where they are frequent, and found the same as in the rows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from messages_app.models import Company, KeywordPostings, KeywordUse, Quote, TextSignatures
from messages_app.search import QuoteFilter, count, facets, find, make_plan, relaxed
from messages_app.tests.factories import Say, Who, make_company, make_published

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def archive() -> None:
    make_company("두레화학", group=make_company("두레그룹"))
    make_published("고객과 안전", "안전한 고객 가치", "고객이 먼저", outlet="누리신문", message_year=2025)
    make_published(Say("고객의 안전", [Who(), Who("박두레", "두레화학")]), Say("고객과 안전", kind="headline"))


def numbers(*places: int) -> list[int]:
    return [Quote.objects.order_by("pk").values_list("pk", flat=True)[place] for place in places]


def test_it_depends_on_how_frequent_the_words_are_and_how_often_they_meet(way: str) -> None:
    plan = make_plan(QuoteFilter(keyword="고객 안전"))
    assert (plan.listed is not None) == way.startswith("from a list")
    assert (plan.meeting is not None) == way.endswith("from the postings")
    if plan.meeting:
        assert plan.meeting.quotes.tolist() == numbers(0, 1, 3)


@pytest.mark.parametrize("keyword", ["고객 안전", "고객 OR 안전", "고객 안전 -가치", "고객 안전 기업:두레화학"])
def test_nothing_is_found_where_postings_are_lost(way: str, keyword: str) -> None:
    """So they are asked, and nothing else is."""
    before = count(make_plan(QuoteFilter(keyword=keyword)))
    KeywordPostings.objects.all().delete()
    after = count(make_plan(QuoteFilter(keyword=keyword)))
    assert (after == before) == (way == "from the rows")


def test_who_says_a_word_in_some_years_is_read_from_postings(way: str) -> None:
    wanted = QuoteFilter(keyword="고객", years=(2025, 2026))
    before = facets(make_plan(wanted), wanted)
    assert (before.count, len(before.companies), len(before.outlets)) == (4, 3, 2)
    KeywordPostings.objects.all().delete()
    assert (facets(make_plan(wanted), wanted) == before) == (way == "from the rows")


@pytest.mark.parametrize(
    ("keyword", "found"),
    [
        ("벅뚜", 1),
        ('"벅뚜벅"', 1),
        ("벅뚜 고객", 1),
        ("벅뚜 안전", 0),
        ("-벅뚜", 4),
        ("고객 -벅뚜", 4),
        ("고객 -벅뚝", 5),
        ("벅뚜 OR 안전", 4),
        ("벅뚜 OR 없는낱말", 1),
        ("벅뚜 매체:누리신문", 0),
        ("벅뚜 기업:가람텔레콤", 1),
    ],
)
def test_characters_of_no_word_are_found(keyword: str, found: int) -> None:
    make_published("고객과 뚜벅뚜벅 걷자", Say("벅뚜벅뚜", kind="headline"))
    assert find(QuoteFilter(keyword=keyword)).count == found


def test_they_are_looked_for_where_signatures_say(way: str) -> None:
    make_published("고객과 뚜벅뚜벅 걷자")
    TextSignatures.objects.all().delete()
    assert find(QuoteFilter(keyword="벅뚜")).count == (way == "from the rows")


def test_a_phrase_that_no_words_lead_to_is_found_by_its_characters() -> None:
    KeywordUse.objects.exclude(keyword__form="*").delete()
    KeywordPostings.objects.exclude(keyword__form="*").delete()
    assert count(make_plan(QuoteFilter(keyword='"고객 가치"'))) == 1


@pytest.mark.parametrize(
    ("keyword", "found"),
    [
        ("고객 안전", 3),
        ("고객 안전 -가치", 2),
        ("고객 안전 매체:누리신문", 2),
        ("고객 안전 기업:두레화학", 1),
        ("고객 NEAR 가치", 1),
        ("안전 OR 먼저", 4),
        ("고객 안전 없는낱말", 0),
        ("고객 -안전", 1),
        ("고객 -없는낱말", 4),
        ("-안전 -가치", 1),
        ("안전 OR 먼저 OR 가치", 4),
        ("고객 안전 OR 먼저", 4),
        ('고객 -"고객 가치"', 3),
        ('-"고객 가치"', 3),
        ('먼저 OR "고객 가치"', 2),
        ('"고객의 안전" OR "고객 가치"', 2),
        ("고객 -매체:누리신문", 1),
    ],
)
def test_any_question_finds_the_same(keyword: str, found: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("messages_app.search.meeting.NAMED", 1)
    assert find(QuoteFilter(keyword=keyword)).count == found


@pytest.mark.parametrize(
    "keyword", ["고객 안전 매체:누리신문", "안전 OR 먼저 OR 가치 -기업:두레화학", '고객 -"고객 가치"']
)
def test_many_statements_take_no_more_queries_than_few(keyword: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with CaptureQueriesContext(connection) as few:
        find(QuoteFilter(keyword=keyword))
    monkeypatch.setattr("messages_app.search.meeting.NAMED", 1)
    with CaptureQueriesContext(connection) as many:
        find(QuoteFilter(keyword=keyword))
    assert len(many) == len(few)


def test_choices_are_counted_from_them() -> None:
    wanted = QuoteFilter(keyword="고객 안전")
    found = facets(make_plan(wanted), wanted)
    assert [(year.value, year.count) for year in found.years] == [("2026", 1), ("2025", 2)]
    assert {(outlet.value, outlet.count) for outlet in found.outlets} == {("누리신문", 2), ("가온경제", 1)}
    assert {(choice.label, choice.count) for choice in found.companies} == {
        ("가람텔레콤", 3),
        ("두레그룹", 1),
        ("두레화학", 1),
    }
    assert {(person.label, person.count) for person in found.executives} == {("김가온", 3), ("박두레", 1)}
    assert [(kind.value, kind.count) for kind in found.kinds] == [("statement", 3), ("headline", 1)]
    assert [(word.value, word.count) for word in found.words] == [("가치", 1)]


def test_a_choice_of_years_is_counted_from_them_too() -> None:
    wanted = QuoteFilter(keyword="고객 안전", years=(2020, 2025))
    found = facets(make_plan(wanted), wanted)
    assert found.count == find(wanted).count == 2
    assert [(year.value, year.count) for year in found.years] == [("2026", 1), ("2025", 2)]
    assert [(choice.label, choice.count) for choice in found.companies] == [("가람텔레콤", 2)]
    assert [(outlet.value, outlet.count) for outlet in found.outlets] == [("누리신문", 2)]


def test_namesakes_stand_in_one_order_whichever_way_they_are_counted() -> None:
    first, second = Who("나래원", "나래전자"), Who("나래원", "두레화학")
    make_published(Say("고객의 안전", [second]), Say("고객과 안전", [first]))
    wanted = QuoteFilter(keyword="고객 안전")
    found = facets(make_plan(wanted), wanted).executives
    assert [person.value for person in found if "나래원" in person.label] == ["나래원", "나래원-2"]


def test_only_the_word_itself_is_found_where_synonyms_are_left_out() -> None:
    make_published("세계와 고객", "글로벌 고객", "글로벌 세계와 고객")
    assert find(QuoteFilter(keyword="고객 글로벌")).count == 3
    assert find(QuoteFilter(keyword="고객 글로벌", raw=True)).count == 2


@pytest.mark.parametrize(("keyword", "found"), [("-안전 -가치", 1), ('-"고객 가치"', 3)])
def test_words_left_out_as_they_are_leave_the_others(keyword: str, found: int) -> None:
    assert find(QuoteFilter(keyword=keyword, raw=True)).count == found


def test_a_page_without_hits_says_what_to_drop() -> None:
    telecom = Company.objects.get(name="가람텔레콤")
    wanted = QuoteFilter(keyword="가치 먼저", company=telecom, years=(2025, 2025))
    plan = make_plan(wanted)
    assert count(plan) == 0
    assert [(each.name, each.count) for each in relaxed(plan, wanted)] == [("q", 3)]
