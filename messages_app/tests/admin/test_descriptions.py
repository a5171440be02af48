"""Fields of the desk are read with their help and with what is wrong in them."""

import re

import pytest
from django.test import Client

from messages_app.tests.factories import make_draft, make_published

pytestmark = pytest.mark.django_db
ARTICLES = "/admin/messages_app/article"
LONG = "가" * 400


def undescribed(page: str) -> set[str]:
    """What fields are said to be described by and is not on the page."""
    named = {name for names in re.findall(r'aria-describedby="([^"]+)"', page) for name in names.split()}
    assert named
    return named - set(re.findall(r' id="([^"]+)"', page))


@pytest.mark.parametrize("address", [f"{ARTICLES}/import/", f"{ARTICLES}/upload/"])
def test_what_comes_in_is_described(editor: Client, address: str) -> None:
    for page in (editor.get(address), editor.post(address, {"text": ""})):
        assert not undescribed(page.content.decode())
    assert "_error" in page.content.decode()


def test_an_article_is_described(editor: Client) -> None:
    article = make_draft("고객을 생각합니다")
    address, quote = f"{ARTICLES}/{article.pk}/review/", article.quotes.get()
    assert not undescribed(editor.get(address).content.decode())
    sent = {"header-message_year": "x", "header-revision": "0", f"q{quote.pk}-kind": "statement"}
    sent |= {f"q{quote.pk}-revision": "0", f"q{quote.pk}-s0-name": LONG}
    page = editor.post(address, sent).content.decode()
    for field in ("header-message_year", f"q{quote.pk}-s0-name"):
        assert f'id="id_{field}_error"' in page
    assert not undescribed(page)


def test_a_record_to_link_to_is_described(editor: Client) -> None:
    address = f"/admin/messages_app/quote/{make_published('고객').quotes.get().pk}/reprints/"
    for page in (editor.get(address), editor.post(address, {"original": "999"})):
        assert not undescribed(page.content.decode())
