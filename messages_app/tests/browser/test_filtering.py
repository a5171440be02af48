"""Filtering with scripts: the place is kept, what came is said, one wish is one request, failures can be retried."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from messages_app.models import Quote
from messages_app.tests.browser.pages import fill

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """The search page over an archive, in a window of its own."""
    fill()
    context = browser.new_context(base_url=live_server.url, permissions=["clipboard-read", "clipboard-write"])
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.goto("/search/")
    yield page
    context.close()


def hold(page: Page, address: str) -> list[Route]:
    """The requests for an address, which wait until they are let go."""
    held: list[Route] = []
    page.route(re.compile(address), lambda route: held.append(route))
    return held


def test_the_focus_stays_on_the_choice_and_the_result_is_announced(page: Page) -> None:
    page.locator("#year-2025").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#announcement")).to_have_text("발언 25개")
    expect(page.locator("#year-2025")).to_be_focused()
    expect(page.locator("#year-2025")).to_have_attribute("aria-current", "true")
    expect(page).to_have_title("2025 · 모든 발언 · 신년사")
    assert "year=2025" in page.url


def test_where_the_thing_pressed_is_gone_one_goes_on_from_the_heading(page: Page) -> None:
    page.goto("/search/?q=고객&year=2025")
    page.locator(".chip").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".found .chip")).to_have_count(1)
    expect(page.locator("#found-heading")).to_be_focused()


def test_typing_and_enter_ask_once(page: Page) -> None:
    asked = []
    page.on("request", lambda request: asked.append(request.url) if request.headers.get("hx-request") else None)
    page.locator("#id_q").press_sequentially("안전", delay=30)
    page.keyboard.press("Enter")
    expect(page.locator("#announcement")).to_have_text("발언 1개")
    page.wait_for_timeout(800)
    assert len(asked) == 1
    expect(page.locator("#id_q")).to_be_focused()


def test_a_choice_pressed_twice_asks_for_one_answer(page: Page) -> None:
    held = hold(page, "year=2025")
    page.locator("#year-2025").dblclick()
    page.wait_for_timeout(200)
    assert len(held) == 1
    held[0].continue_()
    expect(page.locator("#announcement")).to_have_text("발언 25개")


def test_back_and_forth_through_history(page: Page) -> None:
    page.locator("#year-2026").click()
    expect(page.locator("#found-heading")).to_have_text("발언 3개")
    page.go_back()
    expect(page.locator("#found-heading")).to_have_text("발언 28개")
    page.go_forward()
    expect(page.locator("#found-heading")).to_have_text("발언 3개")
    expect(page.locator("[data-theme-switch]")).to_be_visible()


def test_back_shows_the_order_there_was(page: Page) -> None:
    page.locator("#year-2026").click()
    order = page.locator(".sorts [aria-current]")
    expect(page.locator("#found-heading")).to_have_text("발언 3개")
    page.get_by_role("link", name="회사 이름순").click()
    expect(order).to_have_text("회사 이름순")
    page.go_back()
    expect(order).to_have_text("최신순")
    assert "sort" not in page.url


def test_the_order_chosen_last_is_that_of_the_next_search(page: Page) -> None:
    order = page.locator(".sorts [aria-current]")
    page.get_by_role("link", name="회사 이름순").click()
    expect(order).to_have_text("회사 이름순")
    page.goto("/")
    page.locator("#id_q").fill("고객")
    page.locator("#id_q").press("Enter")
    expect(order).to_have_text("회사 이름순")
    page.locator("#id_q").fill("고객을")
    expect(page).to_have_url(re.compile("&sort=company$"))
    page.get_by_role("link", name="최신순").click()
    expect(order).to_have_text("최신순")
    page.goto("/help/")
    page.locator("#header-q").fill("고객")
    page.locator("#header-q").press("Enter")
    expect(order).to_have_text("최신순")
    assert "sort" not in page.url


def test_the_other_language_shows_what_was_chosen(page: Page) -> None:
    page.locator("#year-2026").click()
    expect(page.locator("#found-heading")).to_have_text("발언 3개")
    page.get_by_role("link", name="English").click()
    expect(page.locator("#found-heading")).to_have_text("3 statements")
    page.go_back()
    page.go_back()
    expect(page.locator("#found-heading")).to_have_text("발언 28개")
    page.get_by_role("link", name="English").click()
    expect(page.locator("#found-heading")).to_have_text("28 statements")


# The milliseconds from a question until the page shows that it waits, by the clock of the page: a machine may be slow.
WAITED = """() => {
  let asked;
  window.waited = new Promise((tell) => {
    const look = () => {
      if (document.body.classList.contains("asking")) asked ??= performance.now();
      const shown = getComputedStyle(document.querySelector(".indicator")).opacity > 0;
      const waited = performance.now() - asked;
      if (asked && (shown || waited > 5000)) tell(shown ? waited : Infinity);
      else requestAnimationFrame(look);
    };
    look();
  });
}"""


def test_waiting_shows_only_after_a_while(page: Page) -> None:
    held = hold(page, "year=2025")
    page.evaluate(WAITED)
    page.locator("#year-2025").click()
    assert 200 <= page.evaluate("window.waited") < 5000
    expect(page.locator("#announcement")).to_have_text("찾는 중입니다")
    held[0].continue_()
    expect(page.locator("#announcement")).to_have_text("발언 25개")
    assert page.evaluate("document.body.classList.contains('asking')") is False


@pytest.mark.parametrize("failure", ["network", "server"])
def test_a_failure_is_shown_and_retried_by_hand(page: Page, failure: str) -> None:
    def fail(route: Route) -> None:
        route.abort() if failure == "network" else route.fulfill(status=503, body="")

    page.route(re.compile("year=2025"), fail)
    page.locator("#year-2025").click()
    toast = page.get_by_role("alert")
    expect(toast).to_contain_text("서버와 연결되지 않았습니다")
    expect(page.locator(".quote")).to_have_count(20)
    page.unroute(re.compile("year=2025"))
    toast.get_by_role("button", name="다시 해 보기").click()
    expect(page.locator("#found-heading")).to_have_text("발언 25개")
    expect(toast).to_be_hidden()


def test_a_condition_to_drop_is_read_as_one_phrase(page: Page) -> None:
    page.goto("/en/search/?q=zzz&year=2025")
    expect(page.locator(".nothing .chip")).to_have_text("Show 25 without ‘zzz’", use_inner_text=True)


def test_a_value_misunderstood_is_explained_in_place(page: Page) -> None:
    page.locator("#id_q").fill('"닫지 않은')
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("따옴표가 닫히지")


def test_the_choices_open_over_the_words_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    expect(page.locator("#facets")).to_be_hidden()
    page.get_by_role("button", name="좁혀 보기").click()
    expect(page.locator("#year-2025")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#facets")).to_be_hidden()
    page.get_by_role("button", name="좁혀 보기").click()
    page.locator("#year-2025").click()
    expect(page.locator("#found-heading")).to_have_text("발언 25개")
    expect(page.locator("#found-heading")).to_be_focused()


def test_slash_goes_to_the_search_box_but_can_be_typed_in_it(page: Page) -> None:
    page.keyboard.press("/")
    expect(page.locator("#id_q")).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#id_q")).to_have_value("/")


def test_the_slash_can_be_switched_off(page: Page) -> None:
    page.goto("/help/")
    page.get_by_label("한 글자 단축키 쓰기").uncheck()
    page.goto("/search/")
    page.keyboard.press("/")
    expect(page.locator("#id_q")).not_to_be_focused()
    page.goto("/help/")
    page.get_by_label("한 글자 단축키 쓰기").check()
    page.keyboard.press("Tab")
    page.keyboard.press("/")
    expect(page.locator("#header-q")).to_be_focused()


def test_copying_says_it_has_copied(page: Page) -> None:
    page.get_by_role("link", name="이 발언의 주소").first.click()
    button = page.get_by_role("button", name="주소 복사")
    button.click()
    expect(page.get_by_role("button", name="복사했습니다")).to_be_visible()
    expect(page.locator("#announcement")).to_have_text("복사했습니다")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    expect(button).to_be_visible()


def test_without_a_script_no_button_is_shown_that_does_nothing(browser: Browser, live_server: LiveServer) -> None:
    fill()
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(Quote.objects.earliest("pk").get_absolute_url())
    expect(page.locator("#citation")).to_be_visible()
    assert [button.inner_text() for button in page.get_by_role("button").all() if button.is_visible()] == []
    context.close()


def test_a_theme_chosen_is_remembered_before_the_first_paint(page: Page) -> None:
    page.emulate_media(color_scheme="light")
    page.get_by_role("button", name="어둡게 보기").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(23, 22, 20)"
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => { window.first = document.documentElement.dataset.theme; })"
    )
    page.goto("/companies/")
    assert page.evaluate("window.first") == "dark"
    page.get_by_role("button", name="밝게 보기").click()
    assert page.evaluate("localStorage.getItem('theme')") is None


def test_nothing_comes_from_elsewhere_and_nothing_is_refused(page: Page, live_server: LiveServer) -> None:
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto("/search/?q=고객")
    page.locator("#year-2025").click()
    expect(page.locator("#announcement")).to_have_text("발언 25개")
    assert {url.split("/")[2] for url in asked} == {live_server.url.split("/")[2]}
    assert said == []
