"""Files hold exactly what the page finds, and open in a spreadsheet as what they are."""

import csv
import io
import json
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from messages_app.exports.cells import safe
from messages_app.models import Company, Quote
from messages_app.search import results
from messages_app.tests.factories import Say, Who, make_draft, make_published

pytestmark = pytest.mark.django_db


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    assert response.streaming
    return b"".join(response.streaming_content).decode()


def rows(client: Client, address: str) -> list[dict[str, str]]:
    found = text(client, address)
    assert found.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(found[1:])))


def test_a_statement_is_a_line_with_its_speaker_and_source(client: Client) -> None:
    make_published("고객을, “먼저”\n생각합니다", title="새해", url="https://news.example/1")
    (row,) = rows(client, "/search/?format=csv")
    quote = Quote.objects.get()
    assert row.pop("저작권")
    assert row == {
        "번호": str(quote.pk),
        "신년사 연도": "2026",
        "발언": "고객을, “먼저”\n생각합니다",
        "말한 사람": "김가온",
        "조직": "가람텔레콤",
        "당시 직함": "사장",
        "회사": "가람텔레콤",
        "매체": "가온경제",
        "보도일": "2026-01-02",
        "기사 제목": "새해",
        "원문 주소": "https://news.example/1",
        "보도 건수": "1",
        "발언 주소": f"http://testserver/quotes/{quote.pk}/",
    }


def test_reports_are_counted_by_article_as_on_the_page(client: Client) -> None:
    said = "고객이 먼저 찾는 회사가 되도록 올해도 힘을 모읍시다"
    make_published(said)
    make_published(said, f"다시, {said}", outlet="누리신문")
    make_published(said, outlet="도담일보")
    (row,) = rows(client, "/search/?format=csv")
    assert row["보도 건수"] == "3"
    assert "보도 3건" in client.get("/search/").content.decode()


def test_a_quotation_in_a_headline_has_the_address_of_its_article(client: Client) -> None:
    article = make_published("고객을 생각합니다", Say("안전이 먼저", (), "headline"))
    (row,) = rows(client, "/search/?kind=headline&format=csv")
    assert row["발언 주소"] == f"http://testserver{article.get_absolute_url()}"


def test_joint_speakers_share_a_line(client: Client) -> None:
    make_published(Say("함께 갑니다", [Who(), Who("나래원", "누리전자", "")]))
    (row,) = rows(client, "/search/?format=csv")
    assert (row["말한 사람"], row["당시 직함"]) == ("김가온; 나래원", "사장; ")


def test_the_filters_of_the_page_hold_for_the_file(client: Client) -> None:
    make_published("고객을 생각합니다", "안전을 생각합니다", Say("고객의 말", [Who("나래원", "누리전자")]))
    make_draft("고객의 비밀")
    assert [row["발언"] for row in rows(client, "/companies/가람텔레콤/?q=고객&format=csv")] == ["고객을 생각합니다"]
    assert [row["발언"] for row in rows(client, "/executives/나래원/?format=csv")] == ["고객의 말"]
    assert rows(client, "/search/?q=바다&format=csv") == []


def test_json_names_its_filter_and_keeps_speakers_apart(client: Client) -> None:
    make_published(Say("=함께 갑니다", [Who(), Who("나래원", "누리전자", "")]))
    found = json.loads(text(client, "/search/?q=함께&format=json"))
    assert (found["page"], found["count"]) == ("http://testserver/search/?q=함께", 1)
    assert "저작권" in found["rights"]
    (quote,) = found["quotes"]
    assert quote["text"] == "=함께 갑니다"
    assert [who["name"] for who in quote["speakers"]] == ["김가온", "나래원"]
    assert json.loads(text(client, "/search/?q=바다&format=json"))["quotes"] == []


def test_english_files_have_english_headings(client: Client) -> None:
    make_published()
    (row,) = rows(client, "/en/search/?format=csv")
    assert row["Outlet"] == "가온경제"
    assert all(heading[0].isupper() for heading in row)
    assert "/en/quotes/" in row["Address"]


def test_a_name_says_what_the_file_holds(client: Client) -> None:
    make_published("고객을 생각합니다")
    response = client.get("/companies/가람텔레콤/?q=고객&year=2026&format=csv")
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''%EC%8B%A0%EB%85%84%EC%82%AC-")
    assert response["Content-Disposition"].endswith("-2026.csv")


def test_the_name_of_a_file_is_not_longer_than_file_systems_take(client: Client) -> None:
    name = "가" * 100
    make_published(Say("고객을 생각합니다", [Who(organisation=name)]))
    named = client.get(f"{Company.objects.get().get_absolute_url()}?format=csv")["Content-Disposition"]
    assert len(unquote(named.partition("utf-8''")[2]).encode()) < 255


def test_no_search_engine_lists_a_file(client: Client) -> None:
    assert client.get("/search/?format=json")["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+82", "'+82"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\n=1", "'\n=1"),
        ("＝1+1", "'＝1+1"),
        ("고객=가치", "고객=가치"),
        (-1, -1),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(cell: object, shown: object) -> None:
    assert safe(cell) == shown


def test_what_an_article_holds_is_not_computed(client: Client) -> None:
    make_published(Say("=HYPERLINK(1)", [Who("@나래원", "+누리", "-장")]), title="=1", outlet="@가온")
    found = text(client, "/search/?format=csv")
    assert all(f"'{cell}" in found for cell in ("=HYPERLINK(1)", "@나래원", "+누리", "-장", "=1", "@가온"))


def test_what_cannot_be_understood_is_no_file(client: Client) -> None:
    make_published()
    for address in ("/search/?format=xls", "/search/?year=언젠가&format=csv"):
        response = client.get(address)
        assert response.status_code == 400
        assert 'name="format"' not in response.content.decode()


def test_a_long_list_comes_whole_in_pieces(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    make_published(*(f"말 {number}" for number in range(7)))
    shown = [row["발언"] for row in rows(client, "/search/?format=csv")]
    monkeypatch.setattr(results, "CHUNK", 3)
    assert [row["발언"] for row in rows(client, "/search/?format=csv")] == shown
    assert len(set(shown)) == 7


def test_a_file_takes_no_more_queries_for_more_rows(client: Client) -> None:
    counts = []
    for name in ("말", "글", "글"):  # The last are reports of what is on record: one query more.
        make_published(*(Say(f"{name} {number}", [Who(), Who("나래원", "누리전자")]) for number in range(20)))
        with CaptureQueriesContext(connection) as captured:
            text(client, "/search/?format=csv")
        counts.append(len(captured))
    assert counts[0] == counts[1] == counts[2] - 1 <= 9


@pytest.mark.parametrize("asked", ["R&D", "C#", "고객 가치", "50%", "고객+주주", '"고객이 먼저"'])
def test_the_page_of_a_file_is_an_address_in_readable_korean(client: Client, asked: str) -> None:
    make_published(f"고객, {asked}")
    page = json.loads(text(client, f"/search/?{urlencode({'q': asked, 'format': 'json'})}"))["page"]
    assert parse_qs(urlsplit(page).query) == {"q": [asked]}
    assert "%EA" not in page


def test_the_statements_of_an_article_are_a_file(client: Client) -> None:
    article = make_published("고객을 생각합니다", Say("제목", kind="headline"), title="가람의 새해")
    make_published("다른 기사입니다")
    address = article.get_absolute_url()
    assert f'href="{address}?format=csv"' in client.get(address).content.decode()
    assert [row["발언"] for row in rows(client, f"{address}?format=csv")] == ["고객을 생각합니다"]
    found = json.loads(text(client, f"{address}?format=json"))
    assert (found["page"], found["count"], len(found["quotes"])) == (f"http://testserver{address}", 1, 1)
    assert "가람의-새해" in unquote(client.get(f"{address}?format=csv")["Content-Disposition"])
    assert client.get(f"{address}?format=xml").status_code == 200


def test_the_sample_is_told_from_statements_in_files_and_feeds_too(client: Client) -> None:
    make_published("고객을 생각합니다", is_sample=True)
    make_published("안전을 생각합니다")
    told = {row["발언"]: "지어냈습니다" in row["저작권"] for row in rows(client, "/search/?format=csv")}
    assert told == {"고객을 생각합니다": True, "안전을 생각합니다": False}
    quotes = json.loads(text(client, "/search/?format=json"))["quotes"]
    assert {quote["text"]: quote["sample"] for quote in quotes} == told
    feed = client.get("/search/?format=atom").content.decode()
    assert feed.count("<title>[예시] 김가온") == 1
