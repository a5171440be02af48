"""A list as a feed: what the list shows, under addresses that stay."""

from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from messages_app.models import Quote
from messages_app.tests.factories import Say, Who, make_draft, make_published
from messages_app.views import feeds
from messages_app.views.feeds import ENTRIES

pytestmark = pytest.mark.django_db
ATOM = {"": "http://www.w3.org/2005/Atom"}


def feed(client: Client, address: str) -> ElementTree.Element:
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    return ElementTree.fromstring(answer.content)  # noqa: S314 - our own


def summaries(client: Client, address: str) -> list[str]:
    return [entry.findtext("summary", "", ATOM) for entry in feed(client, address).findall("entry", ATOM)]


def test_an_entry_says_who_said_what_where_and_when_it_was_published(client: Client) -> None:
    article = make_published("R&D와 <고객>")
    quote = Quote.objects.get()
    found = feed(client, "/search/?format=atom")
    assert found.findtext("title", "", ATOM) == "모든 발언 · 신년사"
    (entry,) = found.findall("entry", ATOM)
    assert entry.findtext("title", "", ATOM) == "김가온 가람텔레콤 사장, 2026년 신년사 · 가온경제 2026. 1. 2."
    assert entry.findtext("summary", "", ATOM) == "R&amp;D와 &lt;고객&gt;"  # HTML, which readers show as the words.
    assert entry.findtext("id", "", ATOM) == f"http://testserver/quotes/{quote.pk}/"
    assert entry.findtext("updated", "", ATOM)[:10] == f"{article.published_at:%Y-%m-%d}"


def test_a_feed_has_what_its_list_finds(client: Client) -> None:
    make_published("고객을 먼저", message_year=2025)
    make_published("고객과 함께", Say("안전이 먼저", [Who("나래원", "누리전자", "대표")]))
    make_draft("고객의 새해")
    assert summaries(client, "/search/?q=고객&format=atom&sort=company") == ["고객과 함께", "고객을 먼저"]
    assert summaries(client, "/companies/누리전자/?format=atom") == ["안전이 먼저"]
    assert summaries(client, "/executives/김가온/?year=2025&format=atom") == ["고객을 먼저"]


def test_a_reader_that_asks_again_gets_only_what_is_new(client: Client) -> None:
    make_published("고객을 먼저")
    address = "/search/?format=atom"
    for encoding in ("", "gzip"):
        asked = {"Accept-Encoding": encoding, "If-None-Match": client.get(address)["ETag"]}
        again = client.get(address, headers=asked)
        assert (again.status_code, again.content) == (304, b"")
        make_published(f"안전이 먼저 {encoding}")
        assert client.get(address, headers=asked).status_code == 200


def test_what_was_published_last_comes_first_whatever_year_it_is_of(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feeds, "ENTRIES", 2)
    make_published("고객의 새해", "고객의 봄", message_year=2026)
    make_published("고객의 옛날", message_year=2015)
    for page in ("/search/", "/search/?q=고객", "/companies/가람텔레콤/", "/executives/김가온/"):
        address = f"{page}{'&' if '?' in page else '?'}format=atom"
        assert summaries(client, address) == ["고객의 옛날", "고객의 새해"], page


def test_what_xml_cannot_write_is_left_out(client: Client) -> None:
    make_published("고객을\x0b생각하고\x0c또\uffff생각합니다")
    address = "/search/?format=atom"
    assert summaries(client, address) == ["고객을 생각하고 또 생각합니다"]
    assert feed(client, f"{address}&q=고객%0b생각").findtext("title", "", ATOM) == "고객 생각 · 모든 발언 · 신년사"


def test_each_entry_has_an_identity_of_its_own(client: Client) -> None:
    make_published(Say("고객을 생각", (), "headline"), Say("안전이 먼저", (), "headline"), "새해입니다")
    entries = feed(client, "/search/?kind=headline&format=atom").findall("entry", ATOM)
    assert len({entry.findtext("id", "", ATOM) for entry in entries}) == len(entries) == 2


@pytest.mark.parametrize(
    "address", ["/", "/search/?q=고객&sort=company", "/companies/가람텔레콤/", "/en/executives/김가온/"]
)
def test_pages_name_their_feed(client: Client, address: str) -> None:
    make_published("고객을 생각합니다")
    page = client.get(address).content.decode()
    link = page.split('<link rel="alternate" type="application/atom+xml" href="')[1].split('"')[0].replace("&amp;", "&")
    assert "sort" not in link
    assert summaries(client, link) == ["고객을 생각합니다"]


def test_a_long_list_costs_no_more_than_its_newest(client: Client) -> None:
    make_published(*(f"새해의 고객 {number}" for number in range(ENTRIES + 5)))
    with CaptureQueriesContext(connection) as asked:
        assert len(summaries(client, "/search/?format=atom")) == ENTRIES
    assert len(asked) <= 8


def test_a_feed_of_a_filter_that_is_misunderstood_is_refused(client: Client) -> None:
    assert client.get("/search/?year=x&format=atom").status_code == 400
