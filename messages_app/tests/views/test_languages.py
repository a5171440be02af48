"""Korean words on English pages are marked as Korean, so that a screen reader reads them out as such."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client

from messages_app.models import Company, Executive
from messages_app.tests.browser.pages import addresses, fill
from messages_app.tests.factories import Say, make_published

pytestmark = pytest.mark.django_db
HANGUL = re.compile("[가-힣]")
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Unmarked(HTMLParser):
    """Collects the Hangul of a page's body that stands in no ``lang="ko"``."""

    def __init__(self) -> None:
        super().__init__()
        self.languages = ["en", "en"]
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.languages.append(dict(attrs).get("lang") or self.languages[-1])

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.languages.pop()

    def handle_data(self, data: str) -> None:
        if HANGUL.search(data) and self.languages[-1] != "ko":
            self.found.append(data.strip())


def unmarked(client: Client, address: str) -> list[str]:
    parser = Unmarked()
    parser.feed("<body" + client.get(f"/en{address}").content.decode().partition("<body")[2])
    return parser.found


def test_korean_on_an_english_page_is_marked(client: Client) -> None:
    fill()
    Executive.objects.update(note="창업자")
    Company.objects.filter(name="가람텔레콤").update(industry="통신")
    found = {name: unmarked(client, address) for name, address in addresses().items()}
    assert {name: texts for name, texts in found.items() if texts} == {}


def test_kinds_on_an_english_page_are_not_marked_as_korean(client: Client) -> None:
    make_published("고객을 생각합니다", Say("고객의 해", kind="headline"))
    page = client.get("/en/search/?kind=headline").content.decode()
    kinds = re.findall(r"<span([^>]*)>(Statement|Quotation in a headline)</span>", page)
    assert sorted(kinds) == [("", "Quotation in a headline"), ("", "Quotation in a headline"), ("", "Statement")]
