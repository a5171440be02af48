"""What a query names is looked up once, however many names there are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from messages_app.models import Executive
from messages_app.search import QueryError, QuoteFilter, check_query, find
from messages_app.tests.factories import Say, Who, make_published

pytestmark = pytest.mark.django_db
TWO = "기업:누리전자 기업:두레화학 인물:박누리 -인물:김두레"


@pytest.fixture(autouse=True)
def archive() -> None:
    make_published(
        Say("고객이 먼저", [Who("박누리", "누리전자")]),
        Say("안전이 먼저", [Who("김두레", "두레화학")]),
        Say("내일이 먼저", [Who("이가람", "가람텔레콤")]),
    )


def queries(wanted: QuoteFilter) -> int:
    with CaptureQueriesContext(connection) as captured:
        find(wanted)
    return len(captured)


def test_queries_do_not_grow_with_the_names() -> None:
    assert queries(QuoteFilter(keyword=TWO)) == queries(QuoteFilter(keyword="기업:누리전자"))


@pytest.mark.parametrize(
    ("keyword", "found"),
    [
        ("인물:박누리", 2),
        ("인물:누리박", 2),
        ("인물:누리박 인물:김두레", 3),
        ("-인물:누리박", 2),
        ("고객 인물:누리박", 1),
        ("먼저 -인물:누리박", 2),
    ],
)
def test_a_person_is_found_by_any_spelling_and_so_are_namesakes(keyword: str, found: int) -> None:
    make_published(Say("새해가 먼저", [Who("박누리", "두레화학")]))
    for person in Executive.objects.filter(name="박누리"):
        person.aliases.create(name="누리박")
    assert find(QuoteFilter(keyword=keyword)).count == found


def test_a_spelling_is_looked_up_with_the_names() -> None:
    Executive.objects.get(name="박누리").aliases.create(name="누리박")
    assert queries(QuoteFilter(keyword="인물:누리박")) == queries(QuoteFilter(keyword="인물:박누리"))


def test_what_has_been_checked_is_not_looked_up_again() -> None:
    checked = QuoteFilter(keyword=TWO, named=check_query(TWO))
    assert queries(checked) == queries(QuoteFilter(keyword=TWO)) - 1
    assert find(checked).count == find(QuoteFilter(keyword=TWO)).count == 1


@pytest.mark.parametrize("keyword", ["기업:없는회사", "-기업:없는회사", "기업:누리전자 인물:없는이", "연도:스물"])
def test_a_name_not_on_record_is_refused_whoever_asks(keyword: str) -> None:
    for ask in (check_query, lambda text: find(QuoteFilter(keyword=text))):
        with pytest.raises(QueryError):
            ask(keyword)
