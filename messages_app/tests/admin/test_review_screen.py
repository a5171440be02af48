"""The screen as one form: what works without a script, and for those who only read."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from messages_app.importing import create_draft
from messages_app.models import Article, Quote
from messages_app.tests.admin.conftest import EDITOR, READER, SignIn
from messages_app.tests.factories import PASTE, Say, Who, make_draft, make_published

pytestmark = pytest.mark.django_db
INPUT = re.compile(r'<input type="(\w+)" name="([\w-]+)"([^>]*)>')


def address(article: Article) -> str:
    return f"/admin/messages_app/article/{article.pk}/review/"


def fields_of(page: str) -> dict[str, str]:
    """What a browser would send: the inputs and selects of the form with what they show."""
    sent = {}
    for kind, name, rest in INPUT.findall(page):
        value = re.search(r'value="([^"]*)"', rest)
        if kind != "checkbox" or " checked" in rest:
            sent[name] = value[1] if value else "on" if kind == "checkbox" else ""
    for name, options in re.findall(r'<select name="([\w-]+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        sent[name] = re.search(r'value="(\w+)" selected', options)[1]
    return sent


def seen(client: Client, article: Article) -> dict[str, str]:
    return fields_of(client.get(address(article)).content.decode())


def send(client: Client, article: Article, fields: dict[str, str], **more: Any) -> Any:
    return client.post(address(article), fields | more)


def test_what_was_seen_is_sent_back_without_a_change(editor: Client) -> None:
    article = make_draft("하나", "둘")
    answer = send(editor, article, seen(editor, article), save="1")
    article.refresh_from_db()
    assert (answer.status_code, article.revision, Quote.history.count()) == (302, 0, 0)


def test_an_article_is_corrected_and_published_in_one_step(editor: Client) -> None:
    article = make_draft("하나", "둘", message_year=None)
    first, second = article.quotes.all()
    more = {"header-message_year": "2026", f"q{first.pk}-s0-name": "나래원", f"q{second.pk}-kind": "dropped"}
    answer = editor.post(address(article), seen(editor, article) | more | {"publish": "1"}, follow=True)
    assert "게시했습니다: 발언 1개. 새로 만든 기록: 가람텔레콤, 나래원" in answer.content.decode()
    first.refresh_from_db()
    assert (first.checked, first.attributions.get().name) == (True, "나래원")


def test_what_is_missing_is_said_and_nothing_is_lost(editor: Client) -> None:
    article = make_draft(message_year=None)
    answer = send(editor, article, seen(editor, article), publish="1", **{"header-title": "새 제목"})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "신년사 연도가 비어 있습니다" in page
    assert 'value="새 제목"' in page


def test_a_field_that_cannot_be_is_marked(editor: Client) -> None:
    article = make_draft()
    answer = send(editor, article, seen(editor, article), save="1", **{"header-message_year": "20266"})
    assert (answer.status_code, 'role="alert"' in answer.content.decode()) == (400, True)


def test_two_editors_of_different_things_do_not_disturb_each_other(editor: Client, sign_in: SignIn) -> None:
    article = make_draft("하나", "둘")
    first, second = article.quotes.all()
    mine = seen(editor, article)
    theirs = sign_in(EDITOR)
    send(
        theirs,
        article,
        seen(theirs, article),
        save="1",
        **{f"q{first.pk}-s0-name": "나래원", "header-outlet": "누리신문"},
    )
    answer = send(editor, article, mine, save="1", **{f"q{second.pk}-s0-name": "박새론", "header-title": "새 제목"})
    assert answer.status_code == 302
    article.refresh_from_db()
    assert (article.outlet, article.title) == ("누리신문", "새 제목")
    assert [quote.attributions.get().name for quote in (first, second)] == ["나래원", "박새론"]


def test_the_later_of_two_editors_is_told_and_overwrites_only_knowingly(editor: Client, sign_in: SignIn) -> None:
    article = make_draft("하나")
    quote = article.quotes.get()
    name = f"q{quote.pk}-s0-name"
    mine = seen(editor, article)
    theirs = sign_in(EDITOR)
    send(theirs, article, seen(theirs, article), save="1", **{name: "나래원", "header-title": "그들의 제목"})
    answer = send(editor, article, mine, save="1", **{name: "박새론", "header-title": "나의 제목"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "그들의 제목" in page
    assert "나래원 가람텔레콤 사장" in page
    assert quote.attributions.get().name == "나래원"
    again = fields_of(page)
    assert (again[name], again["header-title"]) == ("박새론", "나의 제목")
    assert send(editor, article, again, save="1").status_code == 302
    article.refresh_from_db()
    assert (quote.attributions.get().name, article.title) == ("박새론", "나의 제목")


def test_nothing_unseen_is_published(editor: Client, sign_in: SignIn) -> None:
    article = make_draft("하나")
    quote = article.quotes.get()
    mine = seen(editor, article)
    theirs = sign_in(EDITOR)
    send(theirs, article, seen(theirs, article), save="1", **{f"q{quote.pk}-s0-name": "나래원"})
    answer = send(editor, article, mine, publish="1")
    assert answer.status_code == 409
    again = fields_of(answer.content.decode())
    assert again[f"q{quote.pk}-s0-name"] == "나래원"
    assert send(editor, article, again, publish="1").status_code == 302
    article.refresh_from_db()
    assert article.is_published


def test_after_publishing_the_same_screen_edits_and_takes_back(editor: Client) -> None:
    article = make_published("하나", "둘")
    page = editor.get(address(article)).content.decode()
    assert "초안으로 되돌리기" in page
    assert article.get_absolute_url() in page
    send(editor, article, fields_of(page), unpublish="1")
    article.refresh_from_db()
    assert article.status == "draft"


def test_readers_see_the_same_screen_without_anything_to_press(sign_in: SignIn) -> None:
    article = make_draft()
    reader = sign_in(READER)
    page = reader.get(address(article)).content.decode()
    assert "고객을 생각합니다" in page
    content = page[page.index('id="desk"') : page.index("<dialog")]
    assert "hx-post" not in content
    assert 'name="publish"' not in content
    assert reader.post(address(article), {"publish": "1"}).status_code == 403


def test_only_those_who_may_delete_are_offered_it(editor: Client, chief: Client) -> None:
    article = make_published("하나", "둘")
    delete = f"/admin/messages_app/article/{article.pk}/delete/"
    assert delete not in editor.get(address(article)).content.decode()
    assert delete in chief.get(address(article)).content.decode()
    page = chief.get(delete).content.decode()
    assert "공개된 발언 2개와 그 주소가 사라지고" in page
    assert "회사와 경영인의 기록은 남습니다" in page
    chief.post(delete, {"post": "yes"})
    assert not Article.objects.exists()


def test_markup_in_the_source_and_the_quotes_is_text(editor: Client) -> None:
    text = PASTE.replace("고객이 먼저", "<img src=x onerror=alert(1)> 고객이").replace("한가람", "한<b>가람")
    page = editor.get(address(create_draft(text=text).article)).content.decode()
    assert "<img src=x" not in page
    assert "<b>가람" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
    quoted = editor.get(address(make_draft("<img src=x onerror=alert(1)> 고객이"))).content.decode()
    assert "<img src=x" not in quoted
    assert quoted.count("&lt;img src=x onerror=alert(1)&gt; 고객이") >= 2  # In the source and on the card.


def test_the_source_is_shown_letter_for_letter_with_its_places(editor: Client) -> None:
    article = create_draft(text=PASTE.replace("낌없이", "낌없이 😀 &amp; <더>")).article
    page = editor.get(address(article)).content.decode()
    shown = page[page.index('aria-labelledby="source-heading">') :]
    shown = shown[: shown.index("</div>")]
    pieces = re.findall(r'data-start="(\d+)"[^>]*>([^<]*)<', shown)
    plain = [
        (
            int(start),
            re.sub("&(lt|gt|amp|quot|#x27);", lambda m: {"lt": "<", "gt": ">", "amp": "&"}.get(m[1], "'"), text),
        )
        for start, text in pieces
    ]
    assert "".join(text for _start, text in plain) == article.body
    assert all(article.body[start:].startswith(text) for start, text in plain)


def test_the_evidence_is_marked_for_its_quote(editor: Client) -> None:
    article = create_draft(text=PASTE).article
    quote = article.quotes.filter(kind="statement").earliest("place")
    page = editor.get(address(article)).content.decode()
    assert re.search(rf'data-why="{quote.pk}">한가람 누리전자 사장<', page)
    assert "이름이 주어로 나옴" in page


def test_who_came_on_record_after_the_draft_is_known(editor: Client) -> None:
    article = make_draft(Say("하나", [Who("김가온", "가람텔레콤")]))
    assert "새 사람" in editor.get(address(article)).content.decode()
    make_published(Say("둘", [Who("김가온", "㈜가람텔레콤")]))
    page = editor.get(address(article)).content.decode()
    assert "새 사람" not in page
    assert "새 회사" not in page
    assert "아는 사람" in page


@pytest.mark.parametrize(("organisation", "announced"), [("누리전자", True), ("통신업계", False), ("재계", False)])
def test_a_new_company_is_announced_only_where_publishing_makes_one(
    editor: Client, organisation: str, announced: bool
) -> None:
    article = make_draft(Say("하나", [Who("", organisation, "관계자")]))
    assert ("새 회사" in editor.get(address(article)).content.decode()) is announced


def test_an_article_that_is_gone_is_not_found(editor: Client) -> None:
    assert editor.get("/admin/messages_app/article/0/review/").status_code == 404


def test_the_screen_takes_as_many_queries_for_thirty_quotes_as_for_one(editor: Client) -> None:
    def queries(number: int) -> int:
        says = [Say(f"고객의 말 {place}", [Who(f"김가온{place}", f"가람{place}"), Who()]) for place in range(number)]
        article = make_draft(*says)
        with CaptureQueriesContext(connection) as captured:
            assert editor.get(address(article)).status_code == 200
        return len(captured)

    one = queries(1)
    assert queries(30) == one
    assert one <= 24


def test_a_long_article_is_shown_without_a_template_for_each_field(editor: Client) -> None:
    short, long = make_draft("하나"), make_draft(*(f"{number}번째" for number in range(1, 12)))
    fewer, more = (len(editor.get(address(article)).templates) for article in (short, long))
    assert more - fewer <= 10 * 6
