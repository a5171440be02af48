"""A page takes as many queries for thirty rows as for one."""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from messages_app.importing import freeze_edition
from messages_app.models import Article, Company, Edition, Quote
from messages_app.tests.factories import Say, Who, make_company, make_published

pytestmark = pytest.mark.django_db
LIMIT = 12
PAGES = [
    "/",
    "/companies/",
    "/executives/",
    "/search/",
    "/search/?q=고객",
    "/keywords/고객/",
    "/suggest/?q=가",
    "/search/?q=고객+말&year=2026&outlet=가온경제",
    "/search/?q=고객&sort=company",
    "/search/?company=가람그룹&executive=김가온0",
    "/companies/가람그룹/",
    "/companies/가람그룹/?q=고객",
    "/companies/가람그룹/?q=고객+말&company=가람0&executive=김가온0&year=2026&outlet=가온경제",
    "/companies/가람0/",
    "/executives/김가온0/",
    "/compare/",
    "/editions/",
    "edition",
    "/compare/?companies=가람그룹,가람0",
    "/compare/?companies=가람그룹,가람0&year=2020..2026",
    "/compare/?words=고객,말,글&companies=가람그룹,가람0&year=2020..2026",
    "article",
    "quote",
    "/en/",
    "/en/companies/",
]


# Everything that may be asked at once: phrases, words, NEAR, names and every filter.
HARDEST = (
    '"고객의 말" 인물:나래원 기업:가람그룹',
    '"고객의 말" "고객의 글" -기업:가람1 인물:나래원 고객',
    '"고객의 말" "말 고객" 인물:나래원 기업:가람그룹',
    '"객의 말" 고객 인물:나래원 기업:가람그룹',
    '"고객의 말" "글 고객" "말 글"',
    "고객 OR 말 -글 기업:가람그룹 인물:나래원",
    "고객 NEAR 말 고객 인물:나래원 기업:가람그룹",
)
EVERY_FILTER = "&year=2020..2026&outlet=가온경제&company=가람0&executive=김가온0&sort=company"
WITH_FILTERS = ("/search/", "/companies/가람그룹/", "/executives/나래원/")


def fill(rows: int) -> None:
    """As many articles, companies, people and joint speakers as rows, all in one group."""
    group = Company.objects.filter(name="가람그룹").first() or make_company("가람그룹")
    for number in range(rows):
        if not Company.objects.filter(name=f"가람{number}").exists():
            make_company(f"가람{number}", group=group)
    says = [
        Say(f"고객의 말 {rows} {number}", [Who(f"김가온{number}", f"가람{number}"), Who("나래원", "가람그룹")])
        for number in range(rows)
    ]
    make_published(*says)
    for number in range(rows):
        make_published(Say(f"고객의 글 {rows} {number}", [Who("김가온0", "가람0"), Who("나래원", "가람그룹")]))
    freeze_edition(message_year=2026)


def queries(client: Client, address: str) -> int:
    targets: dict[str, Callable[[], str]] = {
        "article": lambda: Article.objects.earliest("pk").get_absolute_url(),
        "edition": lambda: Edition.objects.earliest("pk").get_absolute_url(),
        "quote": lambda: Quote.objects.earliest("pk").get_absolute_url(),
    }
    where = targets[address]() if address in targets else address
    client.get(where)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(where).status_code == 200
    return len(captured)


def test_the_number_of_queries_does_not_depend_on_the_rows(client: Client) -> None:
    fill(1)
    one = {address: queries(client, address) for address in PAGES}
    fill(30)
    thirty = {address: queries(client, address) for address in PAGES}
    assert thirty == one
    fill(30)
    reported = {address: queries(client, address) for address in PAGES}
    assert {reported[address] - one[address] for address in PAGES} == {0, 1}
    assert {address: number for address, number in reported.items() if number > LIMIT} == {}


@pytest.mark.parametrize("frequent", [1, 5000])
def test_the_hardest_questions_take_no_more_queries(
    client: Client, frequent: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether its words are frequent or rare, and whether anything is found."""
    for module in ("importing.totals", "search.planning"):
        monkeypatch.setattr(f"messages_app.{module}.WIDE_FROM", frequent)
    fill(2)
    addresses = [
        f"{page}?q={quote(words)}{filters}"
        for page in WITH_FILTERS
        for words in HARDEST
        for filters in ("", EVERY_FILTER)
    ]
    counted = {address: queries(client, address) for address in addresses}
    assert {address: number for address, number in counted.items() if number > LIMIT} == {}
