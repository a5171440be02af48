"""What all tests share: the real articles where they are, a browser."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

GOLD_DIR = os.environ.get("GOLD_DIR", "")
FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests on real articles run where GOLD_DIR names their folder; elsewhere the summary says they did not."""
    if GOLD_DIR:
        return
    for item in items:
        if item.get_closest_marker("gold"):
            item.add_marker(pytest.mark.skip(reason="not run: GOLD_DIR does not name the folder of real articles"))


@pytest.fixture(scope="session")
def gold_rows() -> dict[str, dict[str, Any]]:
    """The real articles with the right answers, by id; a folder that is named but missing is an error."""
    lines = (Path(GOLD_DIR) / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["id"]: row for row in map(json.loads, lines)}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium: the one CHROMIUM names, or Playwright's own."""
    # Playwright runs an event loop in this thread; the database calls of the tests are as synchronous as ever.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or None, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(params=["scripts", "no scripts"])
def visitor(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    """Somebody with a browser of their own, once with scripts and once without."""
    context = browser.new_context(java_script_enabled=request.param == "scripts", locale="ko-KR")
    context.set_default_timeout(15_000)
    yield context
    context.close()
