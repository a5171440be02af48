"""The desk shows counts in the thousands grouped, and sends plain numbers."""

import re

import pytest
from django.test import Client

from messages_app.models import Article, Correction, ImportJob, ImportRow, Keyword
from messages_app.tests.browser.pages import multiply
from messages_app.tests.factories import make_company, make_published, make_superuser

pytestmark = pytest.mark.django_db
MANY = 1_234
ADMIN = "/admin/messages_app"
# Whatever the browser or a script reads, with a comma between thousands in it.
GROUPED_VALUE = re.compile(r'(?:href|action|id|name|value|max|data-(?!label)[\w-]+)="[^"]*\d,\d{3}[^"]*"')


@pytest.fixture
def chief(client: Client) -> Client:
    client.force_login(make_superuser())
    return client


def make_many_drafts() -> None:
    Article.objects.bulk_create(
        Article(title="초안", outlet="가온경제", message_year=2026, body="초안", body_hash=f"{number:064}")
        for number in range(MANY)
    )


def test_the_queue_and_the_way_to_it_say_how_many_drafts_wait(chief: Client) -> None:
    make_many_drafts()
    assert re.search(r"<strong>1,234</strong>\s*게시를 기다리는 초안", chief.get("/admin/").content.decode())
    page = chief.get(f"{ADMIN}/article/queue/").content.decode()
    for words in ("남은 초안 1,234건", "없음 1,234", "가온경제 1,234"):
        assert words in page, words
    assert not GROUPED_VALUE.search(page)


def test_an_upload_says_how_far_it_is_in_grouped_figures_and_a_bar_of_plain_ones(chief: Client) -> None:
    job = ImportJob.objects.create(name="신년사.zip", digest="0" * 64)
    ImportRow.objects.bulk_create(ImportRow(job=job, place=n, name=f"{n}.txt", content=b"") for n in range(MANY))
    page = chief.get(job.get_absolute_url()).content.decode()
    assert "1,234건 가운데 0건" in page and "기다림 1,234" in page
    assert '<progress max="1234"' in page
    assert not GROUPED_VALUE.search(page)
    assert "0 / 1,234" in chief.get(f"{ADMIN}/article/upload/").content.decode()


@pytest.mark.parametrize("model", ["company", "executive", "keyword"])
def test_a_list_shows_how_much_was_said(chief: Client, model: str) -> None:
    make_published()
    multiply()
    page = chief.get(f"{ADMIN}/{model}/").content.decode()
    assert re.search(r'class="field-(?:statements|said)[^"]*">12,345<', page)


def test_a_message_says_how_many_were_handled(chief: Client) -> None:
    Correction.objects.bulk_create(Correction(text="직함이 다릅니다", sender="192.0.2.1") for _ in range(MANY))
    chosen = Correction.objects.earliest("pk").pk
    sent = {"action": "handle", "select_across": "1", "_selected_action": [chosen]}
    assert "요청 1,234건을 처리했습니다." in chief.post(f"{ADMIN}/correction/", sent, follow=True).content.decode()


def test_neither_a_year_nor_a_number_of_a_record_is_grouped(chief: Client) -> None:
    article = make_published()
    Keyword.objects.create(pk=1_234_567, form="없던낱말")
    company = make_company("누리전자", pk=1_234_567)
    for address in (f"article/{article.pk}/review/", "quote/", "keyword/?q=없던낱말", f"company/{company.pk}/merge/"):
        page = chief.get(f"{ADMIN}/{address}").content.decode()
        assert "2,026" not in page and "234,567" not in page, address
