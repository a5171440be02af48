"""One article at the desk without a mouse, on a phone, and by two editors at once."""

import pytest
from playwright.sync_api import Page, expect

from messages_app.models import Article
from messages_app.tests.browser.desk import Arrive, quote_of, select, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def first_card(page: Page) -> None:
    """From wherever the desk begins to the first card."""
    for _card in range(8):
        page.keyboard.press("k")


def picked(page: Page) -> object:
    return page.locator(".card.picked .card-text")


def test_an_article_is_checked_and_published_without_a_mouse(arrive: Arrive, draft: Article) -> None:
    page = arrive().open(draft)
    first_card(page)
    expect(picked(page)).to_contain_text("고객이 먼저")
    page.keyboard.press("a")
    expect(picked(page)).to_contain_text("고객가치")
    page.keyboard.press("x")
    expect(page.locator(".kind-dropped")).to_have_count(1)
    page.keyboard.press("x")
    expect(page.locator(".kind-dropped")).to_have_count(0)
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("한가온")
    page.keyboard.press("Enter")
    expect(page.locator(".card.picked .card-who")).to_contain_text("한가온 누리전자 사장")
    page.keyboard.press("u")
    expect(picked(page)).to_contain_text("안전한 망")
    page.keyboard.press("s")
    expect(page.locator(".badge-checked")).to_have_count(4)
    page.keyboard.press("p")
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("게시했습니다: 발언 5개")
    assert [str(who) for who in quote_of(draft, "안전은").attributions.all()] == ["한가온 누리전자 사장"]


def test_words_are_quoted_by_typing_them(arrive: Arrive, draft: Article) -> None:
    page = arrive().open(draft)
    page.keyboard.press("n")
    page.keyboard.type("구성원 모두가 … 마음")
    page.keyboard.press("Enter")
    expect(picked(page)).to_have_text("구성원 모두가 주인이라는 마음")
    page.keyboard.press("r")
    page.keyboard.type("모두가 주인")
    page.keyboard.press("Enter")
    expect(picked(page)).to_have_text("모두가 주인")


def test_selected_words_are_quoted_by_a_key(arrive: Arrive, draft: Article) -> None:
    page = arrive().open(draft)
    select(page, "거듭 당부")
    page.keyboard.press("n")
    expect(picked(page)).to_have_text("거듭 당부")
    select(page, "거듭")
    page.keyboard.press("r")
    expect(picked(page)).to_have_text("거듭")


def test_escape_takes_back_what_was_typed(arrive: Arrive, draft: Article) -> None:
    page = arrive().open(draft)
    page.keyboard.press("e")
    page.keyboard.type("아무개")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert [str(who) for who in quote_of(draft, "안전한 망").attributions.all()] == ["김가온 가람텔레콤 대표"]


def test_keys_work_while_hangul_is_typed_and_leave_fields_alone(arrive: Arrive, draft: Article) -> None:
    page = arrive().open(draft)
    first_card(page)
    page.evaluate(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'ㅓ', code: 'KeyJ', bubbles: true}))"
    )
    expect(picked(page)).to_contain_text("고객가치")
    page.locator("#id_header-outlet").focus()
    page.keyboard.type("x")
    expect(page.locator(".kind-dropped")).to_have_count(0)


def test_the_keys_are_shown_and_hidden(arrive: Arrive, draft: Article) -> None:
    page = arrive().open(draft)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="단축키")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_keys_of_one_letter_can_be_switched_off(arrive: Arrive, draft: Article) -> None:
    page = arrive().open(draft)
    first_card(page)
    page.get_by_role("button", name="단축키").click()
    page.get_by_label("한 글자 단축키 쓰기").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(picked(page)).to_contain_text("고객이 먼저")
    expect(page.locator(".kind-dropped")).to_have_count(0)
    page.reload()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_later_of_two_editors_is_told_what_changed(arrive: Arrive, draft: Article) -> None:
    one, two = arrive(), arrive()
    first, second = one.open(draft), two.open(draft)
    retitle(first, "사장")
    expect(first.locator(".card.picked .card-who")).to_contain_text("김가온 가람텔레콤 사장")
    retitle(second, "회장")
    conflict = second.locator(".conflict")
    expect(conflict).to_contain_text("김가온 가람텔레콤 사장")
    expect(conflict).to_contain_text("김가온 가람텔레콤 회장")
    quote = quote_of(draft, "안전한 망")
    assert quote.attributions.get().title == "사장"
    second.locator(".card.picked").get_by_role("button", name="저장", exact=True).click()
    expect(second.locator(".card.picked .card-who")).to_contain_text("김가온 가람텔레콤 회장")
    assert quote.attributions.get().title == "회장"


def retitle(page: Page, title: str) -> None:
    """Give the speaker of the card that is picked another title."""
    page.keyboard.press("e")
    page.locator(".card.picked").get_by_label("직함").first.fill(title)
    page.keyboard.press("Enter")


def test_what_is_stored_can_be_kept(arrive: Arrive, draft: Article) -> None:
    one, two = arrive(), arrive()
    first, second = one.open(draft), two.open(draft)
    retitle(first, "사장")
    expect(first.locator(".card.picked .card-who")).to_contain_text("가람텔레콤 사장")
    retitle(second, "회장")
    second.get_by_role("link", name="저장되어 있는 것을 그대로 두기").click()
    expect(second.locator(".card.picked .card-who")).to_contain_text("가람텔레콤 사장")
    expect(second.locator(".conflict")).to_have_count(0)


def test_nothing_unseen_is_published(arrive: Arrive, draft: Article) -> None:
    one, two = arrive(), arrive()
    first, second = one.open(draft), two.open(draft)
    retitle(first, "사장")
    expect(first.locator(".card.picked .card-who")).to_contain_text("가람텔레콤 사장")
    second.get_by_role("button", name="게시", exact=True).click()
    expect(second.locator(".conflict").first).to_contain_text("가람텔레콤 사장")
    second.get_by_role("button", name="게시", exact=True).click()
    expect(second.locator(".messagelist")).to_contain_text("게시했습니다")
    assert quote_of(draft, "안전한 망").attributions.get().title == "사장"


def test_a_lost_connection_is_said_and_nothing_typed_is_lost(arrive: Arrive, draft: Article) -> None:
    page = arrive().open(draft)
    page.context.set_offline(True)
    retitle(page, "회장")
    expect(page.locator("#desk-error")).to_contain_text("저장하지 못했습니다")
    expect(page.locator(".card.picked").get_by_label("직함").first).to_have_value("회장")
    page.context.set_offline(False)
    page.keyboard.press("Enter")
    expect(page.locator(".card.picked .card-who")).to_contain_text("가람텔레콤 회장")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_at_the_desk(arrive: Arrive, draft: Article, scheme: str, width: int) -> None:
    page = arrive(width, scheme).open(draft)
    page.keyboard.press("x")
    expect(page.locator(".kind-dropped")).to_have_count(1)
    first_card(page)
    page.keyboard.press("e")
    select(page, "거듭 당부")
    assert violations(page) == []
    page.goto(f"/admin/messages_app/article/{draft.pk}/history/")
    assert violations(page) == []


def test_the_desk_fits_a_phone(arrive: Arrive, draft: Article) -> None:
    page = arrive(390).open(draft)
    page.keyboard.press("e")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
