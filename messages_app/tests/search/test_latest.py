"""What was published last, by whichever way it is found."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from messages_app.importing import publish_article
from messages_app.models import Article, Quote
from messages_app.search import QuoteFilter, latest, make_plan, published_last
from messages_app.tests.factories import Say, Who, make_company, make_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive() -> None:
    """Articles of several years, published in an order that is not theirs."""
    joint = Say("고객과 안전을 함께", [Who(), Who("나래원", "누리전자")])
    drafts = [
        make_draft(f"고객의 {year}", joint if year % 2 else f"안전의 {year}", message_year=year)
        for year in (2026, 2020, 2023, 2021, 2025)
    ]
    for number, draft in enumerate(drafts):
        publish_article(article_id=draft.pk)
        at = timezone.now() + timedelta(hours=(number * 3) % 5)
        Article.objects.filter(pk=draft.pk).update(published_at=at)


def filters() -> list[QuoteFilter]:
    company = make_company("가온물산")
    spoken = Quote.objects.filter(company__isnull=False).first()
    assert spoken
    return [
        QuoteFilter(),
        QuoteFilter(keyword="고객"),
        QuoteFilter(keyword="고객 -안전"),
        QuoteFilter(years=(2020, 2023)),
        QuoteFilter(within=spoken.company),
        QuoteFilter(within=company),
    ]


@pytest.mark.parametrize("articles", [(1,), (1, 2), (2, 2, 2)])
@pytest.mark.parametrize("size", [1, 3, 50])
def test_a_look_at_the_last_articles_finds_what_putting_all_in_order_does(
    archive: None, monkeypatch: pytest.MonkeyPatch, articles: tuple[int, ...], size: int
) -> None:
    for wanted in filters():
        plan = make_plan(wanted)
        in_order = published_last(plan, wanted, size)
        with monkeypatch.context() as patch:
            patch.setattr(latest, "SORTED", 0)
            patch.setattr(latest, "ARTICLES", articles)
            assert published_last(plan, wanted, size) == in_order
        moments = [quote.article.published_at for quote in in_order]
        assert moments == sorted(moments, reverse=True)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL reads so few rows without an index")
def test_the_last_articles_are_read_from_their_index(archive: None) -> None:
    assert "INDEX article_published" in latest._articles(QuoteFilter())[:5].explain()
