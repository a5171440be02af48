"""Statements and quotations in headlines: never mixed, each counted under all other filters."""

from datetime import date

import pytest
from django.test import Client

from messages_app.importing import rebuild_keywords, save_keyword, unpublish_article
from messages_app.models import Article, Company, Keyword
from messages_app.search import HEADLINE, STATEMENT, Choice, QuoteFilter, facets, find
from messages_app.tests.factories import Say, Who, make_published

pytestmark = pytest.mark.django_db


@pytest.fixture
def article() -> Article:
    make_published("고객을 지키자", message_year=2025, published_date=date(2025, 1, 2), outlet="새벽일보")
    return make_published(
        Say("고객이 답이다", kind="headline"),
        Say("안전과 혁신", [Who()], kind="headline"),
        "고객 가치를 높이자",
        Say("안전이 먼저", [Who("나래원", "누리전자")]),
    )


def kinds(wanted: QuoteFilter) -> dict[str, int]:
    return {choice.value: choice.count for choice in facets(find(wanted).plan, wanted).kinds}


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"keyword": "고객"},
        {"keyword": "-고객"},
        {"keyword": "고객 OR 안전"},
        {"keyword": '"고객이 답이다"'},
        {"keyword": "없는말"},
        {"years": (2026, 2026)},
        {"outlet": "새벽일보"},
        {"keyword": "고객", "raw": True},
    ],
)
def test_each_kind_is_counted_as_choosing_it_leaves(article: Article, fields: dict[str, object]) -> None:
    for kind in (STATEMENT, HEADLINE):
        wanted = QuoteFilter(**fields)  # type: ignore[arg-type]
        found = find(wanted.without(kind=kind))
        assert found.count == len(found.quotes) == kinds(wanted).get(kind, 0)
        assert {quote.kind for quote in found.quotes} <= {kind}
        assert kinds(wanted.without(kind=kind)) == kinds(wanted)


def test_headlines_are_listed_where_they_are_asked_for(article: Article) -> None:
    found = find(QuoteFilter(kind=HEADLINE))
    assert [quote.text for quote in found.quotes] == ["고객이 답이다", "안전과 혁신"]
    choices = facets(found.plan, QuoteFilter(kind=HEADLINE))
    assert choices.years == [Choice("2026", "2026", 2)]
    assert (choices.companies, choices.executives) == ([], [])


def test_a_headline_is_of_no_speaker(article: Article) -> None:
    company = Company.objects.get(name="가람텔레콤")
    assert find(QuoteFilter(kind=HEADLINE, company=company)).count == 0
    assert kinds(QuoteFilter(within=company)) == {STATEMENT: 2}


def test_headlines_keep_up_with_synonyms_rebuilding_and_taking_back(article: Article) -> None:
    save_keyword(form="혁신", counts_as=Keyword.objects.get(form="고객"))
    assert find(QuoteFilter(kind=HEADLINE, keyword="고객")).count == 2
    result = rebuild_keywords(check=True)
    assert result.is_right
    unpublish_article(article_id=article.pk)
    assert find(QuoteFilter(kind=HEADLINE)).count == 0


def test_the_page_offers_the_kinds_and_says_which_is_chosen(client: Client, article: Article) -> None:
    links = client.get("/search/?q=고객").context["facets"]["kind"]
    assert [(link.count, link.chosen) for link in links] == [(2, True), (1, False)]
    page = client.get(links[1].url)
    body = page.content.decode()
    assert page.context["results"].count == 1
    assert "제목 속 인용 1개" in body
    assert "고객이 답이다" in body.replace("<mark>", "").replace("</mark>", "")
    assert "이 발언의 주소" not in body
    assert [link.chosen for link in page.context["facets"]["kind"]] == [False, True]
    assert "kind" not in page.context["facets"]["kind"][0].url
    assert [chip.label for chip in page.context["chips"]] == ["고객", "제목 속 인용"]


def test_no_choice_is_offered_where_there_is_none(client: Client) -> None:
    make_published("고객을 지키자")
    assert client.get("/search/").context["facets"]["kind"] == []
    nothing = client.get("/search/?kind=headline").context["nothing"]
    assert [(chip.label, chip.count) for chip in nothing.chips] == [("제목 속 인용", 1)]
    assert client.get("/search/?kind=poem").status_code == 400


def test_a_file_of_headlines_leads_to_their_articles(client: Client, article: Article) -> None:
    lines = b"".join(client.get("/search/?kind=headline&format=csv").streaming_content).decode().splitlines()  # type: ignore[attr-defined]
    assert len(lines) == 3
    assert article.get_absolute_url() in lines[1]
