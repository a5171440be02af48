"""An editor at the desk in a browser of their own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Locator, Page
from pytest_django.live_server_helper import LiveServer

from messages_app.importing import create_draft
from messages_app.models import Article, Quote
from messages_app.tests.factories import make_staff

# What a later migration gave editors.
GIVEN_LATER = ("view_edition", "add_edition")
ARTICLE = """누리전자 새해 첫 메시지
가온경제
입력 2026.01.02. 오전 10:10

[가온경제 나래원 기자] 한가람 누리전자 사장은 2일 신년사에서 “고객이 먼저 찾는 회사가 되자”고 말했다.

한 사장은 “고객가치를 높이는 일에 아낌없이 투자하겠다”고 강조했다. 이어 “안전은 양보할 수 없다”고 덧붙였다. 😀

한 사장은 구성원 모두가 주인이라는 마음을 거듭 당부했다.

김가온 가람텔레콤 대표는 “통신은 물처럼 흘러야 한다”고 밝혔다. 김 대표는 “안전한 망을 먼저 짓겠다”고 했다.
"""


@dataclass(slots=True)
class Editor:
    """A page of somebody who is signed in, and what the browser complained of."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def open(self, article: Article) -> Page:
        """The review screen of an article."""
        self.page.goto(f"/admin/messages_app/article/{article.pk}/review/")
        self.page.locator(".card.picked").wait_for()
        return self.page


Arrive = Callable[..., Editor]


@pytest.fixture
def arrive(browser: Browser, live_server: LiveServer) -> Iterator[Arrive]:
    """A function that brings an editor to the desk, in a browser of some width; nothing may be complained of."""
    contexts: list[BrowserContext] = []
    editors: list[Editor] = []

    def arrived(width: int = 1280, scheme: str = "light", group: str = "EDITOR") -> Editor:
        context = browser.new_context(
            viewport={"width": width, "height": 844},
            color_scheme=scheme,
            base_url=live_server.url,
            locale="ko-KR",
            reduced_motion="reduce",
        )
        context.set_default_timeout(15_000)
        sign_in(context, live_server.url, group)
        contexts.append(context)
        editor = Editor(context.new_page())
        editor.page.on("pageerror", lambda error: editor.complaints.append(str(error)))
        editors.append(editor)
        return editor

    yield arrived
    for context in contexts:
        context.close()
    assert [editor.complaints for editor in editors if editor.complaints] == []


def sign_in(context: BrowserContext, address: str, group: str = "EDITOR") -> None:
    """Sign somebody with the rights of a group in, in a browser; again, if their session ended."""
    context.add_cookies([{"name": "sessionid", "value": session_of(group), "url": address}])


def session_of(group: str) -> str:
    """The key of a session of somebody with the rights of ``EDITOR`` or ``CHIEF_EDITOR``.

    The rights themselves are given: a test that may not roll back empties the groups.
    """
    groups = import_module("messages_app.migrations.0004_editors_groups")
    client = Client()
    client.force_login(make_staff(*getattr(groups, group)["messages_app"], *GIVEN_LATER))
    return client.session.session_key


@pytest.fixture
def draft(transactional_db: None) -> Article:
    """A draft with five statements, of which the last is uncertain."""
    article = create_draft(text=ARTICLE).article
    last = article.quotes.filter(kind="statement").latest("place")
    Quote.objects.filter(pk=last.pk).update(confidence=0.6)
    return article


def quote_of(article: Article, words: str) -> Quote:
    """The quote that holds some words."""
    return article.quotes.get(text__contains=words)


def select(page: Page, words: str) -> None:
    """Select words in the source, as dragging over them does."""
    page.evaluate(
        """words => {
            const walker = document.createTreeWalker(document.querySelector("#source-text"), NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const at = node.data.indexOf(words);
                if (at < 0) continue;
                getSelection().setBaseAndExtent(node, at, node, at + words.length);
                return;
            }
            throw new Error("not in the source");
        }""",
        words,
    )


def tab_to(page: Page, target: Locator, keys: int = 90) -> None:
    """Press Tab until something has the focus, and see that it shows. Raises AssertionError where no key leads there."""
    for _key in range(keys):
        page.keyboard.press("Tab")
        if target.evaluate("one => one === document.activeElement"):
            style = target.evaluate("one => [getComputedStyle(one).outlineStyle, getComputedStyle(one).boxShadow]")
            assert style != ["none", "none"] or target.evaluate("one => one.matches('input, select, textarea')")
            return
    raise AssertionError("no key leads there")


def press_on(page: Page, target: Locator) -> None:
    """What somebody without a mouse does to press a button or follow a link."""
    tab_to(page, target)
    page.keyboard.press("Enter")


def violations(page: Page) -> list[str]:
    """What axe-core objects to in the part that is ours."""
    rules = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    found = Axe().run(page, context="#content", options=options).response["violations"]
    return [f"{rule['id']} {node['html'][:160]}" for rule in found for node in rule["nodes"]]
