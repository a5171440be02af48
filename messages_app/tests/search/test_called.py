"""Names among the words of a query are recognised, whatever is found of the words."""

from urllib.parse import unquote

import pytest
from django.test import Client

from messages_app.search import called_in
from messages_app.tests.factories import Say, Who, make_company, make_draft, make_executive, make_published

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _records() -> None:
    make_company("가람텔레콤", "GT", group=make_company("가람그룹", industry="통신"))
    make_company("가람")
    make_published("고객과 안전", "가람텔레콤의 품질")
    make_published(Say("안전이 먼저", [Who("앤 마리 오테로", "누리전자", "대표")]))


def called(keyword: str) -> list[tuple[str, str]]:
    return [(each.record.label, each.rest) for each in called_in(keyword)]


@pytest.mark.parametrize(
    ("keyword", "expected"),
    [
        ("가람텔레콤", [("가람텔레콤", "")]),
        ("가람 텔레콤 안전", [("가람텔레콤", "안전")]),
        ("gt", [("가람텔레콤", "")]),
        ("김가온 사장 고객", [("김가온", "사장 고객")]),
        ("고객 앤 마리 오테로", [("앤 마리 오테로", "고객")]),
        ("김가온 가람텔레콤", [("가람텔레콤", "김가온"), ("김가온", "가람텔레콤")]),
        ("고객 안전", []),
        ("", []),
    ],
)
def test_whole_names_are_told_from_the_other_words(keyword: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(called(keyword)) == sorted(expected)


@pytest.mark.parametrize(
    "keyword", ['"김가온"', "-김가온", "김가온 OR 고객", "인물:김가온", "낱말:김가온", "고객 NEAR 김가온"]
)
def test_a_query_of_more_than_words_means_what_it_says(keyword: str) -> None:
    assert called(keyword) == []


def test_who_is_known_to_the_editors_alone_is_not_named() -> None:
    make_draft(Say("비밀", [Who("도하람", "미르제약", "대표")]))
    make_executive("도하람", make_company("미르제약"))
    assert called("도하람 미르제약") == []


def test_namesakes_are_told_apart() -> None:
    make_published(Say("새로운 길", [Who("김가온", "누리전자", "대표")]))
    assert {each.record.hint for each in called_in("김가온")} == {"가람텔레콤", "누리전자"}


def test_the_page_leads_to_whom_a_query_names_with_its_other_words(client: Client) -> None:
    response = client.get("/search/?q=김가온 고객&year=2026")
    assert response.context["results"].count == 0
    (link,) = response.context["called"]
    assert unquote(link.rest_url) == "/executives/김가온/?q=고객&year=2026"
    assert client.get(link.rest_url).context["results"].count == 1
    assert link.called.record.statements == client.get(link.called.record.url).context["results"].count
    assert "김가온의 발언에서 ‘고객’ 찾기" in response.content.decode()


def test_a_name_that_statements_hold_leads_to_its_page_as_well(client: Client) -> None:
    response = client.get("/search/?q=가람텔레콤")
    assert response.context["results"].count == 1
    assert [link.called.record.statements for link in response.context["called"]] == [2]


@pytest.mark.parametrize("address", ["/companies/가람텔레콤/?q=가람텔레콤", "/search/?q=가람텔레콤&company=가람텔레콤"])
def test_whose_statements_are_shown_needs_no_way(client: Client, address: str) -> None:
    assert client.get(address).context["called"] == []
