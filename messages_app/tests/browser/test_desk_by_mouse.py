"""One article at the desk, with the mouse."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from messages_app.models import Article, CompanyAlias, Quote
from messages_app.tests.browser.desk import Arrive, quote_of, select
from messages_app.tests.factories import make_company, make_executive

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def spoken(quote: Quote) -> list[str]:
    return [str(who) for who in quote.attributions.order_by("place")]


def test_a_card_lights_its_words_and_the_words_their_card(arrive: Arrive, draft: Article) -> None:
    page = arrive().open(draft)
    quote, other = quote_of(draft, "고객가치"), quote_of(draft, "통신은")
    page.locator(f"#q{quote.pk} .card-text").click()
    expect(page.locator(f"#s{quote.pk}")).to_have_class(re.compile(r"\bpicked\b.*\blit\b"))
    expect(page.locator(f'[data-why~="{quote.pk}"]')).to_have_class("lit")
    page.locator(f"#s{other.pk}").click()
    expect(page.locator(".card.picked")).to_have_id(f"q{other.pk}")
    page.locator(f"#q{quote.pk} .card-text").hover()
    expect(page.locator(f"#s{quote.pk}.lit")).to_be_visible()


def test_the_uncertain_one_comes_first(arrive: Arrive, draft: Article) -> None:
    page = arrive().open(draft)
    expect(page.locator(".card.picked")).to_have_id(f"q{quote_of(draft, '안전한 망').pk}")
    expect(page.locator(".card.picked")).to_contain_text("확신도 60%")
    page.locator(".card .card-text").first.click()
    page.get_by_role("button", name="불확실 1").click()
    expect(page.locator(".card.picked")).to_contain_text("안전한 망")


def test_source_and_cards_scroll_together(arrive: Arrive, draft: Article) -> None:
    page = arrive(width=390).open(draft)
    source = page.locator("#source-text")
    page.locator(".card-text").last.scroll_into_view_if_needed()
    page.locator(".card-text").last.hover()
    page.mouse.wheel(0, -20_000)
    until(page, lambda: source.evaluate("one => one.scrollTop") < 80)
    page.mouse.wheel(0, 20_000)
    until(page, lambda: source.evaluate("one => one.scrollTop") > 80)
    before = page.evaluate("scrollY")
    source.hover()
    page.mouse.wheel(0, -20_000)
    until(page, lambda: page.evaluate("scrollY") < before - 200)


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait until something holds, five seconds at most."""
    for _moment in range(50):
        if holds():
            return
        page.wait_for_timeout(100)
    raise AssertionError("it never came to hold")


def test_selected_words_become_a_quote_of_whoever_speaks(arrive: Arrive, draft: Article) -> None:
    page = arrive().open(draft)
    select(page, "구성원 모두가 주인이라는 마음")
    page.get_by_role("button", name="고른 말을 새 인용으로").click()
    expect(page.locator(".card.picked .card-text")).to_have_text("구성원 모두가 주인이라는 마음")
    expect(page.locator(".card.picked .card-who")).to_contain_text("한가람 누리전자 사장")
    quote = quote_of(draft, "주인이라는")
    assert draft.body[quote.start : quote.end] == quote.text


def test_the_same_gesture_gives_a_quote_another_place(arrive: Arrive, draft: Article) -> None:
    page = arrive().open(draft)
    quote = quote_of(draft, "안전은")
    page.locator(f"#q{quote.pk} .card-text").click()
    select(page, "양보할 수 없다")
    page.get_by_role("button", name="이 카드의 범위로").click()
    expect(page.locator(f"#q{quote.pk} .card-text")).to_have_text("양보할 수 없다")
    quote.refresh_from_db()
    assert (quote.text, spoken(quote)) == ("양보할 수 없다", ["한가람 누리전자 사장"])


def test_words_over_another_quote_are_refused_with_the_reason(arrive: Arrive, draft: Article) -> None:
    page = arrive().open(draft)
    select(page, "먼저 찾는 회사")
    page.get_by_role("button", name="고른 말을 새 인용으로").click()
    expect(page.locator("#desk-notice")).to_contain_text("이미 인용된 말과 겹칩니다")
    assert draft.quotes.count() == 5


def test_a_speaker_is_chosen_from_what_is_on_record(arrive: Arrive, draft: Article) -> None:
    make_executive("박새론", make_company("도담은행", "도담"))
    page = arrive().open(draft)
    quote = quote_of(draft, "통신은")
    fields = page.locator(f"#q{quote.pk}")
    fields.get_by_text("고치기", exact=True).click()
    name = fields.get_by_label("이름").first
    name.fill("")
    name.press_sequentially("박새")
    expect(page.locator('#known-name option[value="박새론"][label="도담은행"]')).to_be_attached()
    name.fill("박새론")
    company = fields.get_by_label("회사").first
    company.fill("")
    company.press_sequentially("도")
    expect(page.locator('#known-organisation option[value="도담"]')).to_be_attached()
    company.fill("도담")
    fields.get_by_role("button", name="저장", exact=True).click()
    expect(fields.locator(".card-who")).to_contain_text("박새론 도담 대표 아는 사람 도담은행")
    assert spoken(quote) == ["박새론 도담 대표"]


def test_several_speakers_and_an_organisation_alone(arrive: Arrive, draft: Article) -> None:
    page = arrive().open(draft)
    quote = quote_of(draft, "통신은")
    fields = page.locator(f"#q{quote.pk}")
    fields.get_by_text("고치기", exact=True).click()
    fields.get_by_label("회사").last.fill("누리전자")
    fields.get_by_role("button", name="저장", exact=True).click()
    expect(fields.locator(".card-who li")).to_have_count(2)
    assert spoken(quote) == ["김가온 가람텔레콤 대표", "누리전자"]


def test_a_speaker_is_changed_everywhere_at_once(arrive: Arrive, draft: Article) -> None:
    page = arrive().open(draft)
    fields = page.locator(f"#q{quote_of(draft, '통신은').pk}")
    fields.get_by_text("고치기", exact=True).click()
    fields.get_by_label("이름").first.fill("김가람")
    fields.get_by_role("button", name="이 기사 어디서나 이 발언자로").click()
    expect(page.locator(".card-who", has_text="김가람 가람텔레콤 대표")).to_have_count(2)
    assert spoken(quote_of(draft, "안전한 망")) == ["김가람 가람텔레콤 대표"]


def test_a_spelling_becomes_the_company_in_one_click(arrive: Arrive, draft: Article) -> None:
    make_executive("김가온", make_company("가람통신"))
    page = arrive().open(draft)
    page.get_by_role("button", name="가람텔레콤은 가람통신").first.click()
    expect(page.locator(".card-who", has_text="아는 사람 가람통신")).to_have_count(2)
    assert CompanyAlias.objects.filter(name="가람텔레콤", company__name="가람통신").exists()


def test_a_quote_is_dropped_and_taken_back(arrive: Arrive, draft: Article) -> None:
    page = arrive().open(draft)
    quote = quote_of(draft, "안전은")
    page.locator(f"#q{quote.pk}").get_by_role("button", name="빼기").click()
    expect(page.locator(f"#s{quote.pk}")).to_have_count(0)
    page.locator(f"#q{quote.pk}").get_by_role("button", name="되살리기").click()
    expect(page.locator(f"#s{quote.pk}")).to_be_visible()
    expect(page.locator(f"#q{quote.pk} .card-who")).to_contain_text("한가람 누리전자 사장")


def test_leaving_a_card_stores_what_was_typed(arrive: Arrive, draft: Article) -> None:
    page = arrive().open(draft)
    quote = quote_of(draft, "통신은")
    fields = page.locator(f"#q{quote.pk}")
    fields.get_by_text("고치기", exact=True).click()
    fields.get_by_label("직함").first.fill("사장")
    page.locator("#new-words").click()
    expect(fields.locator(".card-who")).to_contain_text("김가온 가람텔레콤 사장")


def test_what_is_sure_is_accepted_at_once_and_the_article_published(arrive: Arrive, draft: Article) -> None:
    page = arrive().open(draft)
    page.get_by_role("button", name="확실한 4개 모두 확인").click()
    expect(page.locator(".badge-checked")).to_have_count(4)
    page.get_by_label("제목").fill("고친 제목")
    page.get_by_label("매체").click()
    expect(page.locator("#header-state")).to_contain_text("저장됨")
    page.get_by_role("button", name="게시", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("게시했습니다: 발언 5개")
    draft.refresh_from_db()
    assert (draft.title, draft.is_published) == ("고친 제목", True)


def test_a_published_quote_is_corrected_on_the_same_screen(arrive: Arrive, draft: Article) -> None:
    page = arrive().open(draft)
    page.get_by_role("button", name="게시", exact=True).click()
    quote = quote_of(draft, "통신은")
    fields = page.locator(f"#q{quote.pk}")
    fields.get_by_text("고치기", exact=True).click()
    fields.get_by_label("이름").first.fill("김새봄")
    fields.get_by_role("button", name="저장", exact=True).click()
    expect(fields.locator(".card-who")).to_contain_text("김새봄 가람텔레콤 대표 아는 사람")
    page.goto(quote.get_absolute_url())
    expect(page.locator("main")).to_contain_text("김새봄")


def test_going_back_to_an_earlier_moment(arrive: Arrive, draft: Article) -> None:
    page = arrive().open(draft)
    quote = quote_of(draft, "안전은")
    page.locator(f"#q{quote.pk}").get_by_role("button", name="빼기").click()
    expect(page.locator(f"#s{quote.pk}")).to_have_count(0)
    page.get_by_role("link", name="이력").click()
    expect(page.locator(".timeline li", has_text="뺀 인용").first).to_contain_text("staff")
    page.get_by_role("button", name="이때로 되돌리기").last.click()
    expect(page.locator(".messagelist")).to_contain_text("되돌렸습니다")
    quote.refresh_from_db()
    assert quote.kind == "statement"
