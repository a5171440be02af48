"""One statement in several outlets, as visitors see it."""

from datetime import date

import pytest
from django.test import Client

from messages_app.importing import unpublish_article
from messages_app.tests.factories import make_published

pytestmark = pytest.mark.django_db
TEXT = "고객이 먼저 찾는 회사가 되도록 올해도 힘을 모으자"
TRIMMED = "고객이 먼저 찾는 회사가 되도록 힘을 모으자"


def test_a_list_shows_the_statement_once_with_every_wording(client: Client) -> None:
    make_published(TEXT, outlet="가온경제")
    make_published(TRIMMED, outlet="누리신문", url="https://nuri.example/1")
    response = client.get("/search/")
    body = response.content.decode()
    assert response.context["results"].count == 1
    assert "보도 2건" in body
    assert body.count(TRIMMED) == 1
    assert "https://nuri.example/1" in body


@pytest.mark.parametrize("place", [0, 1], ids=["the record", "a report"])
def test_every_reports_page_shows_all_reports(client: Client, place: int) -> None:
    articles = [make_published(TEXT, outlet="가온경제"), make_published(TRIMMED, outlet="누리신문")]
    body = client.get(articles[place].quotes.get().get_absolute_url()).content.decode()
    for text in ("보도 2건", f">{TEXT}</q>", f">{TRIMMED}</q>", "가온경제", "누리신문"):
        assert text in body


def test_a_report_taken_back_is_not_shown(client: Client) -> None:
    make_published(TEXT)
    unpublish_article(article_id=make_published(TRIMMED, outlet="누리신문").pk)
    body = client.get("/search/").content.decode()
    assert "보도" not in body.split("<main")[1].split("</main>")[0].replace("보도일", "")
    assert "누리신문" not in body


def test_the_first_page_shows_one_speech_once(client: Client) -> None:
    make_published(TEXT, outlet="가온경제")
    make_published(TEXT, outlet="누리신문")
    assert [quote.article.outlet for quote in client.get("/").context["latest"]] == ["가온경제"]


def test_a_flood_of_reports_does_not_empty_the_first_page(client: Client) -> None:
    make_published(TEXT, outlet="가온경제")
    for number in range(25):
        make_published(TEXT, outlet=f"누리신문 {number}", published_date=date(2026, 1, 3))
    assert [quote.article.outlet for quote in client.get("/").context["latest"]] == ["가온경제"]
