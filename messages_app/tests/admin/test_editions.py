"""Where editors freeze editions: a year, a preview beside the last edition, one button."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from messages_app.importing import freeze_edition
from messages_app.models import Edition
from messages_app.tests.admin.conftest import CHIEF, READER, SignIn
from messages_app.tests.factories import make_draft, make_published, make_superuser

pytestmark = pytest.mark.django_db
LIST = "/admin/messages_app/edition/"
ADD = f"{LIST}add/"


def page(client: Client, address: str = ADD, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


def years_offered(body: str) -> list[str]:
    return re.findall(r"<option[^>]*>(\d+)</option>", body)


def test_an_editor_freezes_what_the_preview_shows(editor: Client) -> None:
    make_published("고객의 길", "고객의 자리")
    assert f'href="{ADD}"' in page(editor, LIST)
    body = page(editor)
    assert "이대로 확정하기" in body and "고객" in body
    answer = editor.post(ADD, {"message_year": "2026", "note": "첫 집계"}, follow=True)
    edition = Edition.objects.get()
    assert answer.redirect_chain == [(f"{LIST}{edition.pk}/change/", 303)]
    assert "확정했습니다: 2026년 신년사 낱말 순위 제1판" in answer.content.decode()
    assert 'href="/editions/2026/1/"' in answer.content.decode()
    assert edition.note == "첫 집계"
    assert str(edition.frozen_by.pk) == editor.session["_auth_user_id"]
    assert LogEntry.objects.get().object_id == str(edition.pk)


def test_only_years_with_something_published_are_offered(editor: Client) -> None:
    make_published("고객의 길", message_year=2025)
    make_published("고객의 길", message_year=2026)
    make_draft("비밀", message_year=2027)
    assert years_offered(page(editor)) == ["2026", "2025"]
    assert "2025년 신년사 낱말 순위" in page(editor, f"{ADD}?message_year=2025")


def test_nothing_published_leaves_nothing_to_freeze(editor: Client) -> None:
    body = page(editor)
    assert "아직 공개된 신년사가 없습니다" in body
    assert "이대로 확정하기" not in body


def test_the_preview_stands_beside_the_last_edition(editor: Client) -> None:
    make_published("고객의 길")
    freeze_edition(message_year=2026)
    assert "새로 확정할 것이 없습니다" in page(editor)
    make_published("고객의 자리")
    table = page(editor).split("<tbody>")[1]
    rows = [re.sub(r"<[^>]*>|\s+", " ", row).split() for row in table.split("</tr>")[:3]]
    assert rows == [["1", "고객", "2", "1", "+1"], ["2", "길", "1", "1", "0"], ["2", "자리", "1", "–", "새로"]]


def test_the_same_figures_are_not_frozen_again(editor: Client) -> None:
    make_published("고객의 길")
    freeze_edition(message_year=2026)
    answer = editor.post(ADD, {"message_year": "2026"}, follow=True)
    assert "새로 확정하지 않았습니다: 2026년 신년사 낱말 순위 제1판" in answer.content.decode()
    assert Edition.objects.count() == 1


@pytest.mark.parametrize(
    "data",
    [
        {"message_year": "2024"},
        {"message_year": ""},
        {"message_year": "9" * 5000},
        {"message_year": "\x00"},
        {"message_year": "2026", "note": "가" * 201},
        {"message_year": "2026", "note": "\x00"},
        {},
    ],
)
def test_what_cannot_be_frozen_is_said_on_the_form(editor: Client, data: dict[str, str]) -> None:
    make_published("고객의 길")
    answer = editor.post(ADD, data)
    assert (answer.status_code, Edition.objects.exists()) == (400, False)
    assert "errornote" in answer.content.decode()


def test_a_year_of_verbs_alone_is_refused_in_words(editor: Client) -> None:
    make_published("달립니다")
    assert "순위에 오를 낱말이 없습니다" in page(editor)
    answer = editor.post(ADD, {"message_year": "2026"})
    assert answer.status_code == 400
    assert "2026년에는 확정할 낱말 순위가 없습니다" in answer.content.decode()


def test_an_odd_address_shows_the_form_again(editor: Client) -> None:
    make_published("고객의 길")
    assert "errornote" in page(editor, f"{ADD}?message_year=언젠가", 400)
    assert "이대로 확정하기" in page(editor, f"{ADD}?other=1")


def test_readers_see_editions_and_freeze_none(sign_in: SignIn) -> None:
    make_published("고객의 길")
    freeze_edition(message_year=2026)
    reader = sign_in(READER)
    assert "새 판" not in page(reader, LIST)
    page(reader, ADD, 403)
    assert reader.post(ADD, {"message_year": "2026"}).status_code == 403


@pytest.mark.parametrize("group", [READER, CHIEF])
def test_nobody_changes_an_edition_and_no_group_deletes_one(sign_in: SignIn, group: str) -> None:
    make_published("고객의 길")
    edition = freeze_edition(message_year=2026, note="첫 집계").edition
    client = sign_in(group)
    body = page(client, f"{LIST}{edition.pk}/change/")
    assert 'name="_save"' not in body and 'name="note"' not in body
    assert client.post(f"{LIST}{edition.pk}/change/", {"note": "고침"}).status_code == 403
    assert client.post(f"{LIST}{edition.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Edition.objects.get().note == "첫 집계"


def test_a_superuser_deletes_one_after_being_asked(client: Client) -> None:
    make_published("고객의 길")
    edition = freeze_edition(message_year=2026).edition
    client.force_login(make_superuser())
    address = f"{LIST}{edition.pk}/delete/"
    assert "인용한 주소가 사라집니다" in page(client, address)
    assert Edition.objects.exists()
    client.post(address, {"post": "yes"})
    assert not Edition.objects.exists()


def test_the_list_and_the_preview_take_as_many_queries_however_many_there_are(editor: Client) -> None:
    numbers = []
    for words in ("고객의 길", "안전의 미래, 시장의 기술"):
        make_published(words)
        freeze_edition(message_year=2026)
        for address in (LIST, ADD):
            with CaptureQueriesContext(connection) as captured:
                page(editor, address)
            numbers.append(len(captured))
    assert numbers[:2] == numbers[2:]
    assert max(numbers) <= 14


def test_the_desk_speaks_english_too(editor: Client) -> None:
    make_published("고객의 길")
    with translation.override("ko"):  # A request leaves its language behind.
        assert "Freeze it like this" in page(editor, f"/en{ADD}")
