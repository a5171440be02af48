"""The screen of the queue."""

import pytest
from django.test import Client

from messages_app.models import Article
from messages_app.tests.factories import Say, make_draft

pytestmark = pytest.mark.django_db
QUEUE = "/admin/messages_app/article/queue/"


def test_an_editor_takes_the_next_draft(editor: Client) -> None:
    draft = make_draft()
    response = editor.post(QUEUE, {"next": "1"})
    assert response.headers["Location"] == f"/admin/messages_app/article/{draft.pk}/review/"


def test_an_empty_queue_says_so(editor: Client) -> None:
    page = editor.post(f"{QUEUE}?outlet=가온경제", {"next": "1"}, follow=True)
    assert "더 확인할 초안이 없습니다" in page.content.decode()


def test_filters_live_in_the_address(editor: Client) -> None:
    make_draft(title="가온의 기사", outlet="가온경제")
    make_draft(title="누리의 기사", outlet="")
    body = editor.get(QUEUE).content.decode()
    assert "남은 초안 2건" in body
    only = editor.get(QUEUE, {"outlet": "-"}).content.decode()
    assert "누리의 기사" in only
    assert "가온의 기사" not in only
    for nonsense in ({"day": "어제"}, {"uncertain": "x"}, {"outlet": "\x00"}, {"page": "x"}):
        assert editor.get(QUEUE, nonsense).status_code == 200


def test_what_is_sure_is_published_with_reasons_for_the_rest(editor: Client) -> None:
    for year in (2026, None):
        make_draft(message_year=year).quotes.update(confidence=0.99)
    page = editor.post(QUEUE, {"publish": "1"}, follow=True).content.decode()
    assert "기사 1건을 게시했습니다" in page
    assert "신년사 연도가 비어 있습니다" in page
    assert Article.objects.filter(status="published").count() == 1


def test_nothing_is_published_that_nobody_asked_for(editor: Client) -> None:
    make_draft().quotes.update(confidence=0.99)
    editor.post(QUEUE, {})
    assert not Article.objects.filter(status="published").exists()


def test_the_list_takes_as_many_queries_for_many_drafts(editor: Client, django_assert_max_num_queries: object) -> None:
    for _number in range(20):
        make_draft()
    editor.get(QUEUE)
    with django_assert_max_num_queries(12):
        editor.get(QUEUE)


def test_the_button_says_how_many_it_would_publish(editor: Client) -> None:
    for outlet in ("가온경제", "가온경제", "누리신문"):
        make_draft(outlet=outlet).quotes.update(confidence=0.99)
    make_draft(outlet="가온경제")
    make_draft(Say("제목의 말", kind="headline"), outlet="가온경제")
    assert "불확실한 것이 없는 초안 3건 모두 게시" in editor.get(QUEUE).content.decode()
    assert "불확실한 것이 없는 초안 2건 모두 게시" in editor.get(QUEUE, {"outlet": "가온경제"}).content.decode()
    page = editor.post(f"{QUEUE}?outlet=가온경제", {"publish": "1"}, follow=True).content.decode()
    assert "기사 2건을 게시했습니다" in page
    # A draft in which nothing is said does not wait for another press.
    assert "한 번 더" not in page


def test_the_review_screen_asks_for_the_next_one_of_the_same_kind(editor: Client) -> None:
    first, _other, second = (make_draft(outlet=outlet) for outlet in ("가온경제", "누리신문", "가온경제"))
    page = editor.post(f"{QUEUE}?outlet=가온경제", {"next": "1"}, follow=True)
    assert page.context["article"] == first
    address = page.context["next_address"]
    assert f'action="{address}"' in page.content.decode()
    assert editor.post(address, {"next": "1"}, follow=True).context["article"] == second


def test_of_many_that_cannot_be_published_the_first_are_named_and_the_others_counted(editor: Client) -> None:
    for _number in range(12):
        make_draft(message_year=None).quotes.update(confidence=0.99)
    page = editor.post(QUEUE, {"publish": "1"}, follow=True).content.decode()
    assert page.count("신년사 연도가 비어 있습니다") == 10
    assert "그 밖에 2건" in page
