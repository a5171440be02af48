"""What is offered while somebody types."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from messages_app.models import ExecutiveAlias
from messages_app.search import suggestions
from messages_app.search.suggest import OF_EACH
from messages_app.tests.factories import Say, Who, make_company, make_draft, make_executive, make_published

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive() -> None:
    """A company of two spellings and its group, a bank, three people; some of nothing published."""
    group = make_company("가람그룹")
    home = make_company("가람텔레콤", "GRT", "지알티", group=group)
    make_executive("김가온", home)
    make_company("가람항공")
    make_executive("김가람")
    make_published(
        "고객과 고객가치, 고민",
        "고객과 AI",
        Say("고객을 위해", [Who("고다온", "도담은행", "행장")]),
    )
    make_draft("고구마 이야기", Say("감자", [Who("고구려", "고구려상사")]))


def labels(typed: str, kind: str = "") -> list[str]:
    return [item.label for item in suggestions(typed) if kind in ("", item.kind)]


@pytest.mark.parametrize(
    ("typed", "kind", "expected"),
    [
        ("가람텔레콤", "company", ["가람텔레콤"]),
        ("가람", "company", ["가람그룹", "가람텔레콤"]),
        ("갈", "company", ["가람그룹", "가람텔레콤"]),
        ("가라", "company", ["가람그룹", "가람텔레콤"]),
        ("ㄱㄹㅌㄹㅋ", "company", ["가람텔레콤"]),
        ("ㄱㄹㅌ", "company", ["가람텔레콤"]),
        ("grt", "company", ["가람텔레콤"]),
        ("지알", "company", ["가람텔레콤"]),
        ("ㅎㄱㅅ", "company", ["가람텔레콤"]),
        ("㈜가람텔", "company", ["가람텔레콤"]),
        ("rkfkaxpf", "company", ["가람텔레콤"]),
        ("rfxfz", "company", ["가람텔레콤"]),
        ("김가온", "executive", ["김가온"]),
        ("ㄱㄱㅇ", "executive", ["김가온"]),
        ("고ㄷ", "executive", ["고다온"]),
        ("고객", "keyword", ["고객"]),
        ("rhror", "keyword", ["고객"]),
        ("ㄱㄱ", "keyword", ["고객"]),
        ("고", "keyword", ["고객", "고민"]),
        ("ai", "keyword", ["AI"]),
        ("ㅁㅑ", "keyword", ["AI"]),
    ],
)
def test_finds_by_any_way_of_typing(archive: None, typed: str, kind: str, expected: list[str]) -> None:
    assert labels(typed, kind) == expected


@pytest.mark.parametrize("typed", ["가람항공", "김가람", "고구마", "고구려", "감자", "없는말"])
def test_what_is_not_published_is_not_offered(archive: None, typed: str) -> None:
    assert labels(typed) == []


@pytest.mark.parametrize("typed", ["", " ", "%", "_", "'; DROP", "\\", "\x00", "*", "<script>", "가" * 500, "😀"])
def test_hostile_characters_find_nothing(archive: None, typed: str) -> None:
    assert labels(typed) == []


def test_people_of_one_name_are_told_apart() -> None:
    homes = make_company("가람텔레콤"), make_company("누리전자")
    for home in homes:
        make_executive("김가온", home, note="전 재무 담당" if home is homes[1] else "")
        make_published(Say("말", [Who("김가온", home.name)]))
    assert {item.hint for item in suggestions("김가온")} == {"가람텔레콤", "누리전자, 전 재무 담당"}


def test_another_spelling_of_a_person_is_found(archive: None) -> None:
    person = make_executive("가브리엘 온느", make_company("도담은행은행"))
    ExecutiveAlias.objects.create(executive=person, name="온느 가브리엘")
    make_published(Say("말", [Who("가브리엘 온느", "도담은행은행")]))
    assert labels("온느", "executive") == ["가브리엘 온느"]


def test_stop_words_and_the_word_for_everything_are_not_offered(archive: None) -> None:
    make_published("생각을 생각하다")
    assert labels("생각", "keyword") == []


def test_a_few_of_each_kind_the_most_said_first() -> None:
    make_published(*(Say(f"{end}의 말", [Who(f"김가{end}", f"가람{end}")]) for end in "나다라마바사"))
    make_published(Say("또 다른 말", [Who("김가사", "가람사")]))
    found = suggestions("가람")
    assert len([item for item in found if item.kind == "company"]) == OF_EACH
    assert found[0].label == "가람사"


@pytest.mark.parametrize("typed", ["고", "고객", "ㄱ", "가람텔레콤"])
def test_takes_at_most_five_queries(archive: None, typed: str) -> None:
    with CaptureQueriesContext(connection) as captured:
        suggestions(typed)
    assert len(captured) <= 5


def test_options_are_links(archive: None, client: Client) -> None:
    body = client.get("/suggest/?q=ㄱㄹㅌ").content.decode()
    assert 'role="option"' in body
    assert 'href="/companies/%EA%B0%80%EB%9E%8C%ED%85%94%EB%A0%88%EC%BD%A4/"' in body


def test_names_are_escaped(client: Client) -> None:
    make_published(Say("말", [Who("김가온", "<b>가람</b>")]))
    body = client.get("/suggest/", {"q": "<b>가람"}).content.decode()
    assert "<b>" not in body
    assert "&lt;b&gt;가람" in body


@pytest.mark.parametrize("query", ["", "?q=", "?q=%00", "?q=" + "a" * 3000])
def test_nothing_found_is_an_empty_list(client: Client, query: str) -> None:
    response = client.get(f"/suggest/{query}")
    assert (response.status_code, response.content.strip()) == (200, b"")
