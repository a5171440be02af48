"""Nobody is kept out: axe-core on every page, keys, targets, zoom."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from messages_app.tests.browser.pages import addresses, fill
from messages_app.tests.factories import make_published

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TARGET = 24  # CSS pixels, WCAG 2.2 success criterion 2.5.8


@pytest.fixture
def open_page(browser: Browser, live_server: LiveServer) -> Iterator[Any]:
    """A function that opens a window of some width and colour scheme; all are closed afterwards."""
    contexts = []

    def opened(width: int = 1280, scheme: str = "light", height: int = 900) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            base_url=live_server.url,
            reduced_motion="reduce",
        )
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


def violations(page: Page, name: str) -> list[str]:
    """What axe-core objects to, one line each."""
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{name}: {rule['id']} {node['html'][:120]}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_axe_finds_nothing_on_any_page(open_page: Any, scheme: str, prefix: str) -> None:
    fill()
    page, found = open_page(scheme=scheme), []
    for name, address in addresses().items():
        page.goto(prefix + address)
        found += violations(page, name)
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_phone_with_the_choices_open(open_page: Any, scheme: str) -> None:
    fill()
    page = open_page(390, scheme)
    page.goto("/search/?q=고객")
    page.get_by_role("button", name="좁혀 보기").click()
    expect(page.locator("#facets")).to_be_visible()
    assert violations(page, "choices") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_suggestions_open(open_page: Any, scheme: str) -> None:
    fill()
    page = open_page(scheme=scheme)
    page.goto("/search/")
    page.locator("#id_q").press_sequentially("가람")
    page.get_by_role("option", name="가람텔레콤").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert violations(page, "suggestions") == []


# Links in a line of text whose underline stands out less than 3 to 1 from the page: WCAG 1.4.11, which axe does not measure.
FAINT_LINKS = """() => {
  const light = (colour) => {
    const parts = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255);
    const linear = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const page = light(getComputedStyle(document.body).backgroundColor);
  return [...document.querySelectorAll("main a")].filter((link) => {
    const { textDecorationLine, textDecorationColor } = getComputedStyle(link);
    if (textDecorationLine !== "underline") return false;
    const line = light(textDecorationColor);
    return (Math.max(line, page) + 0.05) / (Math.min(line, page) + 0.05) < 3;
  }).map((link) => link.textContent);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_links_are_told_from_the_text_around_them(open_page: Any, scheme: str) -> None:
    fill()
    page = open_page(scheme=scheme)
    for name, address in addresses().items():
        page.goto(address)
        assert page.evaluate(FAINT_LINKS) == [], name


def test_axe_finds_nothing_before_the_first_article(open_page: Any) -> None:
    page = open_page()
    page.goto("/")
    expect(page.get_by_role("link", name="첫 기사 가져오기")).to_be_visible()
    assert violations(page, "first run") == []


def test_axe_finds_nothing_on_a_form_sent_back(open_page: Any) -> None:
    page = open_page()
    page.goto("/corrections/")
    page.get_by_role("button", name="편집자에게 보내기").click()
    expect(page.get_by_role("alert").filter(has_text="아직 보내지 않았습니다")).to_be_visible()
    assert violations(page, "form") == []


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_no_page_scrolls_sideways_at_four_times_the_size(open_page: Any, prefix: str) -> None:
    """1280 CSS pixels zoomed to 400 % are 320 wide: WCAG success criterion 1.4.10."""
    fill()
    page, wide = open_page(320, height=256), []
    for name, address in addresses().items():
        page.goto(prefix + address)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(name)
    assert wide == []


def test_a_table_of_many_years_scrolls_alone(open_page: Any) -> None:
    for year in range(2015, 2027):
        make_published("고객의 새해", message_year=year)
    page = open_page(390)
    page.goto("/compare/?words=고객&companies=가람텔레콤")
    assert page.locator(".table-wrap").evaluate("wrap => wrap.scrollWidth > wrap.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_table_of_many_years_is_printed_whole(open_page: Any) -> None:
    """A4 with its margins is some 680 CSS pixels wide."""
    for year in range(2015, 2027):
        make_published("고객의 새해", message_year=year)
    page = open_page(680)
    page.emulate_media(media="print")
    page.goto("/compare/?words=고객&year=2015..2026&companies=가람텔레콤")
    cells = page.locator(".years-table :is(th, td)")
    assert cells.count() == 39
    assert max(cells.evaluate_all("cells => cells.map((cell) => cell.getBoundingClientRect().right)")) <= 680
    assert page.locator(".table-wrap").evaluate("wrap => getComputedStyle(wrap).overflowX") == "visible"


def test_the_choices_keep_to_their_margin(open_page: Any) -> None:
    fill()
    make_published("옛 고객의 말", message_year=2024)
    page = open_page()
    page.goto("/search/")
    expect(page.get_by_role("form", name="연도 범위")).to_be_visible()
    edges = "[document.querySelector('.facets'), ...document.querySelectorAll('.facets *')]"
    right = page.evaluate(f"Math.max(...{edges}.map(part => part.getBoundingClientRect().right))")
    assert right + TARGET <= page.evaluate("document.querySelector('.found').getBoundingClientRect().left")


SMALL_TARGETS = """minimum => [...document.querySelectorAll("a, button, summary, input:not([type=hidden])")]
    .filter(target => target.checkVisibility() && !target.closest(".visually-hidden, .skip, .trap, .anchor"))
    .filter(target => getComputedStyle(target).display !== "inline")
    .map(target => [target.outerHTML.slice(0, 100), target.getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.height < minimum - 0.1 || box.width < minimum - 0.1))
    .map(([html]) => html)"""


@pytest.mark.parametrize("width", [390, 1280])
def test_targets_are_large_enough_to_hit(open_page: Any, width: int) -> None:
    fill()
    page, small = open_page(width), []
    for name, address in addresses().items():
        page.goto(address)
        small += [f"{name}: {html}" for html in page.evaluate(SMALL_TARGETS, TARGET)]
    assert small == []


def focused(page: Page) -> str:
    """What has the focus: its id, or its text."""
    return page.evaluate("document.activeElement.id || document.activeElement.innerText.trim().split('\\n')[0]")


def test_the_first_key_offers_to_skip_to_the_content(open_page: Any) -> None:
    fill()
    page = open_page()
    page.goto("/companies/")
    page.keyboard.press("Tab")
    assert focused(page) == "본문으로 건너뛰기"
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_keys_go_through_a_page_as_one_reads(open_page: Any) -> None:
    fill()
    page = open_page()
    page.goto("/search/?q=고객&year=2025")
    passed = []
    for _ in range(30):
        page.keyboard.press("Tab")
        passed.append(focused(page))
    wanted = ["신년사", "회사", "경영인", "id_q", "찾기", "year-2025"]
    assert [stop for stop in passed if stop in wanted] == wanted


def test_what_has_the_focus_can_be_seen(open_page: Any) -> None:
    fill()
    page = open_page()
    page.goto("/search/")
    for _ in range(25):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", focused(page)
