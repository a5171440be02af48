"""The page that compares words and companies over the years."""

import csv
import io
from urllib.parse import quote

import pytest
from django.test import Client

from messages_app.models import Company, Keyword
from messages_app.tests.factories import Say, Who, make_company, make_published

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _records() -> None:
    make_company("가람텔레콤", "GT")
    make_published("고객의 자리", Say("고객의 시간", [Who("나래원", "누리전자", "대표")]), message_year=2025)
    make_published("안전의 길", message_year=2026)


def page(client: Client, query: str = "", status: int = 200) -> str:
    response = client.get(f"/compare/{query}")
    assert response.status_code == status
    return response.content.decode()


def test_without_a_choice_it_ranks_the_words_of_the_years(client: Client) -> None:
    body = page(client)
    assert "해마다 많이 한 말" in body
    assert 'href="/search/?q=%EA%B3%A0%EA%B0%9D&amp;year=2025"' in body


def test_companies_alone_have_their_words_side_by_side(client: Client) -> None:
    rankings = client.get("/compare/?companies=GT, 누리전자").context["rankings"]
    assert [(str(each.of), [word for word, _ in each.words]) for each in rankings] == [
        ("가람텔레콤", ["고객", "길", "안전", "자리"]),
        ("누리전자", ["고객", "시간"]),
    ]


def test_only_the_years_asked_for_are_ranked(client: Client) -> None:
    make_published("바람의 자리", message_year=2024)
    shown = client.get("/compare/?year=2024..2025").context
    assert [(each.of, [word for word, _ in each.words]) for each in shown["rankings"]] == [
        (2025, ["고객", "시간", "자리"]),
        (2024, ["바람", "자리"]),
    ]
    assert [(chip.label, chip.url) for chip in shown["chosen"]] == [("2024–2025", "/compare/")]


def test_of_many_years_asked_for_it_says_that_the_last_are_ranked(client: Client) -> None:
    for year in range(2020, 2025):
        make_published("고객의 해", message_year=year)
    shown = client.get("/compare/?year=2020..2024")
    assert [each.of for each in shown.context["rankings"]] == [2024, 2023, 2022, 2021]
    assert "고른 연도 가운데 최근 4개 연도만 보입니다." in shown.content.decode()
    assert "최근 4개 연도만" not in page(client)


@pytest.mark.parametrize("company", ["도담은행", "도담금융그룹"])
def test_the_words_of_companies_are_those_of_the_years_asked_for(client: Client, company: str) -> None:
    make_company("도담은행", group=make_company("도담금융그룹"))
    bank, nuri = Who("진하율", "도담은행", "은행장"), Who("나래원", "누리전자", "대표")
    make_published(Say("고객의 금리", [bank]), message_year=2025)
    make_published(Say("안전과 고객", [bank, nuri]), Say("안전의 시작", [bank]), message_year=2026)
    Keyword.objects.filter(form="시작").update(is_stop=True)
    response = client.get(f"/compare/?companies={company}, 누리전자&year=2026..")
    assert [each.words for each in response.context["rankings"]] == [
        [("안전", 2), ("고객", 1)],
        [("고객", 1), ("안전", 1)],
    ]
    lead = f"{Company.objects.get(name=company).get_absolute_url()}?q={quote('안전')}&year=2026.."
    assert lead.replace("&", "&amp;") in response.content.decode()
    assert client.get(lead).context["results"].count == 2


@pytest.mark.parametrize("query", ["?year=1990", "?words=고객&year=1990", "?words=고객&companies=누리전자&year=1990"])
def test_where_nothing_was_said_in_these_years_it_says_so(client: Client, query: str) -> None:
    assert "조건에 맞는 발언이 없습니다." in page(client, query)
    assert "발언 없음" in page(client, "?companies=누리전자&year=1990")


def test_words_stand_by_year_and_company_and_lead_to_their_statements(client: Client) -> None:
    body = page(client, "?words=고객을&companies=누리전자")
    assert "100%" in body
    assert 'href="/companies/%EB%88%84%EB%A6%AC%EC%A0%84%EC%9E%90/?q=%EA%B3%A0%EA%B0%9D&amp;year=2025"' in body
    assert 'href="/compare/?words=%EA%B3%A0%EA%B0%9D%EC%9D%84"' in body  # the same without the company


def test_what_is_not_known_is_named_and_the_rest_compared(client: Client) -> None:
    body = page(client, "?words=고객, 바다")
    assert "‘바다’ 낱말이 든 발언이 없습니다." in body
    assert "word-고객" in body
    assert "‘없는회사’ 이름의 회사가 없습니다" in page(client, "?words=고객&companies=없는회사", 400)
    assert "word-고객" in page(client, "?words=고객&year=언젠가", 400)


def test_companies_of_a_like_name_are_offered(client: Client) -> None:
    shown = client.get("/compare/?words=고객&companies=누리전자, 가람").context
    assert [chip.label for chip in shown["meant"]] == ["가람텔레콤"]
    compared = client.get(shown["meant"][0].url).context
    assert [company.name for company in compared["companies"]] == ["누리전자", "가람텔레콤"]
    assert compared["meant"] == []


def test_too_much_at_once_is_refused_in_words(client: Client) -> None:
    assert "한 번에 5개까지" in page(client, "?words=가,나,다,라,마,바", 400)
    assert "200자 안으로" in page(client, f"?words={'가' * 300}", 400)


@pytest.mark.parametrize("query", ["?words=%00", "?words=<script>", "?words=,,,&companies=, ", "?year=2026..2020"])
def test_odd_input_is_no_error_of_ours(client: Client, query: str) -> None:
    response = client.get(f"/compare/{query}")
    assert response.status_code in (200, 400)
    assert "<script>," not in response.content.decode()


def test_no_cell_of_the_file_is_a_formula(client: Client) -> None:
    make_published(Say("고객을 생각합니다", [Who(organisation="=가람+텔레콤")]))
    address = "/compare/?words=고객&companies=%3D가람%2B텔레콤&format=csv"
    assert "'=가람+텔레콤" in b"".join(client.get(address).streaming_content).decode()


def test_the_table_is_a_file_too(client: Client) -> None:
    response = client.get("/compare/?words=고객&companies=누리전자&format=csv")
    text = b"".join(response.streaming_content).decode()
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert rows == [
        ["낱말", "회사", "연도", "이 낱말이 든 발언", "모든 발언", "비율"],
        ["고객", "전체", "2025", "2", "2", "1.0"],
        ["고객", "전체", "2026", "0", "1", "0.0"],
        ["고객", "누리전자", "2025", "1", "1", "1.0"],
        ["고객", "누리전자", "2026", "0", "0", "0.0"],
    ]


def test_the_page_of_a_company_leads_here(client: Client) -> None:
    make_published(Say("고객과 함께", [Who(organisation="R&D 가람")]))
    company = Company.objects.get(name="R&D 가람")
    shown = client.get(company.get_absolute_url()).content.decode()
    link = shown.split('<p class="aside-links">')[1].split('href="')[1].split('"')[0]
    assert client.get(link.replace("&amp;", "&")).context["companies"] == [company]


@pytest.mark.parametrize("name", ["Dawn & Sons Co., Ltd.", "가람, Inc.", "Garam,LLC"])
def test_the_name_of_a_company_may_hold_a_comma(client: Client, name: str) -> None:
    make_published(Say("고객의 시간", [Who("나래원", name, "대표")]), message_year=2025)
    response = client.get("/compare/", {"companies": f"누리전자, {name}", "words": "고객"})
    assert response.status_code == 200
    assert [company.name for company in response.context["companies"]] == ["누리전자", name]
    without = next(chip.url for chip in response.context["chosen"] if chip.label == "누리전자")
    assert [company.name for company in client.get(without).context["companies"]] == [name]
