"""A paste becomes a draft, or the reason why not is said and nothing is lost."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from messages_app.models import Article
from messages_app.tests.admin.conftest import READER, SignIn
from messages_app.tests.factories import PASTE

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/messages_app/article/import/"
HOSTILE = PASTE.replace("고객이 먼저", "<script>alert(1)</script> 고객이 먼저").replace(
    "누리전자 새해", "<b>누리</b> 새해"
)


def test_the_screen_asks_for_a_paste(editor: Client) -> None:
    page = editor.get(ADDRESS).content.decode()
    assert '<textarea name="text"' in page
    assert "autofocus" in page


def test_a_paste_leads_to_its_review(editor: Client) -> None:
    answer = editor.post(ADDRESS, {"text": PASTE})
    article = Article.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"/admin/messages_app/article/{article.pk}/review/")
    assert (article.body, article.imported_by_id) == (PASTE, int(editor.session["_auth_user_id"]))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "비어 있습니다"),
        (" \n\u3000\u200b\t", "비어 있습니다"),
        ("누리전자는 2일 시무식을 열었다.", "따옴표로 인용한 발언을 찾지 못했습니다"),
        ("“가”라고 말했다 " * 20_001, "글이 너무 깁니다(200,010자)"),
        (PASTE + "\x00", "글이 아닌 데이터"),
        ("\x89PNG\r\n\x1a\n" + PASTE, "글이 아닌 데이터"),
        ("\ufffd" * 200 + PASTE, "글이 아닌 데이터"),
    ],
    ids=["empty", "blank", "without quotations", "too long", "NUL", "binary", "undecoded"],
)
def test_what_cannot_be_imported_comes_back_with_the_reason(editor: Client, text: str, reason: str) -> None:
    answer = editor.post(ADDRESS, {"text": text})
    assert answer.status_code == 400
    page = answer.content.decode()
    assert reason in page
    assert 'role="alert"' in page
    assert text.strip("\n\x00")[-30:].strip() in page
    assert not Article.objects.exists()


def test_no_text_at_all_is_an_empty_paste(editor: Client) -> None:
    assert editor.post(ADDRESS).status_code == 400


def test_the_same_text_again_leads_to_the_article_there_is(editor: Client) -> None:
    first = editor.post(ADDRESS, {"text": PASTE})
    again = editor.post(ADDRESS, {"text": PASTE.replace("\n", "\r\n") + "  \r\n"}, follow=True)
    assert again.redirect_chain[0] == (first["Location"], 303)
    assert "이미 가져왔습니다" in again.content.decode()
    assert Article.objects.count() == 1


def test_markup_in_a_paste_is_shown_as_text(editor: Client) -> None:
    for text in (HOSTILE, "<script>alert(1)</script>"):
        page = editor.post(ADDRESS, {"text": text}, follow=True).content.decode()
        assert "<script>alert" not in page
        assert "<b>누리</b>" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_readers_do_not_import(sign_in: SignIn) -> None:
    reader = sign_in(READER)
    assert reader.get(ADDRESS).status_code == 403
    assert reader.post(ADDRESS, {"text": PASTE}).status_code == 403
    assert not Article.objects.exists()


def test_the_screen_asks_the_database_little(
    editor: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(8):
        editor.get(ADDRESS)
