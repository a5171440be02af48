"""Suggestions while typing: the combobox pattern, by keyboard and by mouse."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from messages_app.models import Company, Keyword
from messages_app.tests.browser.pages import fill

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDTH = {"wide": 1280, "phone": 390}


@pytest.fixture(params=sorted(WIDTH))
def page(request: pytest.FixtureRequest, browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """The search page over an archive, wide and on a phone."""
    fill()
    size = {"width": WIDTH[request.param], "height": 800}
    context = browser.new_context(base_url=live_server.url, viewport=size, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.goto("/search/")
    yield page
    context.close()


def box(page: Page) -> Locator:
    return page.get_by_role("combobox", name="모든 발언에서 찾기")


def options(page: Page) -> Locator:
    return page.get_by_role("option")


def type_in(page: Page, text: str) -> None:
    box(page).click()
    box(page).press_sequentially(text, delay=10)


def assert_chosen(page: Page, option: Locator) -> None:
    """The option is the one that a screen reader hears of, and the box keeps the focus."""
    expect(option).to_have_attribute("aria-selected", "true")
    expect(page.locator('[role="option"][aria-selected="true"]')).to_have_count(1)
    expect(box(page)).to_have_attribute("aria-activedescendant", option.get_attribute("id") or "none")
    expect(box(page)).to_be_focused()


def test_the_list_opens_under_the_box_and_says_so(page: Page) -> None:
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    type_in(page, "가람")
    expect(options(page).first).to_be_visible()
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    owned = page.locator(f"#{box(page).get_attribute('aria-controls')}")
    expect(owned).to_have_role("listbox")
    expect(owned).to_have_accessible_name("찾아볼 만한 것")
    expect(options(page)).to_contain_text(["가람그룹", "가람텔레콤"])


def test_arrows_go_through_the_options_and_back_to_what_was_typed(page: Page) -> None:
    type_in(page, "가람")
    first, second = options(page).nth(0), options(page).nth(1)
    expect(second).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert_chosen(page, first)
    page.keyboard.press("ArrowDown")
    assert_chosen(page, second)
    page.keyboard.press("ArrowUp")
    assert_chosen(page, first)
    page.keyboard.press("ArrowUp")
    expect(page.locator('[role="option"][aria-selected="true"]')).to_have_count(0)
    assert box(page).get_attribute("aria-activedescendant") is None
    expect(box(page)).to_have_value("가람")
    page.keyboard.press("ArrowUp")
    assert_chosen(page, options(page).last)


def test_enter_goes_where_the_chosen_option_leads(page: Page) -> None:
    type_in(page, "가람텔")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{Company.objects.get(name='가람텔레콤').get_absolute_url()}")
    expect(page.get_by_role("heading", level=1)).to_have_text("가람텔레콤")


def test_enter_without_a_choice_searches_for_what_was_typed(page: Page) -> None:
    type_in(page, "고객")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#found-heading")).to_have_text("발언 26개")
    expect(options(page)).to_have_count(0)
    assert "/search/?q=" in page.url


def test_escape_closes_the_list_and_keeps_what_was_typed(page: Page) -> None:
    type_in(page, "가람")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(options(page)).to_have_count(0)
    expect(box(page)).to_have_value("가람")
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    assert box(page).get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_be_visible()


@pytest.mark.parametrize(
    ("typed", "label"),
    [("ㄱㄹㅌㄹㅋ", "가람텔레콤"), ("rkfka", "가람그룹"), ("rhror", "고객"), ("ㄴㄹㅇ", "나래원"), ("고개", "고객")],
)
def test_initials_half_syllables_and_the_wrong_layout_are_understood(page: Page, typed: str, label: str) -> None:
    type_in(page, typed)
    expect(options(page).filter(has_text=label).first).to_be_visible()


def test_a_press_of_the_mouse_goes_there_too(page: Page) -> None:
    type_in(page, "rhror")
    options(page).filter(has_text="고객").first.click()
    page.wait_for_url(f"**{Keyword.objects.get(form='고객').get_absolute_url()}")


def test_leaving_the_box_closes_the_list(page: Page) -> None:
    type_in(page, "가람")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Tab")
    expect(options(page)).to_have_count(0)
    expect(page.get_by_role("button", name="찾기", exact=True)).to_be_focused()


def test_nothing_that_begins_so_opens_nothing(page: Page) -> None:
    with page.expect_response(re.compile("/suggest/")):
        type_in(page, "쾅쾅쾅")
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    expect(options(page)).to_have_count(0)


def test_an_answer_to_what_was_typed_before_is_not_shown(page: Page) -> None:
    held: list[Route] = []
    page.route(re.compile(r"/suggest/\?q=%EA%B0%80%EB%9E%8C$"), lambda route: held.append(route))
    type_in(page, "가람")
    page.wait_for_timeout(300)
    box(page).fill("고객")
    expect(options(page).filter(has_text="고객").first).to_be_visible()
    for route in held:
        route.fulfill(body='<li><a role="option" href="/">가람텔레콤</a></li>')
    page.wait_for_timeout(200)
    expect(options(page).filter(has_text="가람텔레콤")).to_have_count(0)


def test_where_suggestions_fail_the_box_still_searches(page: Page) -> None:
    page.route(re.compile("/suggest/"), lambda route: route.abort())
    type_in(page, "안전")
    page.keyboard.press("Enter")
    expect(page.locator("#found-heading")).to_have_text("발언 1개")


def test_axe_finds_nothing_with_the_list_open(page: Page) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        box(page).fill("")
        type_in(page, "가람")
        expect(options(page).nth(1)).to_be_visible()
        page.keyboard.press("ArrowDown")
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        assert [f"{rule['id']} {node['html'][:120]}" for rule in found for node in rule["nodes"]] == []
