"""Two articles in one paste are told of, and become two drafts."""

import re

import pytest
from django.test import Client

from messages_app.importing import check_sure_quotes, create_draft, publish_article
from messages_app.models import Article
from messages_app.tests.admin.conftest import READER, SignIn
from messages_app.tests.factories import PASTE, make_staff

pytestmark = pytest.mark.django_db
SECOND = (
    PASTE.replace("누리전자", "다온에너지")
    .replace("한가람", "도하람")
    .replace("한 사장", "도 사장")
    .replace("2026", "2024")
)
REVISION = re.compile(r'name="header-revision"[^>]*value="(\d+)"')
LINE = re.compile(r'<option value="(\d+)">([^<]*)</option>')


def address(article: Article, screen: str = "review") -> str:
    return f"/admin/messages_app/article/{article.pk}/{screen}/"


@pytest.fixture
def both() -> Article:
    return create_draft(text=f"{PASTE}\n{SECOND}").article


def beginning(client: Client, article: Article) -> dict[str, str]:
    """What the choice of the second article's title sends."""
    page = client.get(address(article)).content.decode()
    start = next(start for start, line in LINE.findall(page) if line == "다온에너지 새해 첫 메시지")
    return sent(start) | {"header-revision": REVISION.search(page)[1]}


def sent(start: str) -> dict[str, str]:
    return {"second": start, "header-revision": "0"}


def test_several_articles_in_one_paste_are_told_of(editor: Client, chief: Client, both: Article) -> None:
    one = create_draft(text=PASTE).article
    assert "기사를 여럿 붙여 넣은 것 같습니다" not in editor.get(address(one)).content.decode()
    assert "기사를 여럿 붙여 넣은 것 같습니다" in editor.get(address(both)).content.decode()
    assert "이 초안 지우기" in chief.get(address(both)).content.decode()


def test_lines_from_the_last_words_of_the_first_to_those_of_the_second_are_offered(
    editor: Client, both: Article
) -> None:
    lines = [line for _start, line in LINE.findall(editor.get(address(both)).content.decode())]
    assert lines[0] == "다온에너지 새해 첫 메시지"
    assert lines[-1].startswith("[가온경제 나래원 기자] 도하람 다온에너지 사장은")


def test_a_paste_of_two_becomes_two_drafts(editor: Client, both: Article) -> None:
    page = editor.post(address(both, "part"), beginning(editor, both), follow=True).content.decode()
    first, second = Article.objects.order_by("pk")
    assert [(draft.title, draft.message_year) for draft in (first, second)] == [
        ("누리전자 새해 첫 메시지", 2026),
        ("다온에너지 새해 첫 메시지", 2024),
    ]
    assert first.body + second.body == both.body
    assert {str(who) for quote in second.quotes.all() for who in quote.attributions.all()} == {"도하람 다온에너지 사장"}
    assert f'뒤의 기사는 <a href="{address(second)}">' in page
    assert "여럿 붙여 넣은" not in page


@pytest.mark.parametrize("start", ["", "0", "1", "x", "9" * 30, "-1"])
def test_a_place_where_no_line_begins_parts_nothing(editor: Client, both: Article, start: str) -> None:
    page = editor.post(address(both, "part"), sent(start), follow=True).content.decode()
    assert "나누지 않았습니다. 뒤의 기사가 시작하는 줄을 고르세요." in page
    assert Article.objects.get() == both


def test_a_part_that_quotes_nobody_parts_nothing(editor: Client, both: Article) -> None:
    foot = f"{both.body.index('가온경제')}"
    page = editor.post(address(both, "part"), sent(foot), follow=True).content.decode()
    assert "나누지 않았습니다. 따옴표로 인용한 발언을 찾지 못했습니다." in page
    assert Article.objects.get() == both


def test_what_is_public_is_not_parted(editor: Client, both: Article) -> None:
    chosen = beginning(editor, both)
    publish_article(article_id=both.pk)
    assert "이미 게시한 기사라" in editor.post(address(both, "part"), chosen, follow=True).content.decode()
    assert Article.objects.get().is_published


def test_a_button_pressed_twice_leads_to_the_drafts(editor: Client, both: Article) -> None:
    chosen = beginning(editor, both)
    editor.post(address(both, "part"), chosen)
    page = editor.post(address(both, "part"), chosen, follow=True).content.decode()
    assert "그사이 나누었거나 지운 초안입니다." in page
    assert all(draft.title in page for draft in Article.objects.all())


def test_what_somebody_else_corrected_meanwhile_is_seen_before_it_goes(editor: Client, both: Article) -> None:
    chosen = beginning(editor, both)
    check_sure_quotes(article_id=both.pk)
    page = editor.post(address(both, "part"), chosen, follow=True).content.decode()
    assert "나누지 않았습니다. 그사이 다른 사람이 이 초안을 고쳤습니다." in page
    assert Article.objects.get().quotes.filter(checked=True).exists()
    editor.post(address(both, "part"), beginning(editor, both))
    assert Article.objects.count() == 2


def test_parts_of_the_sample_are_of_the_sample(editor: Client, both: Article) -> None:
    Article.objects.update(is_sample=True)
    editor.post(address(both, "part"), beginning(editor, both))
    assert [draft.is_sample for draft in Article.objects.all()] == [True, True]


def test_who_only_reads_parts_nothing(sign_in: SignIn, both: Article) -> None:
    reader = sign_in(READER)
    assert "두 초안으로 나누기" not in reader.get(address(both)).content.decode()
    assert reader.post(address(both, "part"), sent("1")).status_code == 403


@pytest.mark.parametrize("held", ["add_article", "change_article"])
def test_parting_takes_both_rights(client: Client, both: Article, held: str) -> None:
    client.force_login(make_staff("view_article", held))
    assert client.post(address(both, "part"), sent("1")).status_code == 403
    assert Article.objects.get() == both
