"""The screens that merge and split."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from messages_app.importing import unpublish_article
from messages_app.models import Article, Company, DistinctPair, Executive
from messages_app.tests.factories import Say, Who, make_company, make_executive, make_published

pytestmark = pytest.mark.django_db
SUSPECTS = "/admin/messages_app/company/suspects/"


@pytest.fixture
def two() -> tuple[Company, Company]:
    make_published(Say("고객을 먼저 생각하는 한 해가 되어야 합니다", [Who("김가온", "에스케이가람")]))
    make_published(Say("안전은 어떤 성과와도 바꿀 수 없는 가치입니다", [Who("김가온", "SK가람")]), message_year=2025)
    return Company.objects.get(name="SK가람"), Company.objects.get(name="에스케이가람")


def address(record: Company | Executive, screen: str) -> str:
    return reverse(f"admin:messages_app_{record._meta.model_name}_{screen}", args=[record.pk])


def test_a_company_is_merged_from_suspicion_to_preview_to_done(
    chief: Client, client: Client, two: tuple[Company, Company]
) -> None:
    stays, goes = two
    assert "에스케이가람" in chief.get(SUSPECTS).content.decode()
    assert f"?with={stays.pk}" in chief.get(address(goes, "merge")).content.decode()
    preview = chief.get(address(goes, "merge"), {"with": stays.pk}).content.decode()
    assert "모두" in preview and "김가온" in preview and goes.slug in preview
    assert Company.objects.filter(pk=goes.pk).exists()
    page = chief.post(address(goes, "merge"), {"with": stays.pk}, follow=True)
    assert "모두 옮겼습니다" in page.content.decode()
    assert client.get(goes.get_absolute_url()).status_code == 301


def test_a_person_is_split_into_two(chief: Client, two: tuple[Company, Company]) -> None:
    first, second = Executive.objects.order_by("pk")
    chief.post(address(second, "merge"), {"with": first.pk})
    page = chief.get(address(first, "split")).content.decode()
    assert "SK가람 2025" in page
    portion = f"{two[0].pk}-2025"
    chief.post(address(first, "split"), {"portion": [portion], "name": "김가온", "note": "SK가람 사장"})
    assert Executive.objects.get(note="SK가람 사장").attributions.count() == 1


def test_a_split_of_nothing_says_why(chief: Client, two: tuple[Company, Company]) -> None:
    for record in (two[0], Executive.objects.earliest("pk")):
        response = chief.post(address(record, "split"), {})
        assert response.status_code == 400
        assert "남겨 두세요" in response.content.decode()


@pytest.mark.parametrize("chosen", ["self", "0", "abc", "9" * 30, "-1"])
def test_what_cannot_be_merged_is_not_found(chief: Client, two: tuple[Company, Company], chosen: str) -> None:
    pk = str(two[0].pk) if chosen == "self" else chosen
    assert chief.get(address(two[0], "merge"), {"with": pk}).status_code == 404
    assert chief.post(address(two[0], "merge"), {"with": pk}).status_code == 404


@pytest.mark.parametrize("words", ["가람", "에스케이", "없는 이름", "<script>", "%", "가" * 500])
def test_the_other_record_is_found_by_its_names(chief: Client, two: tuple[Company, Company], words: str) -> None:
    response = chief.get(address(two[0], "merge"), {"q": words})
    assert response.status_code == 200
    assert ("에스케이가람" in response.content.decode()) == (words in ("가람", "에스케이"))
    assert "<script>" not in response.content.decode().split("</head>")[1].split("merging")[1]


def test_a_word_of_nothing_finds_what_is_suspected(chief: Client, two: tuple[Company, Company]) -> None:
    assert "에스케이가람" in chief.get(address(two[0], "merge"), {"q": "\x00"}).content.decode()


def test_a_pair_is_said_to_be_different(chief: Client, two: tuple[Company, Company]) -> None:
    chief.post(SUSPECTS, {"kind": "company", "first": two[0].pk, "second": two[1].pk})
    assert DistinctPair.objects.count() == 1
    assert f"/company/{two[1].pk}/merge/" not in chief.get(SUSPECTS).content.decode()


@pytest.mark.parametrize(
    "given", [{}, {"kind": "company", "first": "1", "second": "1"}, {"kind": "x", "first": "1", "second": "2"}]
)
def test_nonsense_is_no_pair(chief: Client, given: dict[str, str]) -> None:
    assert chief.post(SUSPECTS, given).status_code == 400
    assert not DistinctPair.objects.exists()


def test_the_ways_to_the_screens_are_shown_to_those_who_may(chief: Client, editor: Client) -> None:
    company = make_company()
    for client, may in ((chief, True), (editor, False)):
        form = client.get(f"/admin/messages_app/company/{company.pk}/change/").content.decode()
        assert ("../merge/" in form) == may
        assert (SUSPECTS in client.get("/admin/messages_app/company/").content.decode()) == may


def test_records_are_told_apart_by_what_they_said_and_where(chief: Client, two: tuple[Company, Company]) -> None:
    make_published(
        Say("고객을 먼저 생각하는 한 해가 되어야 합니다", [Who("김가온", "에스케이가람")]), outlet="누리신문"
    )
    body = " ".join(chief.get(SUSPECTS).content.decode().split())
    assert "SK가람 · 발언 1개" in body
    assert "에스케이가람 · 발언 1개" in body


def test_suspects_take_as_many_queries_for_many_pairs(chief: Client, django_assert_max_num_queries: Any) -> None:
    for number in range(8):
        make_executive("김가온", make_company(f"도담{number}상사"))
    chief.get(SUSPECTS)
    with django_assert_max_num_queries(20):
        chief.get(SUSPECTS)


def test_a_split_is_looked_at_before_it_is_done(chief: Client, two: tuple[Company, Company]) -> None:
    first, second = Executive.objects.order_by("pk")
    chief.post(address(second, "merge"), {"with": first.pk})
    portion = f"{two[0].pk}-2025"
    preview = chief.get(address(first, "split"), {"portion": portion, "name": "김가온", "note": "동생"})
    (made, taken), (stays, left) = preview.context["preview"]
    assert (made, [part.label for part in taken]) == ("김가온", ["SK가람 2025"])
    assert (stays, [part.label for part in left]) == ("김가온", ["에스케이가람 2026"])
    assert Executive.objects.count() == 1
    form = preview.content.decode()
    assert "초안" not in form
    assert f'name="portion" value="{portion}"' in form
    assert 'name="note" value="동생"' in form


def test_a_split_says_how_many_drafts_go_along(chief: Client, two: tuple[Company, Company]) -> None:
    unpublish_article(article_id=Article.objects.get(message_year=2025).pk)
    person = Executive.objects.get(companies=two[0])
    assert "SK가람 2025 · 발언 0개 · 초안 1건" in " ".join(chief.get(address(person, "split")).content.decode().split())


def test_a_preview_of_everything_says_why_not_and_keeps_the_choice(chief: Client, two: tuple[Company, Company]) -> None:
    key = two[0].aliases.get().key
    body = chief.get(address(two[0], "split"), {"portion": key}).content.decode()
    assert "하나는 남겨 두세요" in body
    assert f'value="{key}" checked' in body
