"""Finding, counting and paging: the contract of search, on every database there is."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext

from messages_app.importing import publish_article, unpublish_article
from messages_app.models import Company, Executive, KeywordTotal, Quote
from messages_app.search import Choice, QuoteFilter, facets, find, make_plan, plan
from messages_app.search.results import ORDERS, Results
from messages_app.tests.factories import Say, Who, make_company, make_draft, make_published

pytestmark = pytest.mark.django_db
KIM, LEE, PARK = (
    Who("김가온", "가람텔레콤", "사장"),
    Who("이누리", "누리전자", "대표"),
    Who("박두레", "두레화학", "사장"),
)


@pytest.fixture
def archive() -> None:
    """A group with two members, a company without group; three years; one joint statement."""
    group = make_company("가람그룹")
    make_company("가람텔레콤", "가람텔", group=group, industry="통신")
    make_company("두레화학", group=group, industry="화학")
    make_published("고객이 먼저", "안전이 먼저", message_year=2024, published_date=date(2024, 1, 2), outlet="새벽일보")
    make_published(
        Say("고객 가치를 높이자", (KIM, PARK)), Say("혁신하자", (LEE,)), message_year=2025, published_date=None
    )
    make_published(Say("고객을 지키자", (LEE,)), Say("고객, 또 고객", (PARK,)), message_year=2026)
    make_draft("고객을 아직 말하지 않았다")


def walk(wanted: QuoteFilter, size: int = 1) -> list[Results]:
    pages = [find(wanted, size=size)]
    while pages[-1].next and len(pages) < 50:
        pages.append(find(wanted, after=pages[-1].next, size=size))
    return pages


def texts(results: Results) -> list[str]:
    return [quote.text for quote in results.quotes]


def company(name: str) -> Company:
    return Company.objects.get(name=name)


class TestSearchContract:
    """What search promises whatever it runs on; `make test` runs it on SQLite and on PostgreSQL.

    A count is what one can page through, a choice leaves what it says, pages neither skip nor repeat.
    """

    @pytest.mark.parametrize("sort", sorted(ORDERS))
    @pytest.mark.parametrize(
        "keyword", ["", "고객", "고객 -가치", "-고객", "고객 OR 혁신", '"고객이"', "고객 NEAR 가치", "없는말"]
    )
    def test_count_is_what_one_can_page_through(self, archive: None, keyword: str, sort: str) -> None:
        pages = walk(QuoteFilter(keyword=keyword, sort=sort))
        seen = [quote.pk for page in pages for quote in page.quotes]
        assert len(seen) == len(set(seen))
        assert {page.count for page in pages} == {len(seen)}

    def test_a_statement_stands_under_the_first_company_of_its_speakers(self, archive: None) -> None:
        make_published(Say("고객과 함께", (Who("최새벽", ""), LEE)), Say("고객에게", (Who("최새벽", ""),)))
        pages = walk(QuoteFilter(keyword="고객", sort="company"))
        companies = [quote.company.name if quote.company else "" for page in pages for quote in page.quotes]
        assert companies == sorted(companies)
        assert (len(companies), companies.count("")) == (pages[0].count, 1)

    def test_it_stands_there_also_among_what_a_later_speaker_said(self, archive: None) -> None:
        make_published(
            Say("안전", (Who("나래원", "하늘은행"), PARK)), Say("안전하게", (PARK, LEE)), Say("안전을", (PARK,))
        )
        pages = walk(QuoteFilter(executive=Executive.objects.get(name="박두레"), sort="company"))
        companies = [quote.company.name for page in pages for quote in page.quotes if quote.company]
        assert companies == sorted(companies)
        assert (len(companies), companies[-1]) == (pages[0].count, "하늘은행")

    @pytest.mark.parametrize("keyword", ["고객 -가치", "-고객", "고객 OR 혁신", '"고객 가치"', "고객 먼저"])
    @pytest.mark.parametrize("sort", sorted(ORDERS))
    def test_a_page_is_the_same_whichever_way_it_is_found(
        self, archive: None, keyword: str, sort: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        wanted = QuoteFilter(keyword=keyword, sort=sort)
        gone_through = [texts(page) for page in walk(wanted)]
        monkeypatch.setattr(plan, "PROBES", 0)
        assert [texts(page) for page in walk(wanted)] == gone_through

    def test_the_newest_of_some_years_is_first_however_late_it_was_reported(self) -> None:
        make_published("고객의 말", message_year=2021, published_date=date(2021, 1, 4))
        make_published("고객의 뜻", message_year=2020, published_date=date(2026, 1, 2))
        make_published("고객의 길", message_year=2026, published_date=date(2026, 1, 3))
        for keyword in ("", "고객"):
            found = find(QuoteFilter(keyword=keyword, years=(2019, 2022)), size=1)
            assert [quote.text for quote in found.quotes] == ["고객의 뜻"]
            (other,) = find(QuoteFilter(keyword=keyword, years=(2019, 2022)), size=1, after=found.next or "").quotes
            assert other.text == "고객의 말"

    def test_newest_message_comes_first_and_an_article_keeps_its_order(self, archive: None) -> None:
        assert texts(find(QuoteFilter())) == [
            "고객을 지키자",
            "고객, 또 고객",
            "고객 가치를 높이자",
            "혁신하자",
            "고객이 먼저",
            "안전이 먼저",
        ]

    def test_most_said_comes_first(self, archive: None) -> None:
        assert texts(find(QuoteFilter(keyword="고객", sort="relevant")))[0] == "고객, 또 고객"

    def test_previous_page_is_the_one_before(self, archive: None) -> None:
        first, second, third = walk(QuoteFilter(), size=2)
        assert texts(find(QuoteFilter(), before=third.previous or "", size=2)) == texts(second)
        assert first.previous is None

    @pytest.mark.parametrize("cursor", ["x", "1~2~3~4", "~", "9" * 40, "1~-2", "<script>", "１~２"])
    def test_cursor_that_cannot_be_read_is_the_first_page(self, archive: None, cursor: str) -> None:
        assert texts(find(QuoteFilter(), after=cursor)) == texts(find(QuoteFilter()))

    def test_paging_neither_skips_nor_repeats_while_somebody_publishes(self, archive: None) -> None:
        first = find(QuoteFilter(), size=2)
        make_published("새로 올라온 말", message_year=2026, published_date=date(2026, 1, 31))
        second = find(QuoteFilter(), after=first.next or "", size=2)
        assert not {quote.pk for quote in first.quotes} & {quote.pk for quote in second.quotes}
        assert texts(second) == ["고객 가치를 높이자", "혁신하자"]

    @pytest.mark.parametrize(
        ("keyword", "count"),
        [
            ("기업:가람텔레콤", 3),
            ("기업:가람텔", 3),
            ("기업:가람그룹", 4),
            ("-기업:가람그룹", 2),
            ("인물:이누리", 2),
            ("연도:2025", 2),
            ("연도:2024..2025", 4),
            ("매체:새벽일보", 2),
            ("업종:화학", 2),
            ("업종:통신 고객", 2),
            ("기업:누리전자 기업:두레화학", 4),
        ],
    )
    def test_conditions_of_the_query_language(self, archive: None, keyword: str, count: int) -> None:
        assert find(QuoteFilter(keyword=keyword)).count == count

    def test_group_includes_members_and_counts_a_joint_statement_once(self, archive: None) -> None:
        found = find(QuoteFilter(company=company("가람그룹")))
        assert found.count == 4 == len(found.quotes)

    def test_joint_statement_is_on_the_pages_of_both_speakers(self, archive: None) -> None:
        for name in ("김가온", "박두레"):
            found = find(QuoteFilter(executive=Executive.objects.get(name=name), keyword="가치"))
            assert texts(found) == ["고객 가치를 높이자"]

    def test_facet_counts_are_what_choosing_leaves(self, archive: None) -> None:
        for wanted in (
            QuoteFilter(),
            QuoteFilter(keyword="고객"),
            QuoteFilter(years=(2025, 2025)),
            QuoteFilter(years=(2025, 2026)),
            QuoteFilter(raw=True, years=(1900, 9999)),
            QuoteFilter(outlet="가온경제"),
            QuoteFilter(keyword="고객", years=(2025, 2026), outlet="가온경제"),
            QuoteFilter(keyword="고객", years=(2025, 2026), within=company("가람그룹")),
            QuoteFilter(years=(2026, 2026), within=company("누리전자"), outlet="가온경제"),
        ):
            found = facets(find(wanted).plan, wanted)
            assert found.years and found.outlets
            for year in found.years:
                assert find(wanted.without(years=(int(year.value),) * 2)).count == year.count
            for choice in found.companies:
                assert find(wanted.without(company=company(choice.label))).count == choice.count
            for choice in found.executives:
                assert find(wanted.without(executive=Executive.objects.get(slug=choice.value))).count == choice.count
            for choice in found.outlets:
                assert find(wanted.without(outlet=choice.value)).count == choice.count

    @pytest.mark.parametrize(
        "keyword", ["-고객", "고객 OR 안전", "고객 OR 고객", "-없는말", "고객 OR 없는말", "-고객 연도:2024..2025"]
    )
    @pytest.mark.parametrize("raw", [False, True])
    def test_choices_that_are_added_and_taken_away_are_those_counted(
        self, archive: None, keyword: str, raw: bool
    ) -> None:
        make_published(Say("고객과 안전", (KIM, LEE)), message_year=2025, outlet="새벽일보")
        for wanted in (
            QuoteFilter(keyword=keyword, raw=raw),
            QuoteFilter(keyword=keyword, raw=raw, years=(2024, 2025)),
            QuoteFilter(keyword=keyword, raw=raw, outlet="새벽일보"),
            QuoteFilter(keyword=keyword, raw=raw, company=company("가람그룹")),
            QuoteFilter(keyword=keyword, raw=raw, within=company("누리전자")),
        ):
            plan = find(wanted).plan
            assert facets(plan, wanted) == facets(replace(plan, sum=()), wanted)

    @pytest.mark.parametrize("years", [(2025, 2025), (2024, 2026), (1999, 1999), (3000, 3001)])
    def test_who_speaks_in_all_of_some_years_is_known_as_it_is_counted(
        self, archive: None, years: tuple[int, int]
    ) -> None:
        make_published(
            Say("고객과 안전", (KIM, LEE)), Say("안전", kind="headline"), message_year=2025, outlet="새벽일보"
        )
        wanted = QuoteFilter(years=years)
        plan = make_plan(wanted)
        # A condition that holds for all makes them rows to be counted.
        counted = facets(replace(plan, conditions=(Q(sort_key__gte=0),)), wanted)
        assert replace(facets(plan, wanted), words=[]) == replace(counted, words=[])
        KeywordTotal.objects.filter(scope__contains=" ").delete()
        assert not facets(plan, wanted).companies

    def test_words_are_offered_where_all_of_few_statements_of_a_year_are_asked_for(
        self, archive: None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        wanted = QuoteFilter(years=(2026, 2026))
        assert ("고객", 2) in [(word.label, word.count) for word in facets(make_plan(wanted), wanted).words]
        monkeypatch.setattr("messages_app.search.tally.WORDS_AMONG", 1)
        assert facets(make_plan(wanted), wanted).words == []

    def test_facets_of_a_company_page_are_within_it(self, archive: None) -> None:
        wanted = QuoteFilter(within=company("가람그룹"))
        found = facets(find(wanted).plan, wanted)
        assert found.companies == [Choice("가람텔레콤", "가람텔레콤", 3), Choice("두레화학", "두레화학", 2)]
        assert sum(year.count for year in found.years) == 4

    def test_who_is_chosen_on_a_page_of_their_own_is_still_whose_page_it_is(self, archive: None) -> None:
        person = Executive.objects.get(name="박두레")
        wanted = QuoteFilter(within=person, executive=person)
        found = facets(find(wanted).plan, wanted)
        assert [(choice.label, choice.count) for choice in found.executives] == [("김가온", 1)]

    def test_facet_offers_the_other_choices_of_its_own_filter(self, archive: None) -> None:
        wanted = QuoteFilter(years=(2024, 2024))
        assert [year.value for year in facets(find(wanted).plan, wanted).years] == ["2026", "2025", "2024"]

    def test_drafts_and_headlines_are_never_found(self) -> None:
        make_published(Say("고객을 말한 제목", kind="headline"), "안전을 말한 본문")
        assert find(QuoteFilter(keyword="고객")).count == 0
        article = make_draft("고객을 말한 초안")
        assert find(QuoteFilter(keyword="고객")).count == 0
        publish_article(article_id=article.pk)
        assert find(QuoteFilter(keyword="고객")).count == 1
        unpublish_article(article_id=article.pk)
        assert find(QuoteFilter(keyword="고객")).count == 0

    def test_another_outlets_report_is_counted_once(self) -> None:
        first, second = make_published("고객이 먼저"), make_draft("고객이 먼저")
        Quote.objects.filter(article=second).update(original=first.quotes.get())
        publish_article(article_id=second.pk)
        assert find(QuoteFilter(keyword="고객")).count == 1

    def test_empty_archive_has_nothing(self) -> None:
        found = find(QuoteFilter(keyword="고객"))
        assert (found.count, found.quotes, found.next, found.previous) == (0, [], None, None)

    @pytest.mark.parametrize("keyword", ["고객", "고객 가치 -비용", '"고객 가치"'])
    def test_number_of_queries_does_not_depend_on_what_is_found(
        self, archive: None, keyword: str, django_assert_num_queries: Callable[[int], AbstractContextManager[None]]
    ) -> None:
        wanted = QuoteFilter(keyword=keyword)
        with CaptureQueriesContext(connection) as few:
            facets(find(wanted).plan, wanted)
        for number in range(10):
            make_published(Say("고객 가치를 말한다", (Who(f"김가{'나다라마바사아자차카'[number]}", f"가람{number}"),)))
        with django_assert_num_queries(len(few)):
            facets(find(wanted).plan, wanted)
