"""Words by year and company, counted as the pages they lead to count them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from messages_app.models import Company, Keyword
from messages_app.reports import compare, resolve_words
from messages_app.search import QuoteFilter, count, make_plan
from messages_app.tests.factories import Say, Who, make_company, make_draft, make_published

pytestmark = pytest.mark.django_db
NURI = Who("나래원", "누리전자", "대표")


def fill() -> None:
    """Two years, a group with a member and a company without one, a statement of both."""
    make_company("가람텔레콤", group=make_company("가람그룹"))
    make_published("고객의 자리", "안전의 자리", Say("고객의 시간", [NURI]), message_year=2025)
    make_published("고객의 길", Say("고객을 함께 지킵니다", [Who(), NURI]), Say("세계의 해", [NURI]), message_year=2026)


def counts(*words: str, companies: tuple[str, ...] = (), years: tuple[int, int] = (2025, 2026)) -> dict[str, object]:
    found, _ = resolve_words(words)
    compared = compare(found, [Company.objects.get(name=name) for name in companies], years)
    return {
        f"{word.form} {line.company or ''}".strip(): [(year.statements, year.of) for year in line.years]
        for word in compared.words
        for line in word.lines
    }


def test_words_are_counted_by_year_for_all_and_for_each_company() -> None:
    fill()
    assert counts("고객", "안전", companies=("가람텔레콤", "누리전자")) == {
        "고객": [(2, 3), (2, 3)],
        "고객 가람텔레콤": [(1, 2), (2, 2)],
        "고객 누리전자": [(1, 1), (1, 2)],
        "안전": [(1, 3), (0, 3)],
        "안전 가람텔레콤": [(1, 2), (0, 2)],
        "안전 누리전자": [(0, 1), (0, 2)],
    }


def test_every_figure_is_the_number_of_statements_it_leads_to() -> None:
    fill()
    words, _ = resolve_words(["고객"])
    for line in compare(words, list(Company.objects.all()), (2025, 2026)).words[0].lines:
        for year in line.years:
            wanted = QuoteFilter(keyword="고객", within=line.company, years=(year.year, year.year))
            assert count(make_plan(wanted)) == year.statements
            assert count(make_plan(wanted.without(keyword=""))) == year.of


def test_a_group_counts_its_members() -> None:
    fill()
    assert counts("고객", companies=("가람그룹",))["고객 가람그룹"] == [(1, 2), (2, 2)]


def test_only_the_years_asked_for_are_shown() -> None:
    fill()
    assert counts("고객", years=(2026, 2030)) == {"고객": [(2, 3)]}


def test_nothing_published_compares_nothing() -> None:
    make_draft("고객의 비밀")
    assert resolve_words(["고객"]) == ([], ["고객"])
    assert compare([], [], (2025, 2026)).top_share == 0


def test_words_are_known_in_any_form_and_by_their_synonyms() -> None:
    fill()
    world, _ = Keyword.objects.get_or_create(form="글로벌")
    Keyword.objects.filter(form="세계").update(counts_as=world)
    words, unknown = resolve_words(["고객을", "고객", "세계의", "바다", "*"])
    assert ([word.form for word in words], unknown) == (["고객", "글로벌"], ["바다", "*"])


def test_more_words_and_companies_take_no_more_queries() -> None:
    fill()
    numbers = []
    for words, companies in ((["고객"], ["가람그룹"]), (["고객", "안전", "자리", "시간"], ["가람그룹", "누리전자"])):
        chosen, _ = resolve_words(words)
        some = list(Company.objects.filter(name__in=companies))
        with CaptureQueriesContext(connection) as captured:
            compare(chosen, some, (2025, 2026))
        numbers.append(len(captured))
    assert numbers[0] == numbers[1] <= 4
