"""What an editor does to one quote, as htmx sends it and without a script."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from messages_app.importing import create_draft
from messages_app.models import Article, CompanyAlias, Quote
from messages_app.tests.admin.conftest import EDITOR, READER, SignIn
from messages_app.tests.admin.test_review_screen import fields_of, seen
from messages_app.tests.factories import PASTE, Say, Who, make_company, make_draft, make_executive, make_published

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


def base(article: Article) -> str:
    return f"/admin/messages_app/article/{article.pk}"


def act(client: Client, quote: Quote, **fields: str) -> Any:
    """Send the card of a quote with some fields changed; ``__`` stands for the quote's prefix."""
    page = seen(client, quote.article)
    sent = {name.replace("own_", f"q{quote.pk}-"): value for name, value in fields.items()}
    return client.post(f"{base(quote.article)}/quotes/{quote.pk}/", page | sent, headers=HTMX)


def test_accepting_answers_with_the_card_and_what_is_left(editor: Client) -> None:
    quote = make_draft("하나", "둘").quotes.earliest("place")
    page = act(editor, quote, own_checked="on").content.decode()
    quote.refresh_from_db()
    assert quote.checked
    assert page.count("<article") == 1
    assert "확인함" in page
    assert 'id="desk-counts" class="counts" hx-swap-oob="true"' in page


def test_dropping_and_taking_back(editor: Client) -> None:
    quote = make_draft("하나", "둘").quotes.earliest("place")
    page = act(editor, quote, own_kind="dropped").content.decode()
    assert "되살리기" in page
    assert f'id="s{quote.pk}"' not in page
    act(editor, quote, own_kind="statement")
    quote.refresh_from_db()
    assert quote.kind == "statement"


def test_what_is_taken_back_is_as_it_was(editor: Client) -> None:
    quote = make_draft("하나", "둘").quotes.earliest("place")
    act(editor, quote, own_checked="on")
    for kind in ("dropped", "statement"):
        act(editor, quote, own_kind=kind)
        quote.refresh_from_db()
        assert (quote.kind, quote.checked) == (kind, True)


def test_a_new_speaker_answers_with_all_cards_as_colours_change(editor: Client) -> None:
    article = make_draft("하나", "둘")
    answer = act(editor, article.quotes.earliest("place"), **{"own_s0-name": "나래원"})
    assert answer["HX-Retarget"] == "#cards"
    assert answer.content.decode().count("<article") == 2


def test_one_speaker_is_changed_everywhere(editor: Client) -> None:
    article = make_draft("하나", "둘")
    act(editor, article.quotes.earliest("place"), everywhere="1", **{"own_s0-name": "나래원"})
    assert {quote.attributions.get().name for quote in article.quotes.all()} == {"나래원"}


def test_a_second_speaker_is_added(editor: Client) -> None:
    quote = make_draft().quotes.get()
    act(editor, quote, **{"own_s1-organisation": "누리전자"})
    assert [str(who) for who in quote.attributions.order_by("place")] == ["김가온 가람텔레콤 사장", "누리전자"]


def test_the_later_of_two_editors_sees_both_and_decides(editor: Client, sign_in: SignIn) -> None:
    quote = make_draft().quotes.get()
    mine = seen(editor, quote.article)
    other = sign_in(EDITOR)
    act(other, quote, **{"own_s0-name": "나래원"})
    address = f"{base(quote.article)}/quotes/{quote.pk}/"
    answer = editor.post(address, mine | {f"q{quote.pk}-s0-name": "박새론"}, headers=HTMX)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "나래원 가람텔레콤 사장" in page
    assert "박새론 가람텔레콤 사장" in page
    assert "그사이 staff" in page
    assert quote.attributions.get().name == "나래원"
    editor.post(address, mine | fields_of(page), headers=HTMX)
    assert quote.attributions.get().name == "박새론"


def test_whoever_has_not_seen_a_change_is_told(editor: Client, sign_in: SignIn) -> None:
    article = make_draft("하나", "둘")
    first, second = article.quotes.all()
    mine = seen(editor, article)
    act(sign_in(EDITOR), first, own_checked="on")
    sent = mine | {f"q{second.pk}-checked": "on"}
    answer = editor.post(f"{base(article)}/quotes/{second.pk}/", sent, headers=HTMX)
    page = answer.content.decode()
    assert "다른 곳을 고쳤습니다" in page
    assert fields_of(page)["header-revision"] == mine["header-revision"]


def test_words_become_a_quote(editor: Client) -> None:
    article = create_draft(text=PASTE).article
    start = article.body.index("2일 신년사")
    sent = {"start": str(start), "end": str(start + 6)}
    answer = editor.post(f"{base(article)}/quotes/", sent, headers=HTMX)
    quote = article.quotes.get(text="2일 신년사")
    assert json.loads(answer["HX-Trigger-After-Swap"]) == {"desk:show": quote.pk}
    editor.post(f"{base(article)}/quotes/", {"words": "누리전자 … 첫 메시지"}, headers=HTMX)
    assert article.quotes.filter(text="누리전자 새해 첫 메시지").exists()


@pytest.mark.parametrize(
    "sent", [{}, {"start": "x"}, {"start": "5"}, {"start": "-1", "end": "4"}, {"words": "없는 말"}, {"words": "\x00"}]
)
def test_what_cannot_be_quoted_is_said(editor: Client, sent: dict[str, str]) -> None:
    article = create_draft(text=PASTE).article
    answer = editor.post(f"{base(article)}/quotes/", sent, headers=HTMX)
    assert (answer.status_code, answer["HX-Retarget"]) == (400, "#desk-notice")
    assert 'role="alert"' in answer.content.decode()
    assert article.quotes.count() == 3


def test_a_quote_is_given_another_place(editor: Client) -> None:
    quote = make_draft("고객을 먼저 생각합니다").quotes.get()
    answer = act(editor, quote, words="고객을 … 먼저")
    quote.refresh_from_db()
    assert (quote.text, answer["HX-Retarget"]) == ("고객을 먼저", "#cards")


def test_a_place_that_cannot_be_leaves_what_was_typed(editor: Client) -> None:
    quote = make_draft("하나", "둘").quotes.earliest("place")
    answer = act(editor, quote, words="없는 말", **{"own_s0-name": "나래원"})
    page = answer.content.decode()
    assert (answer.status_code, 'value="나래원"' in page, "찾지 못했거나" in page) == (400, True, True)


def test_the_last_public_statement_is_not_dropped(editor: Client) -> None:
    answer = act(editor, make_published().quotes.get(), own_kind="dropped")
    assert (answer.status_code, "발언이 하나도 없습니다" in answer.content.decode()) == (400, True)


def test_everything_sure_is_accepted_at_once(editor: Client) -> None:
    article = create_draft(text=PASTE).article
    assert "확실한 3개 모두 확인" in editor.get(f"{base(article)}/review/").content.decode()
    editor.post(f"{base(article)}/sure/", headers=HTMX)
    assert article.quotes.filter(checked=True).count() == 3


def test_a_spelling_is_given_to_a_company_in_one_click(editor: Client) -> None:
    company = make_company("가람텔레콤")
    make_executive("김가온", company)
    article = make_draft(Say("하나", [Who(organisation="GT")]))
    assert f'value="{company.pk}:GT"' in editor.get(f"{base(article)}/review/").content.decode()
    page = editor.post(f"{base(article)}/alias/", {"alias": f"{company.pk}:GT"}, headers=HTMX).content.decode()
    assert CompanyAlias.objects.filter(name="GT", company=company).exists()
    assert "새 회사" not in page


@pytest.mark.parametrize("alias", ["", "GT", "0:GT", "x:GT", "1:", "1:" + "가" * 101, "999999999999999999999:GT"])
def test_a_spelling_of_nothing_is_refused(editor: Client, alias: str) -> None:
    article = make_draft()
    assert editor.post(f"{base(article)}/alias/", {"alias": alias}, headers=HTMX).status_code == 400


def test_a_field_of_the_header_is_stored_by_itself(editor: Client, sign_in: SignIn) -> None:
    article = make_draft()
    mine = seen(editor, article)
    other = sign_in(EDITOR)
    other.post(f"{base(article)}/review/", seen(other, article) | {"header-outlet": "누리신문"}, headers=HTMX)
    editor.post(f"{base(article)}/review/", mine | {"header-title": "새 제목"}, headers=HTMX)
    article.refresh_from_db()
    assert (article.title, article.outlet) == ("새 제목", "누리신문")
    answer = editor.post(f"{base(article)}/review/", mine | {"header-outlet": "가람일보"}, headers=HTMX)
    assert (answer.status_code, "누리신문" in answer.content.decode()) == (409, True)


def test_without_a_script_every_action_leads_back_to_the_screen(editor: Client) -> None:
    article = create_draft(text=PASTE).article
    quote = article.quotes.earliest("place")
    page = seen(editor, article)
    for address in (f"quotes/{quote.pk}/", "quotes/", "sure/", "alias/"):
        answer = editor.post(f"{base(article)}/{address}", page)
        assert answer["Location"].startswith(f"{base(article)}/review/")


def test_readers_change_nothing(sign_in: SignIn) -> None:
    article = make_draft()
    quote = article.quotes.get()
    reader = sign_in(READER)
    for address in (f"quotes/{quote.pk}/", "quotes/", "sure/", "alias/", "review/"):
        assert reader.post(f"{base(article)}/{address}", {"words": "기사"}, headers=HTMX).status_code == 403


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q7-s0-name=김가", '<option value="김가온" label="가람텔레콤">'),
        ("q7-s0-organisation=G", '<option value="GT" label="가람텔레콤">'),
        ("q7-s0-title=대표", '<option value="대표">'),
        ("q7-s0-name=", ""),
        ("q7-s0-name=%00", ""),
        ("other=김", ""),
    ],
)
def test_names_are_suggested(editor: Client, query: str, found: str) -> None:
    make_executive("김가온", make_company("가람텔레콤", "GT"))
    page = editor.get(f"/admin/messages_app/article/suggest/?{query}").content.decode()
    assert found in page if found else "<option" not in page


def test_accepting_takes_as_many_queries_for_thirty_quotes_as_for_one(editor: Client) -> None:
    def queries(number: int) -> int:
        quote = make_draft(*(f"말 {place}" for place in range(number))).quotes.earliest("place")
        page = seen(editor, quote.article) | {f"q{quote.pk}-checked": "on"}
        with CaptureQueriesContext(connection) as captured:
            editor.post(f"{base(quote.article)}/quotes/{quote.pk}/", page, headers=HTMX)
        return len(captured)

    assert queries(30) == queries(1)


@pytest.mark.parametrize("typed", ["김\u200b가온", "\u1100\u1175\u11b7가온", "\u202e김가온\u202c", "김가온\u00a0"])
def test_who_is_typed_with_what_nobody_sees_is_the_same_person(editor: Client, typed: str) -> None:
    make_executive("김가온", make_company("가람텔레콤"))
    quote = make_draft(Say("하나", [Who("", "", "사장")])).quotes.get()
    act(editor, quote, **{"own_s0-name": typed, "own_s0-organisation": "가람\u200b텔레콤"})
    said = quote.attributions.get()
    assert (said.name, said.organisation) == ("김가온", "가람텔레콤")
    assert said.executive
    assert said.company
