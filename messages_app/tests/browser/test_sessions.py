"""A session that ends, or an article that goes, while somebody is at work: nothing typed is lost in silence."""

import re
import secrets

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from messages_app.importing import delete_articles
from messages_app.models import Article
from messages_app.tests.browser.desk import Arrive, quote_of, sign_in
from messages_app.tests.factories import PASTE, make_company, make_superuser

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def sign_out(page: Page) -> None:
    page.context.clear_cookies(name="sessionid")


def log_in(page: Page, user: User | None = None) -> None:
    """Sign in on the form, as somebody does whose session ended; the form's token changes with it."""
    user, password = user or make_superuser(), secrets.token_urlsafe()
    user.set_password(password)
    user.save()
    page.locator("#id_username").fill(user.username)
    page.locator("#id_password").fill(password)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/login/" not in address)


def log_in_elsewhere(page: Page) -> None:
    """Follow the notice to the sign-in in another window, and come back."""
    notice = page.locator("#signed-out")
    expect(notice).to_contain_text("로그인이 끝나 저장하지 못했습니다")
    with page.context.expect_page() as opened:
        notice.get_by_role("link").click()
    log_in(opened.value)
    opened.value.close()
    page.bring_to_front()


def test_what_was_typed_on_a_card_is_saved_after_signing_in_elsewhere(arrive: Arrive, draft: Article) -> None:
    page = arrive().open(draft)
    page.locator(".card.picked").get_by_text("고치기").click()
    page.locator(".card.picked").get_by_label("직함").first.fill("부회장")
    sign_out(page)
    page.keyboard.press("Enter")
    log_in_elsewhere(page)
    page.evaluate("dispatchEvent(new Event('focus'))")  # A headless window never loses it.
    page.locator(".card.picked").get_by_role("button", name="저장", exact=True).click()
    expect(page.locator(".card.picked .card-who")).to_contain_text("부회장")
    assert quote_of(draft, "안전한 망").attributions.get().title == "부회장"
    page.get_by_role("button", name="게시", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("게시했습니다")


def test_what_was_typed_of_a_record_is_saved_after_signing_in_elsewhere(arrive: Arrive) -> None:
    group, company = make_company("가람그룹"), make_company("가람텔레콤")
    page = arrive(group="CHIEF_EDITOR").page
    page.goto(f"/admin/messages_app/company/{company.pk}/change/")
    page.get_by_role("combobox").click()
    page.get_by_role("option", name="가람그룹").click()
    page.locator(".add-row a").click()
    page.locator("#id_aliases-1-name").fill("GT")
    page.get_by_label("업종").fill("통신")
    sign_out(page)
    page.keyboard.press("Enter")
    log_in_elsewhere(page)
    page.locator("[name=_continue]").click()
    expect(page.locator(".messagelist")).to_contain_text("가람텔레콤")
    company.refresh_from_db()
    spellings = {alias.name for alias in company.aliases.all()}
    assert (company.group, company.industry, spellings) == (group, "통신", {"가람텔레콤", "GT"})
    expect(page).to_have_url(re.compile(f"/company/{company.pk}/change/$"))


def paste_signed_out(page: Page) -> None:
    page.goto("/admin/messages_app/article/import/")
    page.get_by_label("기사", exact=True).fill(PASTE)
    sign_out(page)
    page.get_by_role("button", name="가져와서 확인하기").click()


def test_a_paste_is_there_again_after_signing_in_once(arrive: Arrive) -> None:
    page = arrive().page
    paste_signed_out(page)
    editor = User.objects.get()
    log_in(page, editor)
    expect(page.get_by_label("기사", exact=True)).to_have_value(PASTE)
    page.get_by_role("button", name="가져와서 확인하기").click()
    expect(page.locator(".card")).to_have_count(3)
    sign_out(page)
    page.goto("/admin/messages_app/article/import/")
    log_in(page, editor)
    expect(page.get_by_label("기사", exact=True)).to_have_value("")


def test_a_paste_is_not_shown_to_somebody_else(arrive: Arrive) -> None:
    page = arrive().page
    paste_signed_out(page)
    editor = User.objects.get()
    log_in(page)
    expect(page.get_by_label("기사", exact=True)).to_have_value("")
    sign_out(page)
    page.reload()
    log_in(page, editor)
    expect(page.get_by_label("기사", exact=True)).to_have_value("")


def test_publishing_without_a_session_publishes_nothing_and_loses_nothing(
    arrive: Arrive, draft: Article, live_server: LiveServer
) -> None:
    page = arrive().open(draft)
    sign_out(page)
    page.get_by_role("button", name="게시", exact=True).click()
    page.wait_for_url("**/admin/login/?next=**")
    draft.refresh_from_db()
    assert not draft.is_published
    sign_in(page.context, live_server.url)
    page.goto(f"/admin/messages_app/article/{draft.pk}/review/")
    page.get_by_role("button", name="게시", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("게시했습니다: 발언 5개")


def test_two_presses_publish_once_and_the_way_back_shows_what_is_published(arrive: Arrive, draft: Article) -> None:
    page = arrive().open(draft)
    page.get_by_role("button", name="게시", exact=True).dblclick()
    expect(page.locator(".messagelist")).to_contain_text("게시했습니다: 발언 5개")
    page.go_back()
    page.goto(f"/admin/messages_app/article/{draft.pk}/review/")
    expect(page.get_by_role("button", name="초안으로 되돌리기")).to_be_visible()
    expect(page.get_by_role("button", name="게시", exact=True)).to_have_count(0)


def test_of_an_article_deleted_meanwhile_it_says_so(arrive: Arrive, draft: Article) -> None:
    page = arrive().open(draft)
    delete_articles(articles=Article.objects.filter(pk=draft.pk))
    page.locator(".card.picked").get_by_role("button", name="빼기").click()
    expect(page.locator("#desk-error")).to_contain_text("지워졌거나 권한이 바뀌었습니다")
