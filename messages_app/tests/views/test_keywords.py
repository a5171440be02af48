"""The page of a word."""

import re
from html import unescape
from typing import Any
from urllib.parse import quote, unquote

import pytest
from django.test import Client
from pytest_django.asserts import assertContains

from messages_app.importing import unpublish_article
from messages_app.models import Keyword
from messages_app.tests.factories import Say, Who, make_company, make_draft, make_published

pytestmark = pytest.mark.django_db
NARA = Who("나래원", "누리전자", "대표")


@pytest.fixture
def archive() -> None:
    """고객 in two of three years, by two companies, one of them of a group; AI under two names."""
    make_company("가람텔레콤", group=make_company("가람그룹"))
    make_published("고객과 안전", "안전이 먼저", message_year=2024)
    make_published("품질이 답이다", message_year=2025)
    make_published("고객, 고객을 위한 AI", Say("인공지능과 고객", [NARA]), Say("고객의 안전", [NARA, Who()]))


def page(client: Client, form: str, query: str = "") -> Any:
    response = client.get(f"/keywords/{quote(form)}/{query}")
    assert response.status_code == 200
    return response.context


def test_says_how_often_and_when(client: Client, archive: None) -> None:
    found = page(client, "고객")["portrait"]
    assert (found.statements, found.uses) == (4, 5)
    assert [(year.year, year.statements, year.of) for year in found.years] == [(2024, 1, 2), (2025, 0, 1), (2026, 3, 3)]


def test_says_who_says_it_most(client: Client, archive: None) -> None:
    found = page(client, "고객")["portrait"]
    assert {(who.label, who.count) for who in found.companies} == {("가람그룹", 3), ("가람텔레콤", 3), ("누리전자", 2)}
    assert {(who.label, who.count) for who in found.executives} == {("김가온", 3), ("나래원", 2)}


def test_every_count_leads_to_the_words_counted(client: Client, archive: None) -> None:
    found = page(client, "고객")["portrait"]
    for who in found.companies:
        assert client.get(f"/companies/{who.value}/?q=고객").context["results"].count == who.count
    for year in found.years:
        assert client.get(f"/search/?q=고객&year={year.year}").context["results"].count == year.statements
    for word, count in found.beside:
        assert client.get(f"/search/?q=고객 {word}").context["results"].count == count


def test_words_beside_leave_out_the_word_itself_and_stop_words(client: Client, archive: None) -> None:
    make_published("고객을 생각하다")
    found = page(client, "고객")["portrait"]
    assert dict(found.beside) == {"안전": 2, "AI": 2}
    assert found.beside_among == found.statements


def test_words_beside_are_those_of_the_newest_statements(
    client: Client, archive: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("messages_app.search.portraits.BESIDE_AMONG", 2)
    response = client.get("/keywords/고객/")
    assert response.context["portrait"].beside_among == 2
    assert "가장 새로운 발언 2개에서 센 것입니다" in response.content.decode()


def test_newest_statements_are_shown_with_the_word_marked(client: Client, archive: None) -> None:
    body = client.get("/keywords/고객/").content.decode()
    assert "<mark>고객</mark>, <mark>고객</mark>을 위한 AI" in body
    assert body.index("인공지능과") < body.index("과 안전")


def test_synonyms_count_together_and_apart(client: Client, archive: None) -> None:
    found = page(client, "AI")["portrait"]
    assert found.statements == 2
    assert {(word.form, word.raw_quotes) for word in found.group if word.raw_quotes} == {("AI", 1), ("인공지능", 1)}
    assert page(client, "AI", "?raw=1")["portrait"].statements == 1
    assert page(client, "인공지능", "?raw=1")["portrait"].form == "인공지능"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/keywords/AI/", {"고객": 2}),
        ("/keywords/AI/?raw=1", {"고객": 1}),
        ("/keywords/고객/", {"안전": 2, "AI": 2}),
        ("/keywords/고객/?raw=1", {"안전": 2, "AI": 1}),
    ],
)
def test_words_beside_lead_to_the_statements_counted(
    client: Client, archive: None, address: str, expected: dict[str, int]
) -> None:
    response = client.get(address)
    assert dict(response.context["portrait"].beside) == expected
    leads = re.findall(r'href="(/search/\?q=[^"+]*\+[^"]*)"', response.content.decode())
    assert [client.get(unescape(lead)).context["results"].count for lead in leads] == list(expected.values())


@pytest.mark.parametrize(("form", "target"), [("인공지능", "AI"), ("ai", "AI"), ("고객을", "고객"), ("고객이", "고객")])
def test_other_forms_lead_to_the_word(client: Client, archive: None, form: str, target: str) -> None:
    response = client.get(f"/keywords/{quote(form)}/")
    assert (response.status_code, unquote(response["Location"])) == (302, f"/keywords/{target}/")


def test_the_way_to_a_word_keeps_that_synonyms_are_left_out(client: Client) -> None:
    make_published("AI를 씁니다")
    for asked, target in (("ai", "AI"), ("AI를", "AI")):
        answer = client.get(f"/keywords/{asked}/?raw=1")
        assert unquote(answer["Location"]) == f"/keywords/{target}/?raw=1"


@pytest.mark.parametrize("form", ["없는말", "*", "%", "<script>", "'; DROP", "\x00", "가" * 300, "초안"])
def test_a_word_never_said_has_no_page(client: Client, archive: None, form: str) -> None:
    make_draft("초안의 말")
    assert client.get(f"/keywords/{quote(form)}/").status_code == 404


@pytest.mark.parametrize("word", ["R&D", "5G", "2차전지", "AC/DC", "K-POP"])
def test_words_of_any_signs_have_a_page(client: Client, word: str) -> None:
    make_published(f"{word} 투자를 늘리자")
    form = Keyword.objects.get(form__in=[word, word.upper()])
    form = form.counts_as or form
    assert client.get(form.get_absolute_url()).context["portrait"].statements == 1


def test_a_word_unpublished_is_gone(client: Client, archive: None) -> None:
    article = page(client, "품질")["portrait"].newest.quotes[0].article
    unpublish_article(article_id=article.pk)
    assert client.get("/keywords/품질/").status_code == 404


def test_the_chart_has_a_table_behind_it(client: Client, archive: None) -> None:
    response = client.get("/keywords/고객/")
    body = response.content.decode()
    assert body.count("<rect x=") == 3
    assert body.index('height="50.0"') < body.index('height="100.0"')
    assertContains(response, '<tr><th scope="row">2025</th><td>0</td><td>1</td><td>0%</td></tr>', html=True)


@pytest.mark.parametrize(
    ("query", "lead"),
    [
        ("?q=고객을&year=2026", "/keywords/고객/"),
        ("?q=인공지능", "/keywords/AI/"),
        ("?q=인공지능&raw=1", "/keywords/인공지능/?raw=1"),
        ("?q=낱말:고객", "/keywords/고객/"),
    ],
)
def test_a_search_for_a_word_leads_to_its_page(client: Client, archive: None, query: str, lead: str) -> None:
    body = client.get(f"/search/{query}").content.decode()
    assert [unquote(address) for address in re.findall(r'href="(/keywords/[^"]*)"', body)] == [lead]
    assert client.get(lead).status_code == 200


@pytest.mark.parametrize(
    "query", ["", "?q=고객 안전", "?q=고객 OR 안전", "?q=-고객", '?q="고객"', "?q=없다", "?q=고객 연도:2026"]
)
def test_any_other_search_leads_to_no_word(client: Client, archive: None, query: str) -> None:
    assert 'href="/keywords/' not in client.get(f"/search/{query}").content.decode()
