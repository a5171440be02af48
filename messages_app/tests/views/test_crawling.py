"""Search engines find every public address, and nothing else."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from messages_app.importing import freeze_edition
from messages_app.models import Article, Company, Keyword, Quote
from messages_app.tests.factories import make_draft, make_published
from messages_app.views import crawling

pytestmark = pytest.mark.django_db


def locations(client: Client, address: str) -> list[str]:
    response = client.get(address)
    assert response.status_code == 200, address
    return re.findall(r"<loc>http://testserver([^<]+)</loc>", response.content.decode())


def forbidden(text: str, address: str) -> bool:
    """Whether a rule of robots.txt (RFC 9309: ``*`` is anything) matches the beginning of an address."""
    rules = re.findall(r"^Disallow: (.+)$", text, re.MULTILINE)
    return any(re.match(".*".join(map(re.escape, rule.split("*"))), address) for rule in rules)


def test_robots_may_read_pages_but_neither_the_desk_nor_endless_filters(client: Client) -> None:
    text = client.get("/robots.txt").content.decode()
    for address in ("/", "/en/", "/quotes/1/", "/search/?q=고객", "/corrections/", "/companies/가람/?year=2026"):
        assert not forbidden(text, address), address
    for address in (
        "/admin/",
        "/en/admin/login/",
        "/corrections/?quote=1",
        "/search/?q=고객&year=2026",
        "/suggest/?q=가",
    ):
        assert forbidden(text, address), address
    assert "Sitemap: http://testserver/sitemap.xml" in text


def test_the_sitemap_lists_every_page_that_answers_in_both_languages(client: Client) -> None:
    make_published("고객이 먼저입니다", "둘입니다")
    edition = freeze_edition(message_year=2026).edition
    found = [address for part in locations(client, "/sitemap.xml") for address in locations(client, part)]
    assert len(found) == len(set(found))
    assert Quote.objects.latest("pk").get_absolute_url() in found
    assert Article.objects.get().get_absolute_url() in found
    assert Keyword.objects.get(form="고객").get_absolute_url() in found
    assert f"/en{edition.get_absolute_url()}" in found
    assert f"/en{Company.objects.get().get_absolute_url()}" in found
    assert all(client.get(address).status_code == 200 for address in found)


def test_an_address_names_the_other_language(client: Client) -> None:
    make_published()
    text = client.get("/sitemap-quotes.xml").content.decode()
    for code, address in (("ko", "/quotes/"), ("en", "/en/quotes/"), ("x-default", "/quotes/")):
        assert f'hreflang="{code}" href="http://testserver{address}' in text


def test_nothing_unpublished_is_listed(client: Client) -> None:
    make_draft("아직 비밀입니다")
    assert [len(locations(client, f"/sitemap-{part}.xml")) for part in crawling.SITEMAPS if part != "pages"] == [0] * 6


def test_a_long_sitemap_is_cut_into_pages_that_lose_nothing(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crawling.Addresses, "limit", 4)
    make_published(*(f"말 {number}" for number in range(5)))
    pages = [part for part in locations(client, "/sitemap.xml") if "quotes" in part]
    assert len(pages) == 3
    found = [address for part in pages for address in locations(client, part)]
    assert sorted(found) == sorted(
        f"{prefix}{quote.get_absolute_url()}" for quote in Quote.objects.all() for prefix in ("", "/en")
    )


def test_a_sitemap_asks_as_many_questions_however_long_it_is(client: Client) -> None:
    counts: list[dict[str, int]] = []
    for words in ("고객 안전", "성장 약속 미래 도전"):
        make_published("하나", "둘", words)
        counts.append({})
        for part in ("articles", "quotes", "keywords"):
            with CaptureQueriesContext(connection) as captured:
                locations(client, f"/sitemap-{part}.xml")
            counts[-1][part] = len(captured)
    assert counts[0] == counts[1]
    assert max(counts[0].values()) <= 3


def test_what_changes_seldom_is_kept_for_a_while(client: Client) -> None:
    assert client.get("/robots.txt")["Cache-Control"] == "public, max-age=3600"
    assert client.get("/suggest/?q=가")["Cache-Control"] == "private, max-age=60"


def test_statements_are_not_counted_one_by_one_for_the_list_of_sitemaps(client: Client) -> None:
    make_published("고객이 먼저", "안전이 먼저")
    with CaptureQueriesContext(connection) as captured:
        client.get("/sitemap.xml")
    counted = [query["sql"] for query in captured.captured_queries if "COUNT(*)" in query["sql"]]
    assert counted and not any('FROM "messages_app_quote"' in sql for sql in counted)
