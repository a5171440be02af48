"""Where nothing is found, the page says what to drop and what is found then."""

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from messages_app.search import QuoteFilter, make_plan, relaxed
from messages_app.tests.factories import Say, Who, make_published

pytestmark = pytest.mark.django_db
NARA = Who("나래원", "누리전자", "대표")


@pytest.fixture
def archive() -> None:
    """Two companies, outlets and years that never meet."""
    make_published("고객이 먼저", "고객과 안전", "품질", message_year=2026)
    make_published(Say("안전이 먼저", [NARA]), message_year=2025, outlet="누리신문")
    make_published(Say("상생", [NARA]), message_year=2024, outlet="누리신문")


def nothing(client: Client, query: str) -> HttpResponse:
    response = client.get(f"/search/{query}")
    assert response.context["results"].count == 0
    return response


def test_each_filter_is_offered_with_what_is_found_without_it(client: Client, archive: None) -> None:
    response = nothing(client, "?q=고객&company=누리전자&year=2026&outlet=가온경제")
    assert [(chip.label, chip.count) for chip in response.context["nothing"].chips] == [("누리전자", 2)]
    for chip in response.context["nothing"].chips:
        assert client.get(chip.url).context["results"].count == chip.count
    assert "‘누리전자’ 빼고 2개 보기" in response.content.decode()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?q=고객&year=2025", {"고객": 1, "2025": 2}),
        ("?q=고객&outlet=누리신문", {"고객": 2, "누리신문": 2}),
        ("?q=없는말&year=2025", {"없는말": 1}),
        ("?q=-먼저&year=2025", {"-먼저": 1, "2025": 3}),
        ("?company=누리전자&year=2026", {"누리전자": 3, "2026": 2}),
        ("?executive=김가온&company=누리전자", {"김가온": 2, "누리전자": 3}),
        ("?q=없는말", {"없는말": 5}),
    ],
)
def test_counts_are_exact(client: Client, archive: None, query: str, expected: dict[str, int]) -> None:
    response = nothing(client, query)
    chips = response.context["nothing"].chips
    assert {chip.label: chip.count for chip in chips} == expected
    for chip in chips:
        assert client.get(chip.url).context["results"].count == chip.count


def test_words_of_a_query_are_counted_apart(client: Client, archive: None) -> None:
    response = nothing(client, "?q=고객 품질")
    assert response.context["nothing"].words == [("고객", 2), ("품질", 1)]


def test_a_word_in_the_wrong_layout_is_recognised(client: Client, archive: None) -> None:
    response = nothing(client, "?q=rhror")
    assert [item.label for item in response.context["nothing"].meant] == ["고객"]
    assert "/keywords/%EA%B3%A0%EA%B0%9D/" in response.content.decode()


def test_the_name_of_a_company_leads_to_it(client: Client, archive: None) -> None:
    meant = nothing(client, "?q=ㄴㄹㅈㅈ").context["nothing"].meant
    assert [item.label for item in meant] == ["누리전자"]


def test_an_empty_archive_has_nothing_to_offer(client: Client) -> None:
    found = nothing(client, "?q=고객").context["nothing"]
    assert (found.chips, found.words, found.meant) == ([], [], [])
    assert relaxed(make_plan(QuoteFilter(keyword="고객")), QuoteFilter(keyword="고객")) == []


def test_takes_at_most_twelve_queries(client: Client, archive: None) -> None:
    client.get("/search/?q=고객 품질")
    with CaptureQueriesContext(connection) as captured:
        nothing(client, "?q=고객 품질&company=누리전자&year=2026&outlet=가온경제")
    assert len(captured) <= 12


@pytest.mark.parametrize(
    ("query", "target"),
    [
        ("from=2024&to=2025", "year=2024..2025"),
        ("from=2025&to=", "year=2025.."),
        ("from=&to=2025", "year=..2025"),
        ("from=2025&to=2025", "year=2025"),
        ("from=&to=&q=x", "q=x"),
        ("from=2024&to=2025&year=2026&after=1~2&q=x", "q=x&year=2024..2025"),
    ],
)
def test_two_years_become_one_address(client: Client, query: str, target: str) -> None:
    response = client.get(f"/search/?{query}")
    assert response.status_code == 302
    assert sorted(response["Location"].partition("?")[2].split("&")) == sorted(target.split("&"))


@pytest.mark.parametrize(
    ("years", "count"), [("2024..2025", 2), ("2025..", 4), ("..2025", 2), ("..2023", 0), ("2024..2026", 5)]
)
def test_a_range_of_years(client: Client, archive: None, years: str, count: int) -> None:
    assert client.get(f"/search/?year={years}").context["results"].count == count


def test_years_that_are_none_are_named(client: Client, archive: None) -> None:
    response = client.get("/search/?from=abc&to=2025", follow=True)
    assert response.status_code == 400
    assert "연도는 2024나" in response.content.decode()


def test_words_said_beside_are_offered_with_their_counts(client: Client, archive: None) -> None:
    response = client.get("/search/?q=고객")
    links = response.context["facets"]["word"]
    assert {link.label: link.count for link in links} == {"안전": 1}
    for link in links:
        assert client.get(link.url).context["results"].count == link.count
    assert {link.label for link in client.get("/companies/누리전자/").context["facets"]["word"]} == {"안전", "상생"}
