"""The queue of drafts: one after the other, and those that need no look all at once."""

import pytest
from playwright.sync_api import Page, expect

from messages_app.models import Article
from messages_app.tests.browser.desk import Arrive, press_on
from messages_app.tests.factories import make_draft

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
QUEUE = "/admin/messages_app/article/queue/"


@pytest.fixture
def drafts(transactional_db: None) -> list[Article]:
    """Three drafts of one outlet, of which two are sure, and one of another."""
    made = [make_draft(title=f"기사 {name}", outlet="가온경제") for name in "가나다"]
    made.append(make_draft(title="기사 라", outlet="누리신문"))
    for article in made[1:]:
        article.quotes.update(confidence=0.99)
    return made


def heading(page: Page) -> object:
    return page.get_by_role("heading", level=1)


def test_drafts_are_filtered_and_taken_one_after_the_other(arrive: Arrive, drafts: list[Article]) -> None:
    page = arrive().page
    page.goto("/admin/")
    page.get_by_role("link", name="게시를 기다리는 초안").click()
    expect(page.get_by_text("남은 초안 4건")).to_be_visible()
    page.get_by_role("link", name="가온경제 3").click()
    page.get_by_role("link", name="불확실한 것이 없음").click()
    expect(page.locator(".rows tbody tr")).to_have_count(2)
    page.get_by_role("button", name="다음 초안 확인하기").click()
    expect(heading(page)).to_contain_text("기사 나")
    page.get_by_role("button", name="게시", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("게시했습니다")
    page.get_by_role("button", name="다음 초안").click()
    expect(heading(page)).to_contain_text("기사 다")
    page.get_by_role("button", name="게시", exact=True).click()
    page.get_by_role("button", name="다음 초안").click()
    expect(page.locator(".messagelist")).to_contain_text("더 확인할 초안이 없습니다")


def test_drafts_are_taken_without_a_mouse(arrive: Arrive, drafts: list[Article]) -> None:
    page = arrive().page
    page.goto(QUEUE)
    press_on(page, page.get_by_role("link", name="불확실한 것이 없음"))
    press_on(page, page.get_by_role("button", name="다음 초안 확인하기"))
    for name in "나다":
        expect(heading(page)).to_contain_text(f"기사 {name}")
        page.locator(".card.picked").wait_for()
        page.keyboard.press("p")
        page.keyboard.press("Enter")
        expect(page.locator(".messagelist")).to_contain_text("게시했습니다")
        page.locator(".card.picked").wait_for()
        page.keyboard.press("d")
    expect(heading(page)).to_contain_text("기사 라")


def test_what_is_sure_is_published_at_once(arrive: Arrive, drafts: list[Article]) -> None:
    page = arrive().page
    page.goto(QUEUE)
    page.get_by_role("link", name="가온경제 3").click()
    page.get_by_role("button", name="불확실한 것이 없는 초안 2건 모두 게시").click()
    expect(page.locator(".messagelist")).to_contain_text("기사 2건을 게시했습니다")
    expect(page.get_by_text("남은 초안 2건")).to_be_visible()
    assert set(Article.objects.filter(status="draft")) == {drafts[0], drafts[3]}


def test_what_is_sure_is_published_without_a_mouse(arrive: Arrive, drafts: list[Article]) -> None:
    page = arrive().page
    page.goto(QUEUE)
    press_on(page, page.get_by_role("button", name="불확실한 것이 없는 초안 3건 모두 게시"))
    expect(page.locator(".messagelist")).to_contain_text("기사 3건을 게시했습니다")


def test_a_day_narrows_the_queue_and_lets_go_again(arrive: Arrive, drafts: list[Article]) -> None:
    make_draft(published_date="2026-01-05", title="기사 마")
    page = arrive().page
    page.goto(QUEUE)
    page.get_by_label("보도일").fill("2026-01-05")
    page.get_by_role("button", name="거르기").click()
    expect(page.locator(".rows tbody tr")).to_have_count(1)
    page.get_by_role("link", name="모든 날").click()
    expect(page.locator(".rows tbody tr")).to_have_count(5)


def test_two_editors_are_not_given_the_same_draft(arrive: Arrive, drafts: list[Article]) -> None:
    for name in "가나":
        page = arrive().page
        page.goto(QUEUE)
        page.get_by_role("button", name="다음 초안 확인하기").click()
        expect(heading(page)).to_contain_text(f"기사 {name}")
    page.goto(QUEUE)
    expect(page.locator(".rows tbody tr").first).to_contain_text("님이 보는 중")
