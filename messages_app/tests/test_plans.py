"""No page reads a whole table that grows with the archive, as SQLite plans without statistics of its own."""

import re
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from messages_app.importing import freeze_edition, publish_article
from messages_app.models import Article, Company, Executive, Quote
from messages_app.search import QuoteFilter, make_plan, totals
from messages_app.search.tally import WORDS_AMONG
from messages_app.tests.factories import Say, Who, make_company, make_draft, make_published, make_superuser

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL reads small tables whole, rightly"),
]
GROWING = re.compile(
    r"messages_app_(article|quote|attribution|keyworduse|keywordtotal|keywordpostings|articleshingle)\b"
)
PUBLIC = [
    "/",
    "/companies/{company}/",
    "/executives/",
    "/executives/{executive}/",
    "/search/?q=고객",
    "/search/?q=고객&format=atom",
    "/search/?q=고객+안전&sort=relevant",
    "/search/?q=%22고객이+먼저%22",
    "/search/?year=2024..2026&outlet=가온신문",
    "/keywords/고객/",
    "/articles/{article}/",
    "/quotes/{quote}/",
    "/compare/",
    "/editions/",
    "/editions/2026/1/",
]
DESK = [
    "/admin/",
    "/admin/messages_app/article/queue/",
    "/admin/messages_app/article/{article}/review/",
    "/admin/messages_app/article/{draft}/review/",
    "/admin/messages_app/quote/{quote}/change/",
    "/admin/messages_app/quote/{quote}/reprints/",
    "/admin/messages_app/company/{company_pk}/merge/",
    "/admin/messages_app/company/{company_pk}/split/",
    "/admin/messages_app/executive/{executive_pk}/split/",
]


def address(template: str) -> str:
    company, executive = Company.objects.earliest("pk"), Executive.objects.earliest("pk")
    return template.format(
        company=company.slug,
        company_pk=company.pk,
        executive=executive.slug,
        executive_pk=executive.pk,
        article=Article.objects.filter(status="published").earliest("pk").pk,
        draft=Article.objects.filter(status="draft").earliest("pk").pk,
        quote=Quote.objects.earliest("pk").pk,
    )


def scanned(client: Client, page: str) -> Iterator[tuple[str, str]]:
    """The steps by which a page reads a growing table from end to end, each with its query."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(page).status_code == 200
    for sql in (query["sql"] for query in captured.captured_queries):
        if sql.startswith(("SELECT", "WITH")):
            tables = {alias: table for table, alias in re.findall(r'"(messages_app_\w+)" "?([T-W]\d+)"?', sql)}
            for step in steps_of(sql):
                found = re.match(r"SCAN (\w+)", step)
                if found and GROWING.match(tables.get(found[1], found[1])):
                    yield step, sql


def steps_of(sql: str) -> list[str]:
    """The plan of a query; nothing of one that stops after the first rows of an index, whatever these are."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        steps = [detail for *_, detail in cursor.fetchall()]
    stops = re.search(r"LIMIT \d+$", sql) and "WHERE" not in sql and not any("TEMP B-TREE" in step for step in steps)
    return [] if stops else steps


@pytest.fixture
def archive() -> None:
    make_company("가람텔레콤", group=make_company("가람그룹"))
    make_published("고객이 먼저입니다", Say("고객과 안전", [Who(), Who("나래원", "누리전자")]), outlet="가온신문")
    make_draft("비밀입니다")
    freeze_edition(message_year=2026)


@pytest.mark.parametrize("template", PUBLIC)
def test_readers_wait_for_no_whole_table(client: Client, archive: None, template: str) -> None:
    assert list(scanned(client, address(template))) == []


@pytest.mark.parametrize("template", DESK)
def test_editors_wait_for_no_whole_table(client: Client, archive: None, template: str) -> None:
    client.force_login(make_superuser())
    assert list(scanned(client, address(template))) == []


def test_what_an_outlet_reports_is_counted_from_its_index(client: Client, archive: None) -> None:
    with CaptureQueriesContext(connection) as captured:
        client.get("/search/?q=고객&year=2024..2026&outlet=가온신문")
    (counting,) = (query["sql"] for query in captured.captured_queries if query["sql"].startswith("WITH"))
    assert "SEARCH messages_app_keyworduse USING COVERING INDEX use_outlet (keyword_id=? AND outlet=?)" in steps_of(
        counting
    )


def test_reports_of_a_statement_are_looked_for_among_what_its_speaker_said(archive: None) -> None:
    draft = Article.objects.get(status="draft")
    with CaptureQueriesContext(connection) as captured:
        publish_article(article_id=draft.pk)
    asked = [query["sql"] for query in captured.captured_queries]
    (looking,) = (
        sql for sql in asked if '"original_decided"' in sql and "ORDER BY" not in sql and "_attribution" in sql
    )
    assert any("messages_app_attribution_executive_id" in step for step in steps_of(looking))


@pytest.mark.parametrize("keyword", ['"고객이 먼저"', "고객 안전"])
def test_headlines_are_looked_up_by_their_place(archive: None, keyword: str) -> None:
    headlines = make_plan(QuoteFilter(keyword=keyword)).of_the_other_kind()
    assert "use_newest (keyword_id=? AND place=?" in headlines.rows().explain()


def test_figures_of_everything_are_read_without_those_of_each_year(archive: None) -> None:
    with CaptureQueriesContext(connection) as captured:
        totals()
    (asked,) = (query["sql"] for query in captured.captured_queries)
    (step,) = (step for step in steps_of(asked) if "messages_app_keywordtotal" in step)
    assert "keyword_id=? AND scope=?" in step


def test_of_a_year_no_more_statements_are_read_than_words_are_counted_in(client: Client, archive: None) -> None:
    with CaptureQueriesContext(connection) as captured:
        client.get("/search/?year=2026")
    (counting,) = (query["sql"] for query in captured.captured_queries if query["sql"].startswith("WITH"))
    (found,) = re.findall(r"found_\d \([^)]*\) AS \(SELECT .*? LIMIT (\d+)\)", counting)
    assert int(found) == WORDS_AMONG + 1
