"""Frozen editions: an address for good, figures that stay, and today's beside them."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from messages_app.importing import freeze_edition, remove_sample, save_keyword, unpublish_article
from messages_app.models import Article, Edition
from messages_app.tests.factories import make_published
from messages_app.views.editions import citation

pytestmark = pytest.mark.django_db
ADDRESS = "/editions/2026/1/"


def page(client: Client, address: str = ADDRESS, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


def cells(body: str) -> list[list[str]]:
    """The rows of the table as a reader sees them."""
    rows = re.findall(r"<tr>(.*?)</tr>", body.split("<tbody>")[1], re.DOTALL)
    return [
        [" ".join(re.sub(r"<[^>]*>", " ", cell).split()) for cell in re.findall(r"<t[dh].*?</t[dh]>", row, re.DOTALL)]
        for row in rows
    ]


@pytest.fixture
def edition() -> Edition:
    make_published("고객의 자리", "고객의 길")
    return freeze_edition(message_year=2026, note="1월까지의 보도").edition


def test_an_edition_says_what_was_counted_and_when(client: Client, edition: Edition) -> None:
    body = page(client, edition.get_absolute_url())
    assert "<h1>2026년 신년사 낱말 순위 제1판</h1>" in body
    assert "회사 1곳 · 경영인 1명 · 발언 2개" in body
    assert "1월까지의 보도" in body
    assert f'<time datetime="{timezone.localtime(edition.frozen_at):%Y-%m-%dT%H:%M:%S%z}">' in body
    assert cells(body) == [
        ["1", "고객", "2", "2", "2", "1"],
        ["2", "길", "1", "1", "1", "2"],
        ["2", "자리", "1", "1", "1", "2"],
    ]


def test_figures_stay_while_those_of_today_go_on(client: Client, edition: Edition) -> None:
    make_published("길의 길", "길", "고객")
    body = page(client)
    assert cells(body)[:2] == [["1", "고객", "2", "2", "3 +1", "1"], ["2", "길", "1", "1", "3 +2", "1"]]
    assert "오늘 이 해의 발언은 모두 5개" in body


def test_counts_lead_to_the_statements_and_words_to_their_pages(client: Client, edition: Edition) -> None:
    body = page(client)
    assert 'href="/search/?q=%EA%B3%A0%EA%B0%9D&amp;year=2026"' in body
    for link in re.findall(r'href="(/[^"]*)"', body.split("<tbody>")[1].split("</tbody>")[0]):
        assert client.get(link.replace("&amp;", "&")).status_code == 200, link


def test_an_edition_stands_when_its_articles_are_gone(client: Client, edition: Edition) -> None:
    unpublish_article(article_id=Article.objects.get().pk)
    assert cells(page(client))[0] == ["1", "고객", "2", "2", "–", "–"]


def test_a_word_kept_out_of_rankings_since_is_still_there(client: Client, edition: Edition) -> None:
    save_keyword(form="고객", is_stop=True)
    assert cells(page(client))[0] == ["1", "고객", "2", "2", "–", "–"]


def test_ranks_are_compared_with_the_last_edition_of_the_year_before(client: Client, edition: Edition) -> None:
    make_published("자리의 길", "길", message_year=2025)
    freeze_edition(message_year=2025)
    body = page(client)
    assert '<a href="/editions/2025/1/">2025년 순위보다</a>' in body
    assert [row[-1] for row in cells(body)] == ["새로", "내림 ▼ 1", "그대로"]
    assert "2024년 순위보다" not in page(client, "/editions/2025/1/")


def test_editions_of_a_year_lead_to_each_other(client: Client, edition: Edition) -> None:
    assert "이 해의 판" not in page(client)
    make_published("안전의 길")
    freeze_edition(message_year=2026)
    for number, other in ((1, 2), (2, 1)):
        body = page(client, f"/editions/2026/{number}/")
        assert f'href="/editions/2026/{other}/"' in body
        assert re.search(rf'href="/editions/2026/{number}/"\s+aria-current="page"', body)


def test_the_list_has_all_editions_newest_first(client: Client, edition: Edition) -> None:
    make_published("안전의 길", message_year=2025)
    make_published("안전의 길")
    for year in (2025, 2026):
        freeze_edition(message_year=year)
    found = re.findall(r'href="(/editions/\d+/\d+/)"', page(client, "/editions/"))
    assert found == ["/editions/2026/2/", "/editions/2026/1/", "/editions/2025/1/"]


def test_an_empty_list_says_so(client: Client) -> None:
    body = page(client, "/editions/")
    assert "아직 확정판이 없습니다" in body
    assert 'href="/compare/"' in body


@pytest.mark.parametrize(
    "address",
    ["2026/2", "2025/1", "2026/0", "99999/1", f"2026/{'9' * 30}", f"{'9' * 5000}/1", "2026/-1", "2026/일", "2026"],
)
def test_an_edition_that_is_none_is_not_found(client: Client, edition: Edition, address: str) -> None:
    page(client, f"/editions/{address}/", 404)


@pytest.mark.parametrize("query", ["?format=xml", "?format=atom", "?format=<script>", "?format=%00"])
def test_a_file_of_another_kind_is_refused_in_words(client: Client, edition: Edition, query: str) -> None:
    body = page(client, ADDRESS + query, 400)
    assert "고객" in body
    assert "<script>" not in body.split("<main")[1]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_editions_are_read_and_nothing_else(client: Client, edition: Edition, method: str) -> None:
    for address in ("/editions/", ADDRESS):
        assert getattr(client, method)(address).status_code == 405


def test_a_note_is_shown_as_text(client: Client) -> None:
    make_published("고객의 길")
    freeze_edition(message_year=2026, note="<script>alert(1)</script>")
    for address in ("/editions/", ADDRESS):
        assert "&lt;script&gt;alert(1)" in page(client, address)


def test_an_edition_of_the_sample_says_so_and_is_gone_with_it(client: Client) -> None:
    make_published("고객의 길", is_sample=True)
    freeze_edition(message_year=2026)
    for address in ("/editions/", ADDRESS):
        assert '<span class="sample-tag">예시</span>' in page(client, address)
    assert "예시 데이터를 지우면 이 판도 사라집니다" in page(client)
    remove_sample()
    page(client, ADDRESS, 404)


def test_pages_are_in_both_languages_and_vary_by_them(client: Client, edition: Edition) -> None:
    for address in ("/editions/", ADDRESS):
        response = client.get(f"/en{address}")
        body = response.content.decode()
        assert '<html lang="en">' in body
        assert f'hreflang="ko"\n            href="http://testserver{address}"' in body
        assert response["Content-Language"] == "en"
        assert "Accept-Language" in client.get(address)["Vary"]


def test_the_comparison_leads_to_the_last_edition_of_a_year(client: Client, edition: Edition) -> None:
    make_published("안전의 길", message_year=2025)
    body = page(client, "/compare/")
    assert re.findall(r'href="(/editions/[^"]+)"', body) == [ADDRESS]
    assert 'href="/editions/"' in body


def test_a_citation_names_title_place_and_day(edition: Edition) -> None:
    Edition.objects.update(frozen_at="2026-01-31T20:00:00+00:00")
    edition.refresh_from_db()
    assert citation(edition, "https://messages.example/editions/2026/1/") == (
        "「2026년 신년사 낱말 순위 제1판」, 『신년사』, 2026. 2. 1., https://messages.example/editions/2026/1/"
    )


def test_the_number_of_queries_does_not_depend_on_the_rows(client: Client, edition: Edition) -> None:
    numbers = []
    for words in ("길", "안전의 미래 혁신, 도전과 성장, 시장의 기술"):
        make_published(words)
        freeze_edition(message_year=2026)
        for address in ("/editions/", ADDRESS):
            with CaptureQueriesContext(connection) as captured:
                page(client, address)
            numbers.append(len(captured))
    assert numbers == [2, 6] * 2
