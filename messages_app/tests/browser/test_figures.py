"""Figures of many digits keep to their place on a phone and on a wide screen, and leave bars comparable."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from messages_app.tests.browser.pages import addresses, fill, multiply

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# Counts on two lines, or beyond the row or the cell they stand in.
MISPLACED = """[...document.querySelectorAll(".count, td > a")].filter((figure) => {
  const room = figure.closest("li, td");
  const beyond = room && figure.getBoundingClientRect().right > room.getBoundingClientRect().right + 1;
  return figure.checkVisibility() && (figure.getClientRects().length > 1 || beyond);
}).map((figure) => figure.textContent)"""


@pytest.fixture(params=[390, 1440])
def page(request: pytest.FixtureRequest, browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A window on an archive of hundreds of thousands of statements."""
    fill()
    multiply()
    context = browser.new_context(base_url=live_server.url, viewport={"width": request.param, "height": 900})
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def test_no_figure_breaks_or_leaves_its_place(page: Page) -> None:
    for name, address in addresses().items():
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        assert page.evaluate(MISPLACED) == [], name


def test_bars_beside_figures_of_different_width_have_the_same_room(page: Page) -> None:
    page.goto("/keywords/고객/")
    companies = page.locator(".sayers").first
    figures = companies.locator(".count").all_inner_texts()
    assert len({len(figure) for figure in figures}) > 1
    assert len(set(companies.locator(".bar").evaluate_all("bars => bars.map((bar) => bar.clientWidth)"))) == 1


def test_bars_stand_out_where_the_reader_chose_the_colours(page: Page) -> None:
    page.emulate_media(forced_colors="active", color_scheme="dark")
    page.goto("/keywords/고객/")
    bars = page.locator(".year-chart rect:not(.room)")
    fills = bars.evaluate_all("bars => bars.map((bar) => getComputedStyle(bar).fill)")
    assert set(fills) == {page.evaluate("getComputedStyle(document.body).color")}
