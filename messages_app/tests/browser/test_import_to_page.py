"""The main job in a browser: paste an article, publish it, find its quotes."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ARTICLE = """가온경제
누리전자 새해 첫 메시지
입력 2026.01.02. 오전 10:10
[가온경제 나래원 기자] 한가람 누리전자 사장은 2일 신년사에서 “고객이 먼저 찾는 회사가 되자”고 말했다.

한 사장은 “고객가치를 높이는 일에 아낌없이 투자하겠다”고 강조했다. 이어 “안전은 양보할 수 없다”고 덧붙였다.
"""


def sign_in(page: Page, server: LiveServer) -> None:
    User.objects.create_superuser("editor", password="open sesame 2026")
    page.goto(f"{server.url}/admin/login/")
    page.get_by_label("사용자 이름").fill("editor")
    page.get_by_label("비밀번호").fill("open sesame 2026")
    page.get_by_role("button", name="로그인").click()


def paste_and_publish(page: Page, server: LiveServer, text: str) -> None:
    page.goto(f"{server.url}/admin/messages_app/article/import/")
    page.get_by_label("기사", exact=True).fill(text)
    page.get_by_role("button", name="가져와서 확인하기").click()
    page.get_by_role("button", name="게시", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("게시했습니다")


def filter_by(page: Page, word: str) -> None:
    page.locator("#id_q").fill(word)
    page.get_by_role("button", name="찾기").click()


def test_pasted_article_becomes_a_quote_page(visitor: BrowserContext, live_server: LiveServer) -> None:
    page = visitor.new_page()
    sign_in(page, live_server)
    paste_and_publish(page, live_server, ARTICLE)
    page.goto(f"{live_server.url}/companies/누리전자/")
    expect(page.locator(".quote")).to_have_count(3)
    filter_by(page, "고객")
    expect(page.locator(".quote")).to_have_count(2)
    expect(page.locator(".chip").first).to_contain_text("고객")
    page.go_back()
    expect(page.locator(".quote")).to_have_count(3)


@pytest.mark.gold
def test_real_article_becomes_three_quote_pages(
    visitor: BrowserContext, live_server: LiveServer, gold_rows: dict[str, dict[str, Any]]
) -> None:
    seed = gold_rows["seed"]
    page = visitor.new_page()
    sign_in(page, live_server)
    paste_and_publish(page, live_server, seed["text"])
    for company, statements in (("sk텔레콤", 5), ("lg유플러스", 5), ("kt", 6)):
        assert page.goto(f"{live_server.url}/companies/{company}/").status == 200
        expect(page.locator(".quote")).to_have_count(statements)
    filter_by(page, "고객")
    said = [
        seed["text"][quote["start"] : quote["end"]]
        for quote in seed["quotes"]
        if quote["kind"] == "statement" and quote["speakers"][0]["organisation"] == "KT"
    ]
    wanted = [text for text in said if "고객" in text]
    expect(page.locator(".quote")).to_have_count(len(wanted))
    assert sorted(page.locator(".quote blockquote").all_inner_texts()) == sorted(wanted)
    expect(page.locator(".speaker-name").first).to_have_text("구현모")
    page.get_by_role("link", name="이 발언의 주소").first.click()
    expect(page.locator("#citation")).to_have_value(re.compile("구현모 KT 사장.*스포츠서울", re.DOTALL))
    expect(page.locator("#permalink")).to_have_value(page.url)


def test_empty_paste_says_what_to_do(visitor: BrowserContext, live_server: LiveServer) -> None:
    page = visitor.new_page()
    sign_in(page, live_server)
    page.goto(f"{live_server.url}/admin/messages_app/article/import/")
    page.get_by_role("button", name="가져와서 확인하기").click()
    expect(page.get_by_role("alert")).to_contain_text("비어 있습니다")


def test_filtering_changes_the_address(visitor: BrowserContext, live_server: LiveServer) -> None:
    page = visitor.new_page()
    sign_in(page, live_server)
    paste_and_publish(page, live_server, ARTICLE)
    page.goto(f"{live_server.url}/search/")
    filter_by(page, "안전")
    expect(page.locator("mark")).to_have_text(["안전"])
    assert "q=" in page.url
    page.reload()
    expect(page.locator(".quote")).to_have_count(1)


def test_two_articles_in_one_paste_are_parted_after_a_correction(
    visitor: BrowserContext, live_server: LiveServer
) -> None:
    page = visitor.new_page()
    sign_in(page, live_server)
    second = ARTICLE.replace("누리전자", "다온에너지").replace("한가람", "도하람").replace("한 사장", "도 사장")
    page.goto(f"{live_server.url}/admin/messages_app/article/import/")
    page.get_by_label("기사", exact=True).fill(f"{ARTICLE}\n{second}")
    page.get_by_role("button", name="가져와서 확인하기").click()
    page.get_by_label("매체").fill("가온일보")
    page.keyboard.press("Enter")
    expect(page.get_by_text(re.compile("저장됨|저장했습니다")).first).to_be_visible()
    page.get_by_label("뒤의 기사가 시작하는 줄").select_option("다온에너지 새해 첫 메시지")
    page.get_by_role("button", name="두 초안으로 나누기").click()
    expect(page.locator(".messagelist")).to_contain_text("두 초안으로 나누었습니다")
