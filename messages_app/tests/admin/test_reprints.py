"""The screen that links and unlinks reports of one statement."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertInHTML

from messages_app.importing import create_draft, unpublish_article
from messages_app.models import Article, Quote
from messages_app.tests.factories import make_draft, make_published, make_staff
from messages_app.tests.importing.test_duplicates import COPY, STORY

pytestmark = pytest.mark.django_db
TEXT = "고객이 먼저 찾는 회사가 되도록 올해도 힘을 모으자"
OTHER = "손님이 스스로 오는 기업을 만듭시다"


def address(article: Article) -> str:
    return reverse("admin:messages_app_quote_reprints", args=[article.quotes.get().pk])


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(make_staff("change_article", "view_quote"))
    return client


def test_a_report_is_unlinked_and_linked_again(editor: Client) -> None:
    first, second = make_published(TEXT), make_published(TEXT, outlet="누리신문")
    assert TEXT in editor.get(address(second)).content.decode()
    editor.post(address(second), {"original": ""})
    assert second.quotes.get().original is None
    page = editor.post(address(second), {"original": first.quotes.get().pk}, follow=True)
    assert second.quotes.get().original == first.quotes.get()
    assert "편집자가 정함" in page.content.decode()


def test_other_statements_of_the_speaker_are_offered(editor: Client) -> None:
    first, second = make_published(TEXT), make_published(OTHER, outlet="누리신문")
    body = editor.get(address(second)).content.decode()
    assert TEXT in body
    assert f'value="{first.quotes.get().pk}"' in body


@pytest.mark.parametrize("number", ["99999999", "abc", "-1"])
def test_a_number_that_is_no_quote_is_said(editor: Client, number: str) -> None:
    response = editor.post(address(make_published(TEXT)), {"original": number})
    assert response.status_code == 400
    assert "그런 번호의 인용이 없습니다" in response.content.decode()


def test_what_cannot_be_linked_is_said(editor: Client) -> None:
    article = make_published(TEXT)
    response = editor.post(address(article), {"original": article.quotes.get().pk})
    assert response.status_code == 400
    assert "다른 기사에서 게시한 발언이라야" in response.content.decode()


@pytest.mark.parametrize(("permissions", "status"), [((), 403), (("view_quote", "view_article"), 403), (None, 302)])
def test_only_editors_link(client: Client, permissions: tuple[str, ...] | None, status: int) -> None:
    article = make_published(TEXT)
    if permissions is not None:
        client.force_login(make_staff(*permissions))
    assert client.get(address(article)).status_code == status
    assert client.post(address(article), {"original": ""}).status_code == status
    assert not Quote.objects.filter(original_decided=True).exists()


def test_the_review_screen_leads_there(editor: Client) -> None:
    article = make_published(TEXT)
    page = editor.get(reverse("admin:messages_app_article_review", args=[article.pk]))
    assert address(article) in page.content.decode()


def test_a_card_says_how_many_reports_there_are(editor: Client) -> None:
    first, second = make_published(TEXT), make_published(TEXT, outlet="누리신문")
    for article, words in ((first, "보도 2건"), (second, "다른 보도에 있는 발언")):
        page = editor.get(reverse("admin:messages_app_article_review", args=[article.pk])).content.decode()
        assertInHTML(f'<a class="reprint-link" href="{address(article)}">{words}</a>', page)


def test_a_card_does_not_count_what_was_taken_back(editor: Client) -> None:
    first, second = make_published(TEXT), make_published(TEXT, outlet="누리신문")
    unpublish_article(article_id=second.pk)
    page = editor.get(reverse("admin:messages_app_article_review", args=[first.pk])).content.decode()
    assert "보도 2건" not in page


def test_a_draft_that_repeats_an_article_says_so(editor: Client) -> None:
    first, second = create_draft(text=STORY).article, create_draft(text=COPY).article
    page = editor.get(reverse("admin:messages_app_article_review", args=[second.pk])).content.decode()
    assert "같은 기사가 이미 있는 것 같습니다" in page
    assert reverse("admin:messages_app_article_review", args=[first.pk]) in page
    assert "이 초안 지우기" not in page


def test_a_report_is_unlinked_from_the_page_of_the_record(editor: Client) -> None:
    first, second = make_published(TEXT), make_published(TEXT, outlet="누리신문")
    page = editor.get(address(first)).content.decode()
    assert f'action="{address(second)}"' in page
    answer = editor.post(address(second), {"original": "", "back": first.quotes.get().pk})
    assert answer.headers["Location"] == address(first)
    assert second.quotes.get().original is None


@pytest.mark.parametrize("back", ["0", "abc", "99999999"])
def test_a_way_back_to_nowhere_changes_nothing(editor: Client, back: str) -> None:
    make_published(TEXT)
    second = make_published(TEXT, outlet="누리신문")
    assert editor.post(address(second), {"original": "", "back": back}).status_code == 400
    assert second.quotes.get().original


def test_the_page_leads_back_to_the_card(editor: Client) -> None:
    article = make_published(TEXT)
    review = reverse("admin:messages_app_article_review", args=[article.pk])
    assert f'href="{review}#q{article.quotes.get().pk}"' in editor.get(address(article)).content.decode()


def test_of_a_draft_it_says_that_publishing_links(editor: Client) -> None:
    assert "게시할 때" in editor.get(address(make_draft(TEXT))).content.decode()
