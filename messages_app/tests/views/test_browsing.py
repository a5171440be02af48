"""Filters live in the address; counts, pages and addresses agree with each other."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from django.http import HttpResponse
from django.test import Client

from messages_app.models import Company, Keyword
from messages_app.tests.factories import Say, Who, make_company, make_published

pytestmark = pytest.mark.django_db
NARA = Who("나래원", "누리전자", "대표")


def texts(response: HttpResponse) -> list[str]:
    return [quote.text for quote in response.context["results"].quotes]


def all_pages(client: Client, address: str) -> Iterator[list[str]]:
    """The texts of every page from this one on, by the link to the next; links in a circle are an error."""
    seen: set[str] = set()
    while address:
        assert address not in seen, f"{address} comes round again"
        seen.add(address)
        response = client.get(address)
        yield texts(response)
        address = response.context["pages"].get("next", "")


def everything(client: Client, address: str) -> list[str]:
    return [text for page in all_pages(client, address) for text in page]


@pytest.fixture
def archive() -> None:
    """Three articles of two outlets and years: a group, its two members, another company, joint statements."""
    group = make_company("가람그룹", industry="통신")
    for name in ("가람텔레콤", "해솔중공업"):
        make_company(name, group=group, industry="통신")
    make_company("누리전자", industry="가전")
    member = Who("민다온", "해솔중공업", "부회장")
    make_published(
        Say("고객을 먼저 생각합니다"),
        Say("고객과 함께 갑시다", [Who(), member, NARA]),
        Say("안전이 먼저입니다", [member]),
        message_year=2026,
    )
    make_published(
        Say("고객과 안전", [Who("서도현", "가람그룹", "회장"), Who()]),
        Say("고객의 새해", [NARA]),
        Say("사람이 먼저다", [Who("", "누리전자", "")]),
        message_year=2025,
        outlet="누리신문",
    )
    make_published(*(Say(f"새해의 고객 {number}", [NARA]) for number in range(45)), message_year=2025)


ADDRESSES = [
    "/search/",
    "/search/?q=고객",
    "/search/?q=먼저 OR 안전",
    "/search/?q=-고객",
    "/search/?year=2025..2026&outlet=누리신문",
    "/search/?company=누리전자&sort=relevant&q=새해",
    "/search/?company=가람그룹",
    "/search/?company=가람텔레콤&q=고객&sort=company",
    "/companies/가람그룹/",
    "/companies/가람그룹/?q=고객&company=가람텔레콤",
    "/companies/누리전자/",
    "/executives/김가온/?q=고객",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_count_is_what_one_can_page_through(client: Client, archive: None, address: str) -> None:
    response = client.get(address)
    assert len(everything(client, address)) == response.context["results"].count
    for name, links in response.context["facets"].items():
        for link in links:
            if not link.chosen:
                found = everything(client, link.url)
                assert len(found) == len(set(found)) == link.count, (name, link)


@pytest.mark.parametrize("address", ADDRESSES)
def test_paging_neither_skips_nor_repeats(client: Client, archive: None, address: str) -> None:
    found = everything(client, address)
    assert len(set(found)) == len(found) > 0


@pytest.mark.parametrize("sort", ["newest", "relevant", "company"])
def test_the_way_back_is_the_way_there(client: Client, archive: None, sort: str) -> None:
    forth = list(all_pages(client, f"/search/?sort={sort}"))
    assert len(forth) == 3
    address, back = f"/search/?sort={sort}", []
    for _ in forth[1:]:
        address = client.get(address).context["pages"]["next"]
    while address:
        response = client.get(address)
        back.insert(0, texts(response))
        address = response.context["pages"].get("previous", "")
    assert back == forth


def test_companies_of_any_name_can_be_paged_by_name(client: Client) -> None:
    make_published(*(Say(f"말 {number}", [Who("", "가나~다라", "")]) for number in range(25)))
    assert len(everything(client, "/search/?sort=company")) == 25


def test_a_group_page_includes_its_members(client: Client, archive: None) -> None:
    response = client.get("/companies/가람그룹/")
    assert response.context["results"].count == 4
    assert [str(member) for member in response.context["members"]] == ["가람텔레콤", "해솔중공업"]
    assert {link.label for link in response.context["facets"]["company"]} >= {"가람텔레콤", "해솔중공업"}


def test_a_member_page_has_its_own_alone(client: Client, archive: None) -> None:
    assert client.get("/companies/해솔중공업/").context["results"].count == 2


def test_a_joint_statement_is_on_each_page_once(client: Client, archive: None) -> None:
    for address in ("/companies/가람그룹/", "/companies/누리전자/", "/executives/나래원/", "/executives/민다온/"):
        assert everything(client, address).count("고객과 함께 갑시다") == 1


def test_choosing_two_speakers_finds_what_both_said(client: Client, archive: None) -> None:
    response = client.get("/search/?company=누리전자&executive=김가온")
    assert texts(response) == ["고객과 함께 갑시다"]


def test_a_company_is_counted_on_the_list_with_its_joint_statements(client: Client, archive: None) -> None:
    counts = {entry.company.name: entry.statements for entry in client.get("/companies/").context["companies"]}
    assert counts == {"가람그룹": 4, "가람텔레콤": 3, "해솔중공업": 2, "누리전자": 48}
    for name, count in counts.items():
        assert client.get(f"/companies/{name}/").context["results"].count == count


def test_companies_stand_by_industry_those_without_one_last(client: Client) -> None:
    make_company("누리전자", industry="전자")
    make_company("두레금융", industry="금융")
    make_published(*(Say("고객", [Who("김가온", name)]) for name in ("가람텔레콤", "누리전자", "두레금융")))
    listed = client.get("/companies/").context["companies"]
    assert [entry.company.name for entry in listed] == ["두레금융", "누리전자", "가람텔레콤"]


def test_many_companies_have_an_index_of_industries(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, industry in (("가람조선", "조선 해양"), ("누리은행", "금융"), ("미르공방", "")):
        make_company(name, industry=industry)
        make_published(Say(f"{name}의 새해", [Who(organisation=name)]))
    assert 'href="#industry-' not in client.get("/companies/").content.decode()
    monkeypatch.setattr("messages_app.views.companies.MANY", 2)
    body = client.get("/companies/").content.decode()
    leads = [unquote(lead) for lead in re.findall('href="#(industry-.*?)"', body)]
    assert leads == re.findall('<h2 id="(.*?)"', body) == ["industry-금융", "industry-조선해양", "industry-"]


def test_the_figures_of_home_are_those_of_search(client: Client, archive: None) -> None:
    home = client.get("/").context
    search = client.get("/search/").context
    assert home["totals"].statements == search["results"].count
    assert {str(year): count for year, count in home["years"]} == {
        link.label: link.count for link in search["facets"]["year"]
    }


def test_a_company_without_statements_is_not_linked_from_its_group(client: Client, archive: None) -> None:
    make_company("가람모바일", group=Company.objects.get(name="가람그룹"))
    assert "가람모바일" not in client.get("/companies/가람그룹/").content.decode()


def test_a_choice_is_a_chip_that_can_be_taken_back(client: Client, archive: None) -> None:
    response = client.get("/search/?q=고객&year=2026&company=가람그룹")
    chips = {chip.label: parse_qs(urlsplit(chip.url).query) for chip in response.context["chips"]}
    assert chips == {
        "고객": {"year": ["2026"], "company": ["가람그룹"]},
        "2026": {"q": ["고객"], "company": ["가람그룹"]},
        "가람그룹": {"q": ["고객"], "year": ["2026"]},
    }
    chosen = [link for links in response.context["facets"].values() for link in links if link.chosen]
    assert {link.label for link in chosen} == {"2026", "가람그룹"}


def test_a_new_choice_begins_at_the_first_page(client: Client, archive: None) -> None:
    second = client.get("/search/").context["pages"]["next"]
    links = [link for links in client.get(second).context["facets"].values() for link in links]
    assert links
    assert not [link for link in links if "after=" in link.url]


def test_the_word_searched_for_is_marked(client: Client, archive: None) -> None:
    body = client.get("/search/?q=고객&year=2026").content.decode()
    assert "<mark>고객</mark>을 먼저 생각합니다" in body


def test_markup_in_the_search_is_shown_as_text(client: Client, archive: None) -> None:
    make_published("고객 <b>굵게</b> & 안전")
    for word in ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onmouseover='x"):
        body = client.get("/search/", {"q": word}).content.decode()
        assert word not in body
    body = client.get("/search/", {"q": "굵게"}).content.decode()
    assert "&lt;b&gt;<mark>굵</mark>게&lt;/b&gt; &amp; 안전" in body


@pytest.mark.parametrize("word", ["%", "_", "%%%", "\\", "50%", "'; DROP TABLE quote; --", "100_000"])
def test_wildcards_are_characters(client: Client, archive: None, word: str) -> None:
    response = client.get("/search/", {"q": word})
    assert response.status_code in (200, 400)
    assert texts(response) == [] or response.status_code == 400
    make_published("성장 50% 달성")
    assert "성장 50% 달성" in texts(client.get("/search/", {"q": '"50%"'}))
    assert texts(client.get("/search/", {"q": '"5_%"'})) == []


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"company": "없는회사"}, "그런 회사가 없습니다"),
        ({"executive": "없는사람"}, "그런 경영인이 없습니다"),
        ({"year": "언젠가"}, "연도는 2024나"),
        ({"year": "2026..2021"}, "앞뒤가 바뀌었습니다"),
        ({"sort": "random"}, "그런 순서는 없습니다"),
        ({"q": "가" * 201}, "200자 안으로"),
        ({"q": "가 " * 21}, "스무 개 안으로"),
        ({"q": '"닫지 않은'}, "따옴표가 닫히지"),
        ({"q": "색깔:빨강"}, "조건은 없습니다"),
        ({"q": "기업:없는회사"}, "이름의 회사가 없습니다"),
        ({"q": "\x00"}, ""),
        ({"company": "\x00"}, ""),
        ({"outlet": "\x00"}, ""),
        ({"outlet": "가" * 61}, ""),
    ],
)
def test_a_bad_value_is_named_with_status_400(
    client: Client, archive: None, query: dict[str, str], message: str
) -> None:
    for address in ("/search/", "/companies/가람그룹/", "/executives/김가온/"):
        response = client.get(address, query)
        body = response.content.decode()
        assert response.status_code == 400
        assert 'role="alert"' in body
        assert message in body
        assert response.context["results"].count > 0


@pytest.mark.parametrize(
    "cursor",
    ["x", "~", "~~~", "1~2~3~4", "-1~5", "9" * 40 + "~1", "١~٢", "1.5~2", "\x00~1", "\x00~1~1", "%00", "1~1 OR 1=1"],
)
@pytest.mark.parametrize("sort", ["newest", "relevant", "company"])
def test_a_cursor_nobody_gave_is_harmless(client: Client, archive: None, cursor: str, sort: str) -> None:
    for name in ("after", "before"):
        assert client.get("/search/", {name: cursor, "sort": sort}).status_code == 200


def test_a_cursor_past_the_end_is_an_empty_page(client: Client, archive: None) -> None:
    response = client.get("/search/?after=0~0")
    assert (response.status_code, texts(response)) == (200, [])


HTMX = {"HX-Request": "true"}


@pytest.mark.parametrize("address", ["/search/", "/companies/가람그룹/", "/executives/김가온/"])
def test_htmx_gets_the_results_alone(client: Client, archive: None, address: str) -> None:
    whole = client.get(f"{address}?q=고객")
    part = client.get(f"{address}?q=고객", headers=HTMX)
    assert whole.content.startswith(b"<!doctype html>")
    title, _end, results = part.content.decode().partition("</title>")
    assert results.lstrip().startswith('<div id="results"')
    assert results.strip() in whole.content.decode()
    assert title in whole.content.decode()
    for answer in (whole, part):
        assert {"HX-Request", "HX-History-Restore-Request"} <= set(answer["Vary"].split(", "))


def test_htmx_gets_the_message_of_a_bad_value(client: Client, archive: None) -> None:
    response = client.get("/search/?year=언젠가", headers=HTMX)
    assert response.status_code == 400
    assert "연도는 2024나" in response.content.decode()
    assert not response.content.startswith(b"<!doctype")


def test_restoring_history_gets_the_whole_page(client: Client, archive: None) -> None:
    response = client.get("/search/", headers=HTMX | {"HX-History-Restore-Request": "true"})
    assert response.content.startswith(b"<!doctype html>")


def test_synonyms_are_found_and_can_be_left_out(client: Client) -> None:
    head, other = (Keyword.objects.get_or_create(form=form)[0] for form in ("고객", "주주"))
    Keyword.objects.filter(pk=other.pk).update(counts_as=head)
    make_published("고객을 생각합니다", "주주를 생각합니다")
    both = client.get("/search/?q=고객")
    assert len(texts(both)) == 2
    assert "함께 찾은 낱말: 고객님, 주주" in both.content.decode()
    assert texts(client.get(both.context["exact_url"])) == ["고객을 생각합니다"]


def test_repeated_values_are_one(client: Client, archive: None) -> None:
    assert client.get("/search/?year=2026&year=2025").context["results"].count == 48


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_other_methods_change_nothing(client: Client, archive: None, method: str) -> None:
    response: Any = getattr(client, method)("/search/?q=고객")
    assert response.status_code in (200, 405)


def test_the_other_language_keeps_what_was_asked(client: Client, archive: None) -> None:
    languages = client.get("/search/", {"q": "고객 가치", "year": "2026"}).context["languages"]
    address = urlsplit(next(language["url"] for language in languages if language["code"] == "en"))
    assert address.path == "/en/search/"
    assert parse_qs(address.query) == {"q": ["고객 가치"], "year": ["2026"]}


def test_the_page_of_a_person_offers_those_who_spoke_with_them(client: Client, archive: None) -> None:
    choices = client.get("/executives/김가온/").context["facets"]["executive"]
    assert {choice.label: choice.count for choice in choices} == {"나래원": 1, "민다온": 1, "서도현": 1}


def test_the_order_is_what_the_address_says(client: Client) -> None:
    make_published(Say("나중입니다", [Who("나래원", "누리전자")]), Say("먼저입니다", [Who()]))
    chosen = client.get("/search/?sort=company")
    assert chosen.context["wanted"].sort == "company"
    assert "sort=company" in chosen.context["facets"]["company"][0].url
    assert [sort.url for sort in chosen.context["sorts"]] == ["/search/", "/search/?sort=company"]
    assert not chosen.cookies
    client.cookies["sort"] = "company"  # as former versions left it
    assert client.get("/search/").context["wanted"].sort == "newest"


def test_a_cursor_is_of_the_order_of_its_address(client: Client, archive: None) -> None:
    client.get("/search/?sort=company")
    second = client.get(client.get("/search/").context["pages"]["next"])
    assert second.context["results"].previous


def test_a_choice_that_leaves_everything_is_not_offered(client: Client) -> None:
    make_company("가람텔레콤", group=make_company("가람그룹"))
    make_published("고객의 자리", "고객의 시간")
    facets = client.get("/executives/김가온/").context["facets"]
    assert "company" not in facets
    assert "outlet" not in facets
    assert client.get("/executives/김가온/?company=가람그룹").context["facets"]["company"][0].chosen


def test_an_order_that_changes_nothing_is_not_offered(client: Client) -> None:
    make_published("고객의 자리", "고객의 시간")
    for query in ("", "?q=인물:김가온", "?q=-안전"):
        assert [sort.label for sort in client.get(f"/companies/가람텔레콤/{query}").context["sorts"]] == ["최신순"]
    for query in ("?q=고객", '?q="고객의"', "?q=고객 -안전", "?q=시간 OR 고객"):
        sorts = client.get(f"/companies/가람텔레콤/{query}").context["sorts"]
        assert [sort.label for sort in sorts] == ["최신순", "많이 말한 순"]


def test_choices_that_are_not_all_there_are_say_so(client: Client) -> None:
    make_published(*(Say(f"고객의 말 {number}", [Who(f"김가{number}", "가람텔레콤", "")]) for number in range(50)))
    make_published(Say("고객", [NARA]))
    notice = "발언 수 상위 50까지만 보입니다."
    assert len(client.get("/search/").context["facets"]["executive"]) == 50
    assert client.get("/search/").content.decode().count(notice) == 1
    assert notice not in client.get("/companies/누리전자/").content.decode()
