"""What no page of the desk sends, and what two tabs send at once: refused in words, never an error of ours."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from messages_app.admin import ExecutiveAdmin
from messages_app.admin.merging import EXECUTIVE
from messages_app.importing import HeaderChange, merge_executives, split_executive
from messages_app.models import Company, Executive
from messages_app.tests.factories import Say, Who, make_draft, make_published, make_superuser

pytestmark = pytest.mark.django_db
LONG = "9" * 5000


@pytest.fixture
def chief(client: Client) -> Client:
    client.force_login(make_superuser())
    return client


@pytest.mark.parametrize("number", ["١", "９", LONG, "-1", "x"])
@pytest.mark.parametrize("page", ["change", "history"])
def test_a_number_that_is_none_leads_to_no_record(chief: Client, number: str, page: str) -> None:
    make_draft()
    answer = chief.get(f"/admin/messages_app/article/{number}/{page}/", follow=True)
    assert answer.status_code in (200, 404)
    assert "review" not in answer.request["PATH_INFO"]


@pytest.mark.parametrize("moment", [f"quote-{LONG}", "quote-", "quote-١", "nothing-1", "", "-1", "quote-1-1"])
def test_no_such_moment_is_said_in_words(chief: Client, moment: str) -> None:
    address = f"/admin/messages_app/article/{make_draft().pk}/history/"
    assert "없는 이력입니다" in chief.post(address, {"moment": moment}, follow=True).content.decode()


@pytest.mark.parametrize("revision", [LONG, "-1", "x", "", "١"])
def test_a_revision_that_is_none_harms_nothing(chief: Client, revision: str) -> None:
    address = f"/admin/messages_app/article/{make_draft().pk}/sure/"
    answer = chief.post(address, {"header-revision": revision}, headers={"HX-Request": "true"})
    assert answer.status_code == 200


@pytest.mark.parametrize("field", ["message_year", "published_date", "url", "reporters"])
def test_what_the_desk_cannot_have_shown_counts_as_changed(chief: Client, field: str) -> None:
    article = make_draft()
    seen = HeaderChange.of(article)
    sent: dict[str, Any] = {"title": seen.title, "outlet": "누리신문", "message_year": "2025", "revision": "0"}
    data = {f"header-{name}": value for name, value in sent.items()} | {f"initial-header-{field}": "\x00!"}
    chief.post(f"/admin/messages_app/article/{article.pk}/review/", data)
    article.refresh_from_db()
    assert (article.outlet, article.message_year) == ("누리신문", 2025)


@pytest.fixture
def two() -> tuple[Executive, Executive]:
    make_published(Say("고객을 생각합니다", [Who("김가온")]), Say("안전을 생각합니다", [Who("나래원")]))
    return Executive.objects.get(name="김가온"), Executive.objects.get(name="나래원")


def test_the_second_of_two_merges_says_that_there_is_nothing_left(
    chief: Client, monkeypatch: pytest.MonkeyPatch, two: tuple[Executive, Executive]
) -> None:
    stays, goes = two

    def twice(**ids: int) -> Executive:
        merge_executives(**ids)
        return merge_executives(**ids)

    monkeypatch.setattr(ExecutiveAdmin, "kind", replace(EXECUTIVE, merge=twice))
    answer = chief.post(f"/admin/messages_app/executive/{goes.pk}/merge/", {"with": stays.pk}, follow=True)
    assert "그사이 다른 사람이" in answer.content.decode()
    assert list(Executive.objects.all()) == [stays]


def test_a_split_of_what_was_merged_meanwhile_says_so(
    chief: Client, monkeypatch: pytest.MonkeyPatch, two: tuple[Executive, Executive]
) -> None:
    stays, goes = two

    def too_late(pk: int, chosen: list[str], given: Any) -> Executive:
        merge_executives(stays_id=stays.pk, goes_id=pk)
        return split_executive(executive_id=pk, portions=chosen)

    monkeypatch.setattr(ExecutiveAdmin, "kind", replace(EXECUTIVE, split=too_late))
    answer = chief.post(f"/admin/messages_app/executive/{goes.pk}/split/", {"portion": "0-2026"}, follow=True)
    assert "그사이 다른 사람이" in answer.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        f"/admin/messages_app/company/?group={'9' * 30}",
        f"/admin/messages_app/quote/?article={'9' * 30}",
        f"/admin/messages_app/article/?imported_by={'9' * 30}",
        "/admin/messages_app/article/?outlet=%00",
        "/admin/autocomplete/?term=%00&app_label=messages_app&model_name=company&field_name=group",
        "/admin/autocomplete/?term=&app_label=messages_app&model_name=company&field_name=members",
    ],
)
def test_a_list_asked_for_what_no_column_holds_says_so(chief: Client, address: str) -> None:
    make_published("고객")
    assert chief.get(address).status_code in (200, 302, 400, 403)


@pytest.mark.parametrize(
    "query",
    [
        "_to_field=",
        "_to_field=nothing",
        "_to_field=%00",
        "_popup=1&_to_field=",
        "name__regex=(",
        "name__iregex=(a%2B)%2B$",
        "p=abc",
        "p=-1",
        f"p={'9' * 30}",
        "o=99",
        "o=x.-0.1",
        "all=x",
        "nofilter=1",
        "q=%00",
        "_changelist_filters=%25%ZZ%00",
        "name__nothing=1",
        "aliases__isnull=x",
    ],
)
@pytest.mark.parametrize("screen", ["", "add/", "{pk}/change/", "{pk}/delete/"])
def test_no_question_in_an_address_is_an_error_of_ours(chief: Client, query: str, screen: str) -> None:
    make_published("고객")
    company = Company.objects.get()
    answer = chief.get(f"/admin/messages_app/company/{screen.format(pk=company.pk)}?{query}")
    assert answer.status_code in (200, 302, 400)


@pytest.mark.parametrize("value", ["9" * 30, "x", "\x00"])
@pytest.mark.parametrize(
    ("model", "field"), [("company", "group"), ("executive", "companies"), ("keyword", "counts_as")]
)
def test_a_choice_that_is_no_record_is_refused(chief: Client, model: str, field: str, value: str) -> None:
    rows = {"aliases-TOTAL_FORMS": 0, "aliases-INITIAL_FORMS": 0}
    answer = chief.post(f"/admin/messages_app/{model}/add/", {"name": "나람", "form": "나람", field: value} | rows)
    assert answer.status_code == 400 or "errorlist" in answer.content.decode()


@pytest.mark.parametrize("row", ["9" * 30, "x", "\x00"])
def test_a_row_that_is_none_cannot_be_chosen(chief: Client, row: str) -> None:
    data = {"action": "delete_selected", "_selected_action": row, "index": "0"}
    assert chief.post("/admin/messages_app/correction/", data).status_code in (200, 302, 400)
