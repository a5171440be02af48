"""An editor freezes a year; what everybody then sees fits a phone and a wide screen, day and night."""

import pytest
from playwright.sync_api import BrowserContext, expect
from pytest_django.live_server_helper import LiveServer

from messages_app.importing import freeze_edition
from messages_app.tests.browser.desk import Arrive, sign_in
from messages_app.tests.factories import make_published

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FITS = "document.documentElement.scrollWidth <= innerWidth"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_a_year_is_frozen_and_read(arrive: Arrive, width: int, scheme: str) -> None:
    make_published("고객의 길", message_year=2025)
    freeze_edition(message_year=2025)
    make_published("고객의 길", "고객의 자리", "지속가능경영체계고도화의 길")
    page = arrive(width, scheme).page
    page.goto("/admin/messages_app/edition/")
    page.get_by_role("link", name="새 판").click()
    expect(page.get_by_role("row", name="고객")).to_be_visible()
    assert page.evaluate(FITS)
    page.get_by_label("덧붙이는 말").fill("첫 집계")
    page.get_by_role("button", name="이대로 확정하기").click()
    expect(page.locator(".messagelist")).to_contain_text("확정했습니다: 2026년 신년사 낱말 순위 제1판")

    make_published("고객의 해")
    for prefix, heading in (("", "2026년 신년사 낱말 순위 제1판"), ("/en", "Ranking of words")):
        page.goto(f"{prefix}/editions/")
        assert page.evaluate(FITS)
        page.locator('a[href$="/editions/2026/1/"]').click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
        assert page.evaluate(FITS)
        table = page.locator(".table-wrap")
        assert table.evaluate("table => table.scrollWidth <= table.clientWidth")
    expect(page.get_by_role("row", name="고객")).to_contain_text("3 +1")


def test_freezing_needs_no_script(visitor: BrowserContext, live_server: LiveServer) -> None:
    make_published("고객의 길")
    sign_in(visitor, live_server.url)
    page = visitor.new_page()
    page.goto(f"{live_server.url}/admin/messages_app/edition/add/")
    page.get_by_role("button", name="미리 보기").click()
    page.get_by_role("button", name="이대로 확정하기").click()
    page.goto(f"{live_server.url}/editions/2026/1/")
    expect(page.get_by_role("row", name="고객")).to_be_visible()
